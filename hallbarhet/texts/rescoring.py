"""What batch re-scoring says: the page an analyst reads, and faults in what was asked for."""

from collections.abc import Mapping, Sequence

from hallbarhet.texts.swedish import NOTHING, listed, number, percent, plain, points

FIRST_LINE = "Omräkningen ändrar inget fattat beslut."

CROSS = "Nivå före (rader) och efter (kolumner), nettonivån i den fulla serien:"
CROSS_CORNER = "före"
CROSS_SUM = "summa"

LARGEST = "Störst ändring av index, med vad som flyttade det:"

LEFT_OUT: Mapping[str, str] = {
    "annan_checklista": "gjorda med en annan checklista som ingen koppling leder från",
    "okand_checklista": "gjorda med en checklista som ingen har sparat",
}
"""Why records were left out, after their number."""

FACTORS: Mapping[str, str] = {"vikter": "vikter", "fragor": "frågor", "trosklar": "sammanvägning"}
"""What moved an index."""

LEVEL_FACTORS: Mapping[str, str] = {
    "vikter": "vikter",
    "fragor": "frågor",
    "trosklar": "trösklar",
    "flera": "flera lika mycket",
}
"""What moved a level."""

IN_ROWS = "(--json, eller --ut med .csv, .jsonl, .xlsx eller .parquet)"
"""How to get a row for every record."""

KINDS: Mapping[str, str] = {"saker": "säkra omslag", "mojlig": "möjliga omslag"}


def count(value: int) -> str:
    return number(value, 0)


def records(value: int) -> str:
    return "1 post" if value == 1 else f"{count(value)} poster"


def heading(target: str, alternative: str | None) -> str:
    if alternative is not None:
        return f"Alternativ: {alternative}"
    return f"Ny checklista: {target}" if target else "Varje post med sin egen checklista"


def target(name: str) -> str:
    return f"Ny checklista: {name}"


def rescored(value: int, whole: int) -> str:
    if value == whole:
        return f"{records(value)} omräknad{'' if value == 1 else 'e'}."
    return f"{count(value)} av {records(whole)} omräknade."


def unread(value: int) -> str:
    return f"{records(value)} kunde inte läsas:"


def and_more(value: int) -> str:
    return f"  … och {count(value)} till; alla står i raderna {IN_ROWS}."


def left_out(value: int, reason: str) -> str:
    return f"{count(value)} hoppades över: {LEFT_OUT.get(reason, reason)}."


def left_out_of_alternative(value: int) -> str:
    whose = "dess" if value == 1 else "deras"
    return f"{count(value)} hoppades över: alternativet går inte att räkna med {whose} checklista."


def slow(value: int) -> str:
    return (
        f"{records(value)} läst långsamt, för att filen inte har programmets egen form."
        if value == 1
        else (f"{records(value)} lästa långsamt, för att filerna inte har programmets egen form.")
    )


def not_recomputed(value: int) -> str:
    if value == 1:
        return "1 post är inte omräknad före: ingen har sparat dess checklista, så resultatet i posten gäller."
    return (
        f"{records(value)} är inte omräknade före: ingen har sparat deras checklistor, så resultatet i posten gäller."
    )


def deviating(value: int) -> str:
    return f"{records(value)} påstår ett resultat som inte följer av svaren:"


def flips(up: int, down: int, possible: int, whole: int) -> str:
    share = percent((up + down) / whole) if whole else NOTHING
    return (
        f"Säkra omslag: {count(up + down)} ({share}), varav {count(up)} uppåt och {count(down)} nedåt. "
        f"Möjliga omslag: {count(possible)}."
    )


def changes(states: int, gates: int) -> str:
    return f"Annan status: {count(states)}. Någon hållplats annorlunda: {count(gates)}."


def moved(mean: float | None, moved: int) -> str:
    return _index_and_level(mean, moved).capitalize()


def full_series(mean: float | None, moved: int) -> str:
    return f"Fulla serien, med nya frågor: {_index_and_level(mean, moved)}"


def core_series(mean: float | None, moved: int) -> str:
    return f"Kärnserien, bara frågor i båda: {_index_and_level(mean, moved)}"


def _index_and_level(mean: float | None, moved: int) -> str:
    if mean is None:
        return f"det finns inget index att jämföra, och {records(moved)} får en annan nettonivå."
    return f"index i medeltal {points(mean)} poäng, {count(moved)} på en annan nettonivå."


def moved_by(found: Mapping[str, int], whole: int) -> str:
    told = [f"{word} {count(found[factor])}" for factor, word in LEVEL_FACTORS.items() if found.get(factor)]
    rest = whole - sum(found.values())
    told += [f"okänt {count(rest)}"] if rest else []
    return f"Det som mest flyttade nettonivån: {', '.join(told)}."


def grades(found: Mapping[str, int]) -> str:
    told = ", ".join(f"{grade} {count(found.get(grade, 0))}" for grade in "ABC")
    advice = " C har svar som omräkningen inte kan veta: läs intervallet, inte mittvärdet." if found.get("C") else ""
    return f"Jämförbarhet: {told}.{advice}"


def sensitive(kind: str, found: int, tried: int, whole: int) -> str:
    share = percent(found / tried)
    drawn = "" if tried >= whole else f" av {count(tried)} dragna"
    return f"Känsliga redan före, av {KINDS[kind]}: {count(found)}{drawn} ({share})."


def largest(change: float, before: float, after: float, levels: str, name: str) -> str:
    return f"  {points(change):>6}  {f'{number(before)} → {number(after)}':<15}  nivå {levels:<5}  {name}"


def why(moved: Mapping[str, float | None]) -> str:
    """Under the line about the record, so that the cause stands where the numbers do."""
    told = [f"{FACTORS[factor]} {points(part)}" for factor, part in moved.items() if part]
    return f"          {', '.join(told) if told else 'orsaken kan inte delas upp'}"


def levels(before: int | None, after: int | None) -> str:
    return f"{level(before)} → {level(after)}" if before != after else level(before)


def level(value: int | None) -> str:
    return NOTHING if not value else str(value)


def fault(path: str, line: int | None, sentence: str) -> str:
    where = path if line is None else f"{path}, rad {line}"
    return f"  {where}: {sentence}"


def listed_path(path: str) -> str:
    return f"  {path}"


def progress(done: int, whole: int, rate: float, left: float) -> str:
    return f"{count(done)} av {count(whole)} poster, {count(round(rate))} i sekunden, {duration(left)} kvar"


def duration(seconds: float) -> str:
    whole = max(0, round(seconds))
    if whole < 60:  # noqa: PLR2004  (a minute)
        return f"{whole} s"
    minutes, rest = divmod(whole, 60)
    return f"{minutes} min {rest} s"


def written(path: str) -> str:
    return f"Omräkningen står i {path}."


def interrupted(done: int) -> str:
    return f"{records(done)} hann räknas om. Ingen post har ändrats."


NO_FILE = "Ingen fil är skriven."


# Faults in what was asked for


def weight_not_understood(given: str) -> str:
    return f"--vikt {given}: skriv dimensionens id, ett likhetstecken och ett tal, till exempel --vikt ekologisk=2."


def threshold_not_understood(given: str) -> str:
    return f"--troskel {given}: skriv nivåns nummer, ett likhetstecken och ett tal, till exempel --troskel 4=20."


def weight_not_a_weight(given: str) -> str:
    return f"--vikt {given}: en vikt är 0, eller ett tal från 0,000001 till 1 000 000. Skriv till exempel --vikt ekologisk=2."


def threshold_outside(given: str) -> str:
    return f"--troskel {given}: en tröskel är ett tal från -100 till 100. Skriv till exempel --troskel 4=20."


def said_twice(option: str, name: str) -> str:
    return (
        f"{option} {name} står två gånger i samma alternativ. Skriv --alternativ NAMN före den andra, eller ta bort en."
    )


def alternative_twice(name: str) -> str:
    return f"Två alternativ heter {name}. Ge dem olika namn efter --alternativ."


def no_such_dimension(name: str, checklist: str, known: Sequence[str]) -> str:
    return f"--vikt {name}: {checklist} har ingen dimension {name}. Dimensionerna är {listed(known)}."


def no_such_level(level: int, checklist: str, known: Sequence[int]) -> str:
    there = listed([str(one) for one in known])
    return f"--troskel {level}: {checklist} har ingen nivå {level} med en tröskel. Nivåer med tröskel är {there}."


def no_index(checklist: str) -> str:
    return f"--troskel: {checklist} räknar inget index, så en tröskel för indexet har ingen verkan. Ta bort --troskel."


def thresholds_cross(lower: int, upper: int, lower_min: float, upper_min: float) -> str:
    return (
        f"--troskel: nivå {lower} skulle kräva {plain(lower_min)} och nivå {upper} bara {plain(upper_min)}. "
        "En högre nivå måste kräva minst lika mycket."
    )


def all_weights_zero(checklist: str) -> str:
    return f"--vikt: alla dimensioner i {checklist} får vikten 0. Minst en måste väga något."


def no_such_form(path: str, known: Sequence[str]) -> str:
    return f"--ut {path}: formen känns inte igen. Låt namnet sluta på {listed(known, 'eller')}."


def processes_not_understood(given: str) -> str:
    return f"--processer {given}: skriv ett heltal från 1, till exempel --processer 4."
