"""The commands that write, update and confirm English sidecars, and the translation memory."""
