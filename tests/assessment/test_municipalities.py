"""Sweden's kommuner: all of them, in order, and known however people write them."""

from collections import Counter

import pytest

from hallbarhet.assessment.municipalities import NAMES, beginning_with, known, unknown
from hallbarhet.texts import swedish
from hallbarhet.texts.municipalities import CODE_BY_NAME

ALPHABET = " -abcdefghijklmnopqrstuvwxyzåäö"

BY_COUNTY = {
    "01": 26, "03": 8, "04": 9, "05": 13, "06": 13, "07": 8, "08": 12, "09": 1, "10": 5, "12": 33, "13": 6, "14": 49,
    "17": 16, "18": 12, "19": 10, "20": 15, "21": 10, "22": 7, "23": 8, "24": 15, "25": 14,
}  # fmt: skip
"""How many kommuner each län has, by the two first digits of the code."""


def test_there_are_290_with_a_code_each():
    assert len(NAMES) == len(set(CODE_BY_NAME.values())) == 290
    assert all(len(code) == 4 and code.isdigit() for code in CODE_BY_NAME.values())


def test_each_county_has_as_many_as_it_has():
    assert Counter(code[:2] for code in CODE_BY_NAME.values()) == BY_COUNTY


def test_they_stand_in_the_order_of_the_swedish_alphabet():
    assert sorted(NAMES, key=swedish.order) == list(NAMES)
    assert NAMES[0] == "Ale"
    assert NAMES[-1] == "Övertorneå"
    assert {*"".join(NAMES).casefold()} <= {*ALPHABET}


@pytest.mark.parametrize("written", ["Växjö", "VÄXJÖ", "växjö ", "Va\u0308xjo\u0308", "0780", "0780 Växjö", "780 växjö",
                                     "Växjö kommun", "Växjö Kommun"])  # fmt: skip
def test_a_kommun_is_known_however_it_is_written(written):
    assert known(written) == "Växjö"


@pytest.mark.parametrize("written, name", [("Stockholms stad", "Stockholm"), ("Arvidsjaurs kommun", "Arvidsjaur"),
                                           ("Malmö stad", "Malmö"), ("upplands-bro", "Upplands-Bro")])  # fmt: skip
def test_titles_and_genitives_are_seen_through(written, name):
    assert known(written) == name


@pytest.mark.parametrize("written", ["", "Vaxjo", "Kronoberg", "9999", "0114 Växjö", "[/", "1 " * 2_000, "x" * 100_000])
def test_any_other_word_is_none(written):
    assert known(written) is None


def test_an_unknown_name_is_told_with_what_was_most_likely_meant():
    assert unknown(("Växjö", "Vaxjo", "Rymden")) == (("Vaxjo", "Växjö"), ("Rymden", ""))


def test_names_are_found_by_how_they_begin():
    assert beginning_with("väs")[:2] == ("Västervik", "Västerås")
    assert beginning_with("Vax") == ("Vaxholm",)
    assert "Älmhult" in beginning_with("alm")
    assert beginning_with(" ") == ()
