"""Sentences about settings, and the support forms as they are told."""

from hallbarhet.texts.swedish import listed


def not_toml(file: object, line: int | None) -> str:
    where = f"rad {line}" if line else "texten"
    return (
        f"Inställningarna i {file} går inte att läsa: {where} är inte skriven som TOML. Rätta den eller ta bort filen."
    )


def not_readable(file: object) -> str:
    return f"Inställningarna i {file} går inte att läsa. Kontrollera att du har rätt att öppna filen och att den är sparad som UTF-8."


def wrong_type(file: object, key: str, expected: str) -> str:
    return f'Inställningarna i {file}: "{key}" ska vara {expected}.'


def unknown_key(file: object, key: str, known: list[str]) -> str:
    return f'Inställningarna i {file}: nyckeln "{key}" finns inte och används inte. Det som kan stå är {listed(known)}.'


def support_form_without(file: object, key: str) -> str:
    return f'Inställningarna i {file}: en [[stodform]] saknar "{key}".'


def wrong_order(file: object, name: str) -> str:
    return f'Inställningarna i {file}: stödformen "{name}" slutar gälla innan den börjar gälla.'


TEXT = "text inom citattecken"
DATE = "ett datum utan citattecken, till exempel 2026-01-31"
TABLE = "en tabell"
LIST_OF_TABLES = "en lista av tabeller, skriven med [[dubbla hakparenteser]]"

COMPANY_AID = "Företagsstöd"
PROJECT_MONEY = "Projektmedel"
COMMERCIAL_SERVICE = "Stöd till kommersiell service"
MICRO_AID = "Mikrostöd"
REGIONAL_FUND = "Regionalfonden"

COMPANY_AID_2007 = "förordning (2007:61) om regionalt investeringsstöd"
COMPANY_AID_2015 = "förordningarna (2015:210) och (2015:211)"
COMPANY_AID_2023 = "förordningarna (2022:1467) och (2022:1468)"
PROJECT_MONEY_2003 = "förordning (2003:596) om bidrag för projektverksamhet"
COMMERCIAL_SERVICE_2000 = "förordning (2000:284) om stöd till kommersiell service"
MICRO_AID_2015 = "förordning (2015:210)"
MICRO_AID_2023 = "förordning (2022:1468)"
REGIONAL_FUND_2014 = "förordningarna (EU) nr 1303/2013 och (EU) nr 1301/2013"
REGIONAL_FUND_2021 = "förordningarna (EU) 2021/1060 och (EU) 2021/1058"
