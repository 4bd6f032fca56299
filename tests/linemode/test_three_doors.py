"""The app, `radvis` and `mall`: the same answers, id and clock give the same bytes."""

import re
import uuid

import pytest
from support.conversation import CASE
from support.screens import opened, press, type_words, until
from support.small import CLOCK, small_checklist

from hallbarhet.assessment.blank import blank_record
from hallbarhet.assessment.handwritten import retold, was_written_by_hand
from hallbarhet.assessment.records import load, to_bytes
from hallbarhet.checklist.freezing import freeze
from hallbarhet.linemode.completing import complete
from hallbarhet.report.embedded import extract_record
from hallbarhet.tui.app import HallbarhetApp
from hallbarhet.tui.places import Place

ID = "0193f2a0-0000-7000-8000-000000000001"
OFFICER = "Eva Ek"
GOAL, JOBS, WHY_CO2 = "En led för alla.\nÄven på vintern.", "Två tjänster.", "Fler lastbilar under bygget."
CONFLICTS = ("jobb-mot-utslapp", "fasett-jobb-kon")
RATIONALE, ACTION = "Jobben väger tyngre.", "Eldrivna maskiner."
CONDITION, OWN_CONDITION = "Fossilfri drift.", "Redovisa jobben per kön."


def written_by_hand(text):
    """The blank record as somebody fills it in with an editor."""

    def answered(item, answer, rationale=""):
        nonlocal text
        head, mark, rest = text.partition(f'punkt = "{item}"')
        assert mark, item
        rest = rest.replace('status = "obesvarad"', answer, 1)
        if rationale:
            rest = rest.replace('motivering = """\n"""', f'motivering = """\n{rationale}\n"""', 1)
        text = head + mark + rest

    def put(pattern, words):
        nonlocal text
        text, count = re.subn(pattern, lambda _: words, text, count=1, flags=re.MULTILINE)
        assert count, pattern

    put('^diarienummer = ""', 'diarienummer = "RUN/1/2026"')
    put('^rubrik = ""', 'rubrik = "Cykelled"')
    put('^sokande = ""', 'sokande = "Byalaget"')
    put('^stodform = ""', 'stodform = "projektmedel"')
    put("^# sokt_belopp = .*", "sokt_belopp = 100000")
    put('^handlaggare = ""', f'handlaggare = "{OFFICER}"')
    answered("syfte", f'fritext = """\n{GOAL}\n"""')
    answered("jobb", "grad = 1.0", JOBS)
    put(r"^# \[svar.fasetter.kon\]\n# kvinnor.*\n# man.*", "[svar.fasetter.kon]\nman = -1\nkvinnor = 2")
    answered("jobb-hur", "varde = 12")
    put('svar = ""', 'svar = "Ja."')
    put("^# beslut = .*", 'beslut = "vidare"')
    put('(?<=beslut = "vidare"\n)motivering = """\n"""', 'motivering = "I linje med strategin."')
    put('^ansvarig = ""', f'ansvarig = "{OFFICER}"')
    put("^# datum = .*", "datum = 2026-11-21")
    answered("utslapp", "grad = -1", WHY_CO2)
    answered("drivmedel", 'status = "vet_inte"\nvem_svarar = "Länsstyrelsen"')
    conflicts = "\n".join(
        f'[[malkonflikt]]\nid = "{id_}"\nstatus = "hanterad"\nmotivering = "{RATIONALE}"\natgard = "{ACTION}"\n'
        f'ansvarig = "{OFFICER}"\n'
        for id_ in reversed(CONFLICTS)
    )
    put(r"^\[samlad_bedomning\]", f"{conflicts}\n[samlad_bedomning]")
    put('(?<=\\[samlad_bedomning\\]\n)text = """\n"""', 'text = """\nBra insats.\n"""')
    put("^# rekommendation = .*", 'rekommendation = "vidare_med_villkor"')
    put(r"^villkor = \[\]", f'villkor = ["{CONDITION}", "{OWN_CONDITION}"]')
    put('^ekologisk = ""', 'ekologisk = "Måste följas."')
    return text


def by_hand(folder):
    folder.mkdir()
    checklist = small_checklist()
    freeze(checklist, folder / "checklistor")
    blank = blank_record(checklist, id=ID, officer="", now=CLOCK)
    path = folder / "min-bedomning.toml"
    path.write_text(written_by_hand(blank), encoding="utf-8")
    completion = complete(path, folder, lambda: CLOCK)
    assert completion.is_done, completion.lines
    return path.read_bytes()


def line_by_line(talk, archive):
    conflict = ["2", RATIONALE, "", ACTION, "", "", "", "", "", OFFICER, "", "", ""]
    code, said = talk(
        *CASE,
        *GOAL.split("\n"), "", "4", JOBS, "", "d", "5", "2", "12", "",
        "Ja.", "", "1", "I linje med strategin.", "", "", "",
        "2", WHY_CO2, "", "v", "Länsstyrelsen",
        "1", *conflict, "2", *conflict, "",
        "", "Bra insats.", "", "2", *_ticks(), "", "", "Måste följas.", "", "klar",
    )  # fmt: skip
    assert code == 0, said
    return next(archive.glob("*.toml")).read_bytes()


def _ticks():
    return (CONDITION, OWN_CONDITION)


async def fill(pilot, selector, words):
    field = pilot.app.page.query_one(selector)
    field.focus()
    await until(pilot, lambda: field.has_focus)
    await type_words(pilot, words)


async def in_the_app(app, archive):
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await case_in_the_app(pilot)
        await questions_in_the_app(pilot)
        await conflicts_in_the_app(pilot)
        await judgement_in_the_app(pilot)
        await to(pilot, "klart")
        await press(pilot, "1")
        await until(pilot, lambda: app.desk.session.is_complete and app.desk.report_lines)
    return next(archive.glob("*.toml")).read_bytes()


async def to(pilot, kind, id_=""):
    app = pilot.app
    app.page.go(Place(kind, id_))
    await until(pilot, lambda: app.desk.here.page == Place(kind, id_) and app.page.is_running)
    await pilot.pause()


async def choose(pilot, selector, keys):
    choices = pilot.app.page.query_one(selector)
    choices.focus()
    await until(pilot, lambda: choices.has_focus)
    await press(pilot, keys)


async def case_in_the_app(pilot):
    for key, words in (("diarienummer", "RUN/1/2026"), ("rubrik", "Cykelled"), ("sokande", "Byalaget")):
        await fill(pilot, f"#f-{key} Line", words)
    await fill(pilot, "#f-sokt_belopp Line", "100 000")
    await fill(pilot, "#f-handlaggare Line", OFFICER)
    await choose(pilot, "#support-form", "2")


async def questions_in_the_app(pilot):
    await to(pilot, "fraga", "syfte")
    await type_words(pilot, GOAL)
    await to(pilot, "fraga", "jobb")
    await press(pilot, "4 d 5 2")
    await fill(pilot, "#rationale", JOBS)
    await to(pilot, "fraga", "jobb-hur")
    await type_words(pilot, "12")
    await to(pilot, "hallplats", "stanna")
    await type_words(pilot, "Ja.")
    await choose(pilot, "#decision", "1")
    await fill(pilot, "#rationale", "I linje med strategin.")
    await to(pilot, "fraga", "utslapp")
    await press(pilot, "2")
    await fill(pilot, "#rationale", WHY_CO2)
    await to(pilot, "fraga", "drivmedel")
    await press(pilot, "v")
    await fill(pilot, "#who Line", "Länsstyrelsen")


async def conflicts_in_the_app(pilot):
    for id_ in CONFLICTS:
        await to(pilot, "malkonflikter")
        await to(pilot, "malkonflikt", id_)
        await choose(pilot, "#status", "2")
        await fill(pilot, "#f-motivering", RATIONALE)
        await fill(pilot, "#f-atgard", ACTION)
        await fill(pilot, "#f-ansvarig Line", OFFICER)


async def judgement_in_the_app(pilot):
    await to(pilot, "samlad")
    await type_words(pilot, "Bra insats.")
    await choose(pilot, "#recommendation", "2")
    pilot.app.page.flush()
    pilot.app.page.query_one("#conditions").move_to(CONDITION)
    await choose(pilot, "#conditions", "space n")
    await type_words(pilot, OWN_CONDITION)
    await press(pilot, "f8")
    await fill(pilot, "#dimension-1", "Måste följas.")


async def test_three_doors_lead_to_the_same_bytes(talk, archive, tmp_path, monkeypatch):
    monkeypatch.setattr(uuid, "uuid4", lambda: uuid.UUID(ID))
    walked = tmp_path / "i-appen"
    walked.mkdir()
    app = HallbarhetApp(walked, checklist=small_checklist(), clock=lambda: CLOCK)
    shown = (await in_the_app(app, walked)).decode()
    assert line_by_line(talk, archive).decode() == shown
    assert by_hand(tmp_path / "for-hand").decode() == shown
    for name in ("*.html", "*.offentlig.html"):
        assert [path.read_bytes() for path in walked.glob(name)] == [path.read_bytes() for path in archive.glob(name)]
    for folder in (walked, archive, tmp_path / "for-hand"):  # what the report carries is what lies on disk
        report = next(path for path in folder.glob("*.html") if ".offentlig" not in path.name)
        assert extract_record(report.read_bytes()).decode() == shown, folder


@pytest.mark.parametrize("id_", CONFLICTS)
def test_the_answers_of_the_three_doors_do_raise_conflicts(talk, archive, id_):
    assert f'id = "{id_}"' in line_by_line(talk, archive).decode()


def test_a_draft_that_the_program_wrote_is_told_again_to_the_same_bytes(talk, archive):
    talk(
        *CASE, *GOAL.split("\n"), "", "4", JOBS, "", "d", "5", "2", "12", "", "Ja.", "", "1", "Skäl.", "", "", "",
        "2", WHY_CO2, "", "v", "Länsstyrelsen", "n", "Besökare mot fåglar", "3", "3", "Avvägt.", "", "avsluta",
    )  # fmt: skip
    path = next(archive.glob("*.toml"))
    loaded = load(path)
    assert not was_written_by_hand(loaded)
    assert to_bytes(retold(small_checklist(), loaded.assessment)) == path.read_bytes()
