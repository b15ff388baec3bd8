"""What is measured, and the mathematics. Knows records and numbers, never pages."""
