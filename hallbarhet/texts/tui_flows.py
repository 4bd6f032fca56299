"""Commands of a case beside its walk: what to find out, the text for the file, another checklist."""

from hallbarhet.texts.tui_commands import Words

FIND_OUT = Words("Att ta reda på", "Visar allt som är besvarat med vet inte, och vem som kan svara.")
FILE = Words("Text till akten", "Visar texten till tjänsteskrivelsen och villkoren, att kopiera eller spara.")
CHANGE = Words("Byt checklista", "Byter checklista, version eller stödform. Du ser först vad som behålls och ändras.")
COPY_LIST = Words("Kopiera", "Lägger listan i urklipp, att klistra in i ett brev eller ett mejl.")
SAVE_LIST = Words("Spara text", "Sparar listan som en textfil bredvid posten.")
