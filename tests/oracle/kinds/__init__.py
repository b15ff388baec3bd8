"""Checks of published cases, one module a field of statistics."""
