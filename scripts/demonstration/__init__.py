"""The demonstration: sample media made on the spot, a week for two walls, and the programs that show it."""
