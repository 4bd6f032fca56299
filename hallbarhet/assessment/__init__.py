"""What an assessment is and how it is kept."""
