"""Numbers of organisations and of people, and what may not leave the house. Every number here is invented."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallbarhet.assessment.personal import (
    find_personal,
    has_check_digit,
    is_personal,
    number_fault,
    number_kind,
    without_personal,
)

COMPANY = "556123-4567"
PERSON = "900101-9802"
COORDINATION = "900161-9809"


def found(text):
    return [(text[span.start : span.end], span.kind) for span in find_personal(text)]


@pytest.mark.parametrize("written", ["556123-4567", "5561234567", "16556123-4567", "165561234567", " 556123 4567 "])
def test_an_organisation_number_is_known_however_it_is_written(written):
    assert number_kind(written) == "organisationsnummer"
    assert number_fault(written) is None
    assert not is_personal(written)


@pytest.mark.parametrize("written", ["900101-9802", "19900101-9802", "199001019802", "900101+9802", "9001019802"])
def test_a_persons_number_is_known_however_it_is_written(written):
    assert number_kind(written) == "personnummer"
    assert is_personal(written)
    assert number_fault(written) is None


def test_a_coordination_number_is_a_persons_too():
    assert number_kind(COORDINATION) == "samordningsnummer"
    assert is_personal(COORDINATION)


def test_a_persons_number_with_a_slip_is_still_kept_inside():
    assert number_kind("900101-9803") is None
    assert is_personal("900101-9803")


@pytest.mark.parametrize(
    "written, words",
    [
        ("556123-4568", "kontrollsiffra"),
        ("900101-9803", "kontrollsiffra"),
        ("55612", "inte tio siffror"),
        ("SE556123456701", "inte tio siffror"),
        ("551523-4567", "varken ett organisationsnummer eller ett personnummer"),
        ("900199-0000", "varken ett organisationsnummer eller ett personnummer"),
    ],
)
def test_a_number_that_is_wrong_is_explained(written, words):
    assert words in number_fault(written)


@pytest.mark.parametrize("written", ["", "  "])
def test_no_number_is_no_fault(written):
    assert number_fault(written) is None


@given(st.integers(10**8, 10**9 - 1).map(str), st.integers(0, 8), st.integers(1, 9))
def test_the_check_digit_sees_every_single_slip(digits, position, step):
    right = next(digits + str(last) for last in range(10) if has_check_digit(digits + str(last)))
    slipped = str((int(right[position]) + step) % 10)
    assert not has_check_digit(right[:position] + slipped + right[position + 1 :])


@pytest.mark.parametrize(
    "written",
    [
        "900101-9802", "19900101-9802", "199001019802", "9001019802", "900101+9802", "900101 9802", "900101 - 9802",
        "900101–9802", "900101\u20119802", "900101\u00ad-9802", "900\u200b101-9802", "1990-01-01-9802",
        "1990-01-01 9802", "900101-9803", COORDINATION,
    ],
)  # fmt: skip
def test_a_persons_number_is_found_in_running_text(written):
    assert found(f"Sökanden ({written}), enligt ansökan.") == [(written, "personnummer")]


@pytest.mark.parametrize(
    "written",
    ["anna.ek@region.se", "åsa.öberg@kronoberg.se", "a+b_c@x-y.co.uk", "anna(at)region.se", "anna [at] region.se"],
)
def test_an_address_is_found_in_running_text(written):
    assert found(f"Skriv till {written}, gärna snart.") == [(written, "epost")]


@pytest.mark.parametrize(
    "written",
    [
        "070-123 45 67", "0701 23 45 67", "+46 70 123 45 67", "+46 (0)70-123 45 67", "0046701234567", "(0470) 58 30 00",
        "08-123 456 78", "0470583000", "040/12 34 56", "+47 22 33 44 55", "070\u00a0123\u00a045\u00a067",
    ],
)  # fmt: skip
def test_a_phone_number_is_found_in_running_text(written):
    assert [kind for _, kind in found(f"Ring {written} före lunch.")] != []
    assert without_personal(f"Ring {written}, före lunch.", "…") == "Ring …, före lunch."


@pytest.mark.parametrize(
    "text",
    [
        "Perioden 2027-01-01 – 2028-12-31.", "2027-01-01-2028-12-31", "2027-01-01 2028", "01-12-2027 08:30",
        "450 000 kronor av 1 200 000 kr", "Diarienummer RUN/174/2020", "Organisationsnummer 556123-4567",
        "Mål 13.2 och 0,5 procent", "2026-11-21T14:32:10+01:00", "100 000 000", "s. 7, 12 och 0,1234567",
        "pris@", "@region", "a @ b", "12.345.678", "25 000–30 000 fordon", "",
    ],
)  # fmt: skip
def test_dates_amounts_and_case_numbers_are_left_alone(text):
    assert found(text) == []


def test_everything_is_found_in_order_and_never_twice():
    text = f"{PERSON} anna@x.se 070-123 45 67, och {PERSON} igen"
    assert [kind for _, kind in found(text)] == ["personnummer", "epost", "telefon", "personnummer"]


def test_two_phone_numbers_after_each_other_are_two():
    assert len(found("(0470) 58 30 00 08-123 456 78")) == 2


def test_what_is_found_is_replaced_and_the_rest_stands():
    text = f"Kontakt: Anna, 070-123 45 67 ({PERSON})."
    assert without_personal(text, "utelämnat") == "Kontakt: Anna, utelämnat (utelämnat)."


@given(st.text(max_size=200))
def test_spans_lie_in_order_inside_the_text(text):
    spans = find_personal(text)
    ends = [0, *(span.end for span in spans)]
    assert all(end <= span.start < span.end <= len(text) for end, span in zip(ends, spans, strict=False))


@given(st.text(max_size=50), st.text(max_size=50))
def test_a_number_is_found_whatever_stands_around_it(before, after):
    text = f"{before} {PERSON} {after}"
    start = len(before) + 1
    assert any(span.start <= start and span.end >= start + len(PERSON) for span in find_personal(text))


@pytest.mark.parametrize("pattern", ["0", "a.", "01", "+4", "1-", " (0)", "08 ", "a@", "a@b.", "900101-"])
def test_a_long_text_takes_no_long_time(pattern):
    started = time.perf_counter()
    find_personal(pattern * 20_000)
    assert time.perf_counter() - started < 2
