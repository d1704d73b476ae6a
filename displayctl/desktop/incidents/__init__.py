"""The record of emergencies and drills at the desk: what is kept, on screen and on paper, and the monthly reminder."""
