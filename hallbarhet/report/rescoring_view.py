"""What a batch re-scoring comes to, as a document: findings first, then pictures with their tables, then the method."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from hallbarhet import __version__
from hallbarhet.assessment.result import METHOD
from hallbarhet.batch.alternatives import Alternative
from hallbarhet.batch.whole import Largest, Summary, Whole, names_of
from hallbarhet.report.charts import Chart
from hallbarhet.report.parts import Column, Fact, Notice, Paragraphs, Row, Table, columns, facts
from hallbarhet.report.rescoring_charts import bar_width, bars, cross_chart, ends, shift_chart
from hallbarhet.texts import rescoring as words
from hallbarhet.texts import rescoring_questions as asked
from hallbarhet.texts import rescoring_report as texts
from hallbarhet.texts import rescoring_ways as ways
from hallbarhet.texts.findings import upper_first
from hallbarhet.texts.swedish import NOTHING, number, points


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the document: findings in words, a picture, and the same in tables."""

    anchor: str
    heading: str
    sentences: Paragraphs = ()
    chart: Chart | None = None
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class RescoringView:
    """The whole document, in the order it is read."""

    page_title: str
    kind: str
    title: str
    stance: Notice
    facts: tuple[Fact, ...]
    parts: tuple[Part, ...]
    skip_link: str = texts.SKIP_LINK
    contents: str = texts.CONTENTS


def rescoring_view(whole: Whole) -> RescoringView:
    """What the document says of all records. Records are named by diary number or file, never by people's words."""
    parts: list[Part] = []
    several = len(whole.summaries) > 1
    if several:
        parts.append(_side_by_side(whole.summaries))
    for place, summary in enumerate(whole.summaries, start=1):
        if summary.count:
            parts += _alternative(summary, _name(summary) if several else summary.name, f"-{place}" if several else "")
    parts += [part for part in (_questions(whole), _deviating(whole), _unread(whole)) if part.sentences or part.tables]
    return RescoringView(
        page_title=texts.page_title(whole.target),
        kind=texts.KIND,
        title=texts.title(whole.target, not all(summary.way.is_plain for summary in whole.summaries)),
        stance=Notice("obs", texts.STANCE, words.FIRST_LINE),
        facts=_facts(whole),
        parts=(*parts, _ground(whole)),
    )


def _facts(whole: Whole) -> tuple[Fact, ...]:
    counted = [words.rescored(whole.rescored, whole.read + whole.unread)]
    counted += [ways.drafts(whole.drafts, whole.rescored)] if whole.drafts else []
    asked_for = [summary.way for summary in whole.summaries]
    changed = _way(asked_for[0]) if len(asked_for) == 1 and not asked_for[0].is_plain else ""
    told = facts(
        (texts.TARGET, whole.target or texts.EACH_ITS_OWN),
        (ways.CHANGED, changed),
        (texts.RESCORED, "\n".join(counted)),
        (texts.LEFT_OUT, "\n\n".join(_left_out(whole))),
    )
    to_the_letter = Fact(ways.FINGERPRINT, (whole.fingerprint,), is_code=True)
    return (*told, to_the_letter) if whole.fingerprint else told


def _left_out(whole: Whole) -> Iterator[str]:
    """Why records are missing: from every way to count, then from each."""
    for reason, count in whole.left_out.items():
        yield words.left_out(count, reason)
    for summary in whole.summaries:
        if not summary.left_out:
            continue
        name = ways.called(summary.name, len(whole.summaries))
        value = summary.left_out
        yield words.left_out_of_alternative(value) if name is None else ways.left_out(name, value)


def _name(summary: Summary) -> str:
    """What one of several is called in tables and headings."""
    return summary.name or upper_first(ways.UNNAMED)


def _way(way: Alternative) -> str:
    return ways.way(way.weights, way.thresholds)


def _side_by_side(summaries: Iterable[Summary]) -> Part:
    rows = tuple(
        Row(
            _name(summary),
            (
                _way(summary.way),
                words.count(summary.up),
                words.count(summary.down),
                words.count(summary.possible),
                points(summary.mean),
                points(summary.core_mean),
                words.count(summary.grades.get("C", 0)),
            ),
        )
        for summary in summaries
    )
    heads = columns(
        texts.ALTERNATIVE, ways.CHANGED,
        texts.UP, texts.DOWN, texts.POSSIBLE, texts.MEAN, texts.MEAN_CORE, texts.GRADE_C, numbers=6,
    )  # fmt: skip
    heading = texts.HEADINGS["jamforelse"]
    return Part("jamforelse", heading, tables=(Table("tabell-jamforelse", texts.COMPARISON_TABLE, heads, rows),))


def _alternative(summary: Summary, name: str | None, mark: str) -> list[Part]:
    """The parts about one way to count; `mark` keeps the anchors of several apart."""
    made: tuple[tuple[str, Callable[[Summary, str, str], Part]], ...] = (
        ("nivaer", _levels), ("index", _index), ("storst", _largest), ("jamforbarhet", _grades),
    )  # fmt: skip
    parts = [make(summary, f"{anchor}{mark}", texts.part(texts.HEADINGS[anchor], name)) for anchor, make in made]
    return [part for part in parts if part.sentences or part.tables]


def _counted(head: str, counts: Sequence[int]) -> Row:
    return Row(head, tuple(words.count(count) for count in (*counts, sum(counts))))


def _levels(summary: Summary, anchor: str, heading: str) -> Part:
    levels = summary.levels
    finding = texts.cross_finding(summary.up, summary.down, summary.possible, summary.count)
    counts = [summary.row(before) for before in levels]
    rows = [_counted(words.level(before), row) for before, row in zip(levels, counts, strict=True)]
    rows.append(_counted(texts.SUM, [sum(column) for column in zip(*counts, strict=True)]))
    heads = columns(texts.BEFORE, *map(words.level, levels), texts.SUM, numbers=len(levels) + 1)
    sensitive = [
        words.sensitive(kind, found, tried, summary.flips if kind == "saker" else summary.possible)
        for kind, (found, tried) in summary.sensitive.items()
        if tried
    ]
    moved = [words.moved_by(summary.moved_by, summary.moved)] if summary.moved else []
    return Part(
        anchor,
        heading,
        (*moved, *sensitive, texts.other_changes(summary.states, summary.gates)),
        cross_chart(f"diagram-{anchor}", finding, summary.cross, levels),
        (Table(f"tabell-{anchor}", words.CROSS.rstrip(":"), heads, tuple(rows)),),
    )


def _index(summary: Summary, anchor: str, heading: str) -> Part:
    lower = sum(count for shift, count in summary.shifts.items() if shift < 0)
    higher = sum(count for shift, count in summary.shifts.items() if shift > 0)
    finding = texts.shift_finding(summary.mean, lower, higher)
    if not summary.compared:
        told = (texts.core(summary.core_mean, summary.core_levels),) if summary.core_compared else ()
        return Part(anchor, heading, (finding, *told))
    width = bar_width(summary.shifts)
    full, core = bars(summary.shifts, width), bars(summary.core_shifts, width)
    rows = tuple(
        Row(texts.span(*ends(place, width)), (words.count(full.get(place, 0)), words.count(core.get(place, 0))))
        for place in sorted({*full, *core})
    )
    return Part(
        anchor,
        heading,
        (texts.core(summary.core_mean, summary.core_levels),),
        shift_chart(f"diagram-{anchor}", finding, summary.shifts),
        (Table(f"tabell-{anchor}", texts.SHIFT_TABLE, columns(texts.POINTS, texts.FULL, texts.CORE, numbers=2), rows),),
    )


def _largest(summary: Summary, anchor: str, heading: str) -> Part:
    named = zip(names_of(summary.largest), summary.largest, strict=True)
    rows = tuple(Row(name, _largest_cells(found)) for name, found in named)
    heads = columns(
        texts.CASE, texts.CAUSE, texts.FLIP, texts.LEVEL, texts.INDEX_BEFORE, texts.INDEX_AFTER, texts.CHANGE, numbers=4
    )
    return Part(anchor, heading, tables=(Table(f"tabell-{anchor}", texts.LARGEST_TABLE, heads, rows),) if rows else ())


def _largest_cells(found: Largest) -> tuple[str, ...]:
    return (
        texts.causes([(str(factor), part) for factor, part in found.parts.items() if part]),
        texts.FLIP_WORDS[found.flip],
        words.levels(found.level_before, found.level_after),
        number(found.before),
        number(found.after),
        points(found.change),
    )


def _grades(summary: Summary, anchor: str, heading: str) -> Part:
    rows = tuple(
        Row(grade, (meaning, words.count(summary.grades.get(grade, 0)))) for grade, meaning in texts.GRADES.items()
    )
    heads = columns(texts.GRADE, texts.MEANING, texts.RECORDS, numbers=1)
    return Part(anchor, heading, tables=(Table(f"tabell-{anchor}", texts.GRADE_TABLE, heads, rows),))


def _questions(whole: Whole) -> Part:
    """What became of the answers to each question; those that all stand are only counted."""
    changed = whole.moved_questions
    rows = tuple(
        Row(id_, tuple(words.count(number) for number in (fate.kept, fate.changed, fate.lost, fate.new)))
        for id_, fate in changed.items()
    )
    heads = columns(upper_first(asked.QUESTION), *map(upper_first, asked.COLUMNS), numbers=4)
    kept = len(whole.questions) - len(changed)
    table = Table("tabell-fragor", texts.QUESTION_TABLE, heads, rows)
    return Part(
        "fragor",
        texts.HEADINGS["fragor"],
        (asked.all_kept(kept),) if kept else (),
        tables=(table,) if rows else (),
    )


def _deviating(whole: Whole) -> Part:
    heading = texts.HEADINGS["avvikande"]
    rows = tuple(Row(path, ()) for path in whole.told_deviating)
    table = Table("tabell-avvikande", texts.FILES, columns(texts.FILE), rows)
    sentences = (texts.DEVIATING, *_told_of(len(rows), whole.deviating)) if rows else ()
    return Part("avvikande", heading, sentences, tables=(table,) if rows else ())


def _unread(whole: Whole) -> Part:
    heading = texts.HEADINGS["olasta"]
    rows = tuple(
        Row(unread.path, (NOTHING if fault.line is None else str(fault.line), fault.text))
        for unread in whole.told_unread
        for fault in unread.faults[:1]
    )
    heads = Column(texts.FILE), Column(texts.LINE, is_number=True), Column(texts.REASON)
    table = Table("tabell-olasta", texts.FILES, heads, rows)
    return Part("olasta", heading, _told_of(len(rows), whole.unread), tables=(table,) if rows else ())


def _told_of(told: int, whole: int) -> Paragraphs:
    return (texts.told_of(told, whole),) if told < whole else ()


def _ground(whole: Whole) -> Part:
    told = [ways.counted_with(f"hallbarhet {__version__}", METHOD)]
    told += [words.not_recomputed(whole.not_recomputed)] if whole.not_recomputed else []
    told += [words.slow(whole.slow)] if whole.slow else []
    rows = tuple(Row(name, (words.count(count),)) for name, count in whole.checklists.items())
    heading = texts.HEADINGS["underlag"]
    table = Table("tabell-underlag", texts.GROUND_TABLE, columns(texts.MADE_WITH, texts.RECORDS, numbers=1), rows)
    return Part("underlag", heading, (*texts.METHOD, *told), tables=(table,) if rows else ())
