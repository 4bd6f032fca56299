"""The kinds of fault in any TOML file of ours, each with its stable code.

T: how the file is saved and written. F: what keys and values it holds. The kinds that only a checklist has stand in
`hallbarhet.checklist.checklist_kinds`.
"""

from hallbarhet.checklist.problems import Kind

NOT_FOUND = Kind("T101")
NOT_READABLE = Kind("T102")
TOO_LARGE = Kind("T103")
NOT_TEXT = Kind("T104")
NOT_UTF8 = Kind("T105")
NOT_TOML = Kind("T106")
KEY_WITH_DOTS = Kind("T107")
TOO_DEEP = Kind("T108")
NUMBER_TOO_LARGE = Kind("T109")
NUMBER_NOT_FINITE = Kind("T110")
SAME_KEY_TWICE = Kind("T111")
FOLDED_KEY = Kind("T112", "varning")

UNKNOWN_KEY = Kind("F201")
MISSING = Kind("F202")
WRONG_TYPE = Kind("F203")
NOT_ALLOWED = Kind("F204")
BAD_ID = Kind("F205")
WRONG_FORM = Kind("F206")
OUT_OF_BOUNDS = Kind("F207")
WRONG_LENGTH = Kind("F208")
UNKNOWN_CONDITION = Kind("F209")
TOO_MANY = Kind("F210")
UNKNOWN_KEY_KEPT = Kind("F211", "varning")
"""In a record an unknown key is kept and told of; in a checklist it is a fault."""
