"""An attack on a public edition from outside: it knows the file and the definitions.

Nothing here may import what hid the numbers; a test of the house holds that.
"""
