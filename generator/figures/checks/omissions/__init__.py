"""What English leaves out or adds beside a figure."""
