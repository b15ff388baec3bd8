"""Fixed made-up views, one file a kind of drawing, for the page of styles."""
