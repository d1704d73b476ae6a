"""Emergencies from a desk: prepared ahead, signed here, sent in one message, and taken back just as quickly."""
