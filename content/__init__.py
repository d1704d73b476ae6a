"""What the bytes are, and whether to believe them."""
