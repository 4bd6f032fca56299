"""The fields that every case has, and what each holds; conditions may ask for them."""

from typing import Literal

FieldKind = Literal["text", "tal", "datum", "lista"]

CASE_FIELDS: dict[str, FieldKind] = {
    "diarienummer": "text",
    "nyps_id": "text",
    "stodform": "text",
    "rubrik": "text",
    "sokande": "text",
    "organisationsnummer": "text",
    "kommuner": "lista",
    "sokt_belopp": "tal",
    "total_kostnad": "tal",
    "ansokan_datum": "datum",
    "projekt_start": "datum",
    "projekt_slut": "datum",
    "beviljat_belopp": "tal",
    "beslut_utfall": "text",
    "beslut_datum": "datum",
}
"""Kept in step with `hallbarhet.assessment.model.Case`, which lies above and cannot be asked from here."""
