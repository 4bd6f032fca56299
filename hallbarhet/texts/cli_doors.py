"""What the command line says about the other doors: line by line, in an editor, and completion without the app."""

LINES = "gå igenom en bedömning rad för rad i ren text"
LINES_EXAMPLE = "exempel: hallbarhet radvis --checklista kronoberg-projektmedel"
RECORD = "postens fil (utelämnad: en ny bedömning)"
CHECKLIST_OPTION = "checklistans id, id@version eller fil"
