"""Each kind of fault, warning and advice: told once, with its code and its line, and nothing besides."""
# ruff: noqa: E501  (a table reads best with one case per row)

import re
from pathlib import Path

import pytest

from hallbarhet.checklist import kinds
from hallbarhet.checklist.problems import Kind

Q = '[[avsnitt.punkt]]\nid = "ny"\ntext = "Ny?"\nvagledning = "Läs."\n'
"""Added last it would stand in a table after the questions, so it is put in by replacing the gate's beginning."""

GATE = '[[hallplats]]\nid = "stopp-utslapp"'
RULE = '[[malkonflikt]]\nid = "ny"\ntitel = "Ny"\n'
HOLD = '[[hallplats]]\nid = "ny"\nefter = "ett"\ntitel = "Ny"\n'


def question(lines: str) -> tuple[str, str]:
    return GATE, f"{Q}{lines}\n\n{GATE}"


def condition(text: str) -> str:
    return f'{HOLD}verkan = "avvakta"\nom = {text} #!'


SEVEN_DEEP = "{ inte = " * 6 + '{ punkt = "vilka", min = 1 }' + " }" * 6

CASES = [
    # names
    ("C101", ['[[tagg]]\nid = "barn" #!\nnamn = "B"'], 'tagg "barn" finns redan'),
    ("C101", [(GATE, Q.replace('"ny"', '"vilka" #!') + f'slag = "text"\n\n{GATE}')], 'punkt "vilka" finns redan'),
    ("C102", [condition('{ dimension = "miljö", min = 1 }')], 'dimension "miljö" finns inte.'),
    ("C101", [('{ id = "man", text = "Män" }]', '{ id = "kvinnor", text = "M" }] #!')], 'kategori "kvinnor"'),
    ("C101", [('{ id = "gammal", text = "Gammal" }]', '{ id = "ny", text = "G" }] #!')], 'alternativ "ny"'),
    ("C101", ['[regler]\ntillagg_arende = [{ id = "a", text = "A" }, { id = "a", text = "B" }] #!'], "finns redan"),
    ("C102", [('dimension = "ekologisk"', 'dimension = "miljö" #!')], 'dimension "miljö" finns inte.'),
    ("C102", [('skala = "fem"\ntema = "klimat"', 'skala = "femm" #!\ntema = "klimat"')], 'skala "femm" finns inte.'),
    ("C102", [('tema = "klimat"', 'tema = "klimt" #!')], 'tema "klimt" finns inte.'),
    ("C102", [('taggar = ["barn"]', 'taggar = ["barn", "unga"] #!')], 'tagg "unga" finns inte.'),
    ("C102", [('fasetter = ["kon"]', 'fasetter = ["kon", "alder"] #!')], 'fasett "alder" finns inte.'),
    ("C102", [('strategimal = ["natur"]', 'strategimal = ["natur", "x"] #!')], 'strategimål "x" finns inte.'),
    ("C102", [('efter = "tva"', 'efter = "tvo" #!')], 'avsnitt "tvo" finns inte.'),
    ("C102", [('minus = "utslapp"', 'minus = "utslap" #!')], 'punkt "utslap" finns inte.'),
    ("C102", ["[regler.tak]\nekologi = [{ under = -15, max_niva = 2 }] #!"], 'dimension "ekologi" finns inte.'),
    ("C102", [condition('{ punkt = "saknas", min = 1 }')], 'punkt "saknas" finns inte.'),
    ("C102", [condition('{ tema = "saknas", min = 1 }')], 'tema "saknas" finns inte.'),
    ("C102", [condition('{ spann = ["social", "saknas"], min = 60 }')], 'dimension "saknas" finns inte.'),
    ("C102", [condition('{ arende = "belopp", min = 1 }')], 'ingen uppgift som heter "belopp"'),
    ("C102", [condition('{ punkt = "vilka", fasett = "alder", varde = "min", max = -1 }')], "delas inte på fasetten"),
    ("C102", ['[[samspel]]\nfran = "8"\ntill = "98" #!\nstyrka = -2'], 'mål "98" finns inte.'),
    ("C102", ['[[koppling]]\nfran_version = "0"\nslag = "samma"\nfran = "x"\ntill = "saknas" #!'], 'punkt "saknas"'),
    ("C102", ['[[provfall]]\nnamn = "P"\nsvar = { saknas = 1 } #!\nvantat = { niva = 3 }'], 'punkt "saknas"'),
    ("C102", ['[[provfall]]\nnamn = "P"\nsvar = {}\nvantat = { malkonflikter = ["x"] } #!'], 'målkonflikt "x"'),
    ("C102", ['[[provfall]]\nnamn = "P"\nsvar = {}\nvantat = { hallplatser = ["x"] } #!'], 'hållplats "x"'),
    ("C103", [("format = 1", "format = 2 #!")], "nyare version av programmet"),
    ("C103", [("format = 1", 'format = "1" #!')], "Skriv: format = 1"),
    ("C103", [("format = 1", "format = true #!")], "Skriv: format = 1"),
    ("C104", [('titel = "Del 1"', 'titel = " " #!')], '"titel" är tom'),
    ("C104", [('text = "Hur många ton?"', 'text = "" #!')], '"text" är tom'),
    ("C104", [('{ id = "ny", text = "Ny" }', '{ id = "ny", text = "" }'), ("alternativ = [", "alternativ = [\n"), ('"gammal", text = "Gammal" }]', '"gammal", text = "Gammal" }] #!')], '"text" är tom'),
    ("C105", [('stodformer = ["projektmedel"]', 'stodformer = ["projektmedl"] #!')], 'stödform "projektmedl" finns inte.'),
    ("C106", ['[[tagg]] #!\nid = "x"\nnamn = "X"'], 'tagg "x" används inte'),
    # scales and weights
    ("C201", [('grad = 1, text = "Bättre" },', 'grad = 0, text = "Bättre" }, #!')], "0 står efter 0"),
    ("C202", [("neutral = 0", "neutral = 5 #!")], "skalan går från −2 till 2"),
    ("C203", [("neutral = 0", "neutral = 0.5 #!")], "ingen grad är 0,5"),
    ("C204", [('{ grad = -2, text = "Mycket sämre" },', '{ grad = -2, text = "Mycket sämre", poang = -100 },'), ('{ grad = -1, text = "Sämre" },', '{ grad = -1, text = "Sämre" }, #!')], "för alla grader"),
    ("C205", [(f'{{ grad = {g}, text = "{t}" }},', f'{{ grad = {g}, text = "{t}", poang = {p} }},{m}') for g, t, p, m in ((-2, "Mycket sämre", -100, ""), (-1, "Sämre", -50, ""), (0, "Oförändrat", 0, ""), (1, "Bättre", -60, " #!"), (2, "Mycket bättre", 100, ""))], "stiga eller falla"),
    ("C206", [(f'{{ grad = {g}, text = "{t}" }},', f'{{ grad = {g}, text = "{t}", poang = {p} }},{m}') for g, t, p, m in ((-2, "Mycket sämre", -100, ""), (-1, "Sämre", -50, ""), (0, "Oförändrat", 10, " #!"), (1, "Bättre", 60, ""), (2, "Mycket bättre", 100, ""))], "ska ha poang = 0"),
    ("C207", [('{ grad = 1, text = "Bättre" },', '{ grad = 1, text = "+1" }, #!')], "saknar ord"),
    ("C208", [('[[dimension]]\nid = "ekologisk"', '[[dimension]] #!\nid = "ekologisk"'), ('id = "klimat"\ndimension = "ekologisk"\nnamn = "Klimat"', 'id = "klimat"\ndimension = "ekologisk"\nnamn = "Klimat"\nvikt = 0')], "vikterna är 0"),
    ("C208", ['[[dimension]] #!\nid = "ekonomisk"\nnamn = "E"'], "har inga teman"),
    ("C209", [('namn = "Social"', 'namn = "Social"\nvikt = 4 #!')], "väger mer än 3 gånger"),
    ("C209", [(GATE, "\n".join(Q.replace('"ny"', f'"ny{n}"') + f'slag = "bedomning"\nskala = "fem"\ntema = "klimat"\nvikt = {w}\n' for n, w in ((1, "9 #!"), (2, 1))) + f"\n{GATE}")], "avgör ensam mer än hälften"),
    # questions
    ("C301", [(GATE, Q.replace("]]", "]] #!") + f'slag = "bedomning"\n\n{GATE}')], '"skala" saknas'),
    ("C302", [(GATE, Q.replace("]]", "]] #!") + f'slag = "val"\n\n{GATE}')], '"alternativ" saknas'),
    ("C303", [question('slag = "text"\nenhet = "ton" #!')], '"enhet" har bara betydelse'),
    ("C303", [question('slag = "tal"\ntema = "klimat" #!')], '"tema" har bara betydelse'),
    ("C304", [question('slag = "tal"\nmin = 5 #!\nmax = 1')], '"min" är 5 men "max" är 1'),
    ("C305", [question('slag = "bedomning"\nskala = "fem"\nvikt = 2 #!')], 'saknar "tema"'),
    ("C306", [('strategimal = ["natur"]', 'strategimal = ["natur"]\nej_relevant = true #!')], "kan inte vara ej relevant"),
    ("C307", [('agenda2030 = ["10.2"]', 'agenda2030 = ["10.2", "13.7"] #!')], 'delmål "13.7" finns inte'),
    ("C307", [('agenda2030 = ["10.2"]', 'agenda2030 = ["10.2", "klimat"] #!')], 'delmål "klimat" finns inte'),
    ("C308", [('agenda2030 = ["10.2"]', 'agenda2030 = ["10.2"]\nagenda2030_indirekt = ["10.2"] #!')], "både som direkt och indirekt"),
    ("C309", [(GATE, Q.replace("]]", "]] #!").replace('vagledning = "Läs."\n', "") + f'slag = "text"\n\n{GATE}')], '"vagledning" saknas'),
    ("C310", [('text = "Hur många ton?"', f'text = "{"x" * 141}" #!')], "längre än 140 tecken"),
    ("C310", [('text = "Hur många ton?"', f'text = "Hur?"\nkort = "{"x" * 25}" #!')], "längre än 24 tecken"),
    ("C310", [('titel = "Del 1"', f'titel = "{"x" * 71}" #!')], "längre än 70 tecken"),
    ("C310", [('{ grad = 1, text = "Bättre" },', f'{{ grad = 1, text = "{"x" * 61}" }}, #!')], "längre än 60 tecken"),
    ("C311", [question('slag = "text"\ndjup = "fordjupad" #!')], "fordjupad_om"),
    ("C311", ['[regler]\nfordjupad_om = { arende = "sokt_belopp", min = 5 } #!'], "har ingen verkan"),
    # conditions
    ("C401", [condition(SEVEN_DEEP)], "7 nivåer"),
    ("C401", [condition("{ minst_en = [" + '{ punkt = "vilka", min = 1 },' * 200 + "] }")], "201 delar"),
    ("C402", [condition("{ alla = [] }")], '"alla" är tom och villkoret blir alltid sant'),
    ("C402", [condition("{ minst_en = [] }")], "alltid falskt"),
    ("C403", [condition('{ punkt = "vilka" }')], "jämförs med"),
    ("C403", [condition('{ dimension = "social" }')], "jämförs med"),
    ("C403", [condition('{ arende = "sokt_belopp" }')], "jämförs med"),
    ("C403", [condition('{ antal = { av = [{ punkt = "vilka", min = 1 }] } }')], "hur många"),
    ("C404", [condition('{ punkt = "vilka", status = "vet_inte", min = 1 }')], '"status" står ensam'),
    ("C404", [condition('{ dimension = "social", tema = "klimat", min = 1 }')], "dimension och tema står i samma"),
    ("C404", [condition('{ punkt = "vilka", fasett = "kon", max = -1 }')], '"fasett" och "varde" hör ihop'),
    ("C404", [condition('{ spann = ["social"], min = 60 }')], "minst två olika dimensioner"),
    ("C405", [condition('{ punkt = "vilka", lika = "hög" }')], "jämförs med tal"),
    ("C405", [condition('{ punkt = "ton", lika = "hög" }')], "jämförs med tal"),
    ("C405", [condition('{ punkt = "hur", min = 1 }')], "besvaras med text"),
    ("C405", [condition('{ punkt = "sort", min = 1 }')], "har ingen ordning"),
    ("C405", [condition('{ arende = "sokt_belopp", lika = "mycket" }')], '"sokt_belopp" är ett tal'),
    ("C405", [condition('{ arende = "kommuner", min = 1 }')], '"kommuner" är inte ett tal'),
    ("C405", [condition('{ dimension = "social", lika = "hög" }')], "jämförs med tal"),
    ("C406", [condition('{ punkt = "vilka", bland = [1, 3] }')], "graden 3 finns inte på skalan"),
    ("C406", [condition('{ punkt = "sort", lika = "nyy" }')], 'alternativet "nyy" finns inte'),
    ("C407", [condition('{ punkt = "vilka", min = 3 }')], "kan aldrig bli sant"),
    ("C407", [condition('{ punkt = "vilka", min = -2 }')], "sant vad man än svarar"),
    ("C407", [condition('{ punkt = "ton", over = 100 }')], "kan aldrig bli sant"),
    ("C407", [condition('{ tema = "klimat", varde = "plus", min = 0 }')], "sant vad man än svarar"),
    ("C407", [condition('{ dimension = "social", over = 20, under = 10 }')], "kan aldrig bli sant"),
    ("C407", [condition('{ antal = { av = [{ punkt = "vilka", min = 1 }], min = 2 } }')], "bara 1 delar"),
    ("C408", [('slag = "tal"', 'slag = "tal"\nvisas_om = { dimension = "social", min = 1 } #!')], "bara svar"),
    ("C408", [question('slag = "text"\ndjup = "fordjupad"'), '[regler]\nfordjupad_om = { tema = "klimat", min = 1 } #!'], "bara svar"),
    ("C409", [('slag = "val"', 'slag = "val"\nvisas_om = { punkt = "ton", min = 5 } #!')], 'beror på "ton", som ställs senare'),
    ("C410", [('slag = "tal"', 'slag = "tal"\nvisas_om = { punkt = "vilka", min = 1 } #!')], "inte direkt efter"),
    ("C411", [question('slag = "text"\nvisas_om = { punkt = "ny", status = "vet_inte" } #!')], "ny → ny"),
    ("C411", [('slag = "val"', 'slag = "val"\nvisas_om = { punkt = "ton", min = 5 } #!'), ('slag = "tal"', 'slag = "tal"\nvisas_om = { punkt = "sort", lika = "ny" }')], "sort → ton → sort"),
    ("C411", [question('slag = "bedomning"\nskala = "fem"\ndjup = "fordjupad"'), '[regler]\nfordjupad_om = { punkt = "ny", min = 1 } #!'], "kan inte själv avgöra"),
    # gates
    ("C501", [HOLD.replace("]]", "]] #!") + 'verkan = "avvakta"'], '"om" saknas'),
    ("C502", [HOLD + 'verkan = "alltid"\nom = { punkt = "vilka", min = 1 } #!'], "har ingen verkan"),
    ("C502", [HOLD + 'verkan = "alltid"\nhandlingar = ["Intyg"] #!'], 'bara betydelse när verkan = "krav"'),
    ("C503", [HOLD.replace("]]", "]] #!") + 'verkan = "krav"\nom = { punkt = "vilka", min = 1 }'], '"handlingar" saknas'),
    # goal conflicts
    ("C601", [RULE.replace("]]", "]] #!") + 'slag = "par"\nplus = "vilka"'], '"minus" saknas'),
    ("C601", [RULE.replace("]]", "]] #!") + 'slag = "villkor"'], '"om" saknas'),
    ("C601", [RULE.replace("]]", "]] #!") + 'slag = "dold"'], '"grupp" saknas'),
    ("C601", [RULE.replace("]]", "]] #!") + 'slag = "fasett"'], '"fasett" saknas'),
    ("C601", [RULE + 'slag = "matris" #!'], "behöver [[samspel]]"),
    ("C601", [RULE + 'slag = "matris"\nmal = ["8", "13"] #!', '[[samspel]]\nfran = "8"\ntill = "15"\nstyrka = -2'], 'två mål i ett samspel, från och till: ["8", "15"].'),
    ("C601", [RULE + 'slag = "spann"\nmellan = ["social", "social"] #!'], "minst två olika dimensioner"),
    ("C601", [RULE + 'slag = "strategi"\nmal = ["jobb"] #!'], "två olika strategimål"),
    ("C601", [RULE + 'slag = "dold"\ngrupp = { tema = "klimat", tagg = "barn" } #!'], "ett tema, en dimension eller en tagg"),
    ("C602", [RULE + 'slag = "villkor"\nom = { punkt = "vilka", max = -1 }\nomvand = true #!'], '"omvand" har ingen betydelse'),
    ("C603", [('minus = "utslapp"', 'minus = "vilka" #!')], "samma fråga"),
    ("C604", [('minus = "utslapp"', 'minus = "ton" #!')], 'frågan "ton" har inga grader'),
    ("C605", [RULE.replace('"ny"', '"spann"') + 'slag = "spann"\nav = true #!'], "avstängd utan skäl"),
    ("C606", [RULE.replace('"ny"', '"spann"') + 'slag = "par" #!\nplus = "vilka"\nminus = "utslapp"'], "alltid letas efter"),
    # levels and rules
    ("C701", ['[[niva]]\nniva = 1\nnamn = "Låg"\nindex_min = 50\n[[niva]]\nniva = 2 #!\nnamn = "Hög"'], "2 står efter 1"),
    ("C702", ['[[niva]]\nniva = 3\nnamn = "Hög"\nindex_min = 10\n[[niva]]\nniva = 2\nnamn = "Låg"\nindex_min = 20 #!\n[[niva]]\nniva = 1\nnamn = "Lägst"'], "lättare att nå"),
    ("C703", ['[[niva]] #!\nniva = 1\nnamn = "Låg"\nindex_min = 10'], "är lägst och ska inte ha några gränser"),
    ("C704", ['[[niva]] #!\nniva = 3\nnamn = "Hög"\nindex_min = 100\ndimension_min = 100\n[[niva]]\nniva = 1\nnamn = "Låg"', ('{ grad = 2, text = "Mycket bättre" },', '{ grad = 2, text = "Mycket bättre", poang = 90 },'), *((f'{{ grad = {g}, text = "{t}" }},', f'{{ grad = {g}, text = "{t}", poang = {p} }},') for g, t, p in ((-2, "Mycket sämre", -100), (-1, "Sämre", -50), (0, "Oförändrat", 0), (1, "Bättre", 60)))], "kan aldrig nås"),
    ("C705", ["[regler.tak]\nekologisk = [{ under = -15, max_niva = 7 }] #!"], "nivå 7 finns inte"),
    ("C706", ['[regler]\nsammanvagning = "potens" #!'], '"exponent" saknas'),
    ("C706", ['[regler]\nsammanvagning = "potens"\nexponent = 2 #!'], "högst 1"),
    ("C706", ["[regler]\nexponent = 0 #!"], 'hör bara till sammanvagning = "potens"'),
    ("C707", ['[regler]\ntillagg_arende = [{ id = "rubrik", text = "R" }] #!'], '"rubrik" finns redan'),
    # goals
    ("C801", ['[[mal]]\nid = "18" #!\nkansligt = true'], 'mål "18" finns inte'),
    ("C801", [condition('{ mal = "18", min = 1 }')], 'mål "18" finns inte'),
    ("C802", ['[[malgrupp]] #!\nid = "a"\nnamn = "A"\nmal = ["1", "2"]'], "står inte i någon målgrupp"),
    ("C802", [f'[[malgrupp]]\nid = "a"\nnamn = "A"\nmal = {[str(n) for n in range(1, 18)]}\n[[malgrupp]]\nid = "b"\nnamn = "B"\nmal = ["3"] #!'], "två målgrupper"),
    ("C803", ['[[samspel]]\nfran = "8"\ntill = "jobb" #!\nstyrka = -2'], "aldrig båda"),
    ("C804", ['[[samspel]]\nfran = "8"\ntill = "8" #!\nstyrka = -2'], "med sig självt"),
    # test cases and versions
    ("C901", ['[[provfall]]\nnamn = "P"\nsvar = { vilka = 3 } #!\nvantat = { niva = 3 }'], "graden 3 finns inte"),
    ("C901", ['[[provfall]]\nnamn = "P"\nsvar = { utslapp = "ej_relevant" } #!\nvantat = { niva = 3 }'], "får inte besvaras med ej relevant"),
    ("C901", ['[[provfall]]\nnamn = "P"\nsvar = { ton = "många" } #!\nvantat = { niva = 3 }'], "besvaras med ett tal"),
    ("C901", ['[[provfall]]\nnamn = "P"\nsvar = { ton = 101 } #!\nvantat = { niva = 3 }'], "utanför det som frågan tillåter"),
    ("C901", ['[[provfall]]\nnamn = "P"\nsvar = { sort = "annan" } #!\nvantat = { niva = 3 }'], 'alternativet "annan" finns inte'),
    ("C901", ['[[provfall]]\nnamn = "P"\nsvar = { hur = 1 } #!\nvantat = { niva = 3 }'], "besvaras med text"),
    ("C902", ['[[provfall]]\nnamn = "P"\nsvar = {}\nvantat = { niva = 9 } #!'], "nivå 9 finns inte"),
    ("C902", ['[[provfall]]\nnamn = "P"\nsvar = {}\nvantat = { status = "stoppp" } #!'], 'status "stoppp" finns inte'),
    ("C903", ['[[koppling]] #!\nfran_version = "0"\nslag = "samma"\nfran = "x"'], '"till" saknas'),
    ("C903", ['[[koppling]] #!\nfran_version = "0"\nslag = "samma"\ntill = "vilka"'], '"fran" saknas'),
    ("C903", ['[[koppling]] #!\nfran_version = "0"\nslag = "omskalad"\nfran = "x"\ntill = "vilka"'], '"grader" saknas'),
    ("C903", ['[[koppling]]\nfran_version = "v1" #!\nslag = "samma"\nfran = "x"\ntill = "vilka"'], "början av ett versionsnummer"),
    ("C903", ['[[koppling]]\nfran_version = "0"\nslag = "sammanslagen"\nfran = "x" #!\ntill = "vilka"'], "ska vara en lista"),
    ("C903", ['[[koppling]]\nfran_version = "0"\nslag = "delad"\nfran = ["x", "y"] #!\ntill = "vilka"'], "en enda fråga"),
    ("C904", ['[[koppling]]\nfran_version = "0"\nslag = "delad"\nfran = "x"\ntill = "vilka"\nregel = "medel" #!'], '"kopia" eller "vet_inte"'),
    ("C904", ['[[koppling]]\nfran_version = "0"\nslag = "samma"\nfran = "x"\ntill = "vilka"\nregel = "min" #!'], "har ingen betydelse"),
    ("C406", ['[[koppling]]\nfran_version = "0"\nslag = "omskalad"\nfran = "x"\ntill = "vilka"\ngrader = [{ fran = 1, till = 5 }] #!'], "graden 5 finns inte"),
]  # fmt: skip


def test_the_small_checklist_has_no_remark(ground):
    assert ground.problems() == []


@pytest.mark.parametrize("code, edits, words", CASES, ids=[f"{code}-{n}" for n, (code, _, _) in enumerate(CASES)])
def test_each_kind_is_told_once_with_its_code_and_line(ground, code: str, edits, words: str):
    problems = ground.problems(*edits)
    assert [(problem.code, problem.line) for problem in problems] == [(code, ground.line(*edits))]
    assert words in problems[0].message


def test_a_dimension_that_only_goes_one_way_is_told_with_the_levels_it_rules_out(ground):
    one_sided = (
        '[[skala]]\nid = "risk"\nneutral = 0\npolaritet = -1\n'
        'grader = [{ grad = 0, text = "Ingen" }, { grad = 1, text = "Stor" }]\n'
    )
    problems = ground.problems(('skala = "fem"\ntema = "klimat"', 'skala = "risk"\ntema = "klimat"'),
                               ('om = { punkt = "utslapp", max = -2 }', 'om = { punkt = "utslapp", min = 1 }'),
                               one_sided + '[regler]\nsammanvagning = "ingen"')  # fmt: skip
    assert [problem.code for problem in problems] == ["C210"]
    assert "bara kan sänka" in problems[0].message


def test_a_rule_with_an_undeclared_ones_id_needs_nothing_more(ground):
    silent = 'titel = "Tyst"\nav = true\nmotivering = "Prövat i nämnden."\n'
    assert (
        ground.problems(
            f'[[malkonflikt]]\nid = "spann"\nslag = "spann"\n{silent}',
            f'[[malkonflikt]]\nid = "dold-tema-klimat"\nslag = "dold"\n{silent}',
            f'[[malkonflikt]]\nid = "fasett-vilka-kon"\nslag = "fasett"\n{silent}',
            f'[[malkonflikt]]\nid = "strategi-jobb-natur"\nslag = "strategi"\n{silent}',
            f'[[malkonflikt]]\nid = "matris-8-15"\nslag = "matris"\n{silent}',
            '[[samspel]]\nfran = "8"\ntill = "15"\nstyrka = -2',
        )
        == []
    )


def test_what_scoring_calls_undeclared_conflicts_may_be_expected(ground):
    assert (
        ground.problems(
            '[[provfall]]\nnamn = "P"\nsvar = { vilka = "vet_inte", ton = 5, sort = "ny", hur = "Bra" }\n'
            'vantat = { malkonflikter = ["spann", "folk-mot-klimat"], status = "niva_klar" }'
        )
        == []
    )


def test_a_name_that_was_dropped_by_an_overlay_is_told_so(ground):
    (problem,) = ground.problems(
        ('taggar = ["barn"]', 'taggar = ["barn", "unga"]'),
        '[[borttaget]]\nslag = "tagg"\nid = "unga"\nmotivering = "Räknas som barn."',
    )
    assert "är borttagen i tillägget" in problem.message


def test_every_code_is_used_once_and_every_kind_of_a_checklist_is_tried_here():
    named = {name: kind for name, kind in vars(kinds).items() if isinstance(kind, Kind)}
    codes = [kind.code for kind in named.values()]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[TFCO][1-9][0-9]{2}", code) for code in codes)
    tried = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.parent.rglob("test_*.py"))
    assert [code for code in codes if f'"{code}"' not in tried] == []
