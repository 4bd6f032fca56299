"""Reports of whole cases, scored: the public extract counts to the same numbers, and the derivation adds up."""

import random
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hallbarhet.assessment.arrays import to_answers
from hallbarhet.assessment.model import Case, ConflictHandling, GateDecision, Judgement
from hallbarhet.assessment.moment import new_assessment
from hallbarhet.assessment.plans import plan_of
from hallbarhet.assessment.records import parse
from hallbarhet.assessment.result import score
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.checklist.model import Checklist
from hallbarhet.report.embedded import extract_record
from hallbarhet.report.redaction import public_extract, public_outcome
from hallbarhet.report.render import render_html
from hallbarhet.report.view import report_view
from hallbarhet.report.write import write_report
from hallbarhet.scoring.explain import explain

NOW = datetime(2026, 11, 21, 14, 32, 10, tzinfo=UTC)
SHIPPED = sorted((Path(__file__).parents[2] / "checklists").glob("*.toml"))
WHOLE = [path for path in SHIPPED if "bygger_pa" not in path.read_text(encoding="utf-8")]
"""Checklists that are no overlay: they read without a library."""


@pytest.fixture(autouse=True)
def activity():
    """Here scoring says which questions are asked."""


@pytest.fixture(scope="module", params=WHOLE, ids=[path.stem for path in WHOLE])
def shipped(request):
    return Checklist.model_validate(
        tomllib.loads(request.param.read_text(encoding="utf-8")), by_alias=True, by_name=False
    )


def invented(checklist, seed):
    """A case answered at random, with a stretch of every kind of answer, some of it internal."""
    pick = random.Random(seed)  # noqa: S311  (the same cases every time)
    case = Case(
        diary_number="RUN/1/2026", title="Cykelled", applicant="Byalaget", amount_applied=pick.choice((90_000, 900_000))
    )
    start = new_assessment(checklist, case, officer="Eva Ek", id="0193f2a0-0000-7000-8000-000000000001", now=NOW)
    session = AssessmentSession(checklist, start, clock=lambda: NOW)
    for item in checklist.items:
        if session.activity[item.id] == "aktiv":
            answer(session, item, pick)
    for gate in checklist.gates:
        if pick.random() < 0.7:
            documents = tuple(name for name in gate.documents if pick.random() < 0.7)
            session.decide(
                GateDecision(id=gate.id, decision="vidare", rationale="Ring 070-123 45 67.", handed_in=documents)
            )
    for found in session.outcome.open_conflicts[:3]:
        session.handle(
            ConflictHandling(
                id=found.id, title="En konflikt", status="hanterad", rationale="Se a@b.se.", action="Dras om.",
                responsible="Byn", follow_up="Rapport", follow_up_on=date(2027, 6, 1), decided_by="Nämnden",
            )
        )  # fmt: skip
    session.handle(
        ConflictHandling(id="egen-1", title="Buller", against=("Granne 070-123 45 67",), severity=2, own=True)
    )
    session.conclude(Judgement(text="Bra.", recommendation="vidare"))
    return session.assessment


def answer(session, item, pick):
    kind = pick.random()
    if kind < 0.1:
        session.unknown(item.id, "Kommunen")
    elif kind < 0.15 and item.may_be_waived:
        session.not_relevant(item.id)
    elif kind < 0.2:
        return
    elif item.kind == "bedomning":
        grades = [grade.grade for grade in session.checklist.scale_of(item).grades]
        session.judge(item.id, pick.choice(grades))
        for facet in item.facets:
            categories = session.checklist.facet_by_id[facet].categories
            session.split(item.id, facet, {category.id: pick.choice(grades) for category in categories})
    elif item.kind == "text":
        session.write(item.id, "Skriv till a@b.se.")
    elif item.kind == "tal":
        session.measure(item.id, item.at_least or 3)
    else:
        session.choose(item.id, (pick.choice(item.alternatives).id,))
    session.explain(item.id, "Ansökan s. 7, och 850101-1236.")
    session.mark_internal(item.id, pick.random() < 0.3)


@pytest.mark.parametrize("seed", range(4))
def test_the_extract_counts_to_the_same_numbers(shipped, seed):
    assessment = invented(shipped, seed)
    extract = public_extract(shipped, assessment)
    outcome = score(shipped, assessment)
    assert score(shipped, extract) == public_outcome(shipped, outcome, assessment, extract)


def test_what_a_public_report_carries_counts_to_the_same_numbers(shipped, tmp_path):
    assessment = invented(shipped, 7)
    outcome = score(shipped, assessment)
    page = write_report(tmp_path / "post.toml", shipped, assessment, outcome, public=True).read_bytes()
    carried, problems = parse(extract_record(page), "utdrag.toml")
    assert problems == []
    assert score(shipped, carried) == public_outcome(shipped, outcome, assessment, carried)
    for personal in (b"070-123", b"a@b.se", b"850101"):
        assert personal not in page


def test_what_each_answer_gives_adds_up_to_the_points_of_its_dimension(shipped):
    assessment = invented(shipped, 11)
    outcome = score(shipped, assessment)
    plan = plan_of(shipped)
    explanation = explain(plan, to_answers(plan, [assessment])[0], outcome)
    view = report_view(shipped, assessment, outcome, public=False, explanation=explanation)
    table = view.method.how_tables[0]
    for card in view.dimensions.cards:
        added = sum(shown(row.cells[3]) for row in table.rows if row.cells[0] == card.name)
        assert added == pytest.approx(shown(card.points), abs=0.05 * len(table.rows))
    assert table.caption in render_html(view)


def shown(text):
    return 0.0 if text == "–" else float(text.replace("−", "-").replace(",", "."))
