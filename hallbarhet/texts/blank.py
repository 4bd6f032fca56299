"""What a blank record says in its notes; they are gone when the record is saved."""

from collections.abc import Sequence

HEAD = """\
Blank bedömning att fylla i med vilket skrivprogram som helst.

Rader som börjar med # är anteckningar och tas bort när posten sparas.
Skriv bara till höger om likhetstecknen. Text står mellan citattecken,
lång text mellan tre citattecken i början och tre i slutet.
Datum skrivs 2026-11-21 utan citattecken, tal utan mellanslag.

När du vill veta vad som saknas:   hallbarhet granska FIL
När allt är ifyllt:                hallbarhet klarmarkera FIL
Ändra inte id, punkt och text: de gör att svaren hör till rätt fråga."""

HEADER = "Ditt namn skriver du efter handlaggare."
DEPTH = "Ta bort # för att svara på alla frågor, även de fördjupade."
CASE = "Ärendets uppgifter. Ta bort # framför de uppgifter du fyller i."
ANSWERS = """\
Frågorna. Byt raden status = "obesvarad" mot ditt svar. Svaren som passar
står ovanför den. Vet du inte: status = "vet_inte". Är frågan inte
relevant: status = "ej_relevant", med minst tio tecken motivering."""
ANSWER_WITH = "Byt raden med status mot ett av de här:"
UNKNOWN = 'status = "vet_inte"    # och vem_svarar = "vem som kan svara"'
NOT_RELEVANT = 'status = "ej_relevant" # och varför, i motiveringen'
SEVERAL = "flera kan väljas"
SPLIT = "Svaret kan delas. Ta bort # och skriv samma sorts grad för var och en:"
SOMETIMES = "Frågan ställs bara vid vissa svar. Granska säger om den behövs."
DEEP = "Frågan hör till den fördjupade bedömningen. Granska säger om den behövs."
INTERNAL = "Svaret hålls utanför den offentliga versionen."
ANSWER_IN_WORDS = 'fritext = "ditt svar"'
GATE_ALWAYS = "Hållplats. Skriv beslut, motivering, ansvarig och datum. Ta bort # framför raderna."
GATE_SOMETIMES = "Hållplats som bara gäller om svaren utlöser den. Ta då bort # framför alla rader."
GATE_STOPS = "Utlöses den går det inte att välja vidare."
GATE_DOCUMENTS = "Handlingar som ska finnas. De som är inlämnade skrivs i inlamnat."
DECISIONS = 'beslut är "vidare", "tank_om" eller "avsluta"'
CONFLICTS = """\
Målkonflikter. Granska säger vilka som uppstår av dina svar och vad som ska
skrivas om dem. Så här ser en ut; lägg till en för var och en:"""
CONFLICT_STATUS = 'status är "oppen", "hanterad", "accepterad" eller "avfardad"'
CONFLICT_OWN = 'En som reglerna inte har sett får id = "egen-1", en titel, egen = true och allvar = 1 till 4.'
JUDGEMENT = """\
Samlad bedömning med dina egna ord: vad väger tyngst, och varför?
rekommendation är "vidare", "vidare_med_villkor", "tank_om" eller "avsluta".
Ta bort # framför den. Går du emot det beräknade läget: skriv varför i
avvikelse_motivering."""
DIMENSIONS = "En mening per dimension, om du vill."


def number(span: str) -> str:
    return f"varde = 0    # ett tal, {span}" if span else "varde = 0    # ett tal"


def text_limit(most: int) -> str:
    return f"högst {most} tecken"


def support_forms(ids: Sequence[str]) -> str:
    return f"stodform är {', '.join(ids)}"
