"""From a warning to an emergency that is ready to be shown: template, words, walls and length, for a person to send."""
