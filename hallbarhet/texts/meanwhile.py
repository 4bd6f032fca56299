"""What is said about a record that somebody else changed while it was open here."""

HEAD = "Skillnaden, först det som ligger på disken och sedan det som står här:"
NOTHING = "Innehållet är detsamma. Det som skiljer är tider, ordning eller anteckningar."
