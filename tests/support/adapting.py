"""Two versions of a checklist of one's own making, an assessment made with the older, and it carried to the newer."""

import tomllib
from datetime import UTC, datetime

from hallbarhet.assessment.adapt import adapt
from hallbarhet.assessment.model import Assessment, Case, Header, Judged
from hallbarhet.assessment.moment import reference
from hallbarhet.checklist.model import Checklist

NOW = datetime(2026, 11, 21, 14, 32, 10, tzinfo=UTC)

FIVE = """[[skala]]
id = "fem"
neutral = 0
grader = [
  { grad = -2, text = "Motverkar starkt" }, { grad = -1, text = "Motverkar" }, { grad = 0, text = "Ingen påverkan" },
  { grad = 1, text = "Bidrar" }, { grad = 2, text = "Bidrar starkt" },
]
"""

THREE = """[[skala]]
id = "tre"
neutral = 0
grader = [{ grad = -1, text = "Sämre" }, { grad = 0, text = "Lika" }, { grad = 1, text = "Bättre" }]
"""

RISK = """[[skala]]
id = "risk"
neutral = 0
polaritet = -1
grader = [{ grad = 0, text = "Ingen" }, { grad = 1, text = "Liten" }, { grad = 2, text = "Stor" }]
"""

FACETS = """[[fasett]]
id = "kon"
namn = "Kön"
slag = "grupp"
kategorier = [{ id = "kvinnor", text = "Kvinnor" }, { id = "man", text = "Män" }]
"""


def checklist(*questions, version="2.0.0", mappings=(), more="", name="lista"):
    """The newer version unless told otherwise, of questions and kopplingar written as TOML."""
    items = "".join(f"[[avsnitt.punkt]]\n{question}\n" for question in questions)
    rows = "".join(f"[[koppling]]\n{row}\n" for row in mappings)
    text = (
        f'format = 1\n[checklista]\nid = "{name}"\nversion = "{version}"\ntitel = "L"\n{more}'
        '[[dimension]]\nid = "social"\nnamn = "S"\n[[tema]]\nid = "t"\ndimension = "social"\nnamn = "T"\n'
        f'{FIVE}{THREE}{RISK}{FACETS}[[avsnitt]]\nid = "ett"\ntitel = "Ett"\n{items}{rows}'
    )
    return Checklist.model_validate(tomllib.loads(text), by_alias=True, by_name=False)


def judged(name, scale="fem", text=None, more=""):
    """A question to be judged, as TOML."""
    return f'id = "{name}"\ntext = "{text or name}?"\nslag = "bedomning"\nskala = "{scale}"\ntema = "t"\n{more}'


def old_checklist(*questions, **how):
    return checklist(*questions, version="1.0.0", **how)


def grade(item, value, label=None, **more):
    """An answer on the scale of five."""
    labels = {-2: "Motverkar starkt", -1: "Motverkar", 0: "Ingen påverkan", 1: "Bidrar", 2: "Bidrar starkt"}
    return Judged(item=item, question=f"{item}?", grade=value, label=labels[value] if label is None else label, **more)


def assessment(made_with, *answers, **more):
    return Assessment(
        header=Header(id="a", created_at=NOW), case=Case(), checklist=reference(made_with), answers=answers, **more
    )


def carried(old, new, *answers, **how):
    return adapt(assessment(old, *answers), old, new, **how)


def row(kind, source="", target="", version="1", more=""):
    """A koppling, as TOML."""
    start = (
        f'fran = "{source}"\n' if isinstance(source, str) and source else f"fran = {list(source)}\n" if source else ""
    )
    end = f'till = "{target}"\n' if target else ""
    return f'fran_version = "{version}"\nslag = "{kind}"\n{start}{end}{more}'


def only(adapted):
    """The one answer that is left."""
    (answer,) = adapted.assessment.answers
    return answer


TWO = old_checklist(judged("a"), judged("b"))
