"""What the words that a key may hold mean, and the keys that only an overlay has."""

TITLE = "Checklista för hållbarhetssäkring"
DESCRIPTION = "Nycklarna i en checklista för hallbarhet. En fil som har bygger_pa är ett tillägg och behöver bara säga vad som skiljer."
CONDITION = "Ett villkor: tabeller som prövas mot svar, poäng och uppgifter om ärendet."

BUILDS_ON = 'Checklistan som denna bygger på, id och början av versionen: "grund@1.0". Filen behöver då bara säga vad som skiljer.'
BUILT_AGAINST = "Fingeravtrycket för grunden som tillägget skrevs mot. Granska säger till när grunden har ändrats."
PLACED_AFTER = "Id för det som detta ska stå efter. Utan det hamnar nytt sist."
RESET = 'Nycklar som grunden sätter och som inte ska gälla här: ["visas_om"].'
DROP = "Något i grunden som inte ska vara med här. Säg en sak per [[ta_bort]], med motivering."
DROP_REASON = "Varför det tas bort. Visas i rapporten."
NOT_IN_THE_BASE = "Får bara stå i ett tillägg."


def drop_one(noun: str) -> str:
    return f"{noun[0].upper()}{noun[1:]} som ska bort."


VALUES: dict[tuple[str, str], dict[str, str]] = {
    ("Facet", "slag"): {
        "grupp": "Grupper av människor, till exempel kvinnor och män.",
        "plats": "Platser, till exempel centralort och landsbygd.",
        "tid": "Tider, till exempel kort och lång sikt.",
    },
    ("Scale", "polaritet"): {"1": "En hög grad är bra.", "-1": "En hög grad är dålig."},
    ("Item", "slag"): {
        "bedomning": "En grad på en skala.",
        "text": "Fritext.",
        "tal": "Ett tal.",
        "val": "Ett eller flera alternativ.",
    },
    ("Item", "avser"): {"effekt": "Vad insatsen leder till.", "genomforande": "Hur insatsen genomförs."},
    ("Item", "perspektiv"): {
        "individ": "Människors perspektiv.",
        "geografi": "Platsers perspektiv.",
        "samhalle": "Samhällets perspektiv.",
    },
    ("Item", "lasning"): {
        "bidrag": "Vad insatsen bidrar med. Ger poäng.",
        "nulage": "Hur det är i dag. Visas bredvid och räknas aldrig in.",
    },
    ("Item", "motivering"): {
        "alltid": "Krävs alltid.",
        "vid_utslag": "Krävs för alla grader utom den neutrala.",
        "valfri": "Krävs inte.",
    },
    ("Item", "djup"): {"kort": "Ställs alltid.", "fordjupad": "Ställs när bedömningen fördjupas."},
    ("Gate", "verkan"): {
        "alltid": "Beslutas alltid.",
        "avvakta": "Beslutas när villkoret är sant.",
        "stopp": "Stoppar ärendet när villkoret är sant.",
        "krav": "Begär in handlingar när villkoret är sant.",
    },
    ("ConflictRule", "slag"): {
        "par": "Två frågor drar åt var sitt håll.",
        "spann": "Det är långt mellan två dimensioner.",
        "dold": "Plus och minus tar ut varandra inom ett tema, en dimension eller en tagg.",
        "fasett": "Någon grupp, plats eller tid vinner och en annan förlorar.",
        "strategi": "Ett strategimål gynnas och ett annat missgynnas.",
        "matris": "Framsteg för ett mål går ut över ett annat.",
        "villkor": "Ett eget villkor.",
    },
    ("CaseField", "slag"): {"text": "Text.", "tal": "Ett tal.", "datum": "Ett datum."},
    ("Rules", "sammanvagning"): {
        "medel": "Vägt medelvärde.",
        "potens": "Potensmedel med exponent högst 1, som låter den svagaste väga tyngre.",
        "min": "Den svagaste dimensionen avgör.",
        "ingen": "Inget index räknas fram.",
    },
    ("Mapping", "slag"): {
        "samma": "Samma fråga med nytt id.",
        "omformulerad": "Samma fråga med andra ord.",
        "omskalad": "Samma fråga på en annan skala.",
        "sammanslagen": "Flera frågor blev en.",
        "delad": "En fråga blev flera.",
        "ny": "En ny fråga.",
        "borttagen": "Frågan finns inte längre.",
    },
    ("Mapping", "regel"): {
        "min": "Sammanslagen: det sämsta av svaren. Gäller om inget skrivs.",
        "medel": "Sammanslagen: medelvärdet av svaren.",
        "vet_inte": "Svaret blir vet inte. Gäller för delad om inget skrivs.",
        "kopia": "Delad: alla får det gamla svaret.",
    },
    ("Expectation", "status"): {
        "stopp": "En stoppande hållplats är utlöst.",
        "avslutad": "Ärendet är avslutat vid en hållplats.",
        "ej_bedombar": "Ingen fråga som ger poäng gäller ärendet.",
        "ofullstandigt_underlag": "För lite är besvarat.",
        "hallplats": "En hållplats väntar på beslut.",
        "niva_klar": "Nivån är klar.",
        "nivaintervall": "Nivån hänger på svar som saknas.",
    },
    ("ItemAtom", "status"): {
        "vet_inte": "Besvarad med vet inte.",
        "ej_relevant": "Besvarad med ej relevant.",
        "obesvarad": "Inte besvarad.",
        "inaktuell": "Ställs inte.",
    },
    ("ItemAtom", "varde"): {
        "min": "Det lägsta svaret.",
        "max": "Det högsta svaret.",
        "spann": "Skillnaden mellan högsta och lägsta.",
    },
    ("AggregateAtom", "varde"): {
        "netto": "Plus minus minus. Gäller om inget skrivs.",
        "plus": "Bara det som höjer.",
        "minus": "Bara det som sänker, som ett positivt tal.",
        "dold": "Hur mycket plus och minus tar ut varandra, från 0 till 1.",
    },
}
"""By model and key: each word that the key may hold, with what it means."""
