"""What an undo says: the field by its name, and what stands in it now."""

import pytest
from support.small import open_session, small_case

from hallbarhet.assessment.model import ConflictHandling, GateDecision, Judgement
from hallbarhet.assessment.shown.undone import undone_words


def said(*changes, redo=False):
    """What is said when the last of some changes is taken back, or done again."""
    session = open_session()
    for change in changes:
        change(session)
    before, step = session.assessment, session.undo()
    if redo:
        before, step = session.assessment, session.redo()
    return undone_words(session.checklist, before, session.assessment, step, again=redo)


CASES = [
    ((lambda s: s.judge("jobb", 1), lambda s: s.judge("jobb", -1)), "Ångrat. ”Jobb”: Bidrar."),
    ((lambda s: s.judge("jobb", 1),), "Ångrat. ”Jobb”: Obesvarad."),
    (
        (lambda s: s.judge("jobb", 1), lambda s: s.explain("jobb", "Två tjänster.")),
        "Ångrat. ”Jobb, motivering”: tomt.",
    ),
    ((lambda s: s.describe_case(small_case(title="Gångväg")),), "Ångrat. ”Rubrik”: Cykelled."),
    ((lambda s: s.describe_case(small_case(amount_applied=5)),), "Ångrat. ”Sökt belopp”: 100 000."),
    ((lambda s: s.describe_case(small_case(support_form="x")),), "Ångrat. ”Stödform”: projektmedel."),
    ((lambda s: s.set_officer("Bo Berg"),), "Ångrat. ”Handläggare”: Eva Ek."),
    (
        (lambda s: s.decide(GateDecision(id="stanna", decision="tank_om")),),
        "Ångrat. ”Hållplats: tänka om? avsluta?”: inte avgjord.",
    ),
    (
        (
            lambda s: s.handle(ConflictHandling(id="egen-1", title="Min", own=True)),
            lambda s: s.handle(ConflictHandling(id="egen-1", title="Min", own=True, status="hanterad")),
        ),
        "Ångrat. ”Min”: öppen.",
    ),
    ((lambda s: s.handle(ConflictHandling(id="egen-1", title="Min", own=True)),), "Ångrat. ”Min”: inget skrivet."),
    (
        (
            lambda s: s.conclude(Judgement(recommendation="vidare")),
            lambda s: s.conclude(Judgement(recommendation="avsluta")),
        ),
        "Ångrat. ”Rekommendation”: Gå vidare.",
    ),
    (
        (lambda s: s.conclude(Judgement(conditions=("A.",))), lambda s: s.conclude(Judgement())),
        "Ångrat. ”Villkor”: A.",
    ),
    (
        (lambda s: s.conclude(Judgement(text="Bra.")), lambda s: s.conclude(Judgement(dimensions={"social": "Mer."}))),
        "Ångrat. ”Samlad bedömning”: Bra.",
    ),
    ((lambda s: s.set_depth("fordjupad"),), "Ångrat: checklista, stödform och djup är som förut."),
]


@pytest.mark.parametrize("changes, sentence", CASES, ids=[sentence for _, sentence in CASES])
def test_undo_says_what_came_back(changes, sentence):
    assert said(*changes).replace("\u00a0", " ") == sentence


def test_redo_says_what_was_done_again():
    assert said(lambda s: s.judge("jobb", 1), redo=True) == "Gjort igen. ”Jobb”: Bidrar."
    assert said(lambda s: s.set_depth("fordjupad"), redo=True).startswith("Gjort igen: checklista")
