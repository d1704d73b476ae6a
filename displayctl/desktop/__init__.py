"""The Qt application of the operators. It speaks to the hub only through its API."""
