"""Five things that a new operator wants to do, each done with mouse and keyboard on what stands on the screen."""
