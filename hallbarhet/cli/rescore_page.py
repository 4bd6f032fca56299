"""What batch re-scoring comes to, on one page of plain text."""

from collections.abc import Iterator

from hallbarhet.batch.whole import MOST_LARGEST, TRIED_KINDS, Largest, Summary, Whole
from hallbarhet.texts import rescoring as texts
from hallbarhet.texts import rescoring_questions as questions

MOST_LINES = 10
"""Records of one kind that are told one by one."""

WIDTH = 7
"""Columns of a number in the cross table."""

WIDEST_ID = 40
"""Columns of a question's id."""


def page(whole: Whole) -> Iterator[str]:
    """The lines of the page."""
    yield texts.FIRST_LINE
    yield ""
    if whole.target and any(summary.name for summary in whole.summaries):
        yield texts.target(whole.target)
    yield texts.rescored(whole.rescored, whole.read + whole.unread)
    for reason, number in whole.left_out.items():
        yield texts.left_out(number, reason)
    if whole.not_recomputed:
        yield texts.not_recomputed(whole.not_recomputed)
    if whole.slow:
        yield texts.slow(whole.slow)
    for summary in whole.summaries:
        yield ""
        yield texts.heading(whole.target, summary.name)
        yield from _summary(summary)
    yield from _questions(whole)
    yield from _suspicious(whole)


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
        yield from map(_largest, summary.largest[:MOST_LARGEST])


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


def _largest(found: Largest) -> str:
    levels = texts.levels(found.level_before, found.level_after)
    name = f"{found.diary_number or found.path} {found.title}".strip()
    parts = texts.parts({str(factor): part for factor, part in found.parts.items()})
    return texts.largest(found.change, name, found.before, found.after, levels, parts)


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
        yield _fate(first, questions.QUESTION, questions.COLUMNS)
        for id_, fate in told.items():
            yield _fate(first, id_, tuple(map(texts.count, (fate.kept, fate.changed, fate.lost, fate.new))))


def _fate(first: int, name: str, cells: tuple[str, ...]) -> str:
    shown = name if len(name) <= first else f"{name[: first - 1]}…"
    widths = [len(heading) + 2 for heading in questions.COLUMNS]
    return f"  {shown:<{first}}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))


def _suspicious(whole: Whole) -> Iterator[str]:
    """Records that claim what they cannot, and those that could not be read."""
    if whole.deviating:
        yield ""
        yield texts.deviating(whole.deviating)
        yield from map(texts.listed_path, whole.told_deviating[:MOST_LINES])
        yield from _rest(whole.deviating)
    if whole.unread:
        yield ""
        yield texts.unread(whole.unread)
        for unread in whole.told_unread[:MOST_LINES]:
            yield from (texts.fault(unread.path, fault.line, fault.text) for fault in unread.faults[:1])
        yield from _rest(whole.unread)


def _rest(number: int) -> Iterator[str]:
    if number > MOST_LINES:
        yield texts.and_more(number - MOST_LINES)
