"""Batch re-scoring under other weights and thresholds, one or several side by side."""

import pytest
from support.archives import answered, archive, made
from support.fixture import CLOSE, FIXTURE
from support.rescored import run
from support.worked import ANSWERS, DATA

from hallbarhet.batch.alternatives import Alternative
from hallbarhet.errors import UsageError


def test_other_weights_under_the_own_checklist(worked):
    folder, _ = worked
    found, _ = run(folder, alternatives=(Alternative(None, (("ekologisk", 2.0),)),))
    for row in found:
        assert row["full"]["index"]["netto"] == pytest.approx(FIXTURE["W16"][row["id"]]["G_core"], **CLOSE)
        assert row["andring"]["vikter"] == row["andring"]["index"]
        assert (row["jamforbarhet"], row["svar_utan_plats"]) == ("A", [])


def test_several_alternatives_stand_side_by_side(worked):
    folder, new = worked
    ways = (Alternative("grön", (("ekologisk", 4.0),)), Alternative("sträng", (), ((4, 45.0),)))
    found, whole = run(folder, new, ways)
    assert [(row["id"], row["alternativ"]) for row in found[:4]] == [
        ("A", "grön"), ("A", "sträng"), ("B", "grön"), ("B", "sträng"),
    ]  # fmt: skip
    alone = [run(folder, new, (way,))[0] for way in ways]
    assert found == [row for pair in zip(*alone, strict=True) for row in pair]
    assert [summary.name for summary in whole.summaries] == ["grön", "sträng"]
    assert found[1]["full"]["niva"]["netto"] == 3


def test_thresholds_move_levels_and_never_the_index(worked):
    folder, _ = worked
    found, whole = run(folder, alternatives=(Alternative(None, (), ((4, 45.0),)),))
    assert {row["andring"]["index"] for row in found} == {0}
    assert next(row for row in found if row["id"] == "A")["omslag"] == "saker"
    assert (whole.summaries[0].down, whole.summaries[0].up) == (1, 0)
    assert whole.summaries[0].moved_by == {"trosklar": 1}


def test_what_moved_the_level_is_told(worked):
    _, whole = run(*worked)
    assert whole.summaries[0].moved == 2
    assert whole.summaries[0].moved_by == {"vikter": 1, "fragor": 1}
    _, whole = run(worked[0], worked[1], (Alternative(None, (), ((5, 70.0),)),))
    assert (whole.summaries[0].moved, whole.summaries[0].moved_by) == (3, {"flera": 3})


@pytest.mark.parametrize(
    "alternative, told_",
    [
        (Alternative(None, (("ekologsk", 2.0),)), "har ingen dimension ekologsk"),
        (Alternative(None, (), ((7, 2.0),)), "har ingen nivå 7"),
        (Alternative(None, (), ((1, 2.0),)), "har ingen nivå 1 med en tröskel"),
        (Alternative(None, (), ((4, 60.0),)), "En högre nivå måste kräva minst lika mycket"),
        (Alternative(None, (("social", 0.0), ("ekologisk", 0.0), ("ekonomisk", 0.0))), "Minst en måste väga något"),
    ],
)
@pytest.mark.parametrize("has_new", [True, False])
def test_an_alternative_that_fits_nothing_is_one_sentence(worked, alternative, told_, has_new):
    folder, new = worked
    with pytest.raises(UsageError, match=told_):
        run(folder, new if has_new else None, (alternative,))


def test_a_record_whose_own_checklist_lacks_the_dimension_is_left_out_of_that_alternative(worked):
    folder, _ = worked
    lone = made(
        DATA,
        checklista={**DATA["checklista"], "id": "annan"},
        dimension=[{**one, "id": "miljo"} if one["id"] == "ekologisk" else one for one in DATA["dimension"]],
        tema=[{**one, "dimension": "miljo"} if one["dimension"] == "ekologisk" else one for one in DATA["tema"]],
    )
    archive(folder, {"x": answered(lone, ANSWERS, "x")}, [lone])
    found, whole = run(folder, alternatives=(Alternative("grön", (("ekologisk", 2.0),)),))
    assert found[-1] == {
        "post": str(folder / "x.toml"), "id": "x", "alternativ": "grön", "hoppad": "dimension_saknas",
    }  # fmt: skip
    assert (whole.summaries[0].count, whole.summaries[0].left_out) == (5, 1)
