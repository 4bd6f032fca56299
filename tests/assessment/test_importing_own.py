"""An applicant's own assessment: kept beside as words, shown with the question, never among the answers."""

import itertools

import pytest
from support.screens import NASTY
from support.small import CLOCK, small_case, small_checklist

from hallbarhet.assessment.completion import finished
from hallbarhet.assessment.importing import Importer
from hallbarhet.assessment.importing_index import ArchiveIndex
from hallbarhet.assessment.importing_own import bring_own
from hallbarhet.assessment.keeper import Keeper
from hallbarhet.assessment.model import ChecklistReference
from hallbarhet.assessment.moment import Moment, new_assessment
from hallbarhet.assessment.records import load, to_bytes
from hallbarhet.assessment.result import score
from hallbarhet.assessment.seal import seal, verify
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.assessment.shown.applicant import applicant_words
from hallbarhet.assessment.storage import StoredRecord
from hallbarhet.checklist.library import Library
from hallbarhet.cli import main
from hallbarhet.errors import FaultyFileError, NotFoundError
from hallbarhet.report.redaction import public_extract


@pytest.fixture(autouse=True)
def _own_settings(tmp_path, monkeypatch):
    monkeypatch.setenv("HALLBARHET_CONFIG_DIR", str(tmp_path / "egen"))


def session_of(id_, **case):
    made = new_assessment(small_checklist(), small_case(**case), officer="Eva Ek", id=id_, now=CLOCK)
    return AssessmentSession(small_checklist(), made, clock=lambda: CLOCK)


@pytest.fixture
def record(tmp_path):
    """The officer's draft, with one answer."""
    folder = tmp_path / "bedomningar"
    folder.mkdir()
    session = session_of("tjansteman-00000001")
    session.judge("utslapp", -1)
    keeper = Keeper(folder, session)
    keeper.keep()
    return keeper.path


@pytest.fixture
def own(tmp_path):
    """What the applicant filled in."""
    session = session_of("sokanden-00000002")
    session.write("syfte", f"En led.\n{NASTY}")
    session.judge("jobb", 2)
    session.explain("jobb", "Tio jobb.")
    session.unknown("utslapp", "Kommunen")
    path = tmp_path / "sokanden.toml"
    path.write_bytes(to_bytes(session.assessment))
    return path


def bring(record, own, number=None, *, is_trial=False):
    archive = record.parent
    numbers = itertools.count(1)
    importer = Importer(
        archive,
        Library(archive),
        ArchiveIndex.of(archive),
        lambda: CLOCK,
        lambda: str(next(numbers)),
        is_trial=is_trial,
    )
    return list(bring_own(importer, own, number))


def test_the_answers_are_kept_beside_in_words_and_count_for_nothing(record, own):
    before = load(record).assessment
    (told,) = bring(record, own)
    assert told.outcome == "andrad"
    assert told.sentences == ("3 svar lagda bredvid.",)
    after = load(record)
    assert after.problems == ()
    assert after.assessment.answers == before.answers
    assert score(small_checklist(), after.assessment) == score(small_checklist(), before)
    said = [(entry.item, entry.answer, entry.rationale) for entry in after.assessment.applicant_answers]
    assert said[1:] == [("jobb", "Bidrar starkt", "Tio jobb."), ("utslapp", "Vet inte (Kommunen)", "")]
    assert after.assessment.events[-1].what == "sökandens egen bedömning lagd bredvid: 3 svar"
    assert "grad = 2" not in record.read_text(encoding="utf-8")


def test_the_same_file_changes_nothing_the_second_time(record, own):
    bring(record, own)
    before = record.read_bytes()
    (told,) = bring(record, own)
    assert told.outcome == "oforandrad"
    assert record.read_bytes() == before


def test_a_trial_writes_nothing(record, own):
    before = record.read_bytes()
    assert bring(record, own, is_trial=True)[0].outcome == "andrad"
    assert record.read_bytes() == before


def test_the_case_is_named_by_the_file_or_by_hand(record, own, tmp_path):
    nameless = tmp_path / "utan.toml"
    assessment = load(own).assessment
    nameless.write_bytes(to_bytes(assessment.model_copy(update={"case": small_case(diary_number="")})))
    with pytest.raises(NotFoundError, match="Ange --diarienummer"):
        bring(record, nameless)
    with pytest.raises(NotFoundError, match="RUN/9"):
        bring(record, nameless, "RUN/9")
    assert bring(record, nameless, "run/1/2026")[0].outcome == "andrad"


def test_what_does_not_fit_is_refused(record, own, tmp_path):
    assert "själva posten" in bring(record, record)[0].sentences[0]
    other = tmp_path / "annan.toml"
    assessment = load(own).assessment
    reference = ChecklistReference(id="annan", version="1", fingerprint="sha256-1:0")
    other.write_bytes(to_bytes(assessment.model_copy(update={"checklist": reference})))
    assert "checklistan annan" in bring(record, other)[0].sentences[0]
    empty = tmp_path / "tom.toml"
    empty.write_bytes(to_bytes(assessment.model_copy(update={"answers": ()})))
    assert "inga svar" in bring(record, empty)[0].sentences[0]
    loaded = load(record)
    done = finished(Moment(small_checklist(), loaded.assessment), who="Eva Ek", now=CLOCK)
    StoredRecord.of(loaded).save(done)
    assert "bedömningen är klar" in bring(record, own)[0].sentences[0]


def test_they_are_shown_with_their_question_and_leave_no_house(record, own):
    bring(record, own)
    assessment = load(record).assessment
    assert applicant_words(assessment, "jobb") == "Sökandens eget svar: Bidrar starkt. Tio jobb."
    assert applicant_words(assessment, "drivmedel") == ""
    assert "\u001b" not in applicant_words(assessment, "syfte")
    assert public_extract(small_checklist(), assessment).applicant_answers == ()
    sealed = seal(assessment)
    assert verify(sealed.model_copy(update={"applicant_answers": ()})).is_whole


def test_a_record_is_taken_for_the_applicants_only_when_somebody_says_so(record, own, capsys, monkeypatch):
    monkeypatch.chdir(record.parent.parent)
    assert main(["importera", str(own)]) == 2
    assert "--sokandens" in capsys.readouterr().err
    assert main(["importera", str(own), "--sokandens"]) == 0
    assert capsys.readouterr().out.startswith("sökandens bedömning: ändrad, RUN-1-2026_00000001.toml. 3 svar")
    assert main(["importera", str(own), "--diarienummer", "x"]) == 2


def test_a_file_that_is_no_record_is_told(record, tmp_path):
    (tmp_path / "x.toml").write_text("a = 1", encoding="utf-8")
    with pytest.raises(FaultyFileError):
        bring(record, tmp_path / "x.toml")
