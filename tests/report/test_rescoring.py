"""The report of a batch re-scoring: its findings, its pictures with the same numbers in tables, and its page."""

from dataclasses import replace
from functools import partial

import pytest
from support.browser import LOOKS, assert_no_barrier
from support.rescored import share_at_once
from tinyhtml5.parser import HTMLParser

from hallbarhet.batch.alternatives import Alternative
from hallbarhet.batch.fates import Fate
from hallbarhet.batch.reading import RecordFault
from hallbarhet.batch.running import rescore
from hallbarhet.batch.whole import Largest, Summary, Unread, Whole, as_asked
from hallbarhet.cli import main, rescore_run
from hallbarhet.report.render import render_rescoring
from hallbarhet.report.rescoring_charts import bar_width, bars, ends
from hallbarhet.report.rescoring_view import rescoring_view
from hallbarhet.review.demo import write_demo

NASTY = "</td><b>x</b> & < \" ' {{ 7 }} \x1b \u202e"

LARGEST = Largest(
    path="a.toml", id="a", diary_number="RUN/1/2026", title="Hemlig rubrik", before=54.2, after=40.6, change=-13.6,
    parts={"vikter": -10.0, "fragor": -3.6, "trosklar": 0.0}, level_before=5, level_after=4, flip="saker",
)  # fmt: skip

SUMMARY = Summary(
    name=None, count=100, cross={(5, 5): 40, (5, 4): 7, (4, 4): 50, (3, 4): 3}, up=3, down=7, possible=12,
    largest=(LARGEST,), grades={"A": 90, "C": 10}, states=4, gates=2, compared=100, total=-120.0,
    core_compared=100, core_total=-80.0, core_levels=9, shifts={-14: 1, -2: 49, 0: 30, 3: 20},
    core_shifts={-2: 60, 0: 40}, sensitive={"saker": (4, 10)}, moved_by={"vikter": 6, "fragor": 3},
)  # fmt: skip

WHOLE = Whole(
    summaries=(SUMMARY,), read=103, unread=1, told_unread=(Unread(NASTY, (RecordFault("R001", 12, NASTY),)),),
    left_out={"annan_checklista": 3}, slow=2, deviating=1, told_deviating=("b.toml",), not_recomputed=1,
    checklists={"grund 1.0.0": 103}, target="grund 2.0.0",
)  # fmt: skip


@pytest.fixture(autouse=True)
def activity():
    """Which questions are asked comes from scoring here."""


def part(view, anchor):
    return next(part for part in view.parts if part.anchor == anchor)


def cells(table):
    return {row.head: row.cells for row in table.rows}


def test_it_says_first_of_all_that_no_decision_changes():
    view = rescoring_view(WHOLE)
    assert view.stance.text == "Omräkningen ändrar inget fattat beslut."
    page = render_rescoring(view)
    assert page.index("Omräkningen ändrar inget") < page.index("Ny checklista")


def test_the_picture_of_levels_states_the_finding_and_the_table_has_every_number():
    levels = part(rescoring_view(WHOLE), "nivaer")
    assert levels.chart.title.startswith("10 poster (10\u00a0%) byter säkert nivå, 3 uppåt och 7 nedåt.")
    (table,) = levels.tables
    rows = {"5": ("40", "7", "0", "47"), "4": ("0", "50", "0", "50"), "3": ("0", "3", "0", "3")}
    assert cells(table) == {**rows, "Summa": ("40", "60", "0", "100")}
    numbers = {shape.text for shape in levels.chart.shapes if shape.kind == "value"}
    assert numbers == {"40", "7", "50", "3"}
    assert "Från nivå 5 till nivå 4: 7 poster." in levels.chart.description


def test_what_moved_the_levels_is_told_and_of_how_many_it_is_not_known():
    told = "Det som mest flyttade nettonivån: vikter 6, frågor 3, okänt 1."
    assert told in part(rescoring_view(WHOLE), "nivaer").sentences
    still = replace(WHOLE, summaries=(replace(SUMMARY, cross={(5, 5): 100}, moved_by={}),))
    assert not any("nettonivån:" in sentence for sentence in part(rescoring_view(still), "nivaer").sentences)


def test_what_was_asked_for_is_told_so_that_it_can_be_done_again():
    green = Alternative(None, weights=(("ekologisk", 2.5),), thresholds=((4, -5.0),))
    view = rescoring_view(as_asked(WHOLE, [green], "sha256-1:abc"))
    told = {fact.label: fact.text for fact in view.facts}
    assert told["Vad som ändras"] == ("Med vikten 2,5 för ekologisk och index minst −5 för nivå 4.",)
    assert told["Fingeravtryck"] == ("sha256-1:abc",)
    assert any(sentence.startswith("Räknat med hallbarhet ") for sentence in part(view, "underlag").sentences)
    assert "Vad som ändras" not in {fact.label for fact in rescoring_view(WHOLE).facts}


def test_drafts_are_counted_and_told_to_be_drafts():
    view = rescoring_view(replace(WHOLE, summaries=(replace(SUMMARY, drafts=7),)))
    assert "7 av dem är utkast." in " ".join(text for fact in view.facts for text in fact.text)
    assert not any("utkast" in text for fact in rescoring_view(WHOLE).facts for text in fact.text)


def test_two_with_one_diary_number_are_told_apart_by_their_files():
    twins = tuple(replace(LARGEST, path=f"arkiv/{name}.toml", id=name) for name in "ab")
    other = replace(LARGEST, path="arkiv/c.toml", diary_number="")
    view = rescoring_view(replace(WHOLE, summaries=(replace(SUMMARY, largest=(*twins, other)),)))
    assert [row.head for row in part(view, "storst").tables[0].rows] == [
        "a.toml", "b.toml", "c.toml",
    ]  # fmt: skip


def test_flips_that_were_sensitive_already_are_told_with_their_share():
    assert any("4 (40\u00a0%)" in sentence for sentence in part(rescoring_view(WHOLE), "nivaer").sentences)


def test_the_picture_of_indexes_has_one_bar_for_each_row_of_its_table():
    index = part(rescoring_view(WHOLE), "index")
    (table,) = index.tables
    assert cells(table) == {"−14": ("1", "0"), "−2": ("49", "60"), "0": ("30", "40"), "+3": ("20", "0")}
    drawn = [shape for shape in index.chart.shapes if shape.tag == "rect"]
    assert [shape.kind for shape in drawn] == ["sank", "sank", "still", "rose"]
    assert index.chart.title == "Index ändras i medeltal −1,2 poäng; 50 poster sjunker och 20 poster stiger."


@pytest.mark.parametrize("furthest, width", [(0, 1), (21, 1), (22, 2), (42, 2), (43, 5), (200, 10)])
def test_there_are_never_too_many_bars_to_tell_apart(furthest, width):
    assert bar_width({furthest: 1, -3: 2}) == width


def test_the_middle_bar_holds_only_what_did_not_move_and_every_record_has_a_bar():
    shifts = {-200: 1, -1: 2, 0: 3, 1: 4, 10: 5, 11: 6}
    found = bars(shifts, 10)
    assert found == {-20: 1, -1: 2, 0: 3, 1: 9, 2: 6}
    assert [ends(place, 10) for place in (-1, 0, 1, 2)] == [(-10, -1), (0, 0), (1, 10), (11, 20)]


def test_the_largest_changes_are_told_with_their_causes_and_without_peoples_words():
    (table,) = part(rescoring_view(WHOLE), "storst").tables
    assert cells(table) == {
        "RUN/1/2026": ("vikter −10,0 och frågor −3,6", "säkert", "5 → 4", "54,2", "40,6", "−13,6"),
    }
    assert "Hemlig rubrik" not in render_rescoring(rescoring_view(WHOLE))


def test_what_could_not_be_read_and_what_does_not_follow_from_its_answers_is_named():
    view = rescoring_view(WHOLE)
    (unread,) = part(view, "olasta").tables
    assert cells(unread) == {NASTY: ("12", NASTY)}
    assert [column.is_number for column in unread.columns] == [False, True, False]  # a number is never broken
    assert list(cells(part(view, "avvikande").tables[0])) == ["b.toml"]


def test_only_the_first_are_named_and_it_says_so():
    told = tuple(f"{number}.toml" for number in range(50))
    view = rescoring_view(replace(WHOLE, deviating=70, told_deviating=told))
    assert "De första 50 av 70 visas här" in part(view, "avvikande").sentences[-1]


def test_what_became_of_the_answers_is_told_for_each_question_that_is_not_as_it_was():
    fates = {"utslapp": Fate(kept=7), "jobb": Fate(kept=5, changed=2), "natur": Fate(new=7)}
    told = part(rescoring_view(replace(WHOLE, questions=fates)), "fragor")
    assert told.sentences == ("1 fråga har alla sina svar kvar.",)
    assert cells(told.tables[0]) == {"jobb": ("5", "2", "0", "0"), "natur": ("0", "0", "0", "7")}


def test_nothing_to_tell_leaves_no_empty_heading():
    quiet = Whole(summaries=(Summary(None),), read=2, left_out={"annan_checklista": 2}, target="grund 2.0.0")
    assert [part.anchor for part in rescoring_view(quiet).parts] == ["underlag"]


def test_alternatives_stand_side_by_side_before_each_by_itself():
    view = rescoring_view(replace(WHOLE, summaries=(SUMMARY, replace(SUMMARY, name="sociala", up=20))))
    rows = cells(part(view, "jamforelse").tables[0])
    assert rows["Utan namn"][:4] == ("Checklistans egna vikter och trösklar.", "3", "7", "12")
    assert rows["sociala"][1:4] == ("20", "7", "12")
    anchors = [found.anchor for found in view.parts]
    assert len(anchors) == len(set(anchors))
    assert part(view, "nivaer-1").heading == "Nivåer före och efter: Utan namn"
    assert part(view, "nivaer-2").heading == "Nivåer före och efter: sociala"


def left_out(whole):
    (told,) = (fact.text for fact in rescoring_view(whole).facts if fact.label == "Hoppades över")
    return [*told]


def test_an_alternative_that_nothing_could_be_counted_in_is_told_with_what_it_changes():
    unfit = Summary("mål", left_out=4000, way=Alternative("mål", weights=(("digital", 2.0),)))
    half = replace(SUMMARY, left_out=3)
    whole = replace(WHOLE, summaries=(half, unfit), left_out={})
    view = rescoring_view(whole)
    rows = cells(part(view, "jamforelse").tables[0])
    assert [*rows] == ["Utan namn", "mål"]
    assert rows["mål"] == ("Med vikten 2 för digital.", "0", "0", "0", "–", "–", "0")
    assert left_out(whole) == [
        "Alternativ utan namn: 3 hoppades över.",
        "Alternativ mål: 4\u00a0000 hoppades över.",
    ]
    assert not any(found.anchor.endswith("-2") for found in view.parts)
    assert left_out(replace(whole, summaries=(half,))) == [
        "3 hoppades över: alternativet går inte att räkna med deras checklista.",
    ]


def test_the_title_says_what_is_changed_if_anything_is():
    own = replace(WHOLE, target="")
    assert rescoring_view(own).title == "Omräkning av varje post med sin egen checklista"
    green = Alternative(None, weights=(("ekologisk", 2.5),))
    assert rescoring_view(as_asked(own, [green], "")).title == "Omräkning med ändrade vikter eller trösklar"
    assert rescoring_view(WHOLE).title == "Omräkning till grund 2.0.0"


def test_numbers_are_grouped_in_sentences_too():
    many = replace(SUMMARY, count=100_000, up=12_000, down=3_000)
    names = tuple(f"{number}.toml" for number in range(50))
    view = rescoring_view(replace(WHOLE, summaries=(many,), deviating=12_000, told_deviating=names))
    assert "12\u00a0000 uppåt och 3\u00a0000 nedåt" in part(view, "nivaer").chart.title
    assert part(view, "avvikande").sentences[-1] == (
        "De första 50 av 12\u00a0000 visas här. Alla står i raderna "
        "(--json, eller --ut med .csv, .jsonl, .xlsx eller .parquet)."
    )


def test_the_picture_of_indexes_says_points_as_its_table_does():
    told = part(rescoring_view(WHOLE), "index").chart.description
    assert told == "−14 poäng: 1 post. −2 poäng: 49 poster. 0 poäng: 30 poster. +3 poäng: 20 poster."


def test_where_there_is_no_index_no_mean_is_told():
    def told(**changed):
        return part(rescoring_view(replace(WHOLE, summaries=(replace(SUMMARY, **changed),))), "index").sentences

    in_both = "På de frågor som finns i båda checklistorna"
    assert told(core_compared=0) == (f"{in_both} finns inget index att jämföra, och 9 poster får en annan nettonivå.",)
    assert told(compared=0, core_compared=0, shifts={}) == ("Det finns inget index att jämföra.",)
    assert told(compared=0, shifts={})[1].startswith(f"{in_both} ändras index i medeltal −0,8 poäng")


def test_the_parser_of_a_browser_finds_no_fault():
    parser = HTMLParser()
    parser.parse(render_rescoring(rescoring_view(WHOLE)))
    assert parser.errors == []


def test_the_same_records_give_the_same_page_whatever_the_number_of_processes(tmp_path, monkeypatch):
    shared = share_at_once(monkeypatch)
    monkeypatch.setattr(rescore_run, "rescore", partial(rescore, size=7))
    write_demo(tmp_path / "arkiv", count=40, report=lambda *_: None)
    pages = []
    for processes in ("1", "2"):
        target = tmp_path / f"{processes}.html"
        words = ["omrakna", tmp_path / "arkiv", "--vikt", "ekologisk=3", "--processer", processes, "--ut", target]
        assert main([*map(str, words)]) == 0
        pages.append(target.read_bytes())
    assert shared
    assert pages[0] == pages[1]
    assert b"Omr\xc3\xa4kningen \xc3\xa4ndrar inget fattat beslut." in pages[0]


@pytest.mark.browser
@pytest.mark.parametrize("scheme, media, width", LOOKS)
def test_no_barrier_is_found(browser, tmp_path, scheme, media, width):
    file = tmp_path / "omrakning.html"
    two = replace(WHOLE, summaries=(SUMMARY, replace(SUMMARY, name="sociala")))
    file.write_text(render_rescoring(rescoring_view(two)), encoding="utf-8")
    assert_no_barrier(browser, file, scheme, media, width)
