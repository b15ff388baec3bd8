"""Every word that the pages put on the screen, a file a page, for translation."""
