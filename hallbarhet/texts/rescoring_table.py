"""The headings and words of the table of re-scored records."""

_SERIES = ("index_min", "index_netto", "index_max", "niva_min", "niva_netto", "niva_max", "status")

COLUMNS = (
    "post",
    "id",
    "diarienummer",
    "rubrik",
    "stodform",
    "postens_status",
    "sokt_belopp",
    "ansokan_datum",
    "beslut_datum",
    "checklista",
    "alternativ",
    "jamforbarhet",
    *(f"fore_{name}" for name in _SERIES),
    "fore_omraknad",
    *(f"karna_{name}" for name in _SERIES),
    *(f"full_{name}" for name in _SERIES),
    "andring_index",
    "andring_vikter",
    "andring_fragor",
    "andring_trosklar",
    "omslag",
    "hallplatser_andrade",
    "svar_utan_plats",
    "avvikande_resultat",
    "hoppad",
    "fel",
)

YES, NO = "ja", "nej"

NONE = "finns inte"
"""Stands for a gate that one of the checklists does not have."""


def fault(code: str, line: int | None, sentence: str) -> str:
    return f"{code}: {sentence}" if line is None else f"{code} rad {line}: {sentence}"
