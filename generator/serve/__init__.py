"""The preview: builds while an editor writes, serves the last good site, reloads the browser."""
