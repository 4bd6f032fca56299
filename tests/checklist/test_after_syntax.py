"""After a line that is not TOML as much is read as can be: other faults are told, and none that only follows."""

import pytest

LOST = [
    ('titel = "Del 1"', "titel = Del 1"),
    ('namn = "Barn"', 'namn = "Barn'),
    ('text = "Hur många ton?"', 'text = "Hur många ton?" ja'),
    ('text = "Hur många ton?"', "text Hur många ton?"),
    ('skala = "fem"\ntema = "klimat"', 'skala = fem\ntema = "klimat"'),
    ('id = "utslapp"', "id = utslapp"),
    ('slag = "val"', "slag = val"),
    ('om = { punkt = "utslapp", max = -2 }', "om = { punkt = utslapp, max = -2 }"),
    ('plus = "vilka"', "plus = vilka"),
    ("neutral = 0", "neutral = 0,5"),
    ('id = "grund"', "id = grund"),
    ("format = 1", "format: 1"),
    ('  { grad = 1, text = "Bättre" },', "  { grad = 1, text = Bättre },"),
]


@pytest.mark.parametrize("edit", LOST, ids=[new for _, new in LOST])
def test_one_line_that_is_not_toml_is_told_once_and_draws_nothing_after_it(ground, edit):
    line = next(n for n, line in enumerate(ground.changed(edit).split("\n"), 1) if edit[1].split("\n")[0] in line)
    assert ground.told(edit) == [("T106", line)]


def test_the_other_faults_in_the_file_are_told_in_the_same_run(ground):
    edits = [
        ('titel = "Del 1"', "titel = Del 1"),
        ('tema = "manniskor"', 'tema = "manniska"'),
        ("max = 100", "max = -100"),
        ('namn = "Kön"', 'namn = "Kön'),
    ]
    assert [code for code, _ in ground.told(*edits)] == ["T106", "T106", "C102", "C304"]


def test_lines_keep_their_numbers(ground):
    edits = [('titel = "Del 1"', "titel = Del 1"), ("max = 100", "max = -100\nmin2 = 1 #!")]
    assert ("F201", ground.line(*edits)) in ground.told(*edits)


@pytest.mark.parametrize(
    "edit",
    [("grader = [", "grader = [["), ("[[skala]]", "[[skala]"), ('titel = "Grund"', 'titel = """Grund')],
)
def test_where_a_line_cannot_be_left_out_the_reading_stops_there(ground, edit):
    assert [code for code, _ in ground.told(edit)] == ["T106"]


def test_an_overlay_is_not_taken_for_a_whole_checklist(ground):
    text = 'format = 1\n[checklista]\nid = "r"\nversion = "1.0.0"\nbygger_pa = grund@1.0\n[[tema]]\nid = "klimat"\n'
    assert [code for code, _ in ground.told((ground.text, text))] == ["T106"]


def test_many_lines_that_are_not_toml_are_told_up_to_a_limit(ground):
    assert 1 <= len(ground.told("\n".join("skräp" for _ in range(500)))) <= 21
