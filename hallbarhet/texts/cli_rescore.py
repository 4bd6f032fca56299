"""The help of `hallbarhet omrakna`; light, since `--help` reads it."""

EXAMPLE = """exempel:
  hallbarhet omrakna bedomningar/ --checklista ny.toml
  hallbarhet omrakna bedomningar/ --checklista ny.toml --ut omrakning.csv
  hallbarhet omrakna bedomningar/ --vikt ekologisk=2
  hallbarhet omrakna bedomningar/ --alternativ grön --vikt ekologisk=2 \\
      --alternativ sträng --troskel 4=20

Utan --checklista räknas varje post om med sin egen checklista.
--ut med .xlsx och .parquet behöver tillägget hallbarhet[analys].
Posterna ändras aldrig, och omräkningen ändrar inget fattat beslut."""
PATHS = "poster eller kataloger"
CHECKLIST = "den nya checklistan: id, id@version eller fil"
WEIGHT = "annan vikt för en dimension, till exempel ekologisk=2"
THRESHOLD = "annat lägsta index för en nivå, till exempel 4=20"
ALTERNATIVE = "börjar ett nytt alternativ med egna --vikt och --troskel; flera räknas sida vid sida"
OUTPUT = "skriv till en fil: en rad per post som .csv, .jsonl, .xlsx eller .parquet, eller sammanfattningen som .html eller .json"
JSON = "skriv en JSON-rad per post på standard ut, i stället för sammanfattningen"
PROCESSES = "så många processer som räknar samtidigt (annars så många som datorn har kärnor)"
NO_CACHE = "läs varje post på nytt, och kom inte ihåg vad som lästes till nästa gång"
GO_ON = "fortsätt en avbruten omräkning till samma fil (.csv eller .jsonl)"
WRITE = "skriv varje omräkning i en egen fil bredvid posten (<post>.omrakning.json); posten ändras inte"
TAKE_BACK = "ta bort filerna som --skriv har skrivit, och inga andra"
ON_CHANGE = "säg ingenting och avsluta med 0 när ingen nivå kan ha ändrats och allt gick att göra, annars med 1; för schemalagda körningar"
