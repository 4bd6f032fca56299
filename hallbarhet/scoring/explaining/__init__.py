"""How a result came about, for one assessment at a time. Imports nothing."""
