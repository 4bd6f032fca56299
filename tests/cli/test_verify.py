"""`hallbarhet sigill`: what it says and the code it ends with."""

import re
from pathlib import Path

import pytest

from hallbarhet.assessment.records import load
from hallbarhet.assessment.result import score
from hallbarhet.checklist.library import Library
from hallbarhet.cli import main
from hallbarhet.report.write import write_report
from hallbarhet.review.demo import write_demo


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("arkiv") / "demo"
    write_demo(folder)
    return folder


@pytest.fixture
def archive(written, tmp_path):
    """A demo archive of one's own to do harm in."""
    for path in written.rglob("*"):
        if path.is_file():
            copy = tmp_path / path.relative_to(written)
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(path.read_bytes())
    return tmp_path


@pytest.fixture
def record(archive):
    """A finished case with a judgement, an answer to change and a diary number."""
    return next(path for path in sorted(archive.glob("*.toml")) if '\nstatus = "klar"' in path.read_text("utf-8"))


@pytest.fixture
def sigill(capsys):
    def run(*words):
        code = main(["sigill", *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def edit(path, pattern, new):
    text, times = re.subn(pattern, new, path.read_text("utf-8"), count=1)
    assert times == 1
    path.write_text(text, encoding="utf-8")


def report_of(record):
    loaded = load(record).assessment
    checklist = Library(record.parent).by_reference(loaded.checklist)
    return write_report(record, checklist, loaded, score(checklist, loaded), public=False)


def test_an_archive_nobody_touched_is_whole(archive, sigill):
    code, out, err = sigill(archive)
    assert (code, err) == (0, "")
    assert out.count("\n") == len(list(archive.glob("*.toml")))
    assert "brutet" not in out


def test_a_record_written_anew_by_the_program_is_still_whole(record, sigill):
    record.write_text(record.read_text("utf-8").replace("\n", "\r\n") + "# läst\n", encoding="utf-8")
    assert sigill(record)[0] == 0


def test_what_is_added_by_hand_and_says_only_the_default_breaks_nothing(record, sigill):
    edit(record, r"\[samlad_bedomning\]\n", '[samlad_bedomning]\navvikelse_motivering = ""\n')
    assert sigill(record)[0] == 0


@pytest.mark.parametrize(
    "pattern, new, words",
    [
        (r"\ngrad = -?\d", "\ngrad = 1.5", "är inte det som klarmarkerades"),
        (r"\nunderlag = \[", '\nunderlag = ["x", ', "själva svaret är detsamma"),
        (r"\[checklista\]\nid = .*", '[checklista]\nid = "annan"', "vilken checklista som använts"),
        (r"\[samlad_bedomning\]\n", '[samlad_bedomning]\navvikelse_motivering = "x"\n', "den samlade bedömningen"),
        (r"\nrubrik = ", "\nnytt_falt = 1\nrubrik = ", "ärendeuppgifterna"),
    ],
)  # fmt: skip
def test_a_change_is_told_in_words(record, sigill, pattern, new, words):
    edit(record, pattern, new)
    code, out, _ = sigill(record)
    assert code == 1
    assert "brutet" in out
    assert words in out


def test_the_report_beside_tells_what_stood_there(record, sigill):
    report_of(record)
    edit(record, r"\nsokt_belopp = .*", "\nsokt_belopp = 7")
    code, out, _ = sigill(record)
    assert code == 1
    assert re.search(r"`sokt_belopp` var .* och är nu 7\.", out)


def test_an_older_copy_that_is_pointed_at_tells_it_too(record, sigill, tmp_path_factory):
    older = tmp_path_factory.mktemp("kopior") / "kopia.toml"
    older.write_bytes(record.read_bytes())
    edit(record, r"\nsokt_belopp = .*", "\nsokt_belopp = 7")
    assert "och är nu 7." in sigill(record, "--mot", older)[1]


def test_a_copy_to_compare_with_must_be_there_and_belong_to_one_record(record, archive, sigill):
    assert sigill(record, "--mot", archive / "borta.toml")[0] == 2
    assert sigill(archive, "--mot", record)[0] == 2


def test_a_report_alone_can_be_checked(record, sigill, archive):
    report = report_of(record)
    record.unlink()
    code, out, _ = sigill(report)
    assert code == 0
    assert "Sigillet är helt" in out


def test_a_changed_value_that_is_not_even_right_breaks_the_seal(record, sigill):
    edit(record, r"\ngrad = -?\d", '\ngrad = "bra"')
    code, out, err = sigill(record)
    assert code == 1
    assert "brutet" in out
    assert '"grad" ska vara ett tal' in err


def test_a_seal_that_was_taken_away_is_told(record, sigill):
    record.write_text(record.read_text("utf-8").partition("\n[sigill]")[0], encoding="utf-8")
    code, out, _ = sigill(record)
    assert code == 1
    assert "inget sigill: det har tagits bort" in out


def test_weights_changed_in_the_archives_copy_are_noticed_and_told(archive, record, sigill):
    reference = load(record).assessment.checklist
    [copy] = (archive / "checklistor").glob(f"{reference.id}@*.toml")
    edit(copy, r"\nvikt = .*", "\nvikt = 9")
    code, out, _ = sigill(archive)
    assert code == 1
    assert "Sigillet är helt" in out
    assert out.count("har ändrats sedan den skrevs") == 1
    assert re.search(r"`vikt` (var .* och är nu 9|har tillkommit: 9)\.", out)


def test_a_copy_that_is_no_longer_toml_is_told(archive, record, sigill):
    reference = load(record).assessment.checklist
    [copy] = (archive / "checklistor").glob(f"{reference.id}@*.toml")
    copy.write_text("[", encoding="utf-8")
    code, out, _ = sigill(record)
    assert code == 1
    assert "går inte längre att läsa" in out


def test_an_archive_without_the_copy_is_told_of_and_the_record_still_checked(archive, record, sigill):
    for copy in (archive / "checklistor").iterdir():
        copy.unlink()
    code, out, err = sigill(record)
    assert code == 0
    assert "Sigillet är helt" in out
    assert "ingen kopia av checklistan" in err


def test_words_in_a_record_steer_no_terminal(record, sigill):
    report_of(record)
    edit(record, r"\nsokande = .*", r'\nsokande = "\\u001b[2J\\u202eX"')
    _, out, err = sigill(record)
    assert "sokande" in out
    assert not re.search("[\x1b\u202e]", out + err)


def test_a_file_that_is_gone_is_a_command_that_cannot_be_carried_out(tmp_path, sigill):
    assert sigill(Path(tmp_path, "borta.toml"))[0] == 2
