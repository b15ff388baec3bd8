"""Pure drawing: a frozen view in, a Dash component or a figure out."""
