"""Rows of the overview beside the walk, and what the dense view says about a row."""

MORE = "Vid sidan om"
FIND_OUT = "Att ta reda på"
FILE = "Text till akten"
CHANGE = "Byt checklista eller stödform"
DEPTH = "Bedömningens djup"
DEPTHS = {"kort": "Kort", "fordjupad": "Fördjupad"}

KEY_WRITE = "Enter Skriv svaret"
NEEDS_REASON = "Svaret behöver en motivering. Enter öppnar frågan."
