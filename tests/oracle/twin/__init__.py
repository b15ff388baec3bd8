"""The twin: every measure again, slow and obvious, to hold the engine against.

Nothing here knows SQL or the engine. Records become small objects, a measure is a
loop over children, and each rule of the definitions is one readable line. Only the
codes and the meaning of "never" are shared with the engine.
"""
