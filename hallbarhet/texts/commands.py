"""Each command in a line, for the help; light, since `--help` reads nothing else."""

SUMMARIES = {
    "starta": "öppna appen",
    "bedom": "gå rakt in i en bedömning, ny eller påbörjad",
    "radvis": "gå igenom en bedömning rad för rad i ren text",
    "mall": "skriv en blank post med anteckningar, att fylla i med vilket skrivprogram som helst",
    "klarmarkera": "gör en ifylld post klar: försegla den och skriv rapporten, eller säg vad som saknas",
    "anpassa": "för över ett utkast till en annan checklista, version eller stödform",
    "importera": "hämta ärenden och beslut ur en fil från ett annat system (CSV, JSON eller TOML)",
    "demo": "skriv ett arkiv med påhittade ärenden och öppna det",
    "granska": "granska checklistor och poster",
    "berakna": "räkna ut poäng, nivåer, hållplatser och målkonflikter",
    "rapport": "skriv rapporter för poster",
    "jamfor": "lägg två läsares svar, eller väntat och utfall, sida vid sida",
    "omrakna": "räkna om sparade poster med en ny checklista eller andra vikter, utan att ändra dem",
    "sigill": "kontrollera sigill och arkivets kopior av checklistor, och säg vad som ändrats",
    "checklista": "arbeta med checklistor: lista, visa, ny, frys, skillnad, schema och prova",
    "doktor": "visa vad som används och var allt ligger; skriver ingenting",
}
