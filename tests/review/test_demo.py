"""The demo archive: right by construction, the same every time, and never over somebody's records."""

from pathlib import Path
from statistics import median

import pytest

from hallbarhet.assessment.archive import record_files
from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.personal import find_personal, number_fault, number_kind
from hallbarhet.assessment.records import load
from hallbarhet.assessment.seal import verify
from hallbarhet.checklist.library import Library
from hallbarhet.errors import NotAllowedError, NotFoundError, UsageError
from hallbarhet.review.demo import SHARES, DemoSummary, write_demo
from hallbarhet.review.demo_written import written_cases

COUNT = 90


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("arkiv") / "demo"
    write_demo(folder, count=COUNT, seed=7)
    return folder


@pytest.fixture(scope="module")
def records(archive: Path) -> list[Assessment]:
    loaded = [load(path) for path in record_files(archive)]
    assert not [problem.sentence for record in loaded for problem in record.problems]
    return [record.assessment for record in loaded]


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def completed(records: list[Assessment]) -> list[Assessment]:
    return [record for record in records if record.header.status != "utkast"]


def test_every_case_asked_for_is_there_and_loads_without_a_remark(records: list[Assessment]):
    assert len(records) == COUNT


def test_the_same_seed_gives_the_same_bytes(archive: Path, tmp_path: Path):
    write_demo(tmp_path / "demo", count=COUNT, seed=7)
    assert content(tmp_path / "demo") == content(archive)


def test_another_seed_gives_other_made_cases_and_the_same_written_ones(archive: Path, tmp_path: Path):
    write_demo(tmp_path / "demo", count=len(written_cases()) + 5, seed=8)
    mine, other = content(tmp_path / "demo"), content(archive)
    shared = {name for name in mine if name.endswith(".toml") and mine[name] == other.get(name)}
    assert len(shared) == len(written_cases()) + len(SHARES)


def test_asking_for_more_cases_leaves_the_first_ones_as_they_were(archive: Path, tmp_path: Path):
    write_demo(tmp_path / "demo", count=COUNT // 2, seed=7)
    few, many = content(tmp_path / "demo"), content(archive)
    assert all(many[name] == data for name, data in few.items())


def test_seals_hold_on_every_completed_case_and_drafts_have_none(records: list[Assessment]):
    assert all(verify(record).is_whole for record in completed(records))
    assert all(record.seal is None for record in records if record.header.status == "utkast")


def test_no_organisation_number_is_wrong_or_a_persons(records: list[Assessment]):
    numbers = [record.case.organisation_number for record in records]
    assert all(number_fault(number) is None for number in numbers)
    assert {number_kind(number) for number in numbers if number} == {"organisationsnummer"}


def test_no_text_points_to_a_person(archive: Path):
    for path in record_files(archive):
        assessment = load(path).assessment
        spoken = [assessment.judgement.text, *(answer.rationale for answer in assessment.answers)]
        assert not [find_personal(text) for text in spoken if find_personal(text)]


def test_every_checklist_used_lies_in_the_archive(archive: Path, records: list[Assessment]):
    library = Library(archive)
    used = {record.checklist.fingerprint: record.checklist for record in records}
    assert len(used) == len(SHARES)
    assert all(library.by_reference(reference).fingerprint == fingerprint for fingerprint, reference in used.items())
    assert len(list((archive / "checklistor").iterdir())) == len(SHARES)


def test_rules_fire_rarely_enough_to_be_read(records: list[Assessment]):
    conflicts = [len(record.conflicts) for record in completed(records)]
    assert median(conflicts) <= 3
    assert max(conflicts) >= 3


def test_verdicts_are_spread(records: list[Assessment]):
    levels = {record.result["niva"]["netto"] for record in completed(records) if "netto" in record.result["niva"]}
    assert levels == {1, 2, 3, 4, 5}


def test_ids_are_unique_and_links_point_to_records_of_the_same_case(records: list[Assessment]):
    by_id = {record.header.id: record for record in records}
    assert len(by_id) == len(records)
    links = [(record, link) for record in records for link in (record.header.previous, *record.header.parties) if link]
    assert links
    assert all(by_id[link].case.diary_number == record.case.diary_number for record, link in links)


def test_nothing_happens_before_the_application_or_out_of_order(records: list[Assessment]):
    for record in records:
        moments = [record.header.created_at, *(event.at for event in record.events)]
        assert moments == sorted(moments)
        assert record.case.applied_on is None or record.case.applied_on <= record.header.created_at.date()
        assert record.case.decided_on is None or record.case.decided_on >= record.events[-1].at.date()


def test_only_hand_written_cases_without_a_count(tmp_path: Path):
    assert write_demo(tmp_path / "demo") == DemoSummary(len(written_cases()), is_new=True)


def test_one_checklist_only_when_it_is_asked_for(tmp_path: Path):
    write_demo(tmp_path / "demo", count=14, checklist="grund-kommersiell-service")
    loaded = [load(path).assessment for path in record_files(tmp_path / "demo")]
    assert {record.checklist.id for record in loaded} == {"grund-kommersiell-service"}
    assert len(loaded) == 14


def test_a_checklist_nobody_wrote_sentences_for_gets_cases_too(tmp_path: Path):
    small = Path(__file__).parents[1] / "support" / "small.toml"
    summary = write_demo(tmp_path / "demo", checklist=str(small))
    loaded = [load(path).assessment for path in record_files(tmp_path / "demo")]
    assert summary.count == len(loaded) == 20
    assert all(verify(record).is_whole for record in completed(loaded))


def test_a_choice_that_must_be_explained_is_explained(tmp_path: Path):
    write_demo(tmp_path / "demo", count=8, checklist="ostergotland")
    made = [load(path).assessment for path in record_files(tmp_path / "demo")]
    reasons = [answer.rationale for one in made for answer in one.answers if answer.item == "berors-tillit"]
    assert reasons
    assert all(reasons)


def test_a_demo_archive_that_is_there_is_left_as_it_is(tmp_path: Path):
    write_demo(tmp_path / "demo", count=3)
    before = content(tmp_path / "demo")
    assert write_demo(tmp_path / "demo", count=9, seed=2) == DemoSummary(3, is_new=False)
    assert content(tmp_path / "demo") == before


def test_somebodys_folder_is_refused_and_not_touched(tmp_path: Path):
    (tmp_path / "RUN-1-2026_0a1b2c3d.toml").write_text("format = 1\n", encoding="utf-8")
    with pytest.raises(NotAllowedError) as refused:
        write_demo(tmp_path, count=3)
    assert str(refused.value).count(". ") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["RUN-1-2026_0a1b2c3d.toml"]


def test_a_file_in_the_way_is_told(tmp_path: Path):
    (tmp_path / "demo").write_text("", encoding="utf-8")
    with pytest.raises(NotAllowedError):
        write_demo(tmp_path / "demo")


@pytest.mark.parametrize("count", [0, -3])
def test_a_count_below_one_is_refused(tmp_path: Path, count: int):
    with pytest.raises(UsageError):
        write_demo(tmp_path / "demo", count=count)
    assert not (tmp_path / "demo").exists()


def test_a_checklist_that_is_not_there_leaves_no_folder_behind(tmp_path: Path):
    with pytest.raises(NotFoundError):
        write_demo(tmp_path / "demo", checklist="finns-inte")
    assert not (tmp_path / "demo").exists()


def test_reports_are_made_for_hand_written_completed_cases(tmp_path: Path):
    made: list[tuple] = []
    write_demo(tmp_path / "demo", count=30, report=lambda *given: made.append(given))
    assert len(made) == sum(case.data["status"] != "utkast" for case in written_cases())
    assert all(load(path).assessment == assessment for path, _, assessment in made)


def test_reports_of_all_completed_cases_when_asked(tmp_path: Path):
    made: list[Path] = []
    write_demo(tmp_path / "demo", count=30, report=lambda path, *_: made.append(path), all_reports=True)
    loaded = [load(path).assessment for path in record_files(tmp_path / "demo")]
    assert len(made) == len(completed(loaded))
