"""The words and pictures of emergencies: templates, what a person fills into them, and pages for every canvas."""
