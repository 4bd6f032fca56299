"""What a record's file may be called."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.records import ID

from hallbarhet.assessment.filenames import has_own_form, record_name


@pytest.mark.parametrize(
    "diary_number, name",
    [
        ("RUN/174/2020", "RUN-174-2020_ffee1234.toml"),
        ("TVÄX 2020:1", "TVAX-2020-1_ffee1234.toml"),
        ("20RK174", "20RK174_ffee1234.toml"),
        ("", "utan-dnr_ffee1234.toml"),
        ("???", "utan-dnr_ffee1234.toml"),
        ("../../etc/passwd", "etc-passwd_ffee1234.toml"),
        ("CON", "CON_ffee1234.toml"),
        ("COM1.x", "COM1-x_ffee1234.toml"),
        ("a\x00b", "a-b_ffee1234.toml"),
        (".dold", "dold_ffee1234.toml"),
    ],
)
def test_a_file_is_named_by_its_case(diary_number, name):
    assert record_name(diary_number, ID) == name


@pytest.mark.parametrize(
    "diary_number, applicant",
    [
        ("900101-9802", ""),
        ("900101/9802", ""),
        ("Dnr 19900101-9802", ""),
        ("Dnr 556123-4567", ""),
        ("55/61/23/4567", "556123-4567"),
        ("165561234567", ""),
        ("X-123456-Y", "123456"),
    ],
)
def test_no_name_gives_away_a_person_or_an_applicant(diary_number, applicant):
    assert record_name(diary_number, ID, applicant) == "utan-dnr_ffee1234.toml"


def test_two_cases_with_the_same_number_have_different_files():
    assert record_name("RUN/1/2026", "a" * 8) != record_name("RUN/1/2026", "b" * 8)


def test_an_id_written_by_hand_leads_nowhere_else():
    name = record_name("RUN/1/2026", "../../../x")
    assert re.fullmatch(r"RUN-1-2026_[0-9a-f]{8}\.toml", name)


@given(st.text(), st.text(), st.text(max_size=20))
def test_any_name_is_safe_on_every_system(diary_number, assessment_id, applicant):
    name = record_name(diary_number, assessment_id, applicant)
    assert re.fullmatch(r"[0-9A-Za-z][0-9A-Za-z-]*_[0-9A-Za-z]{8}\.toml", name)
    assert len(name) <= 80
    assert has_own_form(name)


@pytest.mark.parametrize("name", ["cykelvägen.toml", "RUN-1_ffee1234_kopia.toml", "RUN-1_ffee1234-2.toml", "a_b.toml"])
def test_a_name_somebody_chose_is_not_taken_for_our_own(name):
    assert not has_own_form(name)
