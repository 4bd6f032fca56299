"""Records for tests: one as it stands in an archive, and any that could be made."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import strategies as st

from hallbarhet.assessment.model import (
    Assessment,
    Case,
    ChecklistReference,
    Choice,
    ConflictHandling,
    Event,
    FreeText,
    GateAnswer,
    GateDecision,
    Header,
    Judged,
    Judgement,
    Noted,
    NotRelevant,
    Quantity,
    Seal,
    Unknown,
)
from hallbarhet.assessment.records import parse

SAMPLE = (Path(__file__).parent / "record.toml").read_bytes()

ID = "0193f2a0-5d1c-7e3a-9b1f-00c0ffee1234"
CREATED = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)

NASTY = (
    "[/", "[b]fet[/b]", "{{ 7*7 }}", "</script>", "a\u030aa\u0308o\u0308 decomposed", 'citat " och "" och """',
    "omvänt \\ och \\n och \\", "rad\r\nrad\rrad\n", "\n", "\n\nslut\n\n", "\x00\x01\x1b\x7f\t\x85", "'''", "# inte en",
    "\u202e\u200b\ufeff", "😀" * 50, "lång " * 60, "." * 200, ".".join("a" * 60), " ", "\\u0041",
    "[svar]", "[[svar]]", "=",
)  # fmt: skip


def sample_assessment() -> Assessment:
    assessment, problems = parse(SAMPLE, "post.toml")
    assert assessment is not None, [problem.sentence for problem in problems]
    return assessment


def small_assessment(**case: object) -> Assessment:
    """A draft with nothing in it but its case."""
    return Assessment(
        header=Header(id=ID, created_at=CREATED),
        case=Case(**({"diary_number": "RUN/174/2020"} | case)),
        checklist=ChecklistReference(id="grund", version="1.0.0", fingerprint="sha256-1:00"),
    )


texts = st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs"]), max_size=120))
ids = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_-]{0,12}", fullmatch=True)
numbers = st.one_of(
    st.integers(-(2**53) + 1, 2**53 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([-2, 1.0, 0]),
)
zones = st.one_of(st.none(), st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))))
moments = st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1), timezones=zones)  # noqa: DTZ001
days = st.dates()
plain = st.one_of(texts, numbers, st.booleans(), days, moments, st.times())
anything = st.recursive(
    plain,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=6,
)
unknown = st.dictionaries(texts.map("x{}".format), anything, max_size=2)
"""Keys that no version of the program knows."""


def made(model: type, **fields: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """An entry with any of its fields, and keys nobody knows."""
    required = {name: fields.pop(name) for name in [*fields] if model.model_fields[name].is_required()}

    def build(known: dict[str, object], extra: dict[str, object]) -> object:
        return model(**known, **extra)

    return st.builds(build, st.fixed_dictionaries(required, optional=fields), unknown)


words = st.lists(texts, max_size=3).map(tuple)
asked = {"question": texts, "rationale": texts, "evidence": words, "internal": st.booleans(), "inactive": st.booleans()}
facets = st.dictionaries(texts, st.dictionaries(texts, numbers, max_size=2), max_size=2)


def _answer(item: str) -> st.SearchStrategy[object]:
    own = asked | {"item": st.just(item)}
    return st.one_of(
        made(Judged, **own, grade=numbers, label=texts, facets=facets),
        made(Unknown, **own, who_can_answer=texts),
        made(NotRelevant, **own),
        made(Noted, **own),
        made(FreeText, **own, content=texts),
        made(Quantity, **own, value=numbers),
        made(Choice, **own, chosen=words, labels=words),
    )


def _several(entry: "type | None", **fields: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(ids, max_size=3, unique=True).flatmap(
        lambda names: st.tuples(
            *(_answer(name) if entry is None else made(entry, id=st.just(name), **fields) for name in names)
        )
    )


amounts = st.one_of(st.integers(0, 10**12), st.floats(0, 1e12, allow_nan=False))

assessments: st.SearchStrategy[Assessment] = made(
    Assessment,
    header=made(
        Header, id=texts, status=st.sampled_from(["utkast", "klar", "granskad"]),
        stage=st.sampled_from(["ansokan", "uppfoljning", "slutrapport"]), previous=texts,
        role=st.sampled_from(["forsta", "andra", "gemensam"]), parties=words,
        depth=st.sampled_from([None, "kort", "fordjupad"]), officer=texts, created_at=moments,
        saved_at=st.none() | moments,
    ),
    case=made(
        Case, diary_number=texts, nyps_id=texts, support_form=texts, title=texts, applicant=texts,
        organisation_number=texts, municipalities=words, amount_applied=st.none() | amounts,
        applied_on=st.none() | days, starts_on=st.none() | days, decided_on=st.none() | days,
        own=st.dictionaries(texts, texts | numbers | days, max_size=2),
    ),
    checklist=made(ChecklistReference, id=ids, version=texts, fingerprint=texts),
    answers=_several(None),
    gates=_several(
        GateDecision, title=texts, decision=st.sampled_from([None, "vidare", "tank_om", "avsluta"]), rationale=texts,
        questions=st.lists(made(GateAnswer, question=texts, answer=texts), max_size=2).map(tuple),
        decided_on=st.none() | days, handed_in=words,
    ),
    conflicts=_several(
        ConflictHandling, title=texts, kind=texts, severity=st.integers(0, 4), against=words, own=st.booleans(),
        status=st.sampled_from(["oppen", "hanterad", "accepterad", "avfardad"]), follow_up_on=st.none() | days,
    ),
    judgement=made(
        Judgement, text=texts, recommendation=st.sampled_from([None, "vidare", "avsluta"]), conditions=words,
        dimensions=st.dictionaries(texts, texts, max_size=2),
    ),
    result=st.dictionaries(texts, anything, max_size=3),
    events=st.lists(made(Event, at=moments, who=texts, what=texts), max_size=2).map(tuple),
    seal=st.none() | made(Seal, value=texts),
)  # fmt: skip
"""Any assessment at all: text of any kind, numbers of both kinds, times in any zone, keys from another version."""
