"""Pictures: reads their files, removes the metadata of cameras and programs, and makes the sizes
that pages need."""
