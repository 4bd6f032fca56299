"""Rows brought into an archive: made, changed, left or refused, one record at a time, and never twice."""

import itertools
from datetime import date, timedelta

import pytest
from support.screens import NASTY
from support.small import CLOCK, SMALL, small_case, small_checklist

from hallbarhet.assessment.decided import may_still_change
from hallbarhet.assessment.importing import Importer
from hallbarhet.assessment.importing_index import ArchiveIndex
from hallbarhet.assessment.importing_rows import columns, read_rows
from hallbarhet.assessment.importing_table import read_table
from hallbarhet.assessment.keeper import Keeper
from hallbarhet.assessment.moment import new_assessment
from hallbarhet.assessment.presence import note_path
from hallbarhet.assessment.records import load
from hallbarhet.assessment.seal import seal, verify
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.storage import create
from hallbarhet.checklist.library import Library

LATER = CLOCK + timedelta(days=30)
ID = "0193f2a0-0000-7000-8000-00000000abcd"
HEAD = "Diarienr;Projektnamn;Sökande;Org.nr;Kommun;Sökt belopp;Stödform"
ROW = "RUN/1/2026;Cykelled;Byalaget;212000-0662;Växjö;450 000;projektmedel"


@pytest.fixture(autouse=True)
def _own_settings(tmp_path, monkeypatch):
    monkeypatch.setenv("HALLBARHET_CONFIG_DIR", str(tmp_path / "egen"))


@pytest.fixture
def archive(tmp_path):
    folder = tmp_path / "bedomningar"
    (folder / "checklistor").mkdir(parents=True)
    return folder


@pytest.fixture
def bring(archive, tmp_path):
    """Import some lines of CSV; what was told."""
    numbers = itertools.count(1)

    def run(*lines, checklist=None, is_trial=False):
        path = tmp_path / "fil.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        table = read_table(path)
        importer = Importer(
            archive,
            Library(archive),
            ArchiveIndex.of(archive),
            clock=lambda: LATER,
            new_id=lambda: f"0193f2a0-0000-7000-8000-{next(numbers):012d}",
            checklist=small_checklist() if checklist is None else None,
            is_trial=is_trial,
        )
        return list(importer.run(read_rows(table, columns(table, path))))

    return run


def records(archive):
    return {path.name: path.read_bytes() for path in sorted(archive.glob("*.toml"))}


def only(archive):
    return load(next(archive.glob("*.toml"))).assessment


def put(archive, case, *, is_sealed=False):
    """A record in the archive."""
    made = new_assessment(
        small_checklist(), case, officer="Eva Ek", id="0193f2a0-0000-7000-8000-00000000abcd", now=CLOCK
    )
    if is_sealed:
        header = made.header.model_copy(update={"status": "klar"})
        return create(archive, seal(made.model_copy(update={"header": header}))).path
    keeper = Keeper(archive, AssessmentSession(small_checklist(), made, clock=lambda: CLOCK))
    keeper.keep()
    return keeper.path


# New cases


def test_a_row_becomes_a_draft_with_its_checklist_beside(bring, archive):
    (told,) = bring(HEAD, ROW)
    assert (told.place, told.outcome, told.name) == ("rad 2", "ny", "RUN-1-2026_00000001.toml")
    record = only(archive)
    assert record.case.municipalities == ("Växjö",)
    assert record.case.amount_applied == 450_000
    assert record.header.status == "utkast"
    assert [event.what for event in record.events] == ["skapad", "ärendets uppgifter importerade"]
    assert Library(archive).by_reference(record.checklist)


def test_an_amount_in_millions_is_read_and_told_how(bring, archive):
    (told,) = bring(HEAD, ROW.replace("450 000", "4,2 mkr"))
    assert only(archive).case.amount_applied == 4_200_000
    assert "”4,2 mkr” läses som 4\u00a0200\u00a0000\u00a0kronor." in told.sentence
    (again,) = bring(HEAD, ROW.replace("450 000", "4200 tkr"))
    assert again.outcome == "oforandrad"


def test_the_same_file_changes_nothing_the_second_time(bring, archive):
    bring(HEAD, ROW)
    before = records(archive)
    (told,) = bring(HEAD, ROW)
    assert told.outcome == "oforandrad"
    assert records(archive) == before


def test_the_same_case_twice_in_a_file_is_one_record(bring, archive):
    first, second = bring(HEAD, ROW, ROW.replace("RUN/1/2026", "run/1/2026 "))
    assert (first.outcome, second.outcome) == ("ny", "oforandrad")
    assert len(records(archive)) == 1


def test_a_trial_tells_the_same_and_writes_nothing(bring, archive):
    told = bring(HEAD, ROW, ROW, is_trial=True)
    assert [entry.outcome for entry in told] == ["ny", "oforandrad"]
    assert records(archive) == {}
    assert not any((archive / "checklistor").iterdir())


@pytest.mark.parametrize("called", ["projektmedel", "Projektmedel", "Projektstöd", "projektbidrag"])
def test_a_support_form_may_be_called_what_people_call_it(bring, archive, called):
    (told,) = bring(HEAD, f"RUN/1;Cykelled;;;;;{called}", checklist="stodformens")
    assert told.outcome == "ny"
    assert only(archive).case.support_form == "projektmedel"


@pytest.mark.parametrize("row, told", [
    (";Cykelled;;;;;projektmedel", "varken diarienummer eller Nyps-id"),
    ("RUN/1;Cykelled;;;;450.000;projektmedel", "kolumn Sökt belopp"),
    ("RUN/1;;;;;;", "inget ärende i arkivet heter RUN/1"),
    ("RUN/1;Cykelled;;;;;", "stödform saknas"),
    ("RUN/1;Cykelled;;;;;rymdstöd", "”rymdstöd” finns inte"),
    ("RUN/1;Cykelled;;;;;;;x", "celler"),
])  # fmt: skip
def test_a_row_that_cannot_become_a_case_is_refused_and_the_others_go_on(bring, archive, row, told):
    first, second = bring(HEAD, row, ROW, checklist="stodformens")
    assert first.outcome == "avvisad"
    assert told in first.sentences[0]
    assert second.outcome == "ny"
    assert len(records(archive)) == 1


def test_the_checklist_is_the_support_forms_own_also_by_its_name(bring, archive):
    bring(HEAD, ROW.replace("projektmedel", "Projektmedel"), checklist="stodformens")
    assert only(archive).case.support_form == "projektmedel"
    assert only(archive).checklist.id in {"grund-projektmedel", "kronoberg-projektmedel"}


def test_a_row_may_name_its_checklist(bring, archive):
    first, second = bring(
        f"{HEAD};Checklista", f"{ROW};mikrostod", f"{ROW.replace('/1/', '/2/')};finnsinte", checklist=""
    )
    assert first.outcome == "ny"
    assert only(archive).checklist.id == "mikrostod"
    assert "finnsinte" in second.sentences[0]


def test_the_checklists_own_fields_are_read_by_heading_or_id(bring, archive, monkeypatch):
    text = SMALL + '\n[[regler.tillagg_arende]]\nid = "areal"\ntext = "Areal (ha)"\nslag = "tal"\n'
    path = archive / "checklistor" / "liten.toml"
    path.write_text(text, encoding="utf-8")
    first, second = bring(
        f"{HEAD};Areal (ha);Checklista", f"{ROW};12,5;{path}", f"{ROW.replace('/1/', '/2/')};x;{path}", checklist=""
    )
    assert first.used == {"Areal (ha)"}
    assert only(archive).case.own == {"areal": 12.5}
    assert second.outcome == "avvisad"
    assert "kolumn Areal (ha)" in second.sentences[0]


def test_a_persons_number_is_told_and_stands_in_no_file_name_and_no_line(bring, archive):
    (told,) = bring(HEAD, "19121212-1212;Firma;Ann;191212121212;Vaxjo;1;projektmedel")
    assert told.name.startswith("utan-dnr_")
    assert "personnummer, som en enskild firma har" in told.sentence
    assert "Menade du Växjö?" in told.sentence
    assert "1212" not in told.sentence
    (refused,) = bring(HEAD, "19121212-1213;Firma;Ann;;;x;projektmedel")
    assert "1213" not in refused.sentence


def test_nasty_words_are_words(bring, archive):
    cell = NASTY.replace('"', "'")
    (told,) = bring(HEAD, f'RUN/9;"{cell}";=1+1;;"{cell}";1;projektmedel')
    assert told.outcome == "ny"
    case = only(archive).case
    assert "[b]fet[/b] {{ namn }} </script>" in case.title
    assert "\\u001b" not in case.title
    assert case.applicant == "=1+1"
    (again,) = bring(HEAD, f'RUN/9;"{cell}";=1+1;;"{cell}";1;projektmedel')
    assert again.outcome == "oforandrad"


# Cases that are there

DECISION = "Dnr;Beviljat belopp;Utfall;Beslutsdatum"
DECIDED = "RUN/1/2026;400 000 kr;beviljad;2026-12-15"


@pytest.mark.parametrize("is_sealed", [False, True])
def test_a_decision_is_put_on_a_case_with_an_event_and_breaks_no_seal(bring, archive, is_sealed):
    put(archive, small_case(), is_sealed=is_sealed)
    (told,) = bring(DECISION, DECIDED)
    assert told.outcome == "andrad"
    record = only(archive)
    assert (record.case.amount_granted, record.case.decision) == (400_000, "beviljad")
    assert record.case.decided_on == date(2026, 12, 15)
    assert (
        record.events[-1].what == "beslutet infört: beviljat belopp 400 000, utfall beviljad, beslutsdatum 2026-12-15"
    )
    assert record.events[-1].at == LATER
    assert verify(record).state == ("whole" if is_sealed else "unsealed")
    before = records(archive)
    (again,) = bring(DECISION, DECIDED)
    assert again.outcome == "oforandrad"
    assert records(archive) == before


def test_a_corrected_decision_tells_what_it_was(bring, archive):
    put(archive, small_case(amount_granted=1, decision="avslagen"), is_sealed=True)
    bring(DECISION, DECIDED)
    assert "utfall beviljad (förut avslagen)" in only(archive).events[-1].what


def test_an_empty_cell_takes_nothing_away(bring, archive):
    put(archive, small_case(amount_granted=1, decision="beviljad"))
    (told,) = bring(DECISION, "RUN/1/2026;;;2026-12-15")
    assert told.outcome == "andrad"
    assert only(archive).case.amount_granted == 1


def test_a_decision_needs_a_case(bring, archive):
    (told,) = bring(DECISION, DECIDED)
    assert told.outcome == "avvisad"
    assert "inget ärende i arkivet heter RUN/1/2026" in told.sentences[0]


def test_a_draft_is_filled_in_where_it_is_empty_and_left_where_it_says_something_else(bring, archive):
    put(archive, small_case(title="Mitt eget namn"))
    (told,) = bring(HEAD, ROW)
    assert told.outcome == "andrad"
    assert "Fyllde i organisationsnummer, kommuner" in told.sentence
    assert "säger något annat om rubrik, sökt belopp" in told.sentence
    case = only(archive).case
    assert (case.title, case.amount_applied, case.municipalities) == ("Mitt eget namn", 100_000, ("Växjö",))
    (again,) = bring(HEAD, ROW)
    assert again.outcome == "oforandrad"


def test_of_a_finished_assessment_only_what_the_seal_leaves_out_is_touched(bring, archive):
    put(archive, small_case(diary_number="", nyps_id="77"), is_sealed=True)
    (told,) = bring(f"{HEAD};Nyps-id", f"{ROW};77")
    assert told.outcome == "andrad"
    record = only(archive)
    assert record.case.diary_number == "RUN/1/2026"
    assert record.case.municipalities == ()
    assert verify(record).is_whole
    assert next(archive.glob("*.toml")).name == "RUN-1-2026_0000abcd.toml"


def test_a_case_is_known_again_by_id_diary_number_or_nyps_id(bring, archive):
    put(archive, small_case(nyps_id="77"))
    for head, key in (("id", ID), ("dnr", " run/1/2026"), ("Nyps-id", "77")):
        (told,) = bring(f"{head};Utfall", f"{key};{head} ord")
        assert told.outcome == "andrad"
        assert only(archive).case.decision == f"{head} ord"


@pytest.mark.parametrize("head, row, told", [
    ("id;Utfall", "x;beviljad", "ingen post i arkivet har id x"),
    ("Dnr;Nyps-id;Utfall", "RUN/2/2026;77;beviljad", "hör redan till ärendet RUN/1/2026"),
    ("Dnr;Org.nr;Utfall", "RUN/1/2026;556036-0793;beviljad", "annat organisationsnummer"),
])  # fmt: skip
def test_a_row_that_may_be_about_another_case_is_refused(bring, archive, head, row, told):
    put(archive, small_case(nyps_id="77", organisation_number="212000-0662"))
    before = records(archive)
    (entry,) = bring(head, row)
    assert entry.outcome == "avvisad"
    assert told in entry.sentences[0]
    assert records(archive) == before


def test_a_case_that_somebody_has_open_is_left_and_told(bring, archive):
    path = put(archive, small_case())
    note_path(path).write_text(f'{{"vem": "Ann", "dator": "annan", "process": 1, "sedan": "{LATER.isoformat()}"}}')
    (told,) = bring(DECISION, DECIDED)
    assert told.outcome == "avvisad"
    assert "Importera igen" in told.sentences[0]
    assert only(archive).case.decision == ""


def test_a_decision_reaches_every_record_of_its_case(bring, archive):
    put(archive, small_case())
    made = new_assessment(
        small_checklist(), small_case(), officer="Ann", id="0193f2a0-0000-7000-8000-00000000ef01", now=CLOCK
    )
    create(archive, made)
    told = bring(DECISION, DECIDED)
    assert [entry.outcome for entry in told] == ["andrad", "andrad"]


def test_a_record_that_cannot_be_read_is_no_stop(bring, archive):
    (archive / "trasig.toml").write_text("[bedomning", encoding="utf-8")
    assert ArchiveIndex.of(archive).unread == (str(archive / "trasig.toml"),)
    (told,) = bring(HEAD, ROW)
    assert told.outcome == "ny"


def test_a_record_written_by_hand_in_another_order_is_found(archive):
    answer = '[[svar]]\npunkt = "jobb"\ngrad = 1\n[checklista]\nid = "liten"\n'
    text = f'{answer}[arende]\ndiarienummer = "A/1"\n[bedomning]\nid = "x"\n'
    (archive / "hand.toml").write_text(text, encoding="utf-8")
    (archive / "utan-arende.toml").write_text('[bedomning]\nid = "y"\n[[svar]]\npunkt = "a"\n', encoding="utf-8")
    index = ArchiveIndex.of(archive)
    assert [known.id for known in index.by_diary_number("a/1")] == ["x"]
    assert len(index.by_id("y")) == 1
    assert index.unread == ()


def test_only_what_the_seal_leaves_out_may_still_change():
    case = small_case()
    assert may_still_change(case, case.model_copy(update={"decision": "beviljad", "nyps_id": "1"}))
    assert not may_still_change(case, case.model_copy(update={"title": "x"}))
    assert not may_still_change(case, case.model_copy(update={"own": {"a": 1}}))
