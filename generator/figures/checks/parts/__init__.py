"""Parts and wholes: each or all, shares and what they are of, sums, means."""
