"""Every Swedish sentence the program speaks, one module per room."""
