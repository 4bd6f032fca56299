"""The short tour of the app for whoever comes here for the first time, and the demo archive to try things in."""

from hallbarhet.texts.tui_commands import Words

GUIDE = Words("Rundtur", "Visar den korta rundturen: vad programmet är, tangenterna och ett arkiv att öva i.")
PLAYGROUND = Words("Öva", "Öppnar övningsarkivet med påhittade ärenden. Dina egna ärenden rörs inte.")
HOME = Words("Sluta öva", "Stänger övningsarkivet och visar dina egna ärenden igen.")

PAGES = (
    (
        "Välkommen",
        (
            "Här bedömer du hur en insats påverkar människor, miljö och ekonomi, innan stödet beslutas.\n\n"
            "Du svarar på checklistans frågor, en i taget. Programmet räknar, visar vad som står mot vad och säger vad som "
            "återstår. Du bestämmer: det föreslår aldrig bifall eller avslag.\n\n"
            "Allt sparas av sig självt efter varje svar, som vanliga textfiler i arkivets katalog."
        ),
    ),
    (
        "En tangent svarar",
        (
            "  1–9     väljer ett svar\n"
            "  v  e    vet inte, ej relevant\n"
            "  Enter   går vidare\n"
            "  F7      går tillbaka, utan att något försvinner\n"
            "  Ctrl+Z  ångrar\n"
            "  F2      visar alla delar och hur långt du har kommit\n"
            "  F1      hjälper dig där du är\n"
            "  Ctrl+P  söker bland frågor och kommandon\n\n"
            "Nederst på varje sida står de viktigaste. De går också att klicka på."
        ),
    ),
    (
        "Öva först",
        (
            "I övningsarkivet ligger påhittade ärenden: några halvfärdiga, några klara, några med målkonflikter. Öppna, "
            "ändra och gör klart vad du vill. Dina egna ärenden rörs inte.\n\n"
            "Du hittar övningsarkivet och den här rundturen igen med Ctrl+P."
        ),
    ),
)
"""Title and words of each page. A line that begins with spaces stays as it is."""

NEXT = "Vidare"
SKIP = "Hoppa över rundturen (Esc)"
PRACTISE = "Öva i övningsarkivet"
BEGIN = "Gå till mina ärenden"


def title(page: str, number: int, of: int) -> str:
    return f"{page} ({number} av {of})"


WRITING = "Gör i ordning övningsarkivet …"
PROGRAM = "hållbarhet · övning"
PRACTISING = "Övning: påhittade ärenden"
WELCOME_TO_PRACTICE = "Allt här är påhittat. F7 tar dig tillbaka till dina egna ärenden."
HOME_AGAIN = "Nu visas dina egna ärenden igen."
ALREADY_HOME = "Du är redan bland dina egna ärenden."
CLOSE_CASE_FIRST = "Stäng ärendet först: Ctrl+P och ”Mina ärenden”."
