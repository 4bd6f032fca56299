"""How a result was calculated and how stable it is, in the report's words."""

from collections.abc import Sequence

from hallbarhet.texts import swedish
from hallbarhet.texts.findings import SMALLEST, lower_first, quoted, share, span
from hallbarhet.texts.swedish import number, percent, points

STABILITIES = {"stabil": "stabilt", "ganska_stabil": "ganska stabilt", "kanslig": "känsligt"}
HOW_CALCULATED = "Räknesätt"
HOW_STABLE = "Hur stabilt resultatet är"
FLAGS_HEADING = "Att tänka på när resultatet läses"

STEPS = (
    "Varje svar blir ett tal från −100 till +100, där skalans neutrala svar är 0.",
    "Svaren vägs samman till teman och temana till dimensioner, med checklistans vikter.",
    "Vet inte och obesvarat räknas i mitten som ingen påverkan, och i spannets ändar som sämsta och bästa svar.",
    "Ej relevant tas bort, och vikten flyttas bara inom den egna dimensionen.",
    "Målkonflikter och hållplatser ändrar aldrig poängen.",
)
AGGREGATIONS = {
    "medel": "Index är dimensionernas vägda medelvärde.",
    "potens": "Index är dimensionernas vägda potensmedelvärde, som låter en svag dimension väga tyngre.",
    "min": "Index är den svagaste dimensionens poäng.",
    "ingen": "Checklistan räknar inget index. Nivån bestäms av den svagaste dimensionen.",
}
NOT_MEANINGFUL = "Hur nivån står sig mot andra vikter är inte räknat för den här bedömningen, eller saknar mening här."
NO_FLIP = "Inget enskilt svar kan ändras så att nivån blir en annan."
SHARES_NOTE = (
    "Tabellen bortser med avsikt från checklistans egna vikter för dimensionerna. "
    "Den visar hur stor del av alla tänkbara viktningar som skulle ge varje nivå."
)
FLAGS = {
    "ej_relevant_avgor_nivan": (
        "Ej relevant avgör nivån. Om frågorna hade räknats som ingen påverkan hade det blivit en annan nivå."
    ),
    "robusthet_lag": "Nivån är känslig för hur dimensioner och frågor viktas.",
    "mojlig_hallplats": "En hållplats kan bli utlöst, beroende på svar som saknas.",
}
SECOND_READER = "Låt en andra läsare bedöma ärendet."
NO_FLAGS = "Inget särskilt att anmärka."


def method(version: str) -> str:
    return f"Metod {version}." if version else ""


def index(low: float | None, central: float | None, high: float | None) -> str:
    """The index, said last and only as what places the level."""
    if central is None:
        return ""
    told = f"Index är {points(central)}"
    if points(low) != points(high):
        told += f", med spannet {span(low, high)}"
    return f"{told}. Det används bara för att placera ärendet på en nivå."


def coverage(answered: float | None, required: float) -> str:
    if answered is None:
        return ""
    return f"Svarsgraden är {share(answered)}. I varje dimension krävs {percent(required)}."


def not_relevant_effect(effect: float | None) -> str:
    if effect is None or abs(effect) < SMALLEST:
        return ""
    verb = "höjer" if effect > 0 else "sänker"
    return (
        f"Ej relevant {verb} index med {number(abs(effect))} poäng, jämfört med att räkna frågorna som ingen påverkan."
    )


def high_waiver(dimension: str) -> str:
    return f"En stor del av frågorna om {lower_first(dimension)} är satta till ej relevant."


def cap(dimension: str, below: float, level: int) -> str:
    return f"Om {lower_first(dimension)} ligger under {points(below)} poäng blir nivån högst {level}."


IN_THE_MIDDLE = "Så här blir det om allt som ingen vet än räknas som neutralt."
"""Before what is said of one level, where the level is a range."""


def stability(level_: str, same_level: float) -> str:
    """Rounded down, so that 99,9 of 100 never prints as 100."""
    stands = int(same_level * 100 + 1e-9)  # 0,29 times 100 is slightly less than 29 in floating point
    return f"Nivå {level_}. Den står sig i {stands} av 100 rimliga sätt att vikta dimensioner och frågor."


def stability_class(class_: str) -> str:
    return f"Resultatet räknas som {STABILITIES[class_]}."


def level(number_: int, name: str) -> str:
    return f"nivå {number_}, {name}" if name else f"nivå {number_}"


def nearest(item: str, source: str, target: str, level: int) -> str:
    return f"Närmast en annan nivå: om {quoted(item)} ändras från {source} till {target} blir det nivå {level}."


def index_range(low: float, high: float) -> str:
    return f"Index ligger från {points(low)} till {points(high)} i nio fall av tio när vikterna ändras."


def share_of_weightings(value: float) -> str:
    """A share in percent, where something never prints as nothing and not all never prints as all."""
    if 0 < value < 0.01:  # noqa: PLR2004  (what would print as 0 %)
        return f"under 1{swedish.NO_BREAK}%"
    if 0.99 < value < 1:  # noqa: PLR2004  (what would print as 100 %)
        return f"över 99{swedish.NO_BREAK}%"
    return percent(value)


def weights(names_and_weights: Sequence[tuple[str, float]]) -> str:
    if len({weight for _, weight in names_and_weights}) == 1:
        return "Dimensionerna väger lika i index."
    told = [f"{lower_first(name)} {swedish.plain(weight)}" for name, weight in names_and_weights]
    return f"Dimensionernas vikter i index: {swedish.listed(told)}."
