"""What the window and the command line share: finding the installation and its hub, publishing, and raising alerts."""
