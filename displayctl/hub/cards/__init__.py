"""Data cards: media of the library whose words come from BMKG's public data, with its name and the time of the data."""
