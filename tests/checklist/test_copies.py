"""The archive's own copies of checklists: still what their names say, or told."""

from pathlib import Path

import pytest

from hallbarhet.assessment.model import ChecklistReference
from hallbarhet.checklist.copies import FOLDER, archive_of, checked_copies, copies_of
from hallbarhet.checklist.freezing import freeze
from hallbarhet.checklist.library import Library
from hallbarhet.checklist.reading import load_checklist

SMALL = Path(__file__).parents[1] / "support" / "small.toml"


@pytest.fixture
def checklist():
    return load_checklist(SMALL)


@pytest.fixture
def copy(checklist, tmp_path):
    return freeze(checklist, tmp_path / FOLDER)


@pytest.fixture
def reference(checklist):
    head = checklist.header
    return ChecklistReference(id=head.id, version=head.version, fingerprint=checklist.fingerprint)


def checked(reference, archive):
    return [(found.path, found.state) for found in checked_copies(reference, archive, Library(archive))]


def edited(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_an_untouched_copy_is_the_same(copy, reference, tmp_path):
    assert checked(reference, tmp_path) == [(copy, "same")]


def test_a_comment_in_a_copy_changes_nothing(copy, reference, tmp_path):
    copy.write_text("# läst av Eva\n" + copy.read_text(encoding="utf-8"), encoding="utf-8")
    assert checked(reference, tmp_path) == [(copy, "same")]


def test_a_weight_changed_in_a_copy_is_noticed(copy, reference, tmp_path):
    edited(copy, "[[tema]]", "[[tema]]\nvikt = 5")
    [found] = checked_copies(reference, tmp_path, Library(tmp_path))
    assert (found.state, found.original) == ("changed", None)


def test_what_it_said_is_found_where_there_is_another_copy(copy, reference, checklist, tmp_path):
    edited(copy, "[[tema]]", "[[tema]]\nvikt = 5")
    again = freeze(checklist, tmp_path / FOLDER)
    assert again != copy
    first, second = checked_copies(reference, tmp_path, Library(tmp_path))
    assert {first.state, second.state} == {"changed", "same"}
    changed = first if first.state == "changed" else second
    assert changed.original == checklist


def test_a_copy_that_is_no_longer_right_is_told_with_its_fault(copy, reference, tmp_path):
    copy.write_text("format = 1\n[checklista\n", encoding="utf-8")
    [found] = checked_copies(reference, tmp_path, Library(tmp_path))
    assert found.state == "unreadable"
    assert "rad" in found.fault or ":2" in found.fault


def test_another_checklists_copy_is_not_taken_for_this_ones(copy, reference, tmp_path):
    other = reference.model_copy(update={"id": "annan"})
    assert copies_of(other, tmp_path) == []
    assert copies_of(reference, tmp_path / "borta") == []


def test_a_record_in_a_folder_of_its_own_belongs_to_the_archive_around_it(copy, tmp_path):
    inner = tmp_path / "2026" / "mars"
    inner.mkdir(parents=True)
    assert archive_of(inner / "post.toml") == tmp_path
    assert archive_of(tmp_path / "post.toml") == tmp_path
