"""What an office and a person have chosen: `hallbarhet.toml` in the archive, and the person's own file."""

import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from hallbarhet.errors import FaultyFileError
from hallbarhet.texts import settings as texts

FILE_NAME = "hallbarhet.toml"
"""In an archive this file is never a record."""

CONFIG_VARIABLE = "HALLBARHET_CONFIG_DIR"
"""Names another folder for the person's own file, for tests and for shared machines."""

DEFAULT_ARCHIVE = "bedomningar"
PLAYGROUND_NAME = "ovningsarkiv"


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """What a support form rests on, and when."""

    text: str
    valid_from: date | None = None
    valid_to: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it holds on a day; both ends belong to it."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class SupportForm:
    """One form of support that a case may be about."""

    id: str
    name: str
    bases: tuple[LegalBasis, ...] = ()

    def legal_basis(self, applied_on: date | None) -> str | None:
        """The rules on the day of the application; without a day the latest, and None where none held."""
        if applied_on is None:
            latest = max(self.bases, key=lambda basis: basis.valid_from or date.min, default=None)
            return latest.text if latest else None
        return next((basis.text for basis in self.bases if basis.holds(applied_on)), None)


SHIPPED_FORMS = (
    SupportForm(
        "foretagsstod",
        texts.COMPANY_AID,
        (
            LegalBasis(texts.COMPANY_AID_2007, date(2007, 3, 8), date(2015, 4, 30)),
            LegalBasis(texts.COMPANY_AID_2015, date(2015, 5, 1), date(2022, 12, 31)),
            LegalBasis(texts.COMPANY_AID_2023, date(2023, 1, 1)),
        ),
    ),
    SupportForm("projektmedel", texts.PROJECT_MONEY, (LegalBasis(texts.PROJECT_MONEY_2003),)),
    SupportForm("kommersiell-service", texts.COMMERCIAL_SERVICE, (LegalBasis(texts.COMMERCIAL_SERVICE_2000),)),
    SupportForm(
        "mikrostod",
        texts.MICRO_AID,
        (
            LegalBasis(texts.MICRO_AID_2015, date(2015, 5, 1), date(2022, 12, 31)),
            LegalBasis(texts.MICRO_AID_2023, date(2023, 1, 1)),
        ),
    ),
    SupportForm(
        "regionalfonden",
        texts.REGIONAL_FUND,
        (
            LegalBasis(texts.REGIONAL_FUND_2014, date(2014, 1, 1), date(2020, 12, 31)),
            LegalBasis(texts.REGIONAL_FUND_2021, date(2021, 1, 1)),
        ),
    ),
)
"""The support forms that need no setting. An office's own rows of the same id replace them."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that was chosen; what was not is empty."""

    region: str = ""
    officer: str = field(default="", metadata={"key": "handlaggare"})
    archive: str = field(default="", metadata={"key": "arkiv"})
    checklists: str = field(default="", metadata={"key": "checklistor"})
    """A folder with the office's own checklists."""
    templates: str = field(default="", metadata={"key": "mallar"})
    reports: str = field(default="", metadata={"key": "rapporter"})
    retention: str = field(default="", metadata={"key": "gallring"})
    """Which rule of the information plan says how long a record is kept."""
    look: str = field(default="", metadata={"key": "utseende"})
    """The colours of the app."""
    characters: str = field(default="", metadata={"key": "tecken"})
    """`enkla` for a terminal that cannot draw, `alla` for one that can whatever it says; else found out."""
    defaults: Mapping[str, str] = field(default_factory=dict, metadata={"key": "forval"})
    """The checklist to start with, by support form."""
    support_forms: tuple[SupportForm, ...] = field(default=SHIPPED_FORMS, metadata={"key": "stodform"})
    notes: tuple[str, ...] = ()
    """What was found in the files and is not used, one sentence each."""

    def support_form(self, form: str) -> SupportForm | None:
        """The support form of an id."""
        return next((one for one in self.support_forms if one.id == form), None)

    def folder(self, chosen: str, beside: Path) -> Path | None:
        """A folder that was chosen; a relative one lies beside the archive's settings."""
        return beside / Path(chosen).expanduser() if chosen else None


_KEYS = {one.metadata.get("key", one.name): one.name for one in fields(Settings) if one.name != "notes"}


def user_folder() -> Path:
    """The person's own folder, in each system's own place."""
    if chosen := os.environ.get(CONFIG_VARIABLE):
        return Path(chosen)
    # imported here: most commands name their archive and never look
    from platformdirs import user_config_path  # noqa: PLC0415

    return user_config_path("hallbarhet", appauthor=False)


def load(archive: Path | None = None) -> Settings:
    """The person's file and the archive's together. The archive decides, except for the officer's name."""
    own = _read(user_folder() / FILE_NAME)
    shared = _read(archive / FILE_NAME) if archive is not None else {}
    notes = (*own.pop("notes", ()), *shared.pop("notes", ()))
    chosen = {**own, **shared}
    if "officer" in own:
        chosen["officer"] = own["officer"]
    chosen["defaults"] = {**own.get("defaults", {}), **shared.get("defaults", {})}
    forms = (*own.get("support_forms", ()), *shared.get("support_forms", ()))
    return Settings(**{**chosen, "support_forms": _with_shipped(forms)}, notes=notes)


def playground() -> Path:
    """Where the person may try things: a demo archive of their own, in the system's place for a program's data."""
    if chosen := os.environ.get(CONFIG_VARIABLE):
        return Path(chosen) / PLAYGROUND_NAME
    from platformdirs import user_data_path  # noqa: PLC0415  (as above)

    return user_data_path("hallbarhet", appauthor=False) / PLAYGROUND_NAME


def chosen_look() -> tuple[str, str]:
    """The person's own colours and characters; empty where nothing was chosen or the file cannot be read.

    A file that is broken is told of when something is opened with it; the first frame is drawn all the same.
    """
    try:
        own = _read(user_folder() / FILE_NAME)
    except FaultyFileError:
        return "", ""
    return own.get("look", ""), own.get("characters", "")


def with_choice(text: str, key: str, value: str) -> str | None:
    """A settings file with one thing chosen anew and all else as it stands; None when it cannot be done safely."""
    lines = text.removeprefix("\ufeff").splitlines(keepends=True)
    line = f'{key} = "{value}"\n'
    first_table = next((number for number, one in enumerate(lines) if one.lstrip().startswith("[")), len(lines))
    head = lines[:first_table]
    at = next((number for number, one in enumerate(head) if one.partition("=")[0].strip() == key), None)
    if at is None:
        blank = [number for number, one in enumerate(head) if not one.strip()]
        at = blank[-1] if blank and blank[-1] == first_table - 1 else first_table
        before = "".join(lines[:at])
        chosen = before + ("" if before.endswith("\n") or not before else "\n") + line + "".join(lines[at:])
    else:
        chosen = "".join([*lines[:at], line, *lines[at + 1 :]])
    try:
        wanted = {**tomllib.loads(text.removeprefix("\ufeff")), key: value}
        return chosen if tomllib.loads(chosen) == wanted else None
    except (ValueError, RecursionError):
        return None


def default_archive() -> Path:
    """The archive of the person's settings, or `bedomningar` in the folder where the program was started."""
    archive: str = _read(user_folder() / FILE_NAME).get("archive", "")
    return Path(archive).expanduser() if archive else Path(DEFAULT_ARCHIVE)


def _with_shipped(own: Iterable[SupportForm]) -> tuple[SupportForm, ...]:
    by_id = {form.id: form for form in (*SHIPPED_FORMS, *own)}
    return tuple(by_id.values())


def _read(file: Path) -> dict[str, Any]:
    """The settings in one file, by field name; nothing where there is no file."""
    try:
        text = file.read_bytes().removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise FaultyFileError(texts.not_readable(file)) from error
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise FaultyFileError(texts.not_toml(file, _line(str(error)))) from error
    unknown = [key for key in data if key not in _KEYS]
    chosen = {_KEYS[key]: _value(file, key, value) for key, value in data.items() if key in _KEYS}
    return {**chosen, "notes": tuple(texts.unknown_key(file, key, list(_KEYS)) for key in unknown)}


def _line(complaint: str) -> int | None:
    _, _, place = complaint.partition("at line ")
    number, _, _ = place.partition(",")
    return int(number) if number.isdigit() else None


def _value(file: Path, key: str, value: Any) -> Any:
    if key == "stodform":
        return _forms(file, value)
    if key == "forval":
        if not isinstance(value, dict):
            raise FaultyFileError(texts.wrong_type(file, key, texts.TABLE))
        return {form: _text(file, f"{key}.{form}", chosen) for form, chosen in value.items()}
    return _text(file, key, value)


def _text(file: Path, key: str, value: Any) -> str:
    if not isinstance(value, str):
        raise FaultyFileError(texts.wrong_type(file, key, texts.TEXT))
    return value


def _day(file: Path, key: str, value: Any) -> date | None:
    if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
        raise FaultyFileError(texts.wrong_type(file, key, texts.DATE))
    return value


def _forms(file: Path, rows: Any) -> tuple[SupportForm, ...]:
    """Support forms as written: rows of the same id are the same form, each with its time."""
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise FaultyFileError(texts.wrong_type(file, "stodform", texts.LIST_OF_TABLES))
    forms: dict[str, SupportForm] = {}
    for row in rows:
        for key in ("id", "namn"):
            if not row.get(key):
                raise FaultyFileError(texts.support_form_without(file, key))
        form, name = _text(file, "id", row["id"]), _text(file, "namn", row["namn"])
        basis = LegalBasis(
            text=_text(file, "lagrum", row.get("lagrum", "")),
            valid_from=_day(file, "galler_fran", row.get("galler_fran")),
            valid_to=_day(file, "galler_till", row.get("galler_till")),
        )
        if basis.valid_from and basis.valid_to and basis.valid_to < basis.valid_from:
            raise FaultyFileError(texts.wrong_order(file, name))
        earlier = forms[form].bases if form in forms else ()
        forms[form] = SupportForm(form, name, (*earlier, *([basis] if basis.text else [])))
    return tuple(forms.values())
