"""Many assessments. Imports nothing: workers and the start list load only what they use."""
