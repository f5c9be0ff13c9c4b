"""What readers and crawlers find in the published files."""
