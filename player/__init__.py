"""The unattended agent that keeps one wall showing the right picture."""
