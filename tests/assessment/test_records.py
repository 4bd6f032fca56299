"""What a record on disk promises: the same content, the same bytes; right, or explained line by line."""

import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from support.records import NASTY, SAMPLE, assessments, sample_assessment, small_assessment

from hallbarhet.assessment.form import to_data
from hallbarhet.assessment.model import Case, FreeText, Judged
from hallbarhet.assessment.records import load, parse, render, to_bytes
from hallbarhet.errors import FaultyFileError, NotFoundError, NotSavedError


def with_rationale(words):
    judged = Judged(item="klimat", grade=1, rationale=words)
    return small_assessment().model_copy(update={"answers": (judged,)})


def read(raw):
    assessment, problems = parse(raw, "post.toml")
    assert assessment is not None, [problem.sentence for problem in problems]
    return assessment


def changed(old, new):
    """The sample with one thing edited by hand."""
    raw = SAMPLE.decode()
    assert old in raw
    return raw.replace(old, new, 1).encode()


def line_of(raw, words):
    return raw.decode().partition(words)[0].count("\n") + 1


def problems_of(raw):
    return parse(raw, "post.toml")[1]


def test_a_record_the_program_wrote_is_written_the_same_again():
    assert to_bytes(sample_assessment()) == SAMPLE


def test_a_record_reads_without_a_word_about_it():
    assert problems_of(SAMPLE) == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(assessments)
def test_any_assessment_comes_back_the_same(assessment):
    raw = to_bytes(assessment)
    first = read(raw)
    assert to_data(first) == to_data(assessment)
    assert to_bytes(first) == raw
    assert read(to_bytes(first)) == first


@pytest.mark.parametrize("words", NASTY)
def test_nasty_words_stay_words(words):
    kept = read(to_bytes(with_rationale(words))).answers[0].rationale
    assert kept == unicodedata.normalize("NFC", words.replace("\r\n", "\n").replace("\r", "\n"))


def test_text_is_normalised_on_the_way_in():
    decomposed = unicodedata.normalize("NFD", "åäö")
    assert to_bytes(with_rationale(f"{decomposed}\r\nslut")) == to_bytes(with_rationale("åäö\nslut"))


def test_half_a_character_from_a_broken_paste_does_not_stop_the_saving():
    assert read(to_bytes(with_rationale("a\ud800b"))).answers[0].rationale == "a\ufffdb"


def test_a_record_with_windows_line_ends_and_a_byte_order_mark_is_the_same_record():
    assert read(b"\xef\xbb\xbf" + SAMPLE.replace(b"\n", b"\r\n")) == sample_assessment()


def test_what_only_says_the_default_is_not_written():
    explicit = small_assessment(title="", municipalities=(), amount_applied=None)
    assert render(explicit) == render(small_assessment())
    assert "rubrik" not in render(explicit)


def test_one_table_per_answer_whatever_its_length():
    for words in ("kort", "lång " * 100, "två\nrader"):
        assert render(with_rationale(words)).count("[[svar]]") == 1


def test_facets_are_tables_of_their_own():
    judged = Judged(item="klimat", grade=-1.5, facets={"tid": {"kort_sikt": 1, "lang_sikt": -2.5}})
    assessment = small_assessment().model_copy(update={"answers": (judged,)})
    assert "[svar.fasetter.tid]\nkort_sikt = 1\nlang_sikt = -2.5\n" in render(assessment)
    assert read(to_bytes(assessment)).answers == (judged,)


def test_whole_and_decimal_grades_keep_their_kind():
    for grade in (1, 1.0, -0.5, 1e-7, 1e20):
        assessment = small_assessment().model_copy(update={"answers": (Judged(item="a", grade=grade),)})
        kept = read(to_bytes(assessment)).answers[0].grade
        assert (kept, type(kept)) == (grade, type(grade))


def test_a_time_zone_with_seconds_is_told_in_utc():
    odd = datetime(1900, 1, 1, 12, tzinfo=timezone(timedelta(minutes=72, seconds=12)))
    header = small_assessment().header.model_copy(update={"created_at": odd})
    kept = read(to_bytes(small_assessment().model_copy(update={"header": header}))).header.created_at
    assert kept == odd
    assert kept.tzinfo == UTC


def test_unknown_keys_are_kept_in_their_table_and_reported_with_their_line():
    raw = changed('rubrik = "Ny', 'rubrrik = "x"\nrubrik = "Ny') + b"\n[framtid]\nnytt = [1, { a = 2 }]\n"
    assessment, problems = parse(raw, "post.toml")
    told = [(problem.code, problem.severity, problem.line) for problem in problems]
    lines = [line_of(raw, "rubrrik"), line_of(raw, "[framtid]")]
    assert told == [("F211", "varning", line) for line in lines]
    assert 'Menade du "rubrik"?' in problems[0].sentence
    written = render(assessment)
    assert 'projekt_slut = 2028-12-31\nrubrrik = "x"\n' in written
    assert written.endswith("\n[framtid]\nnytt = [\n    1,\n    { a = 2 },\n]\n")
    assert read(written.encode()) == assessment


def test_an_english_field_name_is_only_an_unknown_key():
    assessment, problems = parse(changed("stodform", 'title = "x"\nstodform'), "post.toml")
    assert assessment.case.title == "Ny cykelväg Norra infarten"
    assert [problem.code for problem in problems] == ["F211"]


def test_a_text_full_of_dots_can_be_read_back():
    words = ". ".join(["ord"] * 200)
    assert read(to_bytes(with_rationale(words))).answers[0].rationale == words


def test_a_newer_record_is_refused_with_what_to_do_and_nothing_else():
    [problem] = problems_of(changed("format = 1", "format = 2") + b"\n[[nytt]]\n")
    assert (problem.code, problem.line) == ("P401", 1)
    assert "skapad med en nyare version" in problem.message
    assert "Uppgradera" in problem.message


@pytest.mark.parametrize("number", ["0", '"1"', "true", "1.0"])
def test_a_format_that_is_no_known_number_is_told(number):
    [problem] = problems_of(changed("format = 1", f"format = {number}"))
    assert problem.message == "`format` ska vara heltalet 1. Skriv: format = 1"


def test_a_checklist_among_the_records_is_recognised():
    [problem] = problems_of(b'format = 1\n[checklista]\nid = "grund"\n[[dimension]]\nid = "social"\n')
    assert "är en checklista, inte en post" in problem.message


def test_a_file_that_is_something_else_is_told():
    [problem] = problems_of(b'[tool]\nname = "x"\n')
    assert "tabellen [bedomning] saknas" in problem.message


@pytest.mark.parametrize(
    "old, new, where, words",
    [
        ("grad = -1", 'grad = "låg"', "grad =", '"grad" ska vara ett tal'),
        ("grad = -1", "grad = nan", "grad =", "ska vara ett vanligt tal"),
        ('status = "vet_inte"', 'status = "vetinte"', '"vetinte"', 'Menade du "vet_inte"?'),
        ('"vet_inte"', '"vet_inte"\ngrad = 1', '[[svar]]\npunkt = "natur-mark"', "`status` och `grad`"),
        ("varde = 12.5", "", '[[svar]]\npunkt = "jobb-antal"', "säger inte vad som svarats"),
        ('punkt = "natur-mark"', 'punkt = "klimat-utslapp" ', 'punkt = "klimat-utslapp" ', "har redan ett svar"),
        ("= 450000", "= -1", "sokt_belopp", "ska vara minst 0"),
        ("= 450000", "= 99999999999999999999", "sokt_belopp", "för stort tal"),
        ("= 2026-10-02", "= 20261002", "ansokan_datum", "ett datum som 2026-01-31"),
        ("= 2026-10-02", '= "2026-10-02"', "ansokan_datum", "ett datum som 2026-01-31"),
        ("skapad = 2026-11-21T14:03:00+01:00", "skapad = 5", "skapad", "en tidpunkt som"),
        ('beslut = "vidare"', 'beslut = "ja"', 'beslut = "ja"', '"beslut" kan inte vara "ja"'),
        ("allvar = 3", "allvar = 7", "allvar", "ska vara högst 4"),
        ('fingeravtryck = "sha', 'finger = "sha', "[checklista]", '"fingeravtryck" saknas'),
        ("[[handelse]]", "[handelse]", "[handelse]", "skriv [[handelse]]"),
        ("[bedomning]", "[bedömning]", "[bedömning]", "utan å, ä och ö"),
        ('roll = "forsta"', 'roll = "forsta', "roll", "citattecken"),
    ],
)  # fmt: skip
def test_a_slip_of_the_hand_is_explained_on_its_line(old, new, where, words):
    raw = changed(old, new)
    assessment, problems = parse(raw, "post.toml")
    assert assessment is None
    assert [problem.line for problem in problems] == [line_of(raw, where)]
    assert words in problems[0].sentence


def test_every_fault_is_told_at_once_in_file_order():
    raw = changed("sokt_belopp = 450000", 'sokt_belopp = "450 000"').replace(b"allvar = 3", b"allvar = 7")
    assert [problem.line for problem in problems_of(raw)] == [line_of(raw, "sokt_belopp"), line_of(raw, "allvar")]


def test_the_library_behind_never_speaks():
    raw = SAMPLE.replace(b"450000", b'"x"').replace(b"allvar = 3", b"allvar = [1]").replace(b"2026-10-02", b"true")
    told = " ".join(problem.sentence for problem in problems_of(raw))
    for word in ("Input should", "valid", "Error", "pydantic"):
        assert word not in told


def test_what_may_be_wrong_is_a_warning_and_the_record_is_read():
    raw = changed("556123-4567", "556123-4568").replace(b"projekt_slut = 2028", b"projekt_slut = 2026")
    assessment, problems = parse(raw, "post.toml")
    assert assessment is not None
    assert [(problem.severity, problem.line) for problem in problems] == [
        ("varning", line_of(raw, "organisationsnummer")),
        ("varning", line_of(raw, "projekt_slut")),
    ]
    assert "kontrollsiffra" in problems[0].message
    assert "slutar innan det börjar" in problems[1].message


def test_a_redacted_number_is_not_complained_about():
    assert problems_of(changed("556123-4567", "utelämnat")) == []


@pytest.mark.parametrize("fields", [{"amount_applied": 10**20}, {"own": {"x": float("inf")}}])
def test_what_could_not_be_read_back_is_not_saved(fields):
    with pytest.raises(NotSavedError, match="för stort för att sparas"):
        to_bytes(small_assessment().model_copy(update={"case": Case.model_construct(**fields)}))


def test_a_record_larger_than_any_reader_takes_is_not_saved():
    huge = FreeText(item="a", content="x" * 10_000_001)
    with pytest.raises(NotSavedError, match="större än 10 MB"):
        to_bytes(small_assessment().model_copy(update={"answers": (huge,)}))


def test_loading_gives_the_assessment_with_its_file(tmp_path):
    path = tmp_path / "post.toml"
    path.write_bytes(changed("556123-4567", "556123-4568"))
    loaded = load(path)
    assert loaded.assessment.case.applied_on == date(2026, 10, 2)
    assert loaded.path == path
    assert len(loaded.digest) == 64
    assert len(loaded.problems) == 1


def test_loading_what_is_not_there_is_one_sentence(tmp_path):
    with pytest.raises(NotFoundError, match="finns inte"):
        load(tmp_path / "saknas.toml")


def test_loading_a_folder_is_one_sentence(tmp_path):
    with pytest.raises(FaultyFileError, match="är ingen fil"):
        load(tmp_path)


def test_loading_a_faulty_file_tells_the_first_fault_and_how_many_more(tmp_path):
    path = tmp_path / "post.toml"
    raw = changed("grad = -1", 'grad = "x"').replace(b"allvar = 3", b"allvar = 7")
    path.write_bytes(raw)
    with pytest.raises(FaultyFileError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}:{line_of(raw, 'grad = ')} svar klimat-utslapp:")
    assert str(caught.value).endswith("(1 fel till.)")


@settings(max_examples=60, deadline=None)
@given(assessments.map(to_bytes))
def test_a_torn_record_is_explained_and_never_a_crash(raw):
    assessment, problems = parse(raw[: len(raw) // 2], "post.toml")
    assert assessment is not None or problems
