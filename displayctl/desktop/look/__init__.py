"""How the desktop looks: colours, spaces, letters, icons and the style sheet made of them."""
