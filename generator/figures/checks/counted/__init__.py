"""What is counted, and in which unit."""
