"""What is said when an assessment is carried to another checklist."""

from collections.abc import Sequence
from pathlib import Path

from hallbarhet.texts import swedish
from hallbarhet.texts.findings import quoted

ADAPT_EXAMPLE = (
    "exempel: hallbarhet anpassa bedomningar/RUN-174-2020_1a2b3c4d.toml --checklista projektmedel@2.0 --skriv"
)
RECORD = "postens fil"
CHECKLIST = "checklistan att gå över till: id, id@version eller fil"
WRITE = "gör det också; annars visas bara vad som skulle hända"

CAUSES = {
    "ej_mappbar": "ingen koppling säger vad svaret betyder på den nya skalan",
    "utanfor_skalan": "svaret ligger utanför det som frågan nu tillåter",
}
WAYS = {
    "samma": "",
    "omformulerad": "frågan är omformulerad",
    "omskalad": "svaret är flyttat till en ny skala",
    "sammanslagen": "svaren på flera frågor är sammanslagna",
    "delad": "frågan är delad",
}
UNKNOWN = "blir vet inte"
UNANSWERED = "blir obesvarad"
NOTHING_LOST = "Inget går förlorat: de gamla svaren står kvar i posten som de skrevs."
UNKNOWN_OLD = (
    "Checklistan som bedömningen gjordes med finns inte kvar. Svar förs över bara där graden har samma ord som förut."
)
SAME_CHECKLIST = "Bedömningen är redan gjord med just den checklistan. Inget behöver ändras."
SHOWN_ONLY = "Inget är ändrat. Gör det genom att lägga till --skriv."


def carried_over(before: str, after: str) -> str:
    return f"anpassad från {before} till {after}"


def heading(before: str, after: str) -> str:
    return f"Från {before} till {after}"


def kept(count: int) -> str:
    return f"{_answers(count)} behålls som {'det' if count == 1 else 'de'} är."


def changed(count: int) -> str:
    return f"{_answers(count)} ändras eller behöver ses över:"


def changed_answer(name: str, told: Sequence[str]) -> str:
    return f"{quoted(name)}: {', '.join(part for part in told if part)}"


def from_to(before: Sequence[str], after: str) -> str:
    return f"från {swedish.listed(before)} till {after}"


def orphaned(count: int) -> str:
    return (
        f"{_answers(count)} har ingen fråga längre. {'Det' if count == 1 else 'De'} står kvar i posten men räknas inte:"
    )


def new(count: int) -> str:
    return "1 fråga är ny och obesvarad:" if count == 1 else f"{swedish.number(count, 0)} frågor är nya och obesvarade:"


def gates(count: int) -> str:
    decisions = "1 beslut" if count == 1 else f"{swedish.number(count, 0)} beslut"
    return f"{decisions} gäller hållplatser som inte finns längre, och står kvar i posten:"


def support_form(before: str, after: str) -> str:
    return f"Stödformen ändras från {before or 'inget'} till {after}."


def adapted(path: Path) -> str:
    return f"Bedömningen är anpassad och sparad i {path}."


def is_finished(path: Path) -> str:
    return (
        f"{path} är klarmarkerad och ändras inte. Öppna den igen i appen, med ett skäl, och anpassa den sedan. "
        "Vill du bara se vad en annan checklista skulle ge: hallbarhet berakna med --checklista."
    )


def is_open(sentence: str) -> str:
    return f"{sentence} Vänta tills ärendet är stängt, och anpassa det sedan."


def _answers(count: int) -> str:
    return "1 svar" if count == 1 else f"{swedish.number(count, 0)} svar"
