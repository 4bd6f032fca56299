"""Records straight to arrays: the same as by way of assessments, whatever they hold."""

import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.records import SAMPLE, assessments

from hallbarhet.assessment.arrays import case_values, to_answers
from hallbarhet.assessment.model import Assessment, Case
from hallbarhet.assessment.plans import plan_of
from hallbarhet.assessment.records import parse, to_bytes
from hallbarhet.batch.encoding import CASE_FIELDS, beside, encoded
from hallbarhet.batch.reading import own_form
from hallbarhet.batch.rightness import is_right
from hallbarhet.checklist import toml
from hallbarhet.checklist.reading import load_checklist
from hallbarhet.review.demo import write_demo

SHIPPED = sorted(Path("checklists").glob("*.toml"))


def data_of(raw):
    document, _ = toml.parse(raw, "post.toml")
    return document.data


def same(left, right):
    return all(
        getattr(left, entry.name) == getattr(right, entry.name)
        if entry.name == "own"
        else np.array_equal(getattr(left, entry.name), getattr(right, entry.name), equal_nan=entry.name == "numbers")
        for entry in fields(left)
    )


def check(plan, raws):
    found, told = encoded(plan, [data_of(raw) for raw in raws])
    expected, misfits = to_answers(plan, [parse(raw, "post.toml")[0] for raw in raws])
    assert same(found, expected)
    assert told == misfits
    sides = beside(plan, [data_of(raw) for raw in raws])
    for name in ("case", "depth", "decisions", "gate_written", "statuses", "conflict_written"):
        assert np.array_equal(getattr(sides, name), getattr(expected, name)), name
    assert sides.own == expected.own


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("arkiv")
    write_demo(folder, count=30, seed=5)
    records = sorted(path.read_bytes() for path in folder.glob("RUN*.toml"))
    assert len(records) >= 30
    return records


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_demo_archive_is_encoded_as_assessments_are(archive, path):
    """Most of its records are of other checklists than this, so that most answers fit nowhere."""
    check(plan_of(load_checklist(path)), archive)


def test_the_records_of_the_program_are_read_in_the_quick_way(archive):
    read = [own_form(raw) for raw in archive]
    assert all(data is not None and is_right(data) for data in read)
    assert read == [data_of(raw) for raw in archive]


plan = plan_of(load_checklist(next(path for path in SHIPPED if "kronoberg-projektmedel" in path.name)))
items = st.sampled_from(plan.questions.ids)


def _said(item):
    place = plan.questions.index[item]
    grades = plan.questions.grades[place] or (0.0,)
    alternatives = [id_ for owner, id_ in plan.columns.choices if owner == place] or ["x"]
    cells = [(cell.facet, cell.category) for cell in plan.columns.cells if cell.item == place]
    split = {facet: {category: grades[0] for own, category in cells if own == facet} for facet, _ in cells}
    return st.sampled_from(
        [
            {"grad": grades[-1]}, {"grad": int(grades[0])}, {"grad": 99}, {"grad": 0.5},
            {"grad": grades[0], "fasetter": split}, {"grad": grades[0], "fasetter": {"okänd": {"x": 1}}},
            {"status": "vet_inte"}, {"status": "ej_relevant"}, {"status": "obesvarad", "motivering": "x"},
            {"fritext": "ord"}, {"fritext": " "}, {"varde": 12.5}, {"varde": 3}, {"val": alternatives[:1]},
            {"val": []}, {"val": ["okänt"]}, {"val": alternatives},
        ]
    ).map(lambda said: {"punkt": item, **said})  # fmt: skip


records = st.builds(
    lambda answers, gates, conflicts, case, depth: {
        **tomllib.loads(SAMPLE.decode()),
        "svar": list({answer["punkt"]: answer for answer in answers}.values()),
        "hallplats": list({gate["id"]: gate for gate in gates}.values()),
        "malkonflikt": list({conflict["id"]: conflict for conflict in conflicts}.values()),
        "arende": case,
        "bedomning": {**tomllib.loads(SAMPLE.decode())["bedomning"], **depth},
    },
    st.lists(items.flatmap(_said) | st.just({"punkt": "borta", "grad": 1}), max_size=30),
    st.lists(
        st.fixed_dictionaries(
            {"id": st.sampled_from([*plan.gates.ids, "borta"])},
            optional={
                "beslut": st.sampled_from(["vidare", "tank_om", "avsluta"]), "motivering": st.sampled_from(["x", " "]),
                "ansvarig": st.sampled_from(["x", ""]), "datum": st.dates(),
                "inlamnat": st.lists(st.sampled_from([*sum(plan.gates.documents, ()), "x"]), max_size=4),
            },
        ),
        max_size=5,
    ),
    st.lists(
        st.fixed_dictionaries(
            {"id": st.sampled_from([*plan.detectors.index, "borta"])},
            optional={
                "egen": st.booleans(), "titel": st.just("t"), "allvar": st.integers(0, 4), "mot": st.just(["a", "b"]),
                "status": st.sampled_from(["oppen", "hanterad", "accepterad", "avfardad"]), "motivering": st.just("x"),
                "uppfoljning_datum": st.dates(), "uppfoljning": st.just(" "), "beslutsfattare": st.just("x"),
            },
        ),
        max_size=5,
    ),
    st.fixed_dictionaries(
        {},
        optional={
            "sokt_belopp": st.integers(0, 10**7) | st.floats(0, 1e7),
            "kommuner": st.lists(st.just("Växjö"), max_size=2),
            "stodform": st.sampled_from(["projektmedel", "utelämnat", ""]), "projekt_start": st.dates(),
            "eget": st.just({"sokt_belopp": 3, "annat": "x"}),
        },
    ),
    st.fixed_dictionaries({}, optional={"djup": st.sampled_from(["kort", "fordjupad"])}),
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(records, min_size=1, max_size=3))
def test_any_record_is_encoded_as_its_assessment_is(several):
    found, told = encoded(plan, several)
    read = [Assessment.model_validate(data, by_alias=True, by_name=False) for data in several]
    expected, misfits = to_answers(plan, read)
    assert same(found, expected)
    assert told == misfits


def test_every_field_of_a_case_is_known():
    case = Case.model_construct(**dict.fromkeys(Case.model_fields, "x") | {"own": {}})
    assert set(CASE_FIELDS) == set(case_values(case))


WRONG = (None, True, -1, 1.5, "", "ord", [], ["x"], [1], {}, {"a": 1}, [{}], {"a": {"b": "c"}}, float("1e15"))


def test_what_is_plainly_right_has_no_faults():
    right = []

    @settings(max_examples=60, deadline=None)
    @given(assessments)
    def tried(assessment):
        raw = to_bytes(assessment)
        data = own_form(raw)
        right.append(data is not None and is_right(data))
        assert parse(raw, "post.toml")[0] is not None or not right[-1]

    tried()
    assert any(right)


def _places(value, path=()):
    yield path
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from _places(inner, (*path, step))


def _changed(value, path, new):
    if not path:
        return new
    copied = dict(value) if isinstance(value, dict) else list(value)
    copied[path[0]] = _changed(value[path[0]], path[1:], new)
    return copied


def test_a_value_of_another_kind_is_right_only_where_the_models_say_so():
    data = data_of(SAMPLE)
    agreed = 0
    for path in _places(data):
        for wrong in WRONG:
            if path and is_right(changed := _changed(data, path, wrong)):
                Assessment.model_validate(changed, by_alias=True, by_name=False)
                agreed += 1
    assert agreed > 100


def test_a_table_without_what_it_needs_is_not_right():
    data = data_of(SAMPLE)
    assert is_right(data)
    for part, key in (("bedomning", "id"), ("bedomning", "skapad"), ("checklista", "version"), ("svar", "punkt")):
        bare = data[part][0] if isinstance(data[part], list) else data[part]
        less = {name: value for name, value in bare.items() if name != key}
        assert not is_right({**data, part: [less] if isinstance(data[part], list) else less}), (part, key)
    assert not is_right({**data, "svar": data["svar"][:1] * 2})
    assert not is_right({**data, "format": 2})
    assert not is_right({**data, "format": 1.0})


def test_a_worker_that_reads_the_program_s_records_loads_no_models(tmp_path):
    write_demo(tmp_path, count=3)
    code = """
import pickle, sys
from hallbarhet.batch.rescoring import rescored_chunk
from hallbarhet.batch.encoding import beside, encoded
from hallbarhet.batch.reading import read_record
plan = pickle.load(open(sys.argv[1], "rb"))
records = [read_record(path) for path in sys.argv[2:]]
assert len(records) == 3 and not any(record.is_slow for record in records)
beside(plan, [record.data for record in records])
print(*sys.modules)
"""
    import pickle  # noqa: PLC0415

    (tmp_path / "plan").write_bytes(pickle.dumps(plan))
    paths = map(str, sorted(tmp_path.glob("RUN*.toml")))
    ran = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "plan"), *paths], check=True, capture_output=True, text=True
    )
    assert not {"pydantic", "textual", "jinja2", "rich"} & set(ran.stdout.split())
