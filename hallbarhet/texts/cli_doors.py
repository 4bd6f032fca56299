"""What the command line says about the other doors: line by line, in an editor, and completion without the app."""

LINES = "gå igenom en bedömning rad för rad i ren text"
LINES_EXAMPLE = "exempel: hallbarhet radvis --checklista kronoberg-projektmedel"
RECORD = "postens fil (utelämnad: en ny bedömning)"
CHECKLIST_OPTION = "checklistans id, id@version eller fil"

BLANK = "skriv en blank post med anteckningar, att fylla i med vilket skrivprogram som helst"
BLANK_EXAMPLE = "exempel: hallbarhet mall kronoberg-projektmedel > bedomningar/ny.toml"

COMPLETE = "gör en ifylld post klar: försegla den och skriv rapporten, eller säg vad som saknas"
COMPLETE_EXAMPLE = "exempel: hallbarhet klarmarkera bedomningar/ny.toml"
RECORD_TO_COMPLETE = "postens fil"
