"""What the library page is made of: finding, sorting, changing many at once, and the windows about one medium."""
