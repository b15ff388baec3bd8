"""Loading: each rule finds its record; engines agree."""
