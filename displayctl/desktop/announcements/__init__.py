"""The studio of announcements: templates, words, what every wall makes of them, the office's brand, and airing them."""
