"""Pictures: what their files hold, rid of what cameras and programs wrote into them, in the sizes
that pages need."""
