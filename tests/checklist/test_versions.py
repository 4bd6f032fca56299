"""What differs between two checklists, by meaning; and the step it calls for."""
# ruff: noqa: E501  (a table reads best with one case per row)

import pytest
from pydantic import BaseModel

from hallbarhet.checklist import model, questions, rules
from hallbarhet.checklist.aspects import ASPECTS, NAMED
from hallbarhet.checklist.versions import compare

Q = '\n[[avsnitt.punkt]]\nid = "ny"\ntext = "Ny?"\nvagledning = "Läs."\n'
GATE = '[[hallplats]]\nid = "stopp-utslapp"'

COMPARED_BY_ENTRY = {
    model.Checklist: set(model.Checklist.model_fields),
    model.Header: {"version"},
    model.Scale: {"grades"},
    model.Facet: {"categories"},
    model.Item: {"alternatives"},
    model.Section: {"items"},
    model.Rules: {"case_fields", "conflict", "robustness"},
    model.ExampleCase: {"name"},
    model.Interaction: {"source", "target"},
    model.Dropped: {"kind"},
}
"""What is compared entry by entry, and what entries are known by."""

TABLES_LIVE_IN = {model.__name__, questions.__name__, rules.__name__}
WHOLE = {model.Source, model.Cap, model.Expectation, model.Mapping, model.GradeMapping, model.Origin}
"""Compared as they are, inside a list; where a checklist came from is no part of what it says."""


def question(lines):
    return GATE, f"{Q}{lines}\n\n{GATE}"


def told(ground, old, new):
    difference = compare(ground.checklist(*old), ground.checklist(*new))
    return [(change.kind, change.what, change.key, change.step) for change in difference.changes]


def mapped(row):
    return f'[[koppling]]\nfran_version = "1"\n{row}'


CASES = [
    ("words", ('titel = "Del 1"', 'titel = "Del ett"'), ("ord", ("avsnitt", "ett"), "titel", "patch")),
    ("a question", ('text = "Vilka påverkas?"', 'text = "Vem påverkas?"'), ("ord", ("punkt", "vilka"), "text", "patch")),
    ("an anchor", ('text = "Sämre" }', 'text = "Något sämre" }'), ("ord", ("grad", "fem", "-1"), "text", "patch")),
    ("a weight", ('taggar = ["barn"]', 'taggar = ["barn"]\nvikt = 2'), ("vikt", ("punkt", "vilka"), "vikt", "minor")),
    ("a theme's weight", ('namn = "Klimat"', 'namn = "Klimat"\nvikt = 3'), ("vikt", ("tema", "klimat"), "vikt", "minor")),
    ("tags", ('taggar = ["barn"]\n', ""), ("lankar", ("punkt", "vilka"), "taggar", "minor")),
    ("a gate's condition", ("max = -2 }", "max = -1 }"), ("villkor", ("hallplats", "stopp-utslapp"), "om", "minor")),
    ("a gate's effect", ('verkan = "stopp"', 'verkan = "avvakta"'), ("krav", ("hallplats", "stopp-utslapp"), "verkan", "minor")),
    ("a conflict rule", ('minus = "utslapp"', 'minus = "utslapp"\ntroskel_plus = 0.5'), ("grans", ("malkonflikt", "folk-mot-klimat"), "troskel_plus", "minor")),
    ("a threshold", "[regler.konflikt]\nspann = 80", ("grans", ("regler", "konflikt"), "spann", "minor")),
    ("coverage", "[regler]\nsvarsgrad_min = 0.7", ("grans", ("regler",), "svarsgrad_min", "minor")),
    ("grades", ('  { grad = 2, text = "Mycket bättre" },\n', ""), ("skala", ("skala", "fem"), "grader", "major")),
    ("polarity", ("neutral = 0", "neutral = 0\npolaritet = -1"), ("skala", ("skala", "fem"), "polaritet", "major")),
    ("what kind of answer", ('slag = "tal"\nmin = 0\nmax = 100', 'slag = "text"'), ("innebord", ("punkt", "ton"), "slag", "major")),
    ("narrower bounds", ("max = 100", "max = 50"), ("grans", ("punkt", "ton"), "max", "major")),
    ("wider bounds", ("max = 100", "max = 500"), ("grans", ("punkt", "ton"), "max", "minor")),
    ("a demanded question", question('slag = "bedomning"\nskala = "fem"\ntema = "klimat"'), ("tillagd", ("punkt", "ny"), "", "major")),
    ("an optional question", question('slag = "text"'), ("tillagd", ("punkt", "ny"), "", "minor")),
    ("an alternative dropped", (', { id = "gammal", text = "Gammal" }', ', { id = "bra", text = "Bra" }'), ("borttagen", ("alternativ", "sort", "gammal"), "", "major")),
    ("a category dropped", ('{ id = "man", text = "Män" }', '{ id = "alla", text = "Alla" }'), ("borttagen", ("kategori", "kon", "man"), "", "major")),
    ("a level's threshold", '[[niva]]\nniva = 5\nnamn = "Starkt bidrag"\nindex_min = 60\ndimension_min = 0\n[[niva]]\nniva = 1\nnamn = "Motverkar"', ("grans", ("niva", "5"), "index_min", "minor")),
    ("fewer levels", '[[niva]]\nniva = 5\nnamn = "Starkt bidrag"\nindex_min = 50\ndimension_min = 0\n[[niva]]\nniva = 1\nnamn = "Motverkar"', ("borttagen", ("niva", "4"), "", "major")),
    ("an example", '[[provfall]]\nnamn = "P"\nsvar = {}\nvantat = { niva = 3 }', ("tillagd", ("provfall", "P"), "", "patch")),
    ("a case field", '[regler]\ntillagg_arende = [{ id = "bygd", text = "Bygd" }]', ("tillagd", ("tillagg_arende", "bygd"), "", "minor")),
]  # fmt: skip


@pytest.mark.parametrize("edit, change", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_each_change_is_seen_with_the_step_it_calls_for(ground, edit, change):
    assert change in told(ground, (), (edit,))


@pytest.mark.parametrize("edit", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_a_checklist_does_not_differ_from_itself(ground, edit):
    assert told(ground, (edit,), (edit,)) == []


def test_what_is_added_one_way_is_dropped_the_other(ground):
    assert told(ground, (question('slag = "text"'),), ()) == [("borttagen", ("punkt", "ny"), "", "major")]


def test_a_question_that_counts_in_another_dimension_means_something_else(ground):
    scored = 'slag = "bedomning"\nskala = "fem"\ntema = '
    changes = told(ground, (question(f'{scored}"klimat"'),), (question(f'{scored}"manniskor"'),))
    assert changes == [("lankar", ("punkt", "ny"), "tema", "major")]


def test_a_question_that_stands_in_another_part_is_moved(ground):
    earlier = ('\n[[avsnitt]]\nid = "tva"', f'{Q}slag = "text"\n\n[[avsnitt]]\nid = "tva"')
    changes = told(ground, (earlier,), (question('slag = "text"'),))
    assert changes == [("flyttad", ("punkt", "ny"), "avsnitt", "minor")]


def test_a_new_order_of_dimensions_is_told(ground):
    social, ekologisk = (
        '[[dimension]]\nid = "social"\nnamn = "Social"\n',
        '\n[[dimension]]\nid = "ekologisk"\nnamn = "Ekologisk"\n',
    )
    edit = (social + ekologisk, ekologisk + social)
    assert told(ground, (), (edit,)) == [("ordning", ("dimension",), "", "minor")]


def test_a_new_order_of_questions_within_a_part_is_told(ground):
    before = ('id = "sort"\ntext = "Vilken sort är det?"', 'id = "sort"\ntext = "Vilken sort är det?"')
    later = '\n[[avsnitt.punkt]]\nid = "sist"\ntext = "Sist?"\nvagledning = "Läs."\nslag = "text"\n'
    first = (f"[[avsnitt.punkt]]\n{before[0]}", f"{later}\n[[avsnitt.punkt]]\n{before[0]}")
    last = ('\n[[avsnitt]]\nid = "tva"', f'{later}\n[[avsnitt]]\nid = "tva"')
    assert told(ground, (first,), (last,)) == [("ordning", ("avsnitt", "ett"), "punkt", "minor")]


def test_a_renamed_question_is_not_one_dropped_and_one_added(ground):
    renamed = [('id = "ton"', 'id = "tonn"'), mapped('slag = "omformulerad"\nfran = "ton"\ntill = "tonn"')]
    assert told(ground, (), renamed) == [
        ("omdopt", ("punkt", "tonn"), "", "minor"),
        ("lankar", ("koppling",), "", "patch"),
    ]


def test_a_row_may_lead_to_a_question_that_a_later_row_leads_on_from(ground):
    older = '[[koppling]]\nfran_version = "0"\nslag = "samma"\nfran = "a"\ntill = "b"'
    assert [problem.code for problem in ground.problems(older)] == ["C102"]
    assert ground.problems(older, mapped('slag = "samma"\nfran = "b"\ntill = "ton"')) == []


def test_without_a_row_it_is_dropped_and_added(ground):
    kinds = [change[0] for change in told(ground, (), [('id = "ton"', 'id = "tonn"')])]
    assert kinds == ["borttagen", "tillagd"]


def test_merged_and_split_questions_are_told_as_such(ground):
    merged = [('id = "ton"', 'id = "b"'), mapped('slag = "sammanslagen"\nfran = ["ton", "hur"]\ntill = "b"')]
    assert ("sammanslagen", ("punkt", "b"), "", "major") in told(ground, (), merged)
    split = [
        mapped('slag = "delad"\nfran = "ton"\ntill = "ton"'),
        mapped('slag = "delad"\nfran = "ton"\ntill = "ny"'),
        question('slag = "text"'),
    ]
    changes = told(ground, (), split)
    assert ("delad", ("punkt", "ton"), "", "major") in changes
    assert not any(change[:2] == ("tillagd", ("punkt", "ny")) for change in changes)


def test_the_same_scale_under_another_name_is_words(ground):
    scale = ground.text[ground.text.index("[[skala]]") : ground.text.index("[[tagg]]")].replace(
        'id = "fem"', 'id = "fem2"'
    )
    moved = ('skala = "fem"\ntema = "klimat"', 'skala = "fem2"\ntema = "klimat"')
    assert ("skala", ("punkt", "utslapp"), "skala", "patch") in told(ground, (), (moved, scale))
    other = scale.replace("neutral = 0", "neutral = -2")
    assert ("skala", ("punkt", "utslapp"), "skala", "major") in told(ground, (), (moved, other))


def test_defaults_that_are_written_out_change_nothing(ground):
    difference = compare(ground.checklist(), ground.checklist(('namn = "Klimat"', 'namn = "Klimat"\nvikt = 1')))
    assert difference.changes == ()
    assert difference.calls_for is None
    assert difference.old.fingerprint != difference.new.fingerprint


@pytest.mark.parametrize(
    "version, declared, agrees",
    [("1.0.0", None, False), ("1.0.1", "patch", False), ("1.1.0", "minor", True), ("2.0.0", "major", True), ("0.9.0", None, False)],
)  # fmt: skip
def test_the_declared_step_is_held_against_the_one_called_for(ground, version, declared, agrees):
    weighed = [('namn = "Klimat"', 'namn = "Klimat"\nvikt = 2'), ('version = "1.0.0"', f'version = "{version}"')]
    difference = compare(ground.checklist(), ground.checklist(*weighed))
    assert (difference.calls_for, difference.declared, difference.agrees) == ("minor", declared, agrees)


def test_versions_of_different_checklists_are_not_held_against_each_other(ground):
    difference = compare(
        ground.checklist(),
        ground.checklist(('id = "grund"', 'id = "annan"'), ('namn = "Klimat"', 'namn = "Klimat"\nvikt = 2')),
    )
    assert not difference.is_same_checklist
    assert difference.agrees


def test_no_field_of_any_table_is_forgotten():
    tables = [table for table in vars(model).values() if isinstance(table, type) and issubclass(table, BaseModel)]
    for table in tables:
        if table.__module__ in TABLES_LIVE_IN and table not in WHOLE:
            known = set(ASPECTS.get(table, {})) | COMPARED_BY_ENTRY.get(table, set()) | NAMED
            assert set(table.model_fields) <= known, table.__name__
