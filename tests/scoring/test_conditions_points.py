"""Conditions on points, known and within bounds, and what a bound says of a whole range."""

import numpy as np
import pytest
from support.conditions import truth
from support.worked import worked_items

from hallbarhet.scoring.bounds import Bounds
from hallbarhet.scoring.codes import FALSE, MAYBE, TRUE


@pytest.mark.parametrize(
    "atom, expected",
    [
        ({"dimension": "social", "min": 55}, TRUE),
        ({"dimension": "social", "min": 56}, FALSE),
        ({"tema": "jamlik", "over": 83, "under": 84}, TRUE),
        ({"dimension": "ekologisk", "varde": "plus", "min": 16}, TRUE),
        ({"dimension": "ekologisk", "varde": "minus", "over": 9}, FALSE),
        ({"tema": "klimat", "varde": "dold", "min": 0.666}, TRUE),
        ({"tagg": "t", "over": 16.6, "under": 16.7}, TRUE),
        ({"tagg": "t", "varde": "dold", "lika": 0.6666666666666666}, TRUE),
        ({"mal": "13", "varde": "plus", "over": 2.7, "under": 2.8}, TRUE),
        ({"mal": "13", "under": 0}, FALSE),
        ({"mal": "13", "varde": "dold", "lika": 0}, TRUE),
        ({"mal": "7"}, FALSE),
        ({"mal": "rus", "varde": "minus", "over": 2.7, "under": 2.8}, TRUE),
        ({"spann": "alla", "min": 54, "max": 55}, TRUE),
        ({"spann": ["social", "ekonomisk"], "max": 7}, TRUE),
    ],
)
def test_points_of_a_group_are_held_against_bounds(atom, expected):
    items = worked_items(
        M1={"taggar": ["t"], "agenda2030": ["13.2"], "agenda2030_indirekt": ["9.1", "9.2"]},
        M2={"taggar": ["t"], "strategimal": ["rus"]},
    )
    tables = {"tagg": [{"id": "t", "namn": "T"}], "strategimal": [{"id": "rus", "namn": "R"}], "avsnitt": items}
    assert truth(atom, {}, **tables) == expected


@pytest.mark.parametrize(
    "atom, expected",
    [
        ({"dimension": "ekologisk", "min": -42}, TRUE),
        ({"dimension": "ekologisk", "min": 0}, MAYBE),
        ({"dimension": "ekologisk", "over": 25}, FALSE),
        ({"dimension": "ekologisk", "varde": "minus", "max": 9}, MAYBE),
        ({"dimension": "ekologisk", "varde": "plus", "max": 34}, TRUE),
        ({"dimension": "ekologisk", "varde": "dold", "min": 0.1}, MAYBE),
        ({"dimension": "ekologisk", "lika": 0}, MAYBE),
        ({"dimension": "ekologisk", "bland": [-60, 30]}, FALSE),
        ({"tagg": "t", "varde": "dold", "max": 0.9}, MAYBE),
        ({"mal": "13", "under": 0}, MAYBE),
        ({"mal": "13", "varde": "dold", "max": 0.5}, MAYBE),
        ({"spann": "alla", "min": 37}, TRUE),
        ({"spann": "alla", "min": 38}, MAYBE),
        ({"spann": "alla", "min": 105}, FALSE),
    ],
)
def test_points_are_known_within_their_bounds_while_answers_are_unknown(atom, expected):
    items = worked_items(M1={"taggar": ["t"], "agenda2030": ["13.2"]}, M2={"taggar": ["t"]})
    assert truth(atom, {"M1": "unknown"}, tagg=[{"id": "t", "namn": "T"}], avsnitt=items) == expected


def test_points_of_what_is_wholly_waived_are_false_whatever_is_asked():
    waived = dict.fromkeys(("M1", "M2", "M3", "E1", "E2", "E3"), "na")
    for atom in (
        {"dimension": "ekologisk"},
        {"tema": "klimat", "max": 100},
        {"spann": "alla", "max": 200},
        {"tema": "natur", "varde": "dold"},
    ):
        assert truth(atom, waived) == FALSE


def test_bounds_over_a_range_agree_with_the_values_inside_it():
    spots = np.linspace(-3, 3, 13)
    for bounds in (
        Bounds(at_least=-1, below=2),
        Bounds(above=0.5),
        Bounds(at_most=-3),
        Bounds(numbers=(0, 1.5)),
        Bounds(at_least=1, numbers=(0, 1.5)),
        Bounds(at_least=2, at_most=1),
        Bounds(words=("x",)),
        Bounds(),
    ):
        for place, low in enumerate(spots):
            for high in spots[place:]:
                inside = bounds.holds(spots[(spots >= low) & (spots <= high)])
                told = bounds.truths(np.array([low]), np.array([high]))[0]
                assert told == MAYBE or bool(told) == bool(inside.all())
                assert told != MAYBE or low < high
