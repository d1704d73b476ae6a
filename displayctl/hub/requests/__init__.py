"""Requests for airtime: taken in, looked at, answered, and followed until walls have shown them."""
