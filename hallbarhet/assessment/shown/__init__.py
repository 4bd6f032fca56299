"""What is said about a case wherever it is worked on, in the app or line by line: the same words at every door."""
