"""The quick way from a record's bytes to arrays: the same as the long way, or not taken."""

import random
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.broken import noise, torn
from support.records import assessments

from hallbarhet.assessment.moment import reference
from hallbarhet.assessment.plans import plan_of
from hallbarhet.assessment.records import parse, to_bytes
from hallbarhet.assessment.writing import to_toml
from hallbarhet.batch import blocks, scanning
from hallbarhet.batch.blocks import read_blocks
from hallbarhet.batch.claims import claim_of
from hallbarhet.batch.encoding import encoded
from hallbarhet.batch.facts import facts_of
from hallbarhet.batch.reading import own_form
from hallbarhet.batch.rightness import is_right
from hallbarhet.batch.scanning import scanned
from hallbarhet.checklist.reading import load_checklist
from hallbarhet.review.demo import write_demo

SHIPPED = {
    reference(used).fingerprint: plan_of(used)
    for used in map(load_checklist, sorted(Path("checklists").glob("*.toml")))
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("arkiv")
    write_demo(folder, count=40, seed=5)
    return folder


@pytest.fixture(scope="module")
def plans(archive):
    frozen = [load_checklist(path) for path in sorted((archive / "checklistor").glob("*.toml"))]
    return {reference(used).fingerprint: plan_of(used) for used in frozen} | SHIPPED


@pytest.fixture(scope="module")
def raws(archive):
    return sorted(path.read_bytes() for path in archive.glob("RUN*.toml"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("poster")


def long_way(monkeypatch, *arguments):
    with monkeypatch.context() as patched:
        patched.setattr(scanning, "scanned", lambda path, raw, plans: None)
        return read_blocks(*arguments)


def same_answers(left, right):
    return (left is None) == (right is None) and (
        left is None
        or all(
            mine == theirs
            if name == "own"
            else mine.dtype == theirs.dtype and np.array_equal(mine, theirs, equal_nan=name == "numbers")
            for name in (entry.name for entry in fields(left))
            for mine, theirs in [(getattr(left, name), getattr(right, name))]
        )
    )


def same_claims(left, right):
    return all(
        np.array_equal(getattr(left, name), getattr(right, name), equal_nan=name == "index")
        for name in ("index", "level", "state", "is_there")
    )


def assert_same(found, expected):
    assert found.others == expected.others
    assert found.unread == expected.unread
    assert len(found.blocks) == len(expected.blocks)
    for mine, theirs in zip(found.blocks, expected.blocks, strict=True):
        assert (mine.fingerprint, mine.places, mine.misfits) == (theirs.fingerprint, theirs.places, theirs.misfits)
        assert [*map(repr, mine.facts)] == [*map(repr, theirs.facts)]
        assert same_claims(mine.claimed, theirs.claimed)
        assert same_answers(mine.answers, theirs.answers)
        assert same_answers(mine.beside, theirs.beside)


def check(monkeypatch, folder, raws, plans):
    """Whole chunks both ways; how many records were scanned."""
    paths = []
    for number, raw in enumerate(raws):
        path = folder / f"post-{number:05}.toml"
        path.write_bytes(raw)
        paths.append(str(path))
    order = [*plans]
    targets = {mark: plans[order[place - 1]] for place, mark in enumerate(order)}
    for towards in (None, targets):
        assert_same(read_blocks(paths, plans, towards), long_way(monkeypatch, paths, plans, towards))
    return sum(scanned("x", raw, plans) is not None for raw in raws)


def agrees(raw, plans):
    """Whether it was scanned; then the canonical reader, which is proven, reads it, it is right, and is the same."""
    found = scanned("x", raw, plans)
    if found is None:
        return False
    data = own_form(raw)
    assert data is not None
    assert is_right(data)
    mark = data["checklista"]["fingeravtryck"]
    assert found.facts.fingerprint == mark
    mine = blocks._block(mark, plans[mark], [(0, found.facts, found)], None)
    answers, misfits = encoded(plans[mark], [data])
    assert repr(mine.facts) == repr((facts_of("x", data),))
    assert repr(found.claim) == repr(claim_of(data))
    assert same_answers(mine.answers, answers)
    assert mine.misfits == misfits
    return True


def test_a_demo_archive_is_scanned_whole_and_is_the_same(monkeypatch, folder, raws, plans):
    assert check(monkeypatch, folder, raws, plans) == len(raws)


def _answer(plan, place, pick):
    """Something that a question may be answered with, and now and then something that it may not."""
    odd = [{"status": "vet_inte"}, {"status": "ej_relevant"}, {"status": "obesvarad"}, {"grad": 0.5}, {"varde": -2}]
    match plan.questions.kinds[place]:
        case "bedomning":
            cells = [cell for cell in plan.columns.cells if cell.item == place]
            grades = plan.questions.grades[place]
            split = {facet: {} for facet in dict.fromkeys(cell.facet for cell in cells)}
            for cell in cells:
                split[cell.facet][cell.category] = pick.choice(grades)
            own = {"grad": pick.choice(grades)}
            usual = [own, own | {"fasetter": split} if split else own]
        case "text":
            usual = [{"fritext": 'Ord\n\npå rader \\ "'}, {"fritext": " \t"}]
        case "tal":
            usual = [{"varde": 12}, {"varde": -0.25}]
        case _:
            alternatives = [id_ for owner, id_ in plan.columns.choices if owner == place]
            usual = [{"val": alternatives[:1]}, {"val": alternatives}, {"val": []}]
    said = pick.choice(usual * 8 + (odd if pick.random() < RARELY else []))
    return {"punkt": plan.questions.ids[place], "text": "Hur?"} | said


RARELY = 0.1


@pytest.mark.parametrize("mark", SHIPPED)
def test_records_of_every_shipped_checklist_are_the_same(monkeypatch, folder, raws, mark):
    plan, pick = SHIPPED[mark], random.Random(3)  # noqa: S311  (no secret)
    made = []
    for raw in raws[:12]:
        data = own_form(raw)
        asked = [place for place in range(plan.questions.count) if pick.random() > RARELY]
        gates = [{"id": id_, "beslut": "vidare", "inlamnat": list(documents)}
                 for id_, documents in zip(plan.gates.ids, plan.gates.documents, strict=True)]  # fmt: skip
        conflicts = [{"id": id_, "status": "hanterad", "motivering": "x"} for id_ in plan.detectors.index]
        data |= {
            "checklista": data["checklista"] | {"fingeravtryck": mark},
            "svar": [_answer(plan, place, pick) for place in asked],
            "hallplats": gates, "malkonflikt": conflicts,
        }  # fmt: skip
        made.append(to_toml(data).encode())
    assert check(monkeypatch, folder, made, SHIPPED)


def test_a_chunk_of_every_sort_is_the_same(monkeypatch, folder, raws, plans):
    known = dict(list(plans.items())[:1]) | {mark: plans[mark] for mark in list(plans)[1:2]}
    odd = [b"", b"x", raws[0][:-50], raws[1].replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + raws[2], raws[3] + b"# sist\n"]
    mixed = [raw for pair in zip(raws[:12], odd * 2, strict=True) for raw in pair]
    assert 0 < check(monkeypatch, folder, mixed, plans) < len(mixed)
    check(monkeypatch, folder, mixed, known)
    check(monkeypatch, folder, mixed, {})


def small(raws):
    """The shortest record that has everything, and one with a conflict that the officer added."""
    parts = (b"[[hallplats]]", b"[[malkonflikt]]", b"[resultat.teman]", b"[svar.fasetter", b"\nval = ", b"[sigill]")
    return min((raw for raw in raws if all(part in raw for part in parts)), key=len)


def rich(raws):
    """Less of the same of each sort, and more sorts."""
    data = own_form(small(raws))
    by_sort = {}
    for answer in data["svar"]:
        sort = tuple(key for key in answer if key not in {"punkt", "text", "svar", "underlag", "motivering"})
        by_sort[sort] = answer
    own = {"id": "egen-1", "titel": 'Ett "eget"', "allvar": 2, "mot": ["a", "b"], "egen": True, "status": "hanterad"}
    result = data["resultat"]
    data |= {
        "svar": [*by_sort.values()],
        "hallplats": data["hallplats"][:1],
        "malkonflikt": [*data["malkonflikt"][:1], own | {"motivering": "\n \\ \t"}],
        "resultat": result | {
            "malkonflikter": result["malkonflikter"][:2], "hallplatser": result["hallplatser"][:2],
            **{key: dict(list(result[key].items())[:2]) for key in ("teman", "agenda2030", "dimensioner")},
        },
        "sigill": data["sigill"] | {"delar": dict(list(data["sigill"]["delar"].items())[:2])},
    }  # fmt: skip
    data["arende"] |= {"eget": {"egenskap": "x = 1\ny = 2", "antal": 2.5, "dag": data["arende"]["ansokan_datum"]}}
    return to_toml(data).encode()


def test_every_byte_changed_taken_out_or_put_in_is_read_as_the_long_way_reads_it(raws, plans):
    raw = rich(raws)
    assert agrees(raw, plans)
    read = 0
    for place in range(len(raw)):
        for piece in (b"", raw[place : place + 1] * 2, b'"', b"\n", b"0"):
            read += agrees(raw[:place] + piece + raw[place + 1 :], plans)
    assert read


def test_every_line_moved_doubled_or_taken_out_is_read_as_the_long_way_reads_it(raws, plans):
    lines = rich(raws).decode().splitlines(keepends=True)
    read = 0
    for place, line in enumerate(lines):
        rest = lines[:place] + lines[place + 1 :]
        for changed in (rest, [*rest[: place + 1], line, *rest[place + 1 :]], [*lines[:place], line, *lines[place:]]):
            read += agrees("".join(changed).encode(), plans)
    assert read


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_torn_records_are_read_as_the_long_way_reads_them(raws, plans, data):
    agrees(data.draw(torn(rich(raws)) | noise), plans)


@settings(max_examples=150, deadline=None)
@given(assessments, st.data())
def test_any_record_is_read_as_the_long_way_reads_it(plans, made, data):
    mark = data.draw(st.sampled_from([*plans]))
    own = made.checklist.model_copy(update={"fingerprint": mark})
    raw = to_bytes(made.model_copy(update={"checklist": own}))
    if agrees(raw, plans):
        assert parse(raw, "post.toml")[0] is not None


DAYS = ("2027-02-29", "2028-02-29", "1900-02-29", "2026-04-31", "0000-01-01", "2026-1-1")


@pytest.mark.parametrize("day", DAYS)
def test_a_day_is_read_only_if_the_calendar_has_it(raws, plans, day):
    raw = rich(raws)
    key = b"ansokan_datum = "
    before, _, after = raw.partition(key)
    changed = before + key + day.encode() + after[10:]
    assert agrees(changed, plans) == (day == "2028-02-29")


@pytest.mark.parametrize(
    "before, after",
    [
        ("grad = ", "grad = +"), ("grad = 1", "grad = 01"), ("grad = 1", "grad = 1_0"), ("grad = 1", "grad = 1e0"),
        ("grad = 1", "grad = 1.5"), ("grad = 1\n", "grad = 1.0\n"),
        ("grad = ", "grad = -0"), ("grad = 1", "grad = nan"),
        ("sokt_belopp = ", "sokt_belopp = -"), ("min = ", "min = 9e99"), ("status = ", 'status = "x"\nstatus = '),
        ("[sigill]", "[sigill]\n[sigill]"), ("skapad = 2", "skapad = 3"), ("+0", "+9"), ("T", "T9"), ("T", " "),
        ('"vet_inte"', '"ej_relevant"'), ('"vet_inte"', '"obesvarad"'), ("med = ", "utan = "), ("netto", "min"),
        ("a", "a\u030a"), ("a", "\u00e5"), ("a", "\u2013"), ("a", "\x00"), ("a", "\r"), ("a", "\x85"), ("a", r"\u0301"),
    ],
)  # fmt: skip
def test_an_odd_value_is_read_as_the_long_way_reads_it(raws, plans, before, after):
    text = rich(raws).decode()
    for count in (1, -1):
        agrees(text.replace(before, after, count).encode(), plans)
    place = text.rfind(before)
    agrees((text[:place] + after + text[place + len(before) :]).encode(), plans)
