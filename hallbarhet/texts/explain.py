"""The derivation of a result in sentences: where a number comes from, and why a rule came out as it did."""

from collections.abc import Sequence

from hallbarhet.texts import swedish
from hallbarhet.texts.conflicts import SEVERITIES
from hallbarhet.texts.findings import quoted, share, span, upper_first
from hallbarhet.texts.swedish import number, plain, points

POINTS = "Så blir svaren poäng"
LEVEL = "Så blir poängen en nivå"
STATE = "Varför ärendet står där det står"
FLAGS = "Att tänka på"
GATES = "Hållplatser"
CONFLICTS = "Målkonflikter"

STATES = {
    "besvarad": "besvarad",
    "vet_inte": "vet inte",
    "obesvarad": "obesvarad",
    "ny_fraga": "ny fråga, inte besvarad",
    "ej_mappbar": "svaret passar inte frågan",
    "ej_relevant": "ej relevant",
    "inaktuell": "ställs inte här",
}
TRUTHS = {"sant": "Sant", "falskt": "Falskt", "beror": "Kanske"}
"""Kanske: it hangs on an answer that is missing."""
TRIGGERED = {"utlost": "utlöst", "mojlig": "möjlig", "ej_utlost": "inte utlöst"}
CONNECTIVES = {"alla": "Alla ska stämma", "minst_en": "Minst en ska stämma", "inte": "Ska inte stämma"}
EFFECTS = {
    "alltid": "avgörs i varje ärende",
    "avvakta": "ärendet väntar på beslut",
    "stopp": "stoppar ärendet",
    "krav": "kräver handlingar",
}
DECISIONS = {"vidare": "gå vidare", "tank_om": "tänk om", "avsluta": "avsluta"}
DECIDES = "det avgör"
PART_DONE = "Delen är besvarad."
YES, NO = "ja", "nej"
POINTS_UNIT = f"{swedish.NO_BREAK}poäng"
HELD_AGAINST = "Poängen, med saknade svar som ingen påverkan, mot vad nivåerna kräver:"


def _points(low: float | None, central: float | None, high: float | None, unit: str = "") -> str:
    """Points, with the range where missing answers leave one."""
    if points(low) == points(high):
        return f"{points(central)}{unit}"
    return f"{points(central)}{unit} ({span(low, high)})"


# Points


def dimension(name: str, low: float | None, central: float | None, high: float | None) -> str:
    if central is None:
        return f"{name}: inga poäng, eftersom ingen fråga räknas här"
    return f"{name}: {_points(low, central, high, POINTS_UNIT)}"


def gross(plus: float, minus: float, coverage: float | None, waived: float) -> str:
    told = f"Plus {number(plus)} och minus {number(minus)} bland de kända svaren. Svarsgrad {share(coverage)}."
    return f"{told} Ej relevant: {share(waived)} av vikten." if waived > 0 else told


def theme(name: str, low: float | None, central: float | None, high: float | None, weight: float) -> str:
    if central is None:
        return f"{name}: räknas inte, eftersom alla frågor är ej relevanta eller inte ställs"
    return f"{name}: {_points(low, central, high, POINTS_UNIT)}, vikt {plain(weight)}"


def theme_share(part: float, low: float | None, central: float | None, high: float | None) -> str:
    return f"{share(part)} av dimensionen, ger den {_points(low, central, high)}"


def item(name: str, answer: str, low: float | None, central: float | None, high: float | None) -> str:
    if central is None:
        return f"{name}: {answer}, räknas inte"
    return f"{name}: {answer}, {_points(low, central, high, POINTS_UNIT)}"


def item_share(weight: float, part: float, low: float | None, central: float | None, high: float | None) -> str:
    told = f"vikt {plain(weight)}, {share(part)} av dimensionen"
    return f"{told}, ger den {_points(low, central, high)}"


def index_share(part: float, central: float | None) -> str:
    return f"{share(part)} av indexet, ger det {points(central)}"


def index(low: float | None, central: float | None, high: float | None) -> str:
    return f"Index: {_points(low, central, high)}"


def waived(names: Sequence[str], effect: float) -> str:
    named = swedish.listed([quoted(name) for name in names])
    verb = "höjer" if effect > 0 else "sänker"
    if points(effect) == points(0):
        return f"Ej relevant ändrar inte indexet: {named}."
    return f"Ej relevant {verb} indexet med {number(abs(effect))} poäng: {named}."


# Level and state


def step(
    level: int, name: str, index_min: float | None, index_holds: bool, dimension_min: float | None, holds: bool
) -> str:
    parts = []
    if index_min is not None:
        parts.append(f"index minst {points(index_min)}: {YES if index_holds else NO}")
    if dimension_min is not None:
        parts.append(f"svagaste dimensionen minst {points(dimension_min)}: {YES if holds else NO}")
    return f"Nivå {level}, {name}: {'; '.join(parts) if parts else 'inget krävs'}"


def weakest(name: str, lowest: float) -> str:
    return f"Svagast är {name} med {points(lowest)}."


def cap(dimension_name: str, below: float, level: int, applies: bool) -> str:
    told = f"Tak: om {dimension_name} ligger under {points(below)} blir nivån högst {level}"
    return f"{told}. {'Det gäller här.' if applies else 'Det gäller inte här.'}"


def level(low: int | None, high: int | None) -> str:
    if low is None:
        return "Ingen nivå kan räknas fram."
    return f"Nivå {low}." if low == high else f"Nivå {low}–{high}, beroende på svar som saknas."


def coverage_too_low(name: str, found: float, required: float) -> str:
    return f"Svarsgraden i {name} är {share(found)}. Det krävs {share(required)}."


CAUSES = {
    "avslutad_vid": "Hållplatsen {} har beslutats med avsluta.",
    "stoppas_av": "Hållplatsen {} stoppar ärendet.",
    "dimension_utan_svar": "Dimensionen {} har ingen fråga som räknas.",
    "mojligt_stopp": "Hållplatsen {} kan stoppa ärendet, beroende på svar som saknas.",
    "vantar_beslut": "Hållplatsen {} väntar på beslut.",
    "ska_tankas_om": "Hållplatsen {} har beslutats med tänk om.",
    "kritisk_konflikt": "Målkonflikten {} är kritisk och inte färdigskriven.",
}
PLAIN_CAUSES = {
    "inget_att_bedoma": "Ingen fråga som räknas i poängen gäller ärendet.",
    "samma_niva": "Svaren som saknas, om det finns några, kan inte ändra nivån.",
    "olika_nivaer": "Svaren som saknas avgör nivån.",
}


def cause(kind: str, name: str) -> str:
    return PLAIN_CAUSES[kind] if kind in PLAIN_CAUSES else CAUSES[kind].format(quoted(name))


def waiving_decides(level_if_neutral: int) -> str:
    return f"Ej relevant avgör nivån: räknade som ingen påverkan hade svaren gett nivå {level_if_neutral}."


def waived_much(name: str, found: float, limit: float) -> str:
    return f"{share(found)} av vikten i {name} är ej relevant. Mer än {share(limit)} syns som en flagga."


def not_robust(same_level: float) -> str:
    stands = int(same_level * 100 + 1e-9)
    return f"Nivån är känslig: den står sig i {stands} av 100 rimliga sätt att vikta."


def possible_gates(titles: Sequence[str]) -> str:
    return f"Kan bli utlösta: {swedish.listed([quoted(title) for title in titles])}."


# Conditions


def gate(title: str, effect: str, triggered: str, decision: str | None) -> str:
    told = f"{title} ({EFFECTS[effect]}): {TRIGGERED[triggered]}"
    return f"{told}, beslut: {DECISIONS[decision]}" if decision else told


def waits_for(names: Sequence[str]) -> str:
    return f"Delen väntar på svar på {swedish.listed([quoted(name) for name in names])}."


def truth(value: str, decides: bool, told: str) -> str:
    return f"[{TRUTHS[value]}{', ' + DECIDES if decides else ''}] {told}"


def count(limits: str) -> str:
    return f"Antalet som stämmer är {limits}"


def limits(
    at_least: float | None,
    at_most: float | None,
    above: float | None,
    below: float | None,
    one_of: Sequence[str] | None,
) -> str:
    """What a value is held against; empty where nothing is."""
    given = {"at_least": at_least, "at_most": at_most, "above": above, "below": below}
    told = [bound(word, plain(value)) for word, value in given.items() if value is not None]
    if one_of is not None:
        told.append(swedish.listed(one_of, "eller") if one_of else "inget av svaren")
    return swedish.listed(told)


def item_asked(name: str, status: str | None, limits_told: str) -> str:
    if status is not None:
        told = f"{quoted(name)} är {STATES[status]}"
        return f"{told} och {limits_told}" if limits_told else told
    return f"{quoted(name)} är {limits_told}" if limits_told else f"{quoted(name)} är besvarad"


FACET_MEASURES = {"min": "lägsta svaret", "max": "högsta svaret", "spann": "skillnaden"}
GROUP_MEASURES = {
    "netto": "Poängen för",
    "plus": "Plus för",
    "minus": "Minus för",
    "dold": "Hur mycket plus och minus tar ut varandra i",
}


def facet_asked(name: str, facet: str, measure: str, limits_told: str) -> str:
    return f"{upper_first(FACET_MEASURES[measure])} i {quoted(name)} efter {facet} är {limits_told}"


def group_asked(measure: str, name: str, limits_told: str) -> str:
    return f"{GROUP_MEASURES[measure]} {name} är {limits_told}"


def gap_asked(names: Sequence[str], limits_told: str) -> str:
    return f"Avståndet mellan {swedish.listed(names)} är {limits_told}"


def case_asked(name: str, limits_told: str) -> str:
    return f"Ärendets uppgift {quoted(name)} är {limits_told}" if limits_told else f"Ärendets uppgift {quoted(name)}"


def answered(answer: str) -> str:
    return f"svaret är {answer}"


def may_become(state: str, low: float, high: float) -> str:
    return f"{state}, kan bli {plain(low)} till {plain(high)}"


def worth(low: float | None, high: float | None) -> str:
    """A measure that was found: `är −41,7 till 25`."""
    if low is None or high is None:
        return "finns inte här"
    first, last = plain(round(low, 3) + 0.0), plain(round(high, 3) + 0.0)
    return f"är {first}" if first == last else f"är mellan {first} och {last}"


def asked_and_found(asked: str, found: str) -> str:
    return f"{asked}: {found}" if found else asked


# Conflicts


def conflict(title: str, triggered: str, severity: int) -> str:
    if not severity:
        return f"{title}: {TRIGGERED[triggered]}"
    return f"{title}: allvar {severity}, {SEVERITIES[severity]}"


def severity(strength: float, base: int, irreversible: bool, protected: bool) -> str:
    told = [f"Styrka {plain(round(strength, 3))} ger {base}"]
    if irreversible:
        told.append("ett steg till för att det inte går att ångra")
    if protected:
        told.append("ett steg till för att något skyddat berörs")
    whole = min(base + irreversible + protected, 4)
    return f"{swedish.listed(told)}. Allvar {whole}." if len(told) > 1 else f"{told[0]}."


MEASURES = {
    "plus": "Plus i",
    "minus": "Minus i",
    "avstand": "Avståndet mellan",
    "lagsta": "Lägst ligger",
    "aktivitet": "Plus och minus tillsammans i",
    "maskering": "Så stor del tar ut varandra i",
    "starkt_plus": "Starkast åt plus är",
    "starkt_minus": "Starkast åt minus är",
    "kategori": "Svaret för",
    "verkan": "Insatsens verkan på",
    "samspel": "Hur det ena verkar på det andra:",
    "foljdverkan": "Med följdverkningar på",
}
ANSWERS = {"plus": "Åt plus är", "minus": "Åt minus är"}
"""The same for the two answers of a pair."""

POINT_MEASURES = ("avstand", "lagsta", "aktivitet")
_UNSIGNED = ("plus", "minus", "avstand", "aktivitet", "maskering")


def measured(name: str, what: Sequence[str], found: str, limit: str) -> str:
    told = f"{MEASURES[name]} {swedish.listed(what)}: {found}"
    return f"{told}, ska vara {limit}" if limit else told


def paired(name: str, what: Sequence[str], found: str, limit: str) -> str:
    return f"{ANSWERS[name]} {swedish.listed(what)}: {found}, ska vara {limit}"


def amount(name: str, value: float, *, in_points: bool) -> str:
    """Points with one decimal, or a number in [−1, 1] with at most three."""
    if in_points:
        return number(value, 1, sign=name not in _UNSIGNED)
    text = plain(round(value, 3) + 0.0)
    return f"+{text}" if value > 0 and name != "maskering" else text


def between(first: str, last: str) -> str:
    return first if first == last else f"{first} till {last}"


def bound(word: str, value: str) -> str:
    return f"{BOUNDS[word]} {value}"


BOUNDS = {"at_least": "minst", "at_most": "högst", "above": "över", "below": "under"}
