"""Everything a report says, in the order it says it: numbers as text, bars as lengths, nothing left to compute."""

from base64 import b64encode
from dataclasses import dataclass

from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.moment import Moment
from hallbarhet.assessment.records import to_bytes
from hallbarhet.checklist.model import Checklist
from hallbarhet.report.parts import Attachment
from hallbarhet.report.redaction import public_checklist, public_extract, public_outcome
from hallbarhet.report.view_answers import AnswersView, OpenView, answers_view, open_view
from hallbarhet.report.view_case import HeadView, JudgementView, head_view, judgement_view
from hallbarhet.report.view_conflicts import ConflictsView, conflicts_view
from hallbarhet.report.view_gates import GatesView, gates_view
from hallbarhet.report.view_method import MethodView, method_view
from hallbarhet.report.view_origin import OriginView, origin_view
from hallbarhet.report.view_scores import DimensionsView, GoalsView, dimensions_view, goals_view
from hallbarhet.scoring.explanation import Explanation
from hallbarhet.scoring.outcome import Outcome
from hallbarhet.settings import SupportForm
from hallbarhet.texts import report as texts
from hallbarhet.texts import swedish


@dataclass(frozen=True, slots=True)
class Words:
    """The fixed words of the page itself."""

    skip_link: str
    contents: str
    officers_words: str
    possible_conflicts: str
    not_asked: str


@dataclass(frozen=True, slots=True)
class DownloadView:
    """The record inside the report."""

    heading: str
    text: str
    attachment: Attachment


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report. The fields stand in the order they are read."""

    words: Words
    headings: tuple[tuple[str, str], ...]
    """The anchor and heading of each part, in order."""
    head: HeadView
    dimensions: DimensionsView
    gates: GatesView
    conflicts: ConflictsView
    judgement: JudgementView
    goals: GoalsView
    answers: AnswersView
    open: OpenView
    method: MethodView
    origin: OriginView
    download: DownloadView


def report_view(
    checklist: Checklist,
    assessment: Assessment,
    outcome: Outcome,
    *,
    public: bool,
    explanation: Explanation | None = None,
    support_form: SupportForm | None = None,
) -> ReportView:
    """What a report of this assessment says. A public one is made from the public extract alone.

    `support_form` is what the office's settings say of the case's own; without it the report names its id.
    The outcome, and the explanation of it, are those of the whole assessment; scoring the extract gives the same ones.
    """
    activity = Moment(checklist, assessment).activity
    named, told = checklist, assessment
    if public:
        named, told = public_checklist(checklist), public_extract(checklist, assessment)
        outcome = public_outcome(checklist, outcome, assessment, told)
    return ReportView(
        words=WORDS,
        headings=tuple(texts.HEADINGS.items()),
        head=head_view(checklist, told, outcome, public=public, support_form=support_form),
        dimensions=dimensions_view(named, told, outcome),
        gates=gates_view(named, told, outcome),
        conflicts=conflicts_view(named, told, outcome),
        judgement=judgement_view(named, told, outcome),
        goals=goals_view(named, outcome),
        answers=answers_view(named, told, activity, public=public),
        open=open_view(named, told, activity, outcome),
        method=method_view(named, told, outcome, explanation),
        origin=origin_view(checklist, told),
        download=_download(told, public=public),
    )


WORDS = Words(
    skip_link=texts.SKIP_LINK,
    contents=texts.CONTENTS,
    officers_words=texts.OFFICERS_WORDS,
    possible_conflicts=texts.POSSIBLE_CONFLICTS,
    not_asked=texts.NOT_ASKED,
)


def _download(assessment: Assessment, *, public: bool) -> DownloadView:
    raw = to_bytes(assessment)
    kilobytes = swedish.number(max(1, round(len(raw) / 1000)), 0)
    name = texts.EXTRACT_FILE if public else texts.RECORD_FILE
    return DownloadView(
        heading=texts.DOWNLOAD_HEADING,
        text=texts.download_text(public=public),
        attachment=Attachment(name, texts.download(kilobytes, public=public), b64encode(raw).decode("ascii")),
    )
