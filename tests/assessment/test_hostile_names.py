"""No id, diary number or version leads a file out of the archive, or gives it a name that a system reserves."""

import re

import pytest
from support.records import ID, small_assessment

from hallbarhet.assessment.records import load, parse
from hallbarhet.assessment.storage import StoredRecord, create
from hallbarhet.checklist.freezing import freeze
from hallbarhet.checklist.reading import load_checklist, read_checklist_bytes
from hallbarhet.report.write import report_path

RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)

NAMES = (
    "../../x", "a/../../b", "..", ".", "/etc/passwd", "C:\\x", "\\\\server\\del", "CON", "con.toml", "NUL.txt", "COM1",
    "COM\u00b9", "LPT1 ", "aux", "PRN:", "~", "-rf", "$(id)", "`id`", "a\nb", "x\x00y", "\u202egpj.exe", "\u200b",
    "å" * 300, "name." * 60, " ", '?*<>|"',
)  # fmt: skip


@pytest.fixture
def archive(tmp_path):
    folder = tmp_path / "arkiv"
    folder.mkdir()
    return folder


def is_inside(path, folder):
    return path.resolve().parent == folder.resolve()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("id_", [ID, "../../../x", "CON", "\x00\n", ""])
def test_a_record_and_its_reports_stay_in_the_archive(archive, name, id_):
    assessment = small_assessment(diary_number=name)
    header = assessment.header.model_copy(update={"id": id_})
    stored = create(archive, assessment.model_copy(update={"header": header}))
    for path in (stored.path, report_path(stored.path, public=False), report_path(stored.path, public=True)):
        assert is_inside(path, archive)
        assert not RESERVED.fullmatch(path.name)
        assert len(path.name) <= 100
    assert [entry.name for entry in archive.parent.iterdir()] == ["arkiv"]
    assert load(stored.path).assessment.case.diary_number == name


@pytest.mark.parametrize("name", NAMES)
def test_a_diary_number_that_comes_later_leads_nowhere_else(archive, name):
    stored = create(archive, small_assessment(diary_number="RUN/1/2026"))
    moved = StoredRecord.of(load(stored.path)).save(small_assessment(diary_number=name))
    assert is_inside(moved.path, archive)
    assert [entry.name for entry in archive.iterdir()] == [moved.path.name]


@pytest.mark.parametrize("name", ["../../x", "a/b", "..", "x\x00", "CON:", "å", "\u202e", " "])
@pytest.mark.parametrize("key", ["id", "version"])
def test_a_checklist_with_such_a_name_is_refused_in_words(name, key, request):
    raw = (request.path.parents[1] / "support" / "small.toml").read_text(encoding="utf-8")
    quoted = name.encode("unicode_escape").decode().replace("\\x", "\\u00").replace("\\u00e5", "å")
    changed = re.sub(
        rf'(\[checklista\][^\[]*?\n{key}\s*=\s*)"[^"]*"', lambda found: f'{found[1]}"{quoted}"', raw, count=1
    )
    assert changed != raw
    checklist, problems = read_checklist_bytes(changed.encode(), "fil.toml")
    assert checklist is None
    assert any(problem.severity == "fel" for problem in problems)


def test_the_copy_of_a_checklist_with_a_reserved_id_has_no_reserved_name(archive, request):
    small = load_checklist(request.path.parents[1] / "support" / "small.toml")
    header = small.header.model_copy(update={"id": "CON"})
    copy = freeze(small.model_copy(update={"header": header}), archive)
    assert is_inside(copy, archive)
    assert not RESERVED.fullmatch(copy.name)


@pytest.mark.parametrize("item", ["../x", "a b", "<b>", "x\u202e", "å", "", "-x", "x" * 65])
def test_an_answer_to_a_question_with_such_an_id_is_refused_in_words(archive, item):
    stored = create(archive, small_assessment())
    raw = stored.path.read_text(encoding="utf-8") + f'\n[[svar]]\npunkt = "{item}"\ngrad = 1\n'
    assessment, problems = parse(raw.encode(), "post.toml")
    assert assessment is None
    assert all("\n" not in problem.sentence for problem in problems)
