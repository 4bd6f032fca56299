"""The invented cases of the officer's handbook, as an officer would have left them; nobody's, and nowhere."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hallbarhet.assessment import presence
from hallbarhet.assessment.keeper import Keeper
from hallbarhet.assessment.model import Case, ConflictHandling, GateAnswer, GateDecision, Judgement
from hallbarhet.assessment.moment import new_assessment
from hallbarhet.assessment.readings import second_reading
from hallbarhet.assessment.records import load
from hallbarhet.assessment.session import AssessmentSession
from hallbarhet.checklist.library import Library

CLOCK = datetime(2026, 11, 21, 14, 32, tzinfo=UTC)
OFFICER = "Eva Ek"
CHECKLIST = "grund-projektmedel"

CASE = Case(
    diary_number="RUN/174/2020", title="Cykelled Norra stranden", applicant="Strandbyns byalag",
    municipalities=("Alvesta", "Växjö"), amount_applied=450_000, total_cost=1_200_000,
    applied_on=date(2026, 10, 2), starts_on=date(2027, 1, 1), ends_on=date(2028, 12, 31), support_form="projektmedel",
)  # fmt: skip

ANSWERS = (
    ("sammanhang-regler", 0, "Söker 38 procent av utgifterna, resten från två kommuner. Bilaga 2."),
    ("projekt-avgransning", 0, ""),
    ("sammanhang-strategi", 2, "Mål 3, fler besökare hela året. Ansökan s. 4."),
    ("individ-jamlikhet", 1, "Leden blir asfalterad och går att ta sig fram på med rullstol. Ansökan s. 6."),
    ("individ-barn", 1, "Två skolor får en väg utan biltrafik. Ansökan s. 6."),
    ("geografi-balans", 1, "Byarna norr om sjön får sin första led. Ansökan s. 3."),
    ("samhalle-utslapp", -1, "Fler besökare kommer med bil. Ansökan s. 9 räknar med 4 000 om året."),
    ("samhalle-jobb", 1, "Två säsongstjänster vid stugbyn. Ansökan s. 8."),
    ("genom-delaktighet", 1, "Två möten i bygdegården, synpunkterna är besvarade. Bilaga 4."),
)
"""Question, grade and reason; the rest is left open at first."""

UNKNOWN = ("samhalle-natur", "Länsstyrelsen", "Leden går förbi en våtmark. Är den inventerad?")
LATER = (
    ("samhalle-natur", 0, "Länsstyrelsen: våtmarken berörs inte av sträckningen. Mejl 2026-11-18."),
    ("samhalle-efterat", 1, "Byalaget sköter leden, kommunen betalar gruset. Avtal i bilaga 3."),
    ("avvagning-uppfoljning", 2, "Räknare vid två platser, men ingen är ansvarig. Ansökan s. 11."),
)
"""What is answered when others have answered."""

SAID = {
    "hallplats-sammanhang": ("Ja, mål 3 i strategin.", "Ja, leden saknas i dag.", "Nej, inget är klart än."),
    "hallplats-perspektiv": (
        "Ja. De boende vinner, klimatet förlorar något.",
        "En kortare led prövades och gav mindre.",
        "Nej, de går att hantera med villkor.",
    ),
    "hallplats-genomforande": ("Ja.", "Ja, samma personer har gjort två leder.", "En plan för resorna dit."),
}
"""The answers at the gates, in the order of their questions."""

JUDGEMENT = Judgement(
    text="Leden ger två byar en väg utan biltrafik och besökare hela året. Det som talar emot är bilresorna dit.",
    recommendation="vidare_med_villkor",
    conditions=("Sökanden lämnar en plan för buss och cykel till leden före första utbetalningen.",),
)


def session_of(case: Case, number: int, *, officer: str = OFFICER, days: int = 0) -> AssessmentSession:
    """An assessment just begun; the same number gives the same identity."""
    begun = CLOCK - timedelta(days=days)
    checklist = Library().find(CHECKLIST)
    id_ = f"0193f2a0-0000-7000-8000-{number:012d}"
    assessment = new_assessment(checklist, case, officer=officer, id=id_, now=begun)
    return AssessmentSession(checklist, assessment, clock=lambda: begun, officer=officer)


def begin(session: AssessmentSession) -> None:
    """Most questions answered, one to be found out by somebody else."""
    for id_, grade, reason in ANSWERS:
        session.judge(id_, grade)
        session.explain(id_, reason)
    session.unknown(UNKNOWN[0], UNKNOWN[1])
    session.explain(UNKNOWN[0], UNKNOWN[2])


def decide(session: AssessmentSession, wait: Callable[[str], bool] = lambda _: True) -> None:
    """Go on at every gate that stands in the way, those that are waited for."""
    for gate in session.checklist.gates:
        if gate.effect == "alltid" and wait(gate.id):
            said = zip(gate.questions, SAID[gate.id], strict=True)
            answers = tuple(GateAnswer(question=question, answer=answer) for question, answer in said)
            session.decide(
                GateDecision(
                    id=gate.id, questions=answers, decision="vidare", responsible=OFFICER, decided_on=CLOCK.date(),
                    rationale="Nyttan är tydlig. Det som saknas kan begäras in under handläggningen.",
                )
            )  # fmt: skip


def settle(session: AssessmentSession) -> None:
    """Answer what was left, settle every conflict and write the judgement."""
    for id_, grade, reason in LATER:
        session.judge(id_, grade)
        session.explain(id_, reason)
    decide(session)
    for found in session.outcome.open_conflicts:
        session.handle(handling(found.id))
    session.conclude(JUDGEMENT)


def handling(id_: str) -> ConflictHandling:
    """A conflict as the officer settles it."""
    return ConflictHandling(
        id=id_, status="hanterad", winner="De som bor och arbetar norr om sjön", loser="Klimatet",
        where="Längs länsväg 23", when="Från första sommaren",
        rationale="Jobben och vägen till skolan väger tyngst. Resorna går att minska.",
        action="Sökanden tar fram en plan för buss och cykel till leden.", responsible="Strandbyns byalag",
        follow_up="Räkning av hur besökarna reser", follow_up_on=date(2028, 6, 1), decided_by="Utvecklingsnämnden",
    )  # fmt: skip


OTHERS = (
    Case(diary_number="RUN/176/2020", title="Digital lots för byabutiker", applicant="Leader Sjöriket",
         amount_applied=390_000, support_form="projektmedel"),
    Case(diary_number="RUN/171/2020", title="Lärande nätverk för livsmedel", applicant="Föreningen Närodlat",
         amount_applied=480_000, support_form="projektmedel"),
    Case(diary_number="RUN/165/2020", title="Hantverkscentrum i Skogsbo", applicant="Skogsbo kulturförening",
         amount_applied=310_000, support_form="projektmedel"),
)  # fmt: skip
"""What else is in the list: one begun, one almost there, one finished."""


SECOND_THOUGHTS = (
    ("samhalle-utslapp", 1, "Byborna låter bilen stå till skolan och affären. Det överväger besökarnas resor."),
    ("individ-jamlikhet", 0, "Underlaget klarar rullstol, men det finns ingen väg dit."),
)
"""Where the second reader sees it otherwise."""


def write_second(archive: Path, first: Path) -> None:
    """A second reader's finished assessment of a finished case."""
    read = load(first).assessment
    begun = second_reading(read, officer="Karin Nyman", id=f"0193f2a0-0000-7000-8000-{9:012d}", now=CLOCK)
    session = AssessmentSession(Library().find(CHECKLIST), begun, clock=lambda: CLOCK, officer="Karin Nyman")
    begin(session)
    for id_, grade, reason in SECOND_THOUGHTS:
        session.judge(id_, grade)
        session.explain(id_, reason)
    settle(session)
    session.complete()
    Keeper(archive, session).keep()


def leave_open(record: Path) -> None:
    """A colleague at another computer has this record open."""
    note = {"vem": "Karin Nyman", "dator": "REGION-1042", "process": 1, "sedan": CLOCK.isoformat()}
    presence.note_path(record).write_text(json.dumps(note), encoding="utf-8")


def write_others(archive: Path) -> list[Path]:
    """The other cases of the list; where they lie."""
    found = []
    for number, case in enumerate(OTHERS, 2):
        session = session_of(case, number, days=number * 3)
        if number == 2:  # noqa: PLR2004  (the first is hardly begun)
            session.judge("sammanhang-regler", 0)
        else:
            begin(session)
        if number == len(OTHERS) + 1:
            settle(session)
            session.complete()
        keeper = Keeper(archive, session)
        keeper.keep()
        if keeper.path is not None:
            found.append(keeper.path)
    return found
