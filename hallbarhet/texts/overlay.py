"""Sentences about overlays: what a checklist builds on, and what it changes there."""

from collections.abc import Sequence

from hallbarhet.texts.swedish import listed

NOT_PLACEABLE = '"placera_efter" ska vara ett id inom citattecken, och kan bara stå hos något som har en ordning.'
RESET_IS_A_LIST = '"nollstall" ska vara en lista av nycklar: nollstall = ["visas_om"].'
DROP_ONE = "säg en sak att ta bort per [[ta_bort]]."


def nameless(keys: Sequence[str]) -> str:
    told = listed([f'"{key}"' for key in keys])
    return f"{told} saknas, så det går inte att veta vad som ändras."


def twice(name: str) -> str:
    return f'"{name}" står två gånger i tillägget. Skriv ändringarna på ett ställe.'


def nothing_to_reset(key: str) -> str:
    return f'"nollstall" nämner "{key}", som inte är satt i grunden.'


def no_such_anchor(anchor: str) -> str:
    return f'"placera_efter" pekar på "{anchor}", som inte står i samma lista eller del.'


def drop_without_reason(noun: str, name: str) -> str:
    return f'{noun} "{name}" tas bort utan motivering. Skriv motivering = "…": den visas i rapporten.'


def nothing_to_drop(noun: str, name: str) -> str:
    return f'{noun} "{name}" finns inte i grunden.'


def changed_and_dropped(noun: str, name: str) -> str:
    return f'{noun} "{name}" både ändras och tas bort. Behåll bara det ena.'


def bad_reference(value: str) -> str:
    return f'"bygger_pa" är "{value}". Skriv id och version: bygger_pa = "grund@1.0".'


def base_missing(reference: str) -> str:
    return f'grunden "{reference}" finns inte.'


def base_elsewhere(places: Sequence[str]) -> str:
    return f"Det har letats i {listed(list(places))}."


def base_faulty(reference: str, sentence: str) -> str:
    return f'grunden "{reference}" går inte att läsa: {sentence}'


def circle(chain: Sequence[str]) -> str:
    return f"checklistorna bygger på varandra i ring: {' → '.join(chain)}."


def too_many_levels(most: int) -> str:
    return f"tillägg på tillägg i mer än {most} nivåer går inte att överblicka."


def base_moved(reference: str, changed: Sequence[str], touched: Sequence[str]) -> str:
    return f'grunden "{reference}" är inte densamma som tillägget skrevs mot.{_changes(changed, touched)}'


def newer_base(reference: str, changed: Sequence[str], touched: Sequence[str]) -> str:
    return f'det finns en nyare grund: "{reference}". Den äldre används tills du skriver in den nya.{_changes(changed, touched)}'


def accept(reference: str, fingerprint: str) -> str:
    return f'När du har gått igenom ändringarna, skriv: bygger_pa = "{reference}" och bygger_pa_fingeravtryck = "{fingerprint}".'


def _changes(changed: Sequence[str], touched: Sequence[str]) -> str:
    if not changed:
        return ""
    told = f" Ändrat i grunden: {_some(changed)}."
    return f"{told} Det berör tilläggets {_some(touched)}." if touched else f"{told} Inget av det rör tillägget."


def _some(names: Sequence[str], most: int = 8) -> str:
    more = len(names) - most
    return listed([*names[:most], f"{more} till"] if more > 0 else list(names))


def dropped_here(noun: str, name: str) -> str:
    return f'{noun} "{name}" är borttagen i tillägget. Ta bort eller ändra även detta.'
