"""The build, stage by stage: content in, pages out."""
