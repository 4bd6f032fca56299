"""The columns of the table of re-scored records, explained; docs/rakna-om.md says the same."""

SHEET_ABOUT, SHEET_ROWS = "Om omräkningen", "Poster"
COLUMN, MEANING = "Kolumn", "Vad den säger"
CUT_OFF = "…"

MEANINGS = {
    "post": "filens namn och plats",
    "id": "postens id",
    "diarienummer": "ärendets diarienummer",
    "rubrik": "ärendets rubrik",
    "stodform": "stödformens id",
    "postens_status": "utkast, klar eller granskad",
    "sokt_belopp": "sökt belopp i kronor",
    "ansokan_datum": "när ansökan kom in",
    "beslut_datum": "när beslutet fattades",
    "checklista": "id och version för checklistan posten gjordes med",
    "alternativ": "alternativets namn, tomt när det inte har något",
    "jamforbarhet": "A, B eller C",
    "fore_…": "index, nivå och status under postens egen checklista; min, netto och max",
    "fore_omraknad": "om före är uträknat på nytt; annars är det resultatet som stod i posten",
    "karna_…": "samma sju i kärnserien: nya vikter och trösklar på frågor som finns i båda",
    "full_…": "samma sju i den fulla serien: hela den nya checklistan",
    "andring_index": "full_index_netto minus fore_index_netto",
    "andring_vikter": "så mycket av ändringen kommer av vikter",
    "andring_fragor": "så mycket kommer av frågor, skalor och teman",
    "andring_trosklar": "så mycket kommer av hur dimensionerna vägs samman",
    "omslag": "ingen, mojlig eller saker",
    "hallplatser_andrade": "hållplatser som står annorlunda, före > efter",
    "svar_utan_plats": "frågor utan plats för sitt svar, eller utan svar, och varför",
    "avvikande_resultat": "om resultatet i posten inte följer av dess svar",
    "hoppad": "varför posten inte är omräknad",
    "fel": "varför posten inte kunde läsas: kod, rad och orsak",
}
"""By heading; one that ends with … stands for all that begin so."""


def missing_extra(path: str) -> str:
    return (
        f"--ut {path}: den formen behöver ett tillägg. Installera det med: "
        'pip install "hallbarhet[analys]". Utan tillägg går .csv, .jsonl, .json och .html.'
    )


def about(rows: int, sheets: int) -> str:
    told = "1 rad" if rows == 1 else f"{rows} rader"
    return f"{told} på {sheets} blad." if sheets > 1 else f"{told}."
