"""What each command of the app is called, and what it does in one sentence."""

from typing import NamedTuple


class Words(NamedTuple):
    """A command in words: the short label for the footer, and the sentence for help and search."""

    label: str
    help: str


HELP = Words("Hjälp", "Visar hjälp om det du har framför dig, och tangenterna.")
SEARCH = Words("Sök", "Söker bland kommandon och ärendets frågor.")
QUIT = Words("Avsluta", "Sparar och stänger programmet.")
STANDING = Words("Läget", "Visar poäng och nivå per dimension, med spann, som det ser ut nu.")
LOOK = Words("Utseende", "Byter färger: mörkt, ljust eller hög kontrast.")

GO_ON = Words("Fortsätt", "Går vidare till nästa steg.")
BACK = Words("Tillbaka", "Går tillbaka dit du nyss var. Inget du har skrivit går förlorat.")
OVERVIEW = Words("Översikt", "Visar alla delar och hur långt du har kommit.")
CONFLICTS = Words("Målkonflikter", "Visar vad som står mot vad i ärendet.")
CHECK = Words("Kontrollera", "Visar alla svar och vad som saknas.")
JUDGEMENT = Words("Samlad bedömning", "Går till den samlade bedömningen.")
CASE = Words("Ärendet", "Visar ärendets uppgifter.")
UNDO = Words("Ångra", "Tar tillbaka det senaste svaret och säger vad som kom tillbaka.")
REDO = Words("Gör om", "Gör om det du nyss ångrade.")
EDITOR = Words("Skriv i editor", "Öppnar texten i ditt eget skrivprogram.")
LEAVE = Words("Mina ärenden", "Stänger ärendet och visar listan.")
TO_CONTINUE = Words("Nästa öppna", "Går till det första som återstår att göra.")

NEW = Words("Ny bedömning", "Börjar en ny bedömning.")
OPEN = Words("Öppna", "Öppnar det som står på raden.")
FILTER = Words("Filtrera", "Skriv för att visa bara de ärenden som innehåller orden.")
RELOAD = Words("Läs om", "Läser om listan.")
RELATED = Words("Läs igen eller följ upp", "Andra läsare, gemensam bedömning eller uppföljning av ärendet på raden.")

EVERY_QUESTION = Words("Alla frågor", "Visar eller döljer varje fråga under sin del. Siffror svarar direkt på raden.")
DEEPEN = Words("Fördjupa", "Ställer alla frågor, också de fördjupade.")
SHORTEN = Words("Korta", "Ställer bara de korta frågorna. Kräver ett skäl om checklistan säger fördjupad.")

SPLIT = Words("Dela svaret", "Delar svaret på grupp, plats eller tid, så att det syns vem som vinner och förlorar.")
EVIDENCE = Words("Underlag", "Skriver vad svaret bygger på, till exempel en sida i ansökan.")
INTERNAL = Words("Internt svar", "Håller svaret utanför den offentliga versionen, eller släpper in det.")
CLEAR = Words("Töm svaret", "Tar bort svaret. Motiveringen finns kvar.")

ADD_CONFLICT = Words("Lägg till egen", "Lägger till en målkonflikt som reglerna inte såg.")
WITHDRAW = Words("Ta bort egen", "Tar bort en målkonflikt som du själv har lagt till.")
ADD_CONDITION = Words("Eget villkor", "Lägger till ett villkor med egna ord.")

COMPLETE = Words("Klarmarkera", "Gör bedömningen klar: förseglar posten och skriver rapporten.")
REOPEN = Words("Öppna igen", "Öppnar en klar bedömning igen. Anledningen sparas i posten.")
DONE_WRITING = Words("Klart", "Tar emot det du har skrivit.")
CLOSE = Words("Stäng", "Stänger rutan.")

KEY_NAMES = {
    "enter": "Enter", "escape": "Esc", "tab": "Tab", "space": "Blanksteg", "ctrl": "Ctrl",
    "up": "Upp", "down": "Ned", "left": "Vänster", "right": "Höger", "shift": "Skift", "delete": "Del",
}  # fmt: skip
