"""What the session says: events in the record, and steps it does not allow."""

from hallbarhet.texts import swedish

CREATED = "skapad"
COMPLETED = "klarmarkerad"
SHALLOWER_NEEDS_REASON = "Ärendet ska enligt checklistan bedömas fördjupat. Skriv varför du väljer den korta."


def reopened(reason: str, seal: str) -> str:
    told = f"öppnad igen: {reason.strip()}"
    return f"{told} (tidigare sigill {seal})" if seal else told


def no_such_question(item_id: str) -> str:
    return f"Checklistan har ingen fråga ”{item_id}”. Kontrollera id:t mot checklistan."


def not_on_the_scale(name: str) -> str:
    return f"Svaret på ”{name}” finns inte på frågans skala. Välj ett av svaren som visas."


def may_not_be_waived(name: str) -> str:
    return f"”{name}” kan inte hoppas över som ej relevant. Välj ett svar, eller ”vet inte”."


def not_an_alternative(name: str) -> str:
    return f"Välj bland alternativen till ”{name}”."


def answer_before_facets(name: str) -> str:
    return f"Välj först ett svar på ”{name}”. Sedan kan det delas upp."


def outside_the_range(name: str, low: float | None, high: float | None, unit: str) -> str:
    ending = f" {unit}" if unit else ""
    if low is None:
        return f"Talet för ”{name}” får vara högst {swedish.plain(high)}{ending}."
    if high is None:
        return f"Talet för ”{name}” ska vara minst {swedish.plain(low)}{ending}."
    return f"Talet för ”{name}” ska ligga mellan {swedish.plain(low)} och {swedish.plain(high)}{ending}."
