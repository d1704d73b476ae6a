"""What belongs on which wall at which instant: pure arithmetic over values, no clock and no I/O."""
