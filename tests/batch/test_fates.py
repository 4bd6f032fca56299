"""What became of the answers to each question, for the whole archive."""

from hypothesis import given, settings
from hypothesis import strategies as st
from support.archives import answered, archive, first_version, worked_archive, written
from support.random_pairs import answers_to, checklist, pairs
from support.rescored import told_of
from support.worked import DATA

from hallbarhet.assessment.adapt import adapt
from hallbarhet.assessment.arrays import to_answers
from hallbarhet.assessment.model import Noted
from hallbarhet.assessment.plans import plan_of
from hallbarhet.batch.carry import carried
from hallbarhet.batch.carrying import compile_carry
from hallbarhet.batch.fates import Fate, fates, fates_together
from hallbarhet.scoring.answers import Answers

FIVE = {"text": "?", "slag": "bedomning", "tema": "t0", "ej_relevant": True, "skala": "fem"}
THREE = {**FIVE, "skala": "tre"}
TABLE = [{"fran": -2, "till": -1}, {"fran": 2, "till": 1}]


def test_every_question_says_how_many_answers_were_kept_changed_lost_or_missing(tmp_path):
    old = checklist("1.0.0", [{**FIVE, "id": name} for name in ("samma", "skala", "a", "b", "hel", "borta")], [])
    rows = [
        {"slag": "omskalad", "fran": "skala", "till": "skala", "grader": TABLE},
        {"slag": "sammanslagen", "fran": ["a", "b"], "till": "ab"},
        {"slag": "delad", "fran": "hel", "till": "halv", "regel": "kopia"},
        {"slag": "delad", "fran": "hel", "till": "rest"},
    ]
    questions = [
        {**FIVE, "id": "samma", "tema": "t1"},
        {**THREE, "id": "skala"},
        *({**FIVE, "id": name} for name in ("ab", "halv", "rest", "ny")),
    ]
    new = checklist("2.0.0", questions, [{"fran_version": "1", **row} for row in rows])
    answers = [
        {"samma": 1, "skala": -2, "a": 1, "b": 2, "hel": 1, "borta": 2},
        {"samma": "vet_inte", "skala": 1, "a": "vet_inte", "b": 1, "hel": "ej_relevant"},
        {"skala": "ej_relevant"},
    ]
    records = {f"post{place}": answered(old, said, f"post{place}") for place, said in enumerate(answers)}
    folder = archive(tmp_path / "arkiv", records, [old])
    assert told_of(folder, written(tmp_path / "ny.toml", new)).questions == {
        "samma": Fate(kept=2),
        "skala": Fate(kept=1, changed=1, lost=1),
        "ab": Fate(kept=1, changed=1),
        "halv": Fate(changed=1, lost=1),
        "rest": Fate(lost=2),
        "ny": Fate(new=3),
        "borta": Fate(lost=1),
    }


def test_nothing_is_told_where_the_answers_stay_as_they_are(tmp_path):
    folder = worked_archive(tmp_path / "arkiv")
    assert told_of(folder).questions == {}


def test_without_the_old_checklist_what_follows_along_is_told_all_the_same(tmp_path):
    folder = worked_archive(tmp_path / "arkiv")
    for copy in (folder / "checklistor").iterdir():
        copy.unlink()
    same = first_version(checklista={**DATA["checklista"], "version": "1.0.1"})
    found = told_of(folder, written(tmp_path / "ny.toml", same)).questions
    assert set(found.values()) == {Fate(kept=5)}
    assert [*found] == [item["id"] for part in DATA["avsnitt"] for item in part["punkt"]]


def test_parts_are_joined_in_the_order_that_questions_turn_up():
    parts = [{"b": Fate(kept=1)}, {"a": Fate(lost=1), "b": Fate(changed=2)}]
    assert [*fates_together(parts).items()] == [("b", Fate(kept=1, changed=2)), ("a", Fate(lost=1))]


@settings(max_examples=60)
@given(pairs().flatmap(lambda pair: st.tuples(st.just(pair), st.lists(answers_to(pair[0]), min_size=1, max_size=4))))
def test_the_counts_are_what_adapt_says_of_each_record(drawn):
    (old, new), records = drawn
    before, plan = plan_of(old), plan_of(new)
    carry = compile_carry(old, new, before, plan)
    plan = plan.between(carry.between)
    found = carried(carry, plan, to_answers(before, records)[0], Answers.empty(plan, len(records)))
    reworked = carry.is_reworked[None].repeat(len(records), axis=0)
    told = fates(plan, found.answers.codes, found.causes, reworked, [()] * len(records))
    adapted = [adapt(record, old, new, between=True) for record in records]
    for item in new.items:
        carried_ = [next((c for c in (*one.kept, *one.changed) if c.item == item.id), None) for one in adapted]
        lost = [bool(one and one.cause) for one in carried_]
        answers = [one.assessment.answer_by_item.get(item.id) for one in adapted]
        # a merge that misses a part is no answer: what it had is only noted
        there = [
            answer is not None and not isinstance(answer, Noted) and came is not None
            for answer, came in zip(answers, carried_, strict=True)
        ]
        fate = told[item.id]
        assert fate.kept + fate.changed == sum(
            is_there and not is_lost for is_there, is_lost in zip(there, lost, strict=True)
        )
        assert fate.lost == sum(lost)
        assert fate.new == sum(item.id in one.new for one in adapted)
