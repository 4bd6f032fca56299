"""What is said about a record's seal, and about the archive's copies of checklists."""

from collections.abc import Sequence

from hallbarhet.texts.problems import shortened
from hallbarhet.texts.swedish import listed

PART_NAMES = {
    "bedomning": "uppgifterna om bedömningen",
    "arende": "ärendeuppgifterna",
    "checklista": "vilken checklista som använts",
    "svar": "svaren",
    "hallplats": "besluten vid hållplatser",
    "malkonflikt": "hanteringen av målkonflikter",
    "samlad_bedomning": "den samlade bedömningen",
}
"""The sealed parts of a record, as named in a sentence."""

SEAL_WHOLE = "Sigillet är helt: innehållet är detsamma som när bedömningen klarmarkerades."

SEAL_MISSING = (
    "Bedömningen är klarmarkerad men posten har inget sigill: det har tagits bort, och ingenting går att pröva."
)

EXTRACT = (
    "Filen är ett utdrag för offentligheten och har inget eget sigill. Pröva sigillet i posten som utdraget togs ur."
)

UNSEALED = "Posten har inget sigill. Den får ett när bedömningen klarmarkeras."

SEAL_OF_ANOTHER_KIND = (
    "Sigillet är gjort på ett sätt som den här versionen av hallbarhet inte känner till. Uppgradera och pröva igen."
)


def seal_broken(parts: Sequence[str]) -> str:
    start = "Sigillet är brutet: innehållet har ändrats sedan bedömningen klarmarkerades."
    if not parts:
        return f"{start} Vad som ändrats går inte att säga utan en äldre kopia av posten."
    return f"{start} Ändrat: {listed([PART_NAMES[part] for part in parts])}."


def and_more(count: int) -> str:
    return f"och {count} ändringar till."


def answer_changed(item: str, question: str) -> str:
    return f"svaret på {_question(item, question)} är inte det som klarmarkerades."


def words_changed(item: str, question: str) -> str:
    return (
        f"texten till svaret på {_question(item, question)} är inte den som klarmarkerades; själva svaret är detsamma."
    )


def answer_added(item: str, question: str) -> str:
    return f"svaret på {_question(item, question)} har tillkommit eller ersatt ett annat."


def answers_removed(count: int) -> str:
    return "ett svar har tagits bort." if count == 1 else f"{count} svar har tagits bort."


ORDER_CHANGED = "svaren står i en annan ordning."


def _question(item: str, question: str) -> str:
    return f'"{shortened(question, 70)}" ({item})' if question else f'"{item}"'


def copy_changed(path: str, checklist: str, version: str) -> str:
    return (
        f"{path}: Arkivets kopia av checklistan {checklist} {version} har ändrats sedan den skrevs. "
        "Det fingeravtryck som namnet bär är inte innehållets, så vikter, trösklar och frågor i den går inte att lita på."
    )


def copy_unreadable(path: str, fault: str) -> str:
    return f"{path}: Arkivets kopia av checklistan går inte längre att läsa. {fault}"


ORIGINAL_ELSEWHERE = "Det som ursprungligen stod finns kvar på annat håll; så här skiljer sig kopian:"

NO_ORIGINAL = (
    "Inget annat exemplar av checklistan finns här att jämföra med. Leta efter det hos den som äger checklistan."
)


def copy_missing(path: str, checklist: str, version: str) -> str:
    return (
        f"{path}: arkivet har ingen kopia av checklistan {checklist} {version} som posten gjordes med, "
        "så bara posten kunde prövas."
    )


def told(path: str, sentence: str) -> str:
    return f"{path}: {sentence}"


def within(detail: str) -> str:
    return f"  {detail}"
