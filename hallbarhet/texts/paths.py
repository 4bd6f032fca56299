"""What is said of a path where nothing is: the same by every command."""

NOT_FOUND = "filen eller mappen finns inte. Kontrollera sökvägen."
