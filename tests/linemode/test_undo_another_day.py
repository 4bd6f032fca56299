"""What was answered yesterday can be taken back line by line too."""

from hallbarhet.assessment.records import load


def test_yesterdays_last_answer_is_taken_back_and_told(talk, archive):
    talk("RUN/1/2026", "gå 3", "4", "Två tjänster.")
    path = next(archive.glob("*.toml"))
    assert load(path).assessment.answer_by_item["jobb"].rationale == "Två tjänster."
    _, told = talk("ångra", "ångra", record=path, checklist=None)
    assert "Ångrat. ”Jobb”" in told
    assert "jobb" not in load(path).assessment.answer_by_item
