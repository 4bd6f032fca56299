"""What is said about an applicant's own assessment."""

OPTION = "filen är sökandens egen bedömning, ifylld på en blank post (hallbarhet mall)"
DIARY_OPTION = "vilket ärende sökandens bedömning hör till, när filen inte säger det"
DIARY_ALONE = "--diarienummer hör ihop med --sokandens. I en fil med ärenden står diarienumret på raden."
IS_A_RECORD = "Filen är en post, inte en lista med ärenden. Är den sökandens egen bedömning: kör igen med --sokandens."
PLACE = "sökandens bedömning"
NO_NUMBER = "Filen säger inte vilket ärende den gäller. Ange --diarienummer."
SAME_RECORD = "filen är själva posten i arkivet, inte sökandens egen."
IS_FINISHED = "bedömningen är klar. Öppna den igen först, så att sökandens svar läses innan den förseglas."
NO_ANSWERS = "filen har inga svar på checklistans frågor."
HEADING = "Sökandens eget svar"


def no_such_case(number: str) -> str:
    return f"Inget ärende i arkivet heter {number}. Importera ärendet först, eller ange ett annat --diarienummer."


def other_checklist(given: str, own: str) -> str:
    return f"filen är gjord med checklistan {given}, posten med {own}. Be sökanden fylla i rätt blankett."


def strangers(count: int) -> str:
    return (
        "1 svar hör till en fråga som inte finns i checklistan."
        if count == 1
        else f"{count} svar hör till frågor som inte finns i checklistan."
    )


def brought(count: int) -> str:
    return "1 svar lagt bredvid." if count == 1 else f"{count} svar lagda bredvid."


def brought_event(count: int) -> str:
    return f"sökandens egen bedömning lagd bredvid: {count} svar"


def shown(answer: str, rationale: str) -> str:
    return f"{HEADING}: {answer}. {rationale}" if rationale else f"{HEADING}: {answer}"
