"""Another checklist or support form: offered, worked out, told; done by nobody until somebody says so."""

from support.small import CLOCK, SMALL, open_session, small_case, small_checklist

from hallbarhet.checklist.library import Library
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.toml import parse
from hallbarhet.review.changing import offers, prepared
from hallbarhet.texts import changing as texts

NAMES = {"projektmedel": "Projektmedel", "mikrostod": "Mikrostöd"}


def changed(old, new):
    document, _ = parse(SMALL.replace(old, new).encode(), "liten.toml")
    return Checklist.model_validate(document.data, by_alias=True, by_name=False)


def worked_out(session, new, form="projektmedel"):
    return prepared(
        session.assessment, session.checklist, new, form, who="Eva Ek", now=CLOCK, names=NAMES
    )  # fmt: skip


def test_nothing_changes_where_checklist_and_form_are_the_same():
    session = open_session()
    found = worked_out(session, small_checklist())
    assert found.lines == ()
    assert found.assessment == session.assessment


def test_another_form_alone_keeps_every_answer_and_leaves_an_event():
    session = open_session()
    session.judge("jobb", 1)
    found = worked_out(session, small_checklist(), "mikrostod")
    assert found.lines == ("Stödformen ändras från Projektmedel till Mikrostöd.", texts.ONLY_FORM)
    assert found.assessment.answers == session.assessment.answers
    assert found.assessment.case.support_form == "mikrostod"
    assert found.assessment.events[-1].what == "stödform ändrad från projektmedel till mikrostod"


def test_an_answer_whose_question_is_not_asked_there_is_told_and_kept():
    session = open_session()
    session.judge("utslapp", 0)
    deeper = changed('tema = "klimat", ej_relevant = false', 'tema = "klimat", ej_relevant = false, djup = "fordjupad"')
    found = worked_out(session, deeper)
    assert texts.not_asked(1) in found.lines
    assert found.assessment.answer_by_item["utslapp"].inactive


def test_both_at_once_leave_two_events():
    session = open_session()
    newer = changed('version = "1.0.0"', 'version = "1.1.0"')
    found = worked_out(session, newer, "mikrostod")
    assert [event.what for event in found.assessment.events[-2:]] == [
        "anpassad från liten 1.0.0 till liten 1.1.0", "stödform ändrad från projektmedel till mikrostod",
    ]  # fmt: skip


def test_the_cases_own_form_is_offered_first_and_what_is_used_now_is_marked(tmp_path, monkeypatch):
    monkeypatch.setenv("HALLBARHET_CONFIG_DIR", str(tmp_path / "egna"))
    folder = tmp_path / "checklistor"
    folder.mkdir()
    (folder / "liten.toml").write_text(SMALL, encoding="utf-8")
    (folder / "liten-2.toml").write_text(
        SMALL.replace('id = "liten"', 'id = "andra"').replace("En liten", "En annan"), encoding="utf-8"
    )
    session = open_session(small_case(support_form="mikrostod"))
    found = offers(Library(tmp_path), session.assessment)
    assert found[0].support_form == "mikrostod"
    [now] = [offer for offer in found if offer.is_now]
    assert (now.support_form, now.title, now.note) == ("mikrostod", "En liten checklista", texts.NOW)
    assert {offer.note for offer in found if offer.title == "En annan checklista"} == {""}
