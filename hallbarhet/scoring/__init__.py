"""What answers mean; pure functions on arrays, no I/O and no clock. Imports nothing: NumPy is slow to load."""
