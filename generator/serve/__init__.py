"""The preview: builds after every change, serves the last successful build, reloads the browser."""
