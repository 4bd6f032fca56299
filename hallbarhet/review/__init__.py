"""Looking back at assessments, and trying things on invented ones. Imports nothing by itself."""
