"""The words that argparse itself puts into help and errors."""

_WORDS = {
    "usage: ": "användning: ",
    "positional arguments": "argument",
    "options": "val",
    "show this help message and exit": "visar den här hjälpen",
    "show program's version number and exit": "visar programmets version",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "det saknas %s",
    "unrecognized arguments: %s": "%s känns inte igen",
    "unknown parser %(parser_name)r (choices: %(choices)s)": "kommandot %(parser_name)r finns inte, välj bland %(choices)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r finns inte, välj bland %(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)r går inte att läsa, skriv ett heltal",
    "ignored explicit argument %r": "tar inget värde, ta bort %r",
    "not allowed with argument %s": "kan inte stå tillsammans med %s",
    "one of the arguments %s is required": "ange ett av %s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan betyda %(matches)s, skriv ut hela ordet",
    "expected one argument": "skriv ett värde efter",
    "expected at most one argument": "högst ett värde",
    "expected at least one argument": "minst ett värde",
    "can't open '%(filename)s': %(error)s": "filen %(filename)s går inte att öppna: %(error)s",
}


def translated(message: str) -> str:
    return _WORDS.get(message, message)


def translated_plural(one: str, many: str, count: int) -> str:
    del many
    return {"expected %s argument": "skriv %s värde efter" if count == 1 else "skriv %s värden efter"}.get(one, one)
