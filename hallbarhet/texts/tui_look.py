"""What the app says about its colours and characters, and the head of a person's own settings file."""

from hallbarhet.texts.tui_commands import Words

CHARACTERS = Words(
    "Enkla tecken",
    "Ritar ramar och märken med enkla tecken, för ett terminalfönster som inte kan visa dem, eller åter.",
)
SIMPLE_ON = "Nu ritas allt med enkla tecken."
SIMPLE_OFF = "Nu ritas ramar och märken som vanligt."
NOT_REMEMBERED = "Valet gäller tills du stänger: dina inställningar gick inte att skriva."

NEW_FILE = """\
# Dina egna inställningar för hållbarhet. Programmet skriver hit det du väljer; resten får du ändra som du vill.
# Ditt namn i nya bedömningar: handlaggare = "Förnamn Efternamn"
"""
