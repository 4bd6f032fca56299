"""The case data line by line: the same words about the same slips as in the app, and the decision after the seal."""

from support.conversation import CASE, WHOLE

from hallbarhet.assessment.records import load, to_bytes
from hallbarhet.assessment.seal import verify
from hallbarhet.assessment.unread import with_drafts


def record_in(archive):
    return load(next(archive.glob("*.toml"))).assessment


def test_a_slip_is_told_right_after_its_line(talk):
    lines = [
        "RUN/1", "Led", "Byn", "191212121212", "Vaxjo", "900 000", "en miljon", "100 000",
        "2026-10-02", "2027-01-01", "2026-12-31", "", "Eva Ek", "2",
    ]  # fmt: skip
    _, said = talk(*lines, "avsluta")
    for words in (
        "personnummer, som en enskild firma har",
        "Menade du Växjö?",
        "”en miljon” går inte att läsa som ett belopp",
        "är större än total kostnad",
        "Slutdatum ligger före startdatum",
    ):
        assert words in said


def test_nothing_is_said_about_what_is_right(talk):
    _, said = talk(*CASE, "avsluta")
    assert "Stämmer" not in said
    assert "Menade" not in said


def test_a_decision_is_asked_for_when_the_assessment_is_finished_and_breaks_no_seal(talk, archive):
    talk(*WHOLE)
    path = next(archive.glob("*.toml"))
    _, said = talk("gå 1", "90 000", "ja", "2026-12-15", "avsluta", record=path)
    assert "Beviljat belopp, kronor" in said
    assert "sparas som det står" in said
    assert "Diarienummer" not in said
    record = load(path).assessment
    assert (record.case.amount_granted, record.case.decision) == (90_000, "ja")
    assert verify(record).is_whole
    assert record.events[-1].what.startswith("beslutet infört")


def test_words_left_unread_in_the_app_are_left_as_they_are(talk, archive):
    talk(*CASE, "avsluta")
    path = next(archive.glob("*.toml"))
    drafts = {"arende total_kostnad": "en miljon"}
    path.write_bytes(to_bytes(with_drafts(load(path).assessment, drafts)))
    talk("4", "avsluta", record=path)
    record = record_in(archive)
    assert record.unread == {"arende": {"total_kostnad": "en miljon"}}
    assert record.answer_by_item["jobb"].grade == 1
