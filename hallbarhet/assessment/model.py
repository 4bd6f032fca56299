"""One assessment of one case: answers, decisions at gates, handling of goal conflicts, and the overall judgement.

Parsed from a record and frozen; a step in the walk makes a new one. Keys that this version does not know are kept.
"""

from datetime import date, datetime
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from hallbarhet.assessment import recognition
from hallbarhet.checklist.entry import Flag, Id, Number, Text

Status = Literal["utkast", "klar", "granskad"]
Decision = Literal["vidare", "tank_om", "avsluta"]
Recommendation = Literal["vidare", "vidare_med_villkor", "tank_om", "avsluta"]
ConflictStatus = Literal["oppen", "hanterad", "accepterad", "avfardad"]
Depth = Literal["kort", "fordjupad"]
Amount = Annotated[Number, Field(ge=0)]
Day = Annotated[date, Field(strict=True)]
Moment = Annotated[datetime, Field(strict=True)]
"""As TOML writes it: a number would otherwise be taken for seconds since 1970, and a text for what it looks like."""

LEFT_OUT = recognition.LEFT_OUT
"""Stands in a redacted extract for every text that was left out."""


class RecordEntry(BaseModel):
    """A frozen table of a record. Unknown keys are kept and written back: somebody put them there."""

    model_config = ConfigDict(
        frozen=True, extra="allow", validate_by_name=True, validate_by_alias=True, use_attribute_docstrings=True
    )

    def __copy__(self) -> Self:
        """A copy without what was worked out from the old fields: `model_copy` would carry cached properties along."""
        copied = super().__copy__()
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied


class Header(RecordEntry):
    """Whose assessment this is, and how far it has come."""

    id: Text
    status: Status = "utkast"
    stage: Literal["ansokan", "uppfoljning", "slutrapport"] = Field("ansokan", alias="skede")
    previous: Text = Field("", alias="foregaende")
    role: Literal["forsta", "andra", "gemensam"] = Field("forsta", alias="roll")
    parties: tuple[Text, ...] = Field((), alias="parter")
    depth: Depth | None = Field(None, alias="djup")
    """Set when the officer chose; otherwise the checklist's rule decides."""
    depth_reason: Text = Field("", alias="djup_motivering")
    officer: Text = Field("", alias="handlaggare")
    created_at: Moment = Field(alias="skapad")
    saved_at: Moment | None = Field(None, alias="senast_sparad")


class Case(RecordEntry):
    """What is applied for, by whom and where."""

    diary_number: Text = Field("", alias="diarienummer")
    nyps_id: Text = ""
    support_form: Text = Field("", alias="stodform")
    title: Text = Field("", alias="rubrik")
    applicant: Text = Field("", alias="sokande")
    organisation_number: Text = Field("", alias="organisationsnummer")
    municipalities: tuple[Text, ...] = Field((), alias="kommuner")
    amount_applied: Amount | None = Field(None, alias="sokt_belopp")
    total_cost: Amount | None = Field(None, alias="total_kostnad")
    applied_on: Day | None = Field(None, alias="ansokan_datum")
    starts_on: Day | None = Field(None, alias="projekt_start")
    ends_on: Day | None = Field(None, alias="projekt_slut")
    amount_granted: Amount | None = Field(None, alias="beviljat_belopp")
    decision: Text = Field("", alias="beslut_utfall")
    decided_on: Day | None = Field(None, alias="beslut_datum")
    own: dict[str, Text | Number | Day] = Field(default_factory=dict, alias="eget")


class ChecklistReference(RecordEntry):
    """Exactly which checklist was used."""

    id: Id
    version: Text
    fingerprint: Text = Field(alias="fingeravtryck")


class AnswerEntry(RecordEntry):
    """What every kind of answer carries."""

    item: Id = Field(alias="punkt")
    question: Text = Field("", alias="text")
    """The question as it was asked, so that the record reads without the checklist."""
    rationale: Text = Field("", alias="motivering")
    evidence: tuple[Text, ...] = Field((), alias="underlag")
    internal: Flag = Field(False, alias="intern")
    inactive: Flag = Field(False, alias="inaktuell")
    """Kept from when the question was asked; it is not asked now and never counts."""


class Judged(AnswerEntry):
    """A grade on the question's scale."""

    grade: Number = Field(alias="grad")
    label: Text = Field("", alias="svar")
    """The anchor of the grade as it was shown."""
    facets: dict[str, dict[str, Number]] = Field(default_factory=dict, alias="fasetter")


class Unknown(AnswerEntry):
    """Vet inte: somebody else has to answer."""

    status: Literal["vet_inte"] = "vet_inte"
    who_can_answer: Text = Field("", alias="vem_svarar")


class NotRelevant(AnswerEntry):
    """Ej relevant, with a reason."""

    status: Literal["ej_relevant"] = "ej_relevant"


class Noted(AnswerEntry):
    """Words written before an answer was chosen. The question is still unanswered; the words are kept."""

    status: Literal["obesvarad"] = "obesvarad"


class FreeText(AnswerEntry):
    """An answer in words."""

    content: Text = Field(alias="fritext")


class Quantity(AnswerEntry):
    """An answer in numbers."""

    value: Number = Field(alias="varde")


class Choice(AnswerEntry):
    """One or more alternatives."""

    chosen: tuple[Text, ...] = Field(alias="val")
    labels: tuple[Text, ...] = Field((), alias="svar")


_ANSWER_KEYS = {"grad": "grad", "fritext": "fritext", "varde": "varde", "val": "val"}
_STATUSES = ("vet_inte", "ej_relevant", "obesvarad")
_ANSWER_TAGS: dict[type, str] = {
    Judged: "grad", Unknown: "vet_inte", NotRelevant: "ej_relevant", Noted: "obesvarad",
    FreeText: "fritext", Quantity: "varde", Choice: "val",
}  # fmt: skip


def _answer_kind(value: object) -> str | None:
    if not isinstance(value, dict):
        return _ANSWER_TAGS.get(type(value))
    if value.get("status") in _STATUSES:
        return str(value["status"])
    return next((kind for key, kind in _ANSWER_KEYS.items() if key in value), None)


Answer = Judged | Unknown | NotRelevant | Noted | FreeText | Quantity | Choice
"""A question without an entry, or with only `Noted` words, is unanswered: a thing of its own."""

_FiledAnswer = Annotated[
    Annotated[Judged, Tag("grad")]
    | Annotated[Unknown, Tag("vet_inte")]
    | Annotated[NotRelevant, Tag("ej_relevant")]
    | Annotated[Noted, Tag("obesvarad")]
    | Annotated[FreeText, Tag("fritext")]
    | Annotated[Quantity, Tag("varde")]
    | Annotated[Choice, Tag("val")],
    Discriminator(_answer_kind),
]


class GateAnswer(RecordEntry):
    """One question of a gate, with what was said."""

    question: Text = Field(alias="fraga")
    answer: Text = Field("", alias="svar")


class GateDecision(RecordEntry):
    """What was decided at a hållplats, by whom and why."""

    id: Id
    title: Text = Field("", alias="titel")
    questions: tuple[GateAnswer, ...] = Field((), alias="fragor")
    decision: Decision | None = Field(None, alias="beslut")
    rationale: Text = Field("", alias="motivering")
    responsible: Text = Field("", alias="ansvarig")
    decided_on: Day | None = Field(None, alias="datum")
    handed_in: tuple[Text, ...] = Field((), alias="inlamnat")

    @property
    def is_complete(self) -> bool:
        """Whether decision, reason, name and date all stand there."""
        return bool(self.decision and self.rationale.strip() and self.responsible.strip() and self.decided_on)


class ConflictHandling(RecordEntry):
    """What was done about a goal conflict."""

    id: Id
    title: Text = Field("", alias="titel")
    kind: Text = Field("", alias="slag")
    severity: int = Field(0, alias="allvar", ge=0, le=4)
    against: tuple[Text, ...] = Field((), alias="mot")
    own: Flag = Field(False, alias="egen")
    """One the rules did not see, added by the officer."""
    winner: Text = Field("", alias="vinner")
    loser: Text = Field("", alias="forlorar")
    where: Text = Field("", alias="var")
    when: Text = Field("", alias="nar")
    status: ConflictStatus = "oppen"
    rationale: Text = Field("", alias="motivering")
    action: Text = Field("", alias="atgard")
    responsible: Text = Field("", alias="ansvarig")
    follow_up: Text = Field("", alias="uppfoljning")
    follow_up_on: Day | None = Field(None, alias="uppfoljning_datum")
    decided_by: Text = Field("", alias="beslutsfattare")


class Judgement(RecordEntry):
    """The overall judgement, in the officer's own words."""

    text: Text = ""
    recommendation: Recommendation | None = Field(None, alias="rekommendation")
    conditions: tuple[Text, ...] = Field((), alias="villkor")
    deviation_reason: Text = Field("", alias="avvikelse_motivering")
    """Why the officer goes against the computed level."""
    dimensions: dict[str, Text] = Field(default_factory=dict, alias="dimension")


class Event(RecordEntry):
    """Who did what when."""

    at: Moment = Field(alias="tidpunkt")
    who: Text = Field("", alias="vem")
    what: Text = Field(alias="vad")


class Seal(RecordEntry):
    """The fingerprint of the finished content."""

    value: Text = Field(alias="varde")
    answers: Text = Field("", alias="svar")
    """A mark of each answer in order, so that a broken seal can tell which answer was changed."""
    parts: dict[str, Text] = Field(default_factory=dict, alias="delar")
    """A fingerprint of each sealed part, so that a broken seal can tell which part was changed."""


class Extract(RecordEntry):
    """Marks a redacted extract, and names the seal it was taken from."""

    from_seal: Text = Field("", alias="ur_sigill")


class ApplicantAnswer(RecordEntry):
    """An applicant's own answer to a question, in words."""

    item: Id = Field(alias="punkt")
    question: Text = Field("", alias="text")
    answer: Text = Field("", alias="svar")
    rationale: Text = Field("", alias="motivering")


class Assessment(RecordEntry):
    """One assessment of one case."""

    format: Literal[1] = 1
    header: Header = Field(alias="bedomning")
    case: Case = Field(default_factory=lambda: Case.model_validate({}), alias="arende")
    checklist: ChecklistReference = Field(alias="checklista")
    answers: tuple[_FiledAnswer, ...] = Field((), alias="svar")
    gates: tuple[GateDecision, ...] = Field((), alias="hallplats")
    conflicts: tuple[ConflictHandling, ...] = Field((), alias="malkonflikt")
    judgement: Judgement = Field(default_factory=lambda: Judgement.model_validate({}), alias="samlad_bedomning")
    result: dict[str, Any] = Field(default_factory=dict, alias="resultat")
    """The result as it stood when it was saved; never read back into a score."""
    former_answers: tuple[dict[str, Any], ...] = Field((), alias="tidigare_svar")
    """Answers as they stood before the assessment was carried to another checklist. They never count."""
    applicant_answers: tuple[ApplicantAnswer, ...] = Field((), alias="sokandens_svar")
    """What the applicant answered, as words to read. They never count and are never sealed."""
    unread: dict[str, dict[str, Text]] = Field(default_factory=dict, alias="otolkat")
    """Words that cannot be read as a date, an amount or a number yet, by kind of field and key. They never count."""
    events: tuple[Event, ...] = Field((), alias="handelse")
    seal: Seal | None = Field(None, alias="sigill")
    extract: Extract | None = Field(None, alias="utdrag")

    @cached_property
    def answer_by_item(self) -> dict[str, Answer]:
        """Answers by question id."""
        return {answer.item: answer for answer in self.answers}

    @cached_property
    def gate_by_id(self) -> dict[str, GateDecision]:
        """Decisions by gate id."""
        return {gate.id: gate for gate in self.gates}

    @cached_property
    def conflict_by_id(self) -> dict[str, ConflictHandling]:
        """Handlings by conflict id."""
        return {conflict.id: conflict for conflict in self.conflicts}
