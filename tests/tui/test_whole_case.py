"""One whole case on a real terminal, as an officer walks it: from an empty list to a sealed record and its report."""

import pytest
from support.small import SMALL
from support.terminal import terminal

from hallbarhet.assessment.records import load
from hallbarhet.assessment.seal import verify

PROGRAM = "import sys; from hallbarhet.cli import main; sys.argv[0] = 'hallbarhet'; sys.exit(main(sys.argv[1:]))"
F8, ENTER, CTRL_P, CTRL_Q = b"\x1b[19~", b"\r", b"\x10", b"\x11"

WALK = [
    ("n", "Vilken checklista?"),
    ("", "1  En liten checklista"),  # the office's own choice comes first
    ("1", "Ärendets uppgifter"),
    ("", "Diarienummer"),
    ("RUN/9/2026\r", "RUN/9/2026"),
    ("Cykelled\r", "Cykelled"),
    ("Byalaget\r", "Byalaget"),
    (F8, "Fyll i sökt belopp"),  # what is missing is told, and has the focus
    ("100 000", "100 000"),
    (F8, "Vad är syftet?"),
    ("En led för alla.", "En led för alla."),
    (F8, "Hur påverkas jobben?"),
    ("1", "● 1  Motverkar starkt"),
    ("4", "● 4  Bidrar"),
    (ENTER, "Motivera"),
    ("Två tjänster.", "Två tjänster."),
    (F8, "Hur många jobb?"),
    ("2", "2"),
    (ENTER, "Är det rätt insats?"),
    ("Ja.", "Ja."),
    (F8, "Enter Fortsätt"),
    ("1", "● 1  Gå vidare"),
    (ENTER, "F8 Fortsätt"),
    ("I linje med strategin.", "I linje med"),
    (F8, "Hur påverkas utsläppen?"),
    ("3", "● 3  Ingen påverkan"),
    (ENTER, "Vilket drivmedel?"),
    ("1", "● 1  El"),
    (ENTER, "Reglerna har inte sett någon målkonflikt"),
    (F8, "Det här återstår"),
    (F8, "Din samlade bedömning"),
    ("Bra insats.", "Bra insats."),
    (F8, "Ärendet saknar stödform"),  # the end tells what is left, and leads to each
    (ENTER, "2  Projektmedel"),
    ("2", "● 2  Projektmedel"),
    (F8, "Det här återstår"),
    ("", "Välj en rekommendation"),
    (ENTER, "Vad rekommenderar du?"),
    ("1", "● 1  Gå vidare"),
    (F8, "Allt är på plats"),
    ("1", "Rapport:"),
    (CTRL_P, "Skriv ett ord"),
    ("mina ärenden\r", "Klar · gå vidare"),
]
"""What is pressed, and what is then seen."""


@pytest.fixture
def ready(archive, tmp_path):
    """An archive with a checklist of the office's own, and an officer who has given a name."""
    own = tmp_path / "kansliets"
    own.mkdir()
    (own / "liten.toml").write_text(SMALL, encoding="utf-8")
    chosen = f'checklistor = "{own}"\n[forval]\nprojektmedel = "liten"\n'
    (archive / "hallbarhet.toml").write_text(chosen, encoding="utf-8")
    (tmp_path / "egna" / "hallbarhet.toml").write_text('handlaggare = "Eva Ek"\n', encoding="utf-8")
    return archive


def test_a_case_is_walked_from_an_empty_list_to_a_sealed_record_and_its_report(ready):
    with terminal(PROGRAM, "--arkiv", ready) as shown:
        shown.until("Här finns inga ärenden än")
        shown.read(0.3)
        for keys, sees in WALK:
            shown.write(keys if isinstance(keys, bytes) else keys.encode())
            shown.until(sees)
            shown.read(0.15)
        shown.write(CTRL_Q)
        assert shown.ended() == 0
    (path,) = ready.glob("RUN-9-2026*.toml")
    record = load(path)
    assert record.assessment.header.status == "klar"
    assert verify(record.assessment).state == "whole"
    assert len(list(ready.glob("**/RUN-9-2026*.html"))) == 2
