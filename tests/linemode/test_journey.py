"""Whole ways through the line mode, as one would type them."""

from support.conversation import WHOLE

from hallbarhet.assessment.records import load


def record_in(archive):
    return load(next(archive.glob("*.toml"))).assessment


def test_a_case_is_walked_from_new_to_sealed_through_a_pipe(talk, archive):
    code, said = talk(*WHOLE)
    assert code == 0, said
    record = record_in(archive)
    assert record.header.status == "klar", said
    assert record.seal is not None
    assert record.case.amount_applied == 100_000
    assert record.header.officer == "Eva Ek"
    assert record.answer_by_item["jobb"].rationale == "Två tjänster."
    assert record.answer_by_item["jobb-hur"].value == 2
    assert record.gate_by_id["stanna"].questions[0].answer == "Ja."
    assert record.judgement.text == "Bra insats."
    assert len(list(archive.glob("*.html"))) == 2
    assert "Bedömningen är klar och förseglad. Sparat 14:32." in said
    assert "\x1b" not in said
