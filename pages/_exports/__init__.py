"""Writers of files: a view in, bytes out; nothing here asks for data."""
