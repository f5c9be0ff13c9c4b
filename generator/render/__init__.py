"""Render pages and feeds: addresses, views, templates."""
