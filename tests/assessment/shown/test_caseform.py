"""Case data as typed: what can be read, what is told when it cannot."""

from datetime import date

import pytest
from support.small import small_case

from hallbarhet.assessment.shown.caseform import UnreadableError, amount_told, complaint, read, shown, with_value
from hallbarhet.checklist.model import CaseField

OWN = {
    "areal": CaseField(id="areal", text="Areal", kind="tal"),
    "start": CaseField(id="start", text="Start", kind="datum"),
}


@pytest.mark.parametrize("typed", ["450 000", "450000", "450\u00a0000", "450 000 kr", "450 000 kronor", "450 000:-"])
def test_an_amount_may_be_written_as_people_write(typed):
    assert read("sokt_belopp", typed, {}) == 450_000


@pytest.mark.parametrize("typed, kronor", [
    ("4,2 mkr", 4_200_000), ("4.2 Mkr", 4_200_000), ("4,35 mkr.", 4_350_000), ("4,2 miljoner kronor", 4_200_000),
    ("1 miljon", 1_000_000), ("1,5 milj. kr", 1_500_000), ("350 tkr", 350_000), ("2\u00a0000\u00a0tkr", 2_000_000),
    ("350 tusen kr", 350_000), ("0,0005 tkr", 0.5),
])  # fmt: skip
def test_an_amount_in_thousands_or_millions_is_read_and_told_how(typed, kronor):
    assert read("sokt_belopp", typed, {}) == kronor
    told = amount_told("sokt_belopp", typed)
    assert "” läses som " in told
    assert told.endswith("\u00a0kronor.")


def test_an_amount_in_kronor_needs_no_telling_nor_does_a_word_that_is_no_amount():
    assert amount_told("sokt_belopp", "450 000 kr") == amount_told("sokt_belopp", "mkr") == ""
    assert amount_told("rubrik", "4,2 mkr") == ""


@pytest.mark.parametrize("typed", ["4.200 mkr", "4,200 tkr"])
def test_an_amount_with_two_meanings_is_asked_about_in_millions_too(typed):
    with pytest.raises(UnreadableError, match="två belopp"):
        read("sokt_belopp", typed, {})


@pytest.mark.parametrize("typed", [
    "fyra", "45o 000", "-5", "1,2,3", "inf", "nan", "mkr", "-2 mkr", "4 miljoner 200 tusen", "4,2 m", "99999999999 mkr",
])  # fmt: skip
def test_what_is_no_amount_is_told_and_not_guessed(typed):
    with pytest.raises(UnreadableError, match="450 000"):
        read("sokt_belopp", typed, {})


def test_a_date_is_year_month_day():
    assert read("ansokan_datum", " 2026-11-21 ", {}) == date(2026, 11, 21)
    with pytest.raises(UnreadableError, match="2026-11-21"):
        read("ansokan_datum", "21/11", {})


def test_municipalities_are_parted_by_commas():
    assert read("kommuner", "Växjö, Alvesta,, ", {}) == ("Växjö", "Alvesta")


def test_empty_words_are_no_value():
    assert read("sokt_belopp", "", {}) is None
    assert read("projekt_slut", " ", {}) is None
    assert read("eget.areal", "", OWN) is None


def test_the_checklists_own_fields_are_read_by_their_kind():
    assert read("eget.areal", "12,5", OWN) == 12.5
    with pytest.raises(UnreadableError):
        read("eget.start", "i morgon", OWN)


@pytest.mark.parametrize("key, typed", [("sokt_belopp", "450 000"), ("projekt_start", "2027-01-01"),
                                        ("kommuner", "Växjö, Alvesta"), ("rubrik", "Cykelled [b]")])  # fmt: skip
def test_what_was_read_is_shown_as_it_was_typed(key, typed):
    case = with_value(small_case(), key, read(key, typed, {}))
    assert shown(case, key) == typed


def test_an_own_field_can_be_taken_away_again():
    case = with_value(small_case(), "eget.areal", 12.5)
    assert shown(case, "eget.areal") == "12,5"
    assert with_value(case, "eget.areal", None).own == {}


def test_a_wrong_check_digit_is_told():
    assert complaint("organisationsnummer", "212000-0662", {}, required=False, label="Organisationsnummer") == ""
    told = complaint("organisationsnummer", "212000-0663", {}, required=False, label="Organisationsnummer")
    assert "kontrollsiffra" in told


def test_only_what_is_required_is_missed():
    assert complaint("rubrik", "", {}, required=True, label="Rubrik").startswith("Fyll i rubrik")
    assert complaint("nyps_id", "", {}, required=False, label="Nyps-id") == ""
