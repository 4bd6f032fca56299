"""What scoring has to say: why a checklist cannot be scored, and why an answer was left out."""

from collections.abc import Sequence

from hallbarhet.texts import swedish

DEPTH = "fordjupad_om"


def shown_in_a_ring(names: Sequence[str]) -> str:
    around = swedish.listed([f"”{name}”" for name in names])
    return f"Frågorna {around} visas om varandra i en ring. Ta bort ett av villkoren i visas_om eller fordjupad_om."


MISFITS = {
    "borttagen": "Frågan finns inte i checklistan. Svaret finns kvar i posten men räknas inte.",
    "utanfor_skalan": "Graden finns inte på frågans skala. Frågan räknas som obesvarad.",
    "annat_slag": "Svaret är av ett annat slag än frågan. Frågan räknas som obesvarad.",
    "okant_alternativ": "Alternativet finns inte längre. Det räknas inte.",
    "okand_fasett": "Frågan delas inte upp på den fasetten. Uppdelningen räknas inte.",
    "okand_kategori": "Kategorin finns inte i fasetten. Den räknas inte.",
    "okand_hallplats": "Hållplatsen finns inte i checklistan. Beslutet finns kvar i posten men räknas inte.",
}
"""Why something in a record was left out of the numbers, by cause."""
