"""What batch re-scoring comes to, on one page of plain text."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from hallbarhet.assessment.shown.plain import one_line
from hallbarhet.batch.whole import MOST_LARGEST, TRIED_KINDS, Largest, Summary, Whole, names_of
from hallbarhet.texts import rescoring as texts
from hallbarhet.texts import rescoring_questions as questions
from hallbarhet.texts import rescoring_ways as ways
from hallbarhet.texts.swedish import points

MOST_LINES = 10
"""Records of one kind that are told one by one."""

WIDTH = 7
"""Columns of a number in the cross table."""

WIDEST_ID = 32
"""Columns of a question's id, so that its row fits in `NARROW`."""

WIDEST_NAME = 26
"""Columns of an alternative's name, so that its row does."""

NARROWEST = 8
"""Columns of a number, with what stands between it and the one before."""

NARROW = 80
"""Columns of a terminal that everything in rows fits."""


def page(whole: Whole) -> Iterator[str]:
    """The lines of the page."""
    yield texts.FIRST_LINE
    yield ""
    names = [ways.called(summary.name, len(whole.summaries)) for summary in whole.summaries]
    if whole.target and any(names):
        yield texts.target(whole.target)
    yield texts.rescored(whole.rescored, whole.read + whole.unread)
    if whole.drafts:
        yield ways.drafts(whole.drafts, whole.rescored)
    for reason, number in whole.left_out.items():
        yield texts.left_out(number, reason)
    if whole.not_recomputed:
        yield texts.not_recomputed(whole.not_recomputed)
    if whole.slow:
        yield texts.slow(whole.slow)
    told = [found for found in zip(names, whole.summaries, strict=True) if found[1].count or found[1].left_out]
    if len(told) > 1:
        yield from _side_by_side(told)
    for name, summary in told:
        yield ""
        yield texts.heading(whole.target, None if name is None else one_line(name))
        if name is not None or not summary.way.is_plain:
            yield ways.way(summary.way.weights, summary.way.thresholds)
        yield from _summary(summary)
    yield from _questions(whole)
    yield from _suspicious(whole)


def fitted(lines: Iterable[str]) -> Iterator[str]:
    """The lines as they are, or on a terminal with the long ones broken between words."""
    if sys.stdout is None or not sys.stdout.isatty():
        yield from lines
        return
    width = max(shutil.get_terminal_size().columns, NARROW // 2)
    for line in lines:
        if len(line) <= width:
            yield line
            continue
        margin = " " * (len(line) - len(line.lstrip()) + 2)
        yield from textwrap.wrap(line, width, subsequent_indent=margin, break_on_hyphens=False)


def _side_by_side(told: Sequence[tuple[str | None, Summary]]) -> Iterator[str]:
    """Every alternative in one row, also those that nothing could be counted in."""
    named = [(one_line(name or ways.UNNAMED), summary) for name, summary in told]
    first = min(WIDEST_NAME, max(len(ways.ALTERNATIVE), *(len(name) for name, _ in named)))
    yield ""
    yield ways.SIDE_BY_SIDE
    yield _row(first, ways.ALTERNATIVE, ways.COLUMNS, ways.COLUMNS)
    for name, one in named:
        counts = map(texts.count, (one.up, one.down, one.possible))
        means = points(one.mean), points(one.core_mean)
        yield _row(first, name, ways.COLUMNS, (*counts, *means, texts.count(one.grades.get("C", 0))))


def _summary(summary: Summary) -> Iterator[str]:
    if summary.left_out:
        yield texts.left_out_of_alternative(summary.left_out)
    if not summary.count:
        return
    yield texts.flips(summary.up, summary.down, summary.possible, summary.count)
    for kind in TRIED_KINDS:
        found, tried = summary.sensitive.get(kind, (0, 0))
        if tried:
            yield texts.sensitive(kind, found, tried, summary.flips if kind == "saker" else summary.possible)
    if (summary.mean, summary.moved) == (summary.core_mean, summary.core_levels):
        yield texts.moved(summary.mean, summary.moved)
    else:
        yield texts.full_series(summary.mean, summary.moved)
        yield texts.core_series(summary.core_mean, summary.core_levels)
    if summary.moved:
        yield texts.moved_by(summary.moved_by, summary.moved)
    yield texts.changes(summary.states, summary.gates)
    yield texts.grades(summary.grades)
    yield ""
    yield texts.CROSS
    yield from _cross(summary)
    if summary.largest:
        yield ""
        yield texts.LARGEST
        told = summary.largest[:MOST_LARGEST]
        for name, one in zip(names_of(told), told, strict=True):
            yield from _largest(name, one)


def _cross(summary: Summary) -> Iterator[str]:
    """Levels before as rows and after as columns, highest first, with sums."""
    levels, rows = summary.levels, [summary.row(level) for level in summary.levels]
    head = [texts.level(level) for level in levels]
    yield _line(texts.CROSS_CORNER, [*head, texts.CROSS_SUM])
    for before, row in zip(levels, rows, strict=True):
        yield _line(texts.level(before), [texts.count(number) for number in (*row, sum(row))])
    sums = [sum(column) for column in zip(*rows, strict=True)]
    yield _line(texts.CROSS_SUM, [texts.count(number) for number in (*sums, sum(sums))])


def _line(first: str, rest: list[str]) -> str:
    return f"  {first:<{WIDTH}}" + "".join(f"{cell:>{WIDTH}}" for cell in rest)


def _largest(name: str, found: Largest) -> Iterator[str]:
    """Two lines: how far and which, then why."""
    levels = texts.levels(found.level_before, found.level_after)
    line = texts.largest(found.change, found.before, found.after, levels, one_line(f"{name} {found.title}"))
    yield _cut(line, NARROW - 1)
    yield texts.why({str(factor): part for factor, part in found.parts.items()})


def _questions(whole: Whole) -> Iterator[str]:
    """What became of the answers to each question, where something did."""
    if not whole.questions:
        return
    told = whole.moved_questions
    yield ""
    yield questions.HEADING
    if kept := len(whole.questions) - len(told):
        yield f"  {questions.all_kept(kept)}"
    if told:
        first = min(WIDEST_ID, max(len(questions.QUESTION), *map(len, told)))
        yield _row(first, questions.QUESTION, questions.COLUMNS, questions.COLUMNS)
        for id_, fate in told.items():
            counts = map(texts.count, (fate.kept, fate.changed, fate.lost, fate.new))
            yield _row(first, id_, questions.COLUMNS, tuple(counts))


def _row(first: int, name: str, heads: tuple[str, ...], cells: tuple[str, ...]) -> str:
    """A name and numbers under their headings."""
    widths = [max(NARROWEST, len(heading) + 2) for heading in heads]
    shown = "".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))
    return f"  {_cut(name, first):<{first}}{shown}"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _suspicious(whole: Whole) -> Iterator[str]:
    """Records that claim what they cannot, and those that could not be read."""
    if whole.deviating:
        yield ""
        yield texts.deviating(whole.deviating)
        yield from (texts.listed_path(one_line(path)) for path in whole.told_deviating[:MOST_LINES])
        yield from _rest(whole.deviating)
    if whole.unread:
        yield ""
        yield texts.unread(whole.unread)
        for unread in whole.told_unread[:MOST_LINES]:
            for fault in unread.faults[:1]:
                yield texts.fault(one_line(unread.path), fault.line, one_line(fault.text))
        yield from _rest(whole.unread)


def _rest(number: int) -> Iterator[str]:
    if number > MOST_LINES:
        yield texts.and_more(number - MOST_LINES)
