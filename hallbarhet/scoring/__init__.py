"""What answers mean; pure functions on arrays, with no I/O and no clock. Imports nothing, since NumPy is slow to load."""
