"""Two assessments side by side, and an archive's pairs, in sentences."""

from collections.abc import Iterator

from hallbarhet.assessment.model import Answer
from hallbarhet.assessment.shown.answers import answer_words
from hallbarhet.assessment.shown.plain import one_line
from hallbarhet.assessment.side_by_side import Pair
from hallbarhet.review.readers import LEAST_PAIRS, ArchivePairs, Compared, across
from hallbarhet.texts import readings as texts

MOST_TOLD = 20
"""Questions told for an archive: where to begin talking, not a list of everything."""

LEAST_QUESTIONS = 5
"""Fewer questions than this have no agreement to measure."""

_HEADINGS = {"lasare": texts.READERS, "uppfoljning": texts.EXPECTED, "annat": texts.ANY}


def pair_told(one: Compared) -> Iterator[str]:
    """What two assessments share, how alike they are by the measures, and each question where they differ."""
    yield _HEADINGS[one.kind]
    yield texts.compared(*one.names)
    counts = one.counts
    different = counts["olika"] + counts["motsatt"]
    yield texts.counted(counts["lika"], different, counts["motsatt"], counts["en_saknas"])
    yield texts.levels(*one.levels)
    for size, found in one.measures:
        if found.questions >= LEAST_QUESTIONS:
            named = (
                (texts.RAW, found.raw), (texts.KAPPA, found.kappa), (texts.AC, found.ac), (texts.ALPHA, found.alpha),
                (texts.BIAS, found.mean_difference),
            )  # fmt: skip
            yield texts.measures(size, found.questions, named)
    differing = [pair for pair in one.pairs if pair.relation != "lika"]
    yield texts.DIFFERENCES if differing else texts.NONE_DIFFER
    for pair in differing:
        first, second = _answer(pair, pair.first), _answer(pair, pair.second)
        yield texts.line(pair.item.name, texts.RELATIONS[pair.relation], first, second)
    if one.kind == "lasare":
        yield texts.MEANING


def archive_told(found: ArchivePairs) -> Iterator[str]:
    """How many pairs there are, and where readers, and expectation and outcome, most often differ."""
    yield texts.pairs_found(len(found.readers), len(found.followed))
    if found.skipped:
        yield texts.skipped(found.skipped)
    for pairs, are_readers in ((found.readers, True), (found.followed, False)):
        rows = [row for row in across(pairs) if row.different][:MOST_TOLD]
        if rows:
            yield texts.calibration(are_readers)
        for row in rows:
            share = row.different / row.pairs
            yield texts.question(row.name, row.checklist, row.pairs, share, row.opposite, row.mean_steps)
    yield texts.few(LEAST_PAIRS)
    if found.readers:
        yield texts.MEANING


def _answer(pair: Pair, answer: Answer | None) -> str:
    words = answer_words(pair.item, answer)
    reason = one_line(answer.rationale) if answer is not None else ""
    return f"{words}. {reason}" if reason else words
