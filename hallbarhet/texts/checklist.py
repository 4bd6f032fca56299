"""Sentences about what a checklist means: names, scales, questions, conditions, gates, conflicts, levels and goals."""

from collections.abc import Sequence

from hallbarhet.texts.problems import quoted
from hallbarhet.texts.swedish import listed, plain

# The file as a whole


def newer_format(number: int, known: int) -> str:
    return f"filen har format {number} och är skriven för en nyare version av programmet, som här läser format {known}. Uppdatera programmet."


def other_format(known: int) -> str:
    return f'"format" ska vara {known}. Skriv: format = {known}'


def not_there(noun: str, name: str) -> str:
    return f'{noun} "{name}" finns inte.'


def twice(noun: str, name: str) -> str:
    return f'{noun} "{name}" finns redan. Ett id får bara användas en gång.'


def empty(key: str) -> str:
    return f'"{key}" är tom. Skriv vad som ska stå.'


def unused(noun: str, name: str) -> str:
    return f'{noun} "{name}" används inte av någon fråga.'


# Scales and weights


def grades_rise(lower: float, higher: float) -> str:
    return f"graderna ska stå från lägst till högst och bara en gång var: {plain(higher)} står efter {plain(lower)}."


def neutral_outside(neutral: float, lowest: float, highest: float) -> str:
    return f'"neutral" är {plain(neutral)} men skalan går från {plain(lowest)} till {plain(highest)}.'


def neutral_no_grade(neutral: float) -> str:
    return f"ingen grad är {plain(neutral)}, så det går inte att svara att inget ändras."


POINTS_FOR_ALL = 'skriv "poang" för alla grader i skalan eller för ingen.'
POINTS_ONE_WAY = '"poang" ska stiga eller falla hela vägen från lägsta till högsta grad.'


def neutral_has_points(neutral: float) -> str:
    return f"graden {plain(neutral)} är neutral och ska ha poang = 0."


def no_anchor(grade: float) -> str:
    return f"graden {plain(grade)} saknar ord. Skriv vad den betyder."


def weights_all_zero(dimension: str) -> str:
    return f'dimension "{dimension}" har inga frågor som ger poäng: vikterna är 0 eller frågorna saknas.'


def dimension_without_themes(dimension: str) -> str:
    return f'dimension "{dimension}" har inga teman och kan aldrig få poäng.'


DIMENSIONS_ALL_ZERO = "alla dimensioner har vikten 0. Minst en måste räknas."


def one_sided(dimension: str, *, up: bool) -> str:
    way = "bara kan höja" if up else "bara kan sänka"
    return f'alla frågor i dimension "{dimension}" {way} poängen.'


def dimensions_uneven(most: int) -> str:
    return f"en dimension väger mer än {most} gånger så mycket som en annan."


def dominates(dimension: str, share: float) -> str:
    return f'frågan avgör ensam mer än hälften ({plain(round(share * 100))} %) av poängen i dimension "{dimension}".'


# Questions

NO_SCALE = '"skala" saknas. En fråga med slag = "bedomning" behöver en skala.'
NO_ALTERNATIVES = '"alternativ" saknas. En fråga med slag = "val" behöver svar att välja på.'
NO_THEME = '"vikt" har ingen verkan: frågan saknar "tema" och ger inga poäng.'
NO_GUIDANCE = '"vagledning" saknas. Skriv vad som räknas och var i ansökan det står.'
TARGET_FORM = 'Skriv mål och delmål, till exempel "13.2".'


def only_for(key: str, kind: str) -> str:
    return f'"{key}" har bara betydelse för frågor med slag = "{kind}".'


def min_above_max(lowest: float, highest: float) -> str:
    return f'"min" är {plain(lowest)} men "max" är {plain(highest)}.'


def no_such_target(target: str) -> str:
    return f'delmål "{target}" finns inte i Agenda 2030.'


def target_twice(target: str) -> str:
    return f'delmål "{target}" står både som direkt och indirekt. Det räknas redan som direkt.'


def waived_at_stop(gate: str) -> str:
    return f'frågan kan stoppa ärendet vid hållplats "{gate}" och kan inte vara ej relevant. Ta bort raden eller skriv: ej_relevant = false'


def too_wide(key: str, most: int) -> str:
    return f'"{key}" är längre än {most} tecken och ryms illa i ett fönster med 80 kolumner.'


DEPTH_WITHOUT_RULE = 'frågor har djup = "fordjupad", men [regler] säger inte när de ställs. Utan "fordjupad_om" ställs de bara när handläggaren väljer det.'
RULE_WITHOUT_DEPTH = '"fordjupad_om" har ingen verkan: ingen fråga har djup = "fordjupad".'

# Conditions

NO_COMPARISON = 'villkoret säger inte vad värdet jämförs med. Skriv till exempel "min", "max" eller "lika".'
COUNT_WITHOUT_NUMBER = '"antal" säger inte hur många. Skriv "min", "max" eller "lika".'
STATUS_ALONE = '"status" står ensam: ta bort jämförelsen, eller skriv två villkor inom "alla".'
FACET_AND_VALUE = '"fasett" och "varde" hör ihop: skriv båda.'
GAP_NEEDS_TWO = "ett spann är mellan minst två olika dimensioner."
COMPARE_WITH_NUMBERS = "värdet är ett tal och jämförs med tal, utan citattecken."
COMPARE_WITH_GRADES = "svaret är en grad och jämförs med tal, utan citattecken."
NEVER_TRUE = "villkoret kan aldrig bli sant."
ALWAYS_TRUE = "villkoret är sant vad man än svarar."
ONLY_ANSWERS = (
    "här får bara svar (punkt) och uppgifter om ärendet (arende) stå: poängen är inte kända medan frågorna ställs."
)


def condition_too_large(levels: int, most_levels: int, count: int, most: int) -> str:
    return f"villkoret har {levels} nivåer och {count} delar. Högst {most_levels} nivåer och {most} delar går att läsa högt."


def empty_condition(key: str) -> str:
    outcome = "sant" if key == "alla" else "falskt"
    return (
        f'"{key}" är tom och villkoret blir alltid {outcome}.'
        if key != "av"
        else '"av" är tom: det finns inget att räkna.'
    )


def more_than_parts(bound: int, count: int) -> str:
    return f"minst {bound} kan aldrig uppfyllas: det finns bara {count} delar."


def one_of_them(given: Sequence[str]) -> str:
    return f"{listed([f'{key}' for key in given])} står i samma villkor. Skriv ett villkor för var och en, inom alla eller minst_en."


def no_such_field(name: str) -> str:
    return f'ärendet har ingen uppgift som heter "{name}".'


def compare_number(field: str) -> str:
    return f'"{field}" är ett tal och jämförs med tal, utan citattecken.'


def compare_word(field: str) -> str:
    return f'"{field}" är inte ett tal. Jämför med "lika" eller "bland" och text inom citattecken.'


def text_not_compared(item: str) -> str:
    return f'frågan "{item}" besvaras med text, som inte går att jämföra. Bara "status" kan användas.'


def no_such_grade(value: object, item: str, grades: Sequence[float]) -> str:
    return f'graden {value} finns inte på skalan för frågan "{item}". Den har {listed([plain(grade) for grade in grades])}.'


def choice_not_ordered(item: str) -> str:
    return f'svaren på frågan "{item}" har ingen ordning. Jämför med "lika" eller "bland".'


def no_such_alternative(value: str, item: str) -> str:
    return f'alternativet "{value}" finns inte för frågan "{item}".'


def facet_not_on_item(facet: str, item: str) -> str:
    return f'frågan "{item}" delas inte på fasetten "{facet}".'


def shown_in_circle(items: Sequence[str]) -> str:
    return f"frågorna väntar på varandra i ring: {' → '.join(items)}. Ingen av dem skulle visas."


def depth_in_circle(item: str) -> str:
    return f'frågan "{item}" ställs bara vid fördjupning och kan inte själv avgöra den. Skriv djup = "kort" för den.'


def shown_too_early(item: str) -> str:
    return f'frågan beror på "{item}", som ställs senare. Flytta den efter.'


def shown_elsewhere(item: str) -> str:
    return f'frågan beror på "{item}" men står inte direkt efter den. Då dyker den upp där ingen väntar den.'


# Gates


def gate_needs_condition(effect: str) -> str:
    return f'"om" saknas. En hållplats med verkan = "{effect}" behöver ett villkor.'


ALWAYS_NEEDS_NO_CONDITION = '"om" har ingen verkan: en hållplats med verkan = "alltid" beslutas alltid.'
REQUIRE_WHAT = '"handlingar" saknas. Skriv vilka handlingar som krävs.'
DOCUMENTS_ONLY_FOR_REQUIRE = '"handlingar" har bara betydelse när verkan = "krav".'

# Goal conflicts

SILENCED_WITHOUT_REASON = 'regeln är avstängd utan skäl. Skriv motivering = "…".'
CONFLICT_WITH_ITSELF = '"plus" och "minus" är samma fråga.'
STRATEGY_NEEDS_TWO = '"mal" ska vara två olika strategimål.'
ONE_GROUP = '"grupp" ska vara ett tema, en dimension eller en tagg: grupp = { tema = "klimat" }.'


MATRIX_NEEDS_INTERACTIONS = 'en regel med slag = "matris" behöver [[samspel]], och checklistan har inga.'


def no_such_interaction(pairs: Sequence[tuple[str, str]]) -> str:
    told = listed([f'["{source}", "{target}"]' for source, target in pairs[:6]], "eller")
    return f'"mal" ska vara två mål i ett samspel, från och till: {told}.'


def conflict_needs(kind: str, keys: Sequence[str]) -> str:
    told = listed([f'"{key}"' for key in keys])
    return f'{told} saknas. En regel med slag = "{kind}" behöver det.'


def conflict_key_unused(key: str, kind: str) -> str:
    return f'"{key}" har ingen betydelse när slag = "{kind}".'


def reserved_name(name: str, kind: str) -> str:
    return f'"{name}" är namnet på något som alltid letas efter. Skriv slag = "{kind}" för att ändra det, eller välj ett annat id.'


def conflict_not_judged(item: str) -> str:
    return f'frågan "{item}" har inga grader och kan inte stå mot något. Välj en fråga med slag = "bedomning".'


# Levels and rules

NO_LEVELS = "tabellen över nivåer är tom."
EXPONENT_MISSING = '"exponent" saknas. Sammanvägning med potens behöver en exponent, högst 1.'
EXPONENT_TOO_HIGH = '"exponent" ska vara högst 1. En högre exponent låter ett starkt plus dölja ett minus.'
EXPONENT_UNUSED = '"exponent" hör bara till sammanvagning = "potens". Ta bort raden eller ändra sammanvägningen.'


def levels_fall(higher: int, lower: int) -> str:
    return f"nivåerna ska stå från högst till lägst: {lower} står efter {higher}."


def threshold_rises(key: str, lower: int, higher: int) -> str:
    return f'"{key}" för nivå {lower} är högre än för nivå {higher}. En lägre nivå ska vara lättare att nå.'


def bottom_has_threshold(level: int) -> str:
    return f"nivå {level} är lägst och ska inte ha några gränser, annars kan ett ärende bli utan nivå."


def no_such_level(level: int, known: Sequence[int]) -> str:
    return f"nivå {level} finns inte. Nivåerna är {listed([str(one) for one in known])}."


def level_too_high(level: int, best: int) -> str:
    return f"nivå {level} kan aldrig nås: bästa möjliga svar ger nivå {best}."


def level_too_low(level: int, worst: int) -> str:
    return f"nivå {level} kan aldrig bli utfallet: sämsta möjliga svar ger nivå {worst}."


def field_taken(field: str) -> str:
    return f'"{field}" finns redan bland uppgifterna om ärendet. Välj ett annat id.'


# Goals

GOAL = "mål"
INTERACTIONS_MIXED = "samspel gäller antingen målen i Agenda 2030 eller strategimålen, aldrig båda."
INTERACTION_WITH_ITSELF = "ett mål kan inte samspela med sig självt."


def no_such_goal(goal: str) -> str:
    return f'mål "{goal}" finns inte. Målen i Agenda 2030 skrivs "1" till "17".'


def goal_in_two_groups(goal: str) -> str:
    return f'mål "{goal}" står i två målgrupper. Varje mål ska stå i exakt en.'


def goals_in_no_group(goals: Sequence[str]) -> str:
    return f"mål {listed(list(goals))} står inte i någon målgrupp. Varje mål ska stå i exakt en."


# Versions and test cases

MERGED_FROM_LIST = '"fran" ska vara en lista när slag = "sammanslagen": fran = ["a", "b"].'


def version_prefix(version: str) -> str:
    return f'"fran_version" är "{version}". Skriv början av ett versionsnummer, till exempel "1" eller "1.2".'


def mapping_needs(kind: str, key: str) -> str:
    return f'"{key}" saknas. En koppling med slag = "{kind}" behöver det.'


def mapped_from_one(kind: str) -> str:
    return f'"fran" ska vara en enda fråga när slag = "{kind}".'


def mapping_rule(kind: str, allowed: Sequence[str]) -> str:
    if not allowed:
        return f'"regel" har ingen betydelse när slag = "{kind}". Ta bort raden.'
    return f'"regel" ska vara {quoted(allowed)} när slag = "{kind}".'


def no_such_state(state: str) -> str:
    return f'status "{state}" finns inte.'


def may_not_be_waived(item: str) -> str:
    return f'frågan "{item}" får inte besvaras med ej relevant.'


def answer_is_number(item: str) -> str:
    return f'frågan "{item}" besvaras med ett tal, utan citattecken.'


def answer_is_text(item: str) -> str:
    return f'frågan "{item}" besvaras med text inom citattecken.'


def answer_out_of_bounds(item: str) -> str:
    return f'svaret på frågan "{item}" ligger utanför det som frågan tillåter.'
