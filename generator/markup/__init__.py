"""Markdown to clean HTML blocks, and small tools to walk them."""
