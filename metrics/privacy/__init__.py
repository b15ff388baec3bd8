"""What must be hidden before figures about people may be shown to everybody."""
