"""The pages: one thin file each, found by this folder; files with "_" are wiring."""
