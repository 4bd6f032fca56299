from datetime import UTC, date, datetime

import pytest
from support.explained import GATES
from support.worked import ANSWERS, DATA, worked_items

from hallbarhet.assessment.explained import explanation, explanation_text
from hallbarhet.assessment.model import Assessment
from hallbarhet.assessment.told import Told, as_lines
from hallbarhet.checklist.model import Checklist

FACET = {
    "id": "tid",
    "namn": "Tid",
    "slag": "tid",
    "kategorier": [{"id": "nu", "text": "Nu"}, {"id": "sen", "text": "Om tio år", "lang_sikt": True}],
}
PAIR = {"id": "p", "titel": "Jobb mot resurser", "slag": "par", "plus": "E1", "minus": "M2", "permanent": True}


def checklist(**tables):
    return Checklist.model_validate(DATA | tables, by_alias=True, by_name=False)


def filed(item, value):
    if isinstance(value, dict):
        return {"punkt": item} | value
    if isinstance(value, str):
        return {"punkt": item, "status": value, "motivering": "Rör inte insatsen."}
    return {"punkt": item, "grad": value, "motivering": "Så står det."}


def assessment(answers, **tables):
    return Assessment.model_validate(
        {
            "bedomning": {"id": "a", "skapad": datetime(2026, 11, 21, tzinfo=UTC)},
            "checklista": {"id": "arbetat-exempel", "version": "1.0.0", "fingeravtryck": "sha256-1:0"},
            "svar": [filed(item, value) for item, value in answers.items()],
        }
        | tables
    )


def lines(answers, case=None, **tables):
    text = explanation_text(checklist(**tables), assessment(answers, **({"arende": case} if case else {})))
    return [line.strip().replace("\u00a0", " ") for line in text.splitlines()]


def test_a_dimension_is_told_down_to_its_answers():
    told = lines(ANSWERS)
    start = told.index("Ekologisk: +8,3 poäng")
    assert told[start + 1 : start + 7] == [
        "Plus 16,7 och minus 8,3 bland de kända svaren. Svarsgrad 100 %.",
        "Klimat: +16,7 poäng, vikt 1, 50 % av dimensionen, ger den +8,3",
        "Utsläpp: +1 bidrar, +50,0 poäng, vikt 2, 33,3 % av dimensionen, ger den +16,7",
        "Resurser: −1 motverkar, −50,0 poäng, vikt 1, 16,7 % av dimensionen, ger den −8,3",
        "Natur: 0,0 poäng, vikt 1, 50 % av dimensionen, ger den 0,0",
        "Mark och vatten: 0 ingen påverkan, 0,0 poäng, vikt 1, 50 % av dimensionen, ger den 0,0",
    ]


def test_what_lies_behind_is_indented_under_what_it_explains():
    text = explanation_text(checklist(), assessment(ANSWERS))
    depths = [len(line) - len(line.lstrip()) for line in text.splitlines()]
    assert depths[:5] == [0, 2, 4, 4, 6]
    assert list(as_lines([Told("a", (Told("b", (Told("c"),)),)), Told("d")])) == ["a", "  b", "    c", "d"]


def test_missing_answers_are_told_as_a_range():
    told = lines(ANSWERS | {"S3": "vet_inte"})
    assert "Social: +55,6 poäng (+22,2 till +88,9)" in told
    assert (
        "Tillgänglighet: vet inte, 0,0 poäng (−100,0 till +100,0), vikt 1, "
        "33,3 % av dimensionen, ger den 0,0 (−33,3 till +33,3)"
    ) in told


def test_what_does_not_count_says_so():
    told = lines(ANSWERS | {"M2": "ej_relevant", "M3": "ej_relevant"})
    assert "Resurser: ej relevant, räknas inte" in told
    assert "Natur: räknas inte, eftersom alla frågor är ej relevanta eller inte ställs" in told
    assert "Ej relevant höjer indexet med 11,1 poäng: ”Resurser” och ”Mark och vatten”." in told
    assert any(line.endswith("Svarsgrad 100 %. Ej relevant: 66,7 % av vikten.") for line in told)
    nothing = lines(dict.fromkeys(ANSWERS, "ej_relevant"))
    assert "Social: inga poäng, eftersom ingen fråga räknas här" in nothing
    assert "Ingen nivå kan räknas fram." in nothing
    assert "Ingen fråga som räknas i poängen gäller ärendet." in nothing


def test_waiving_that_lowers_or_changes_nothing_is_told_as_that():
    assert "Ej relevant sänker indexet med 4,2 poäng: ”Jobb”." in lines(
        dict.fromkeys(ANSWERS, -1) | {"E1": "ej_relevant"}
    )
    assert "Ej relevant ändrar inte indexet: ”Jobb”." in lines(dict.fromkeys(ANSWERS, 0) | {"E1": "ej_relevant"})


def test_the_index_comes_last_of_the_numbers():
    told = lines(ANSWERS)
    assert told.index("Index: +42,1") > told.index("Ekonomisk: +62,5 poäng")
    assert "Social: 33,3 % av indexet, ger det +18,5" in told


def test_a_checklist_without_an_index_says_so():
    told = lines(ANSWERS, regler={"sammanvagning": "ingen"})
    assert "Checklistan räknar inget index. Nivån bestäms av den svagaste dimensionen." in told
    assert not any(line.startswith("Index:") for line in told)
    assert "Nivå 4, Bidrag: svagaste dimensionen minst −15,0: ja" in told


def test_the_level_is_told_with_what_each_level_takes():
    told = lines(ANSWERS | {"M3": -1}, regler={"tak": {"ekologisk": [{"under": -10, "max_niva": 3}]}})
    assert "Nivå 3." in told
    assert "Nivå 4, Bidrag: index minst +15,0: ja; svagaste dimensionen minst −15,0: nej" in told
    assert "Nivå 1, Motverkar: inget krävs" in told
    assert "Svagast är Ekologisk med −16,7." in told
    assert "Tak: om Ekologisk ligger under −10,0 blir nivån högst 3. Det gäller här." in told


def test_a_cap_that_does_not_apply_says_so():
    told = lines(ANSWERS, regler={"tak": {"ekologisk": [{"under": -10, "max_niva": 3}]}})
    assert "Tak: om Ekologisk ligger under −10,0 blir nivån högst 3. Det gäller inte här." in told


@pytest.mark.parametrize(
    "answers, tables, expected",
    [
        (ANSWERS, {}, "Svaren som saknas, om det finns några, kan inte ändra nivån."),
        (ANSWERS | {"S3": "vet_inte"}, {}, "Svarsgraden i Social är 66,7 %. Det krävs 80 %."),
        (
            ANSWERS | {"E1": "ej_relevant", "E2": "ej_relevant", "E3": "ej_relevant"},
            {},
            "Dimensionen ”Ekonomisk” har ingen fråga som räknas.",
        ),
        (ANSWERS | {"M3": -2}, {"hallplats": GATES}, "Hållplatsen ”G1” stoppar ärendet."),
        (ANSWERS | {"M3": -1}, {"hallplats": GATES}, "Hållplatsen ”G3” väntar på beslut."),
        (
            ANSWERS,
            {"malkonflikt": [PAIR | {"skyddad": True}]},
            "Målkonflikten ”Jobb mot resurser” är kritisk och inte färdigskriven.",
        ),
    ],
)
def test_the_state_is_told_with_its_reason(answers, tables, expected):
    assert expected in lines(answers, **tables)


def test_flags_are_told_with_their_numbers():
    told = lines(ANSWERS | {"M2": "ej_relevant", "M3": "ej_relevant"})
    assert "Ej relevant avgör nivån: räknade som ingen påverkan hade svaren gett nivå 4." in told
    assert "66,7 % av vikten i Ekologisk är ej relevant. Mer än 33,3 % syns som en flagga." in told
    assert "Kan bli utlösta: ”G3”." in lines(ANSWERS | {"M3": "vet_inte"}, hallplats=GATES[1:])
    sensitive = lines(ANSWERS, niva=[{"niva": 2, "namn": "hög", "index_min": 42.1}, {"niva": 1, "namn": "låg"}])
    assert any(line.startswith("Nivån är känslig: den står sig i ") for line in sensitive)


def test_a_gate_is_told_down_to_the_answers_that_decided():
    told = lines(ANSWERS | {"S3": "vet_inte"}, hallplats=GATES)
    start = told.index("G2 (ärendet väntar på beslut): inte utlöst")
    assert told[start + 1 : start + 5] == [
        "[Falskt, det avgör] Alla ska stämma",
        "[Falskt, det avgör] ”Utsläpp” är under 0: svaret är 1",
        "[Kanske] Ska inte stämma",
        "[Kanske] ”Tillgänglighet” är över 0: vet inte, kan bli −2 till 2",
    ]
    assert "[Falskt, det avgör] Antalet som stämmer är minst 2" in told


def test_a_gate_that_is_always_decided_says_what_it_waits_for():
    always = [{"id": "G", "efter": "fragor", "titel": "Tänka om?", "verkan": "alltid"}]
    told = lines({item: grade for item, grade in ANSWERS.items() if item != "E1"}, hallplats=always)
    assert "Tänka om? (avgörs i varje ärende): inte utlöst" in told
    assert "Delen väntar på svar på ”Jobb”." in told
    assert "Delen är besvarad." in lines(ANSWERS, hallplats=always)


def test_a_decision_stands_at_its_gate():
    decided = {"id": "G3", "beslut": "vidare", "motivering": "Ja.", "ansvarig": "Eva", "datum": date(2026, 11, 21)}
    found = assessment(ANSWERS | {"M3": -1}, hallplats=[decided])
    text = explanation_text(checklist(hallplats=GATES), found)
    assert "G3 (ärendet väntar på beslut): utlöst, beslut: gå vidare" in text


@pytest.mark.parametrize(
    "atom, expected",
    [
        ({"punkt": "M1", "status": "vet_inte"}, "[Sant, det avgör] ”Utsläpp” är vet inte: vet inte"),
        ({"punkt": "E1", "lika": 2}, "[Sant, det avgör] ”Jobb” är 2: svaret är 2"),
        ({"punkt": "E1", "bland": [1, 2]}, "[Sant, det avgör] ”Jobb” är 1 eller 2: svaret är 2"),
        ({"punkt": "E1"}, "[Sant, det avgör] ”Jobb” är besvarad: svaret är 2"),
        ({"punkt": "fler", "min": 3}, "[Sant, det avgör] ”Hur många?” är minst 3: svaret är 7"),
        ({"punkt": "vilken", "lika": "b"}, "[Sant, det avgör] ”Vilken?” är Buss: svaret är Buss"),
        ({"punkt": "M2", "over": -2, "max": 0}, "[Falskt, det avgör] ”Resurser” är högst 0 och över −2: ej relevant"),
        (
            {"punkt": "S1", "fasett": "tid", "varde": "min", "under": 0},
            "[Sant, det avgör] Lägsta svaret i ”Jämställdhet” efter tid är under 0: är −1",
        ),
        (
            {"punkt": "S2", "fasett": "tid", "min": 1},
            "[Falskt, det avgör] Skillnaden i ”Barn och unga” efter tid är minst 1: finns inte här",
        ),
        ({"dimension": "ekonomisk", "min": 60}, "[Sant, det avgör] Poängen för Ekonomisk är minst 60: är 62,5"),
        (
            {"tema": "klimat", "varde": "plus", "min": 60},
            "[Kanske, det avgör] Plus för Klimat är minst 60: är mellan 0 och 100",
        ),
        (
            {"mal": "8", "varde": "minus", "under": 1},
            "[Sant, det avgör] Minus för mål 8 Anständiga arbetsvillkor och ekonomisk tillväxt är under 1: är 0",
        ),
        ({"mal": "rus", "over": 5}, "[Sant, det avgör] Poängen för Vår strategi är över 5: är 8,333"),
        (
            {"spann": ["social", "ekonomisk"], "max": 10},
            "[Sant, det avgör] Avståndet mellan Social och Ekonomisk är högst 10: är 6,944",
        ),
        ({"arende": "sokt_belopp", "min": 500000}, "[Sant, det avgör] Ärendets uppgift ”sökt belopp” är minst 500 000"),
        ({"arende": "egen", "lika": "ja"}, "[Kanske, det avgör] Ärendets uppgift ”Egen uppgift” är ja"),
    ],
)
def test_every_kind_of_atom_is_told_in_words(atom, expected):
    items = worked_items(
        S1={"fasetter": ["tid"]}, S2={"fasetter": ["tid"]}, E1={"agenda2030": ["8.1"]}, E3={"strategimal": ["rus"]}
    )
    items[0]["punkt"] += [
        {"id": "fler", "text": "Hur många?", "slag": "tal"},
        {"id": "vilken", "text": "Vilken?", "slag": "val", "alternativ": [{"id": "b", "text": "Buss"}]},
    ]
    answers = ANSWERS | {
        "S1": {"grad": 2, "fasetter": {"tid": {"nu": 2, "sen": -1}}},
        "M1": "vet_inte",
        "M2": "ej_relevant",
        "fler": {"varde": 7},
        "vilken": {"val": ["b"]},
    }
    told = lines(
        answers,
        case={"sokt_belopp": 600000},
        avsnitt=items,
        fasett=[FACET],
        strategimal=[{"id": "rus", "namn": "Vår strategi"}],
        regler={"tillagg_arende": [{"id": "egen", "text": "Egen uppgift"}]},
        hallplats=[GATES[1] | {"om": atom}],
    )
    assert expected in told


def test_a_pair_is_told_with_answers_limits_and_steps():
    told = lines(ANSWERS, malkonflikt=[PAIR])
    start = told.index("Jobb mot resurser: allvar 3, allvarlig")
    assert told[start + 1 : start + 4] == [
        "Åt plus är Jobb: +1, ska vara minst +0,333",
        "Åt minus är Resurser: −0,5, ska vara högst −0,333",
        "Styrka 0,5 ger 2 och ett steg till för att det inte går att ångra. Allvar 3.",
    ]
    protected = lines(ANSWERS, malkonflikt=[PAIR | {"skyddad": True}])
    assert any(line.endswith("ett steg till för att något skyddat berörs. Allvar 4.") for line in protected)
    assert "Åt minus är Resurser: ej relevant, ska vara högst −0,333" in lines(
        ANSWERS | {"M2": "ej_relevant"}, malkonflikt=[PAIR]
    )


def test_a_masked_conflict_is_told_in_points_and_shares():
    told = lines(ANSWERS)
    start = told.index("Plus och minus döljer varandra i Klimat: allvar 2, hantera")
    assert told[start + 1 : start + 8] == [
        "Plus i Klimat: 33,3",
        "Minus i Klimat: 16,7",
        "Plus och minus tillsammans i Klimat: 50,0, ska vara minst 30,0",
        "Så stor del tar ut varandra i Klimat: 0,667, ska vara minst 0,5",
        "Starkast åt plus är Utsläpp: +0,5, ska vara minst +0,5",
        "Starkast åt minus är Resurser: −0,5, ska vara högst −0,5",
        "Styrka 0,5 ger 2.",
    ]


def test_a_possible_gap_is_told_with_its_range():
    told = lines(ANSWERS | {"M1": -2, "M3": "vet_inte"})
    assert "Avståndet mellan Ekonomisk och Ekologisk: 54,2 till 154,2, ska vara minst 60,0" in told
    assert "Lägst ligger Ekologisk: −91,7 till +8,3, ska vara under 0,0" in told


def test_goals_are_told_by_number_and_name():
    told = lines(
        ANSWERS,
        mal=[{"id": "15", "kansligt": True}],
        avsnitt=worked_items(E1={"agenda2030": ["8.1"]}, M3={"agenda2030": ["15.1"]}),
        samspel=[{"fran": "8", "till": "15", "styrka": -3}],
    )
    assert "Insatsens verkan på mål 8 Anständiga arbetsvillkor och ekonomisk tillväxt: +1, ska vara över 0" in told
    assert "Med följdverkningar på mål 15 Ekosystem och biologisk mångfald: −1, ska vara under −0,33" in told
    assert any(line.startswith("Hur det ena verkar på det andra: mål 8 ") and line.endswith(": −3") for line in told)


def test_a_split_answer_is_told_side_by_side():
    items = worked_items(E1={"fasetter": ["tid"]})
    answers = ANSWERS | {"E1": {"grad": 2, "fasetter": {"tid": {"nu": 2, "sen": -1}}}}
    told = lines(answers, avsnitt=items, fasett=[FACET])
    assert "Svaret för Nu: +1" in told
    assert "Svaret för Om tio år: −0,5" in told


def test_a_conflict_the_officer_added_has_nothing_behind_it():
    own = {"id": "egen-1", "titel": "Buller", "egen": True, "allvar": 2}
    found = explanation(checklist(), assessment(ANSWERS, malkonflikt=[own]))
    assert found.conflicts[-1].seen == ()
    assert "  Buller: allvar 2, hantera" in explanation_text(checklist(), assessment(ANSWERS, malkonflikt=[own]))


def test_a_title_that_a_person_wrote_stays_on_its_line_and_steers_nothing():
    own = {"id": "egen-1", "titel": "Buller\n\x1b[31m[b]och damm", "egen": True, "allvar": 2}
    text = explanation_text(checklist(), assessment(ANSWERS, malkonflikt=[own]))
    (line,) = [line for line in text.splitlines() if "Buller" in line]
    assert "[b]och damm: allvar 2" in line
    assert "\x1b" not in text


def test_an_explanation_uses_the_result_that_is_at_hand():
    found = explanation(checklist(), assessment(ANSWERS))
    assert found.robustness is not None
    assert found.robustness.stability == "stabil"
