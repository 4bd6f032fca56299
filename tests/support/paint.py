"""The colours of a screen as a small text: a map of letters, and what each letter is in each look."""

from string import ascii_letters, digits

from textual.widgets import Input, TextArea

LETTERS = ascii_letters + digits
LOOKS = ("mork", "ljus")


def cells(app):
    """The style of every cell: colour, what it stands on, and how the words are set."""
    lines = []
    for strip in app.screen._compositor.render_strips():
        line = []
        for segment in strip:
            line.extend([_told(segment)] * segment.cell_length)
        lines.append(line)
    return lines


def _told(segment):
    style = segment.style
    if style is None:
        return "-"
    back = style.bgcolor.get_truecolor().hex if style.bgcolor else "-"
    set_as = [word for word in ("bold", "dim", "italic", "underline", "reverse") if getattr(style, word)]
    if segment.text.isspace() and "reverse" not in set_as and "underline" not in set_as:
        return f"on {back}"  # a space has no colour of its own
    front = style.color.get_truecolor().hex if style.color else "-"
    return " ".join([front, "on", back, *set_as])


async def painting(pilot):
    """The screen that is there, in every look: where the looks differ in more than colour is seen at once."""
    app = pilot.app
    for field in app.screen.query("Input, TextArea"):
        assert isinstance(field, Input | TextArea)
        field.cursor_blink = False
    seen = []
    for look in LOOKS:
        app.theme = look
        await pilot.pause()
        seen.append(cells(app))
    app.theme = LOOKS[0]
    names = {}
    lines = []
    for row in zip(*seen, strict=True):
        runs = []
        for both in zip(*row, strict=True):
            letter = names.setdefault(both, LETTERS[len(names)])
            if runs and runs[-1][0] == letter:
                runs[-1][1] += 1
            else:
                runs.append([letter, 1])
        lines.append(" ".join(f"{letter}{count}" for letter, count in runs))
    legend = [f"{letter}  {both[0]:34} {both[1]}" for both, letter in names.items()]
    return "\n".join([*lines, "", f"   {LOOKS[0]:34} {LOOKS[1]}", *legend]) + "\n"
