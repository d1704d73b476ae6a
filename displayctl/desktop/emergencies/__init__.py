"""The red window and its twin for drills: what is sent, on which walls it is seen, and how it is taken back."""
