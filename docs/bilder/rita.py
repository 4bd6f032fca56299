"""Draws the small pictures of `sa-raknar-vi.md`: `python docs/bilder/rita.py`.

The numbers are those of the worked case; tests/scoring/test_method_text.py holds them against the program.
"""

from html import escape
from pathlib import Path

HERE = Path(__file__).parent
INK, GREY, PLUS, MINUS = "#1a1a1a", "#767676", "#1f6f5c", "#a3382c"
LEFT, WIDTH = 150, 440
"""Where −100 stands, and how far it is from there to +100."""

DIMENSIONS = (("Ekologisk", 16.7, 8.3, 8.3), ("Social", 55.6, 0.0, 55.6), ("Ekonomisk", 62.5, 0.0, 62.5))
"""Name, plus, minus, net."""

RANGES = (
    ("Ekologisk", -41.7, -8.3, 25.0),
    ("Social", 22.2, 55.6, 88.9),
    ("Ekonomisk", 62.5, 62.5, 62.5),
    ("Index", 14.4, 36.6, 58.8),
)
"""Name, lowest, middle, highest."""

GRADES = ((-2, "motverkar starkt"), (-1, "motverkar"), (0, "ingen påverkan"), (1, "bidrar"), (2, "bidrar starkt"))
STANDS = 99
"""Reasonable weightings of a hundred under which the level stands."""


def place(points: float) -> float:
    """Where on the width some points stand."""
    return round(LEFT + WIDTH * (points + 100) / 200, 1)


def swedish(value: float, *, sign: bool = True) -> str:
    """One decimal, decimal comma, typeset minus; whole hundreds without decimals."""
    text = f"{value:{'+' if sign and value else ''}.{0 if value == int(value) else 1}f}"
    return text.replace(".", ",").replace("-", "−")


def text(x: float, y: float, words: str, *, anchor: str = "middle", colour: str = INK) -> str:
    """A piece of text."""
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{colour}">{escape(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, *, colour: str = GREY, width: float = 1) -> str:
    """A straight line."""
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}" stroke-width="{width}"/>'


def box(x: float, y: float, width: float, height: float, colour: str, *, edge: str = "none") -> str:
    """A rectangle."""
    return f'<rect x="{x}" y="{y}" width="{round(width, 1)}" height="{height}" fill="{colour}" stroke="{edge}"/>'


def axis(y: float, height: float) -> list[str]:
    """Faint lines at −100, 0 and +100 with their numbers above."""
    parts = []
    for points in (-100, 0, 100):
        parts += [line(place(points), y, place(points), y + height), text(place(points), y - 6, swedish(points))]
    return parts


def picture(name: str, height: int, title: str, description: str, parts: list[str]) -> None:
    """One file, readable without seeing it: its title and description say what it shows."""
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 {height}" width="640" height="{height}"',
        '  role="img" aria-labelledby="titel beskrivning" font-family="sans-serif" font-size="14">',
        f'<title id="titel">{escape(title)}</title>',
        f'<desc id="beskrivning">{escape(description)}</desc>',
        box(0, 0, 640, height, "#ffffff"),
        *parts,
        "</svg>",
    ]
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def scale() -> None:
    """From grade to points."""
    parts = [line(place(-100), 50, place(100), 50, colour=INK, width=2)]
    for grade, words in GRADES:
        x = place(grade * 50)
        parts += [line(x, 42, x, 58, colour=INK, width=2), text(x, 34, swedish(grade)), text(x, 78, words)]
        parts.append(text(x, 98, swedish(grade * 50)))
    parts += [text(10, 34, "svar", anchor="start"), text(10, 98, "poäng", anchor="start")]
    told = "; ".join(f"{words} {swedish(grade * 50)} poäng" for grade, words in GRADES)
    picture("skala.svg", 112, "Från svar till poäng", f"{told}.", parts)


def dimensions() -> None:
    """Plus to the right, minus to the left, and where the net lands."""
    parts = axis(30, 3 * 46)
    for row, (name, plus, minus, net) in enumerate(DIMENSIONS):
        y = 38 + row * 46
        parts.append(text(10, y + 18, name, anchor="start"))
        parts.append(box(place(0), y + 2, WIDTH * plus / 200, 24, PLUS))
        if minus:
            parts.append(box(place(-minus), y + 2, WIDTH * minus / 200, 24, MINUS))
            parts.append(text(place(-minus) - 6, y + 19, f"minus {swedish(minus, sign=False)}", anchor="end"))
        words = f"plus {swedish(plus, sign=False)}" + (f", netto {swedish(net)}" if minus else "")
        parts.append(text(place(plus) + 6, y + 19, words, anchor="start"))
    told = "; ".join(
        f"{name}: plus {swedish(plus, sign=False)}, minus {swedish(minus, sign=False)}, netto {swedish(net)}"
        for name, plus, minus, net in DIMENSIONS
    )
    picture("dimensioner.svg", 180, "Plus och minus i varje dimension", f"{told}.", parts)


def ranges() -> None:
    """The range that two missing answers leave open."""
    parts = axis(30, 4 * 40)
    for row, (name, low, middle, high) in enumerate(RANGES):
        y = 50 + row * 40
        parts.append(text(10, y + 5, name, anchor="start"))
        parts.append(line(place(low), y, place(high), y, colour=INK, width=4))
        parts.append(f'<circle cx="{place(middle)}" cy="{y}" r="6" fill="{INK}"/>')
        if high > low:
            parts += [text(place(low), y + 20, swedish(low)), text(place(high), y + 20, swedish(high))]
        else:
            parts.append(text(place(middle), y + 20, swedish(middle)))
    told = "; ".join(f"{name}: från {swedish(low)} till {swedish(high)}" for name, low, _, high in RANGES)
    picture("spann.svg", 206, "Spann när två svar saknas", f"{told}.", parts)


def standing() -> None:
    """One square for each of a hundred reasonable weightings."""
    parts = []
    for number in range(100):
        x, y, stands = 20 + number % 50 * 12, 12 + number // 50 * 16, number < STANDS
        parts.append(box(x, y, 9, 9, PLUS if stands else "#ffffff", edge=PLUS if stands else MINUS))
    parts.append(text(20, 62, f"Fyllda rutor: samma nivå. Tom ruta: en annan. {STANDS} av 100.", anchor="start"))
    told = f"{STANDS} av 100 rimliga sätt att vikta ger samma nivå."
    picture("robusthet.svg", 74, "Hur ofta nivån står sig", told, parts)


if __name__ == "__main__":
    scale()
    dimensions()
    ranges()
    standing()
