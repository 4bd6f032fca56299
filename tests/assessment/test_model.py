from datetime import UTC, datetime

from hallbarhet.assessment.model import Assessment, ChecklistReference, Header, Unknown


def test_a_changed_copy_finds_its_own_answers():
    reference = ChecklistReference(id="grund", version="1.0.0", fingerprint="sha256-1:0")
    before = Assessment(header=Header(id="a", created_at=datetime(2026, 11, 21, tzinfo=UTC)), checklist=reference)
    assert before.answer_by_item == {}

    after = before.model_copy(update={"answers": (Unknown(item="utslapp"),)})

    assert list(after.answer_by_item) == ["utslapp"]
    assert before.answer_by_item == {}
