"""A quiet word under a field: what a number means, what is probably a slip; never anything about what is right."""

from datetime import date

import pytest
from support.screens import NASTY
from support.small import small_case

from hallbarhet.assessment.model import Case
from hallbarhet.assessment.shown.casechecks import choices, remark, suggested
from hallbarhet.assessment.shown.caseform import DECISION_KEYS, KEYS, UnreadableError, read, shown, with_value

RIGHT = {
    "diarienummer": "RUN/174/2020", "rubrik": "Cykelled", "sokande": "Byalaget", "organisationsnummer": "212000-0662",
    "kommuner": "Växjö, Alvesta", "sokt_belopp": "450 000", "total_kostnad": "900 000", "ansokan_datum": "2026-10-02",
    "projekt_start": "2027-01-01", "projekt_slut": "2028-12-31", "nyps_id": "12345", "beviljat_belopp": "400 000",
    "beslut_utfall": "beviljad", "beslut_datum": "2026-12-15",
}  # fmt: skip


def whole(**changed):
    case = Case()
    for key, words in (RIGHT | changed).items():
        case = with_value(case, key, read(key, words, {}))
    return case


def said(key, words):
    """What stands under a field in an otherwise right case."""
    try:
        case = whole(**{key: words})
    except UnreadableError:
        case = whole()
    return remark(key, words, case, {})


@pytest.mark.parametrize("key", [*KEYS, *DECISION_KEYS])
def test_nothing_is_said_about_what_is_right_or_empty(key):
    assert remark(key, RIGHT[key], whole(), {}) == ""
    assert remark(key, "", whole(), {}) == ""


@pytest.mark.parametrize("key, words, expected", [
    ("organisationsnummer", "212000-0663", "kontrollsiffra"),
    ("organisationsnummer", "191212121212", "personnummer, som en enskild firma har"),
    ("organisationsnummer", "701063-2391", "samordningsnummer"),
    ("organisationsnummer", "12", "tio siffror"),
    ("diarienummer", "19121212-1212", "personnummer"),
    ("kommuner", "Vaxjo", "Menade du Växjö?"),
    ("kommuner", "Kronoberg, Växjö", "ingen svensk kommun"),
    ("sokt_belopp", "45o 000", "450 000"),
    ("sokt_belopp", "450.000", "två belopp"),
    ("sokt_belopp", "1,200,000", "två belopp"),
    ("total_kostnad", "400 000", "större än total kostnad"),
    ("ansokan_datum", "2 oktober", "2026-11-21"),
    ("ansokan_datum", "0202-10-02", "Året 202"),
    ("projekt_slut", "2026-12-31", "före startdatum"),
    ("projekt_start", "2026-09-01", "före ansökan"),
    ("beviljat_belopp", "500 000", "större än det sökta"),
    ("beslut_utfall", "ja", "sparas som det står"),
    ("beslut_datum", "2026-10-01", "före ansökan"),
])  # fmt: skip
def test_a_slip_is_told_where_it_stands(key, words, expected):
    assert expected in said(key, words)


@pytest.mark.parametrize("key", [*KEYS, *DECISION_KEYS])
@pytest.mark.parametrize("words", [NASTY, "[/", "=1+1", "\x00", "x" * 1_000_000, "²", "١٢٣"])
def test_nothing_typed_is_too_odd_to_be_looked_at(key, words):
    assert len(said(key, words)) < 1_000


def test_two_fields_that_do_not_agree_are_told_under_the_later_one():
    assert remark("sokt_belopp", "950 000", whole(sokt_belopp="950 000"), {}) == ""
    assert "större än total" in remark("total_kostnad", "900 000", whole(sokt_belopp="950 000"), {})
    assert remark("projekt_start", "2029-01-01", whole(projekt_start="2029-01-01"), {}) == ""
    assert "före startdatum" in remark("projekt_slut", "2028-12-31", whole(projekt_start="2029-01-01"), {})


def test_how_an_amount_in_millions_was_read_stands_before_what_looks_odd_about_it():
    told = remark("total_kostnad", "0,9 mkr", whole(sokt_belopp="950 000"), {})
    assert told.startswith("”0,9 mkr” läses som 900\u00a0000\u00a0kronor. Sökt belopp")


def test_a_kommun_is_suggested_by_how_it_begins_also_as_the_second_of_several():
    assert suggested("kommuner", "Växjö, alv") == ("Växjö, Alvesta",)
    assert suggested("kommuner", "Växjö, ") == ()
    assert suggested("rubrik", "Alv") == ()
    assert suggested("beslut_utfall", "bev") == ("beviljad",)


def test_several_names_that_begin_alike_are_shown_on_a_line():
    assert choices("kommuner", "Växjö, up") == "Upplands Väsby, Upplands-Bro, Uppsala, Uppvidinge"
    assert choices("kommuner", "h").endswith(" till")
    assert choices("kommuner", "alv") == ""


def test_kommuner_are_kept_by_their_names_each_once():
    assert read("kommuner", "VÄXJÖ; 0764 och Växjö kommun,\nMånen", {}) == ("Växjö", "Alvesta", "Månen")


def test_the_decision_is_shown_as_it_was_typed():
    case = small_case(amount_granted=400_000, decision="beviljad", decided_on=date(2026, 12, 15))
    assert [shown(case, key) for key in DECISION_KEYS] == ["400 000", "beviljad", "2026-12-15"]
