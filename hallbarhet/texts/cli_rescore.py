"""The help of `hallbarhet omrakna`; light, since `--help` reads it."""

EXAMPLE = """exempel:
  hallbarhet omrakna bedomningar/ --checklista ny.toml
  hallbarhet omrakna bedomningar/ --checklista ny.toml --ut omrakning.csv
  hallbarhet omrakna bedomningar/ --vikt ekologisk=2
  hallbarhet omrakna bedomningar/ --alternativ grön --vikt ekologisk=2 --alternativ sträng --troskel 4=20

Utan --checklista räknas varje post om med sin egen checklista.
Posterna ändras aldrig, och omräkningen ändrar inget fattat beslut."""
PATHS = "poster eller kataloger"
CHECKLIST = "den nya checklistan: id, id@version eller fil"
WEIGHT = "annan vikt för en dimension, till exempel ekologisk=2"
THRESHOLD = "annat lägsta index för en nivå, till exempel 4=20"
ALTERNATIVE = "börjar ett nytt alternativ med egna --vikt och --troskel; flera räknas sida vid sida"
OUTPUT = "skriv en rad per post till en fil, .csv eller .jsonl, eller hela sammanfattningen som .html"
JSON = "skriv en JSON-rad per post på standard ut, i stället för sammanfattningen"
PROCESSES = "så många processer som räknar samtidigt (annars så många som datorn har kärnor)"
ON_CHANGE = "avsluta med koden 1 när någon nivå ändras, säkert eller möjligt; för schemalagda körningar"
