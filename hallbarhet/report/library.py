"""Where templates are found: a region's own folder before the product's, and never a file outside them."""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

LEVEL_MARK = ":"
"""Divides a template's name from the folder to begin looking in; no file name has it."""


class FolderLoader(BaseLoader):
    """Templates by name in a row of folders, nearest first. A template may extend its namesake in a later folder."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folder.resolve() for folder in folders)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002  (Jinja's signature)
        """The text of a template, read once per process."""
        level, name = _level_and_name(template)
        place = self.place_of(name, level)
        if place is None:
            raise TemplateNotFound(template)
        path = self._folders[place] / name
        return path.read_text(encoding="utf-8"), str(path), lambda: True

    def place_of(self, name: str, level: int = 0) -> int | None:
        """Which folder a template is found in, from a level on; a name that points elsewhere is found in none."""
        for place, folder in enumerate(self._folders[level:], start=level):
            path = folder / name
            if path.is_file() and path.resolve().parent == folder:
                return place
        return None

    def texts_of(self, name: str) -> list[str]:
        """The text of every file of a name, the product's own first."""
        places = [place for place in range(len(self._folders)) if self.place_of(name, place) == place]
        return [(self._folders[place] / name).read_text(encoding="utf-8") for place in reversed(places)]

    def next_level(self, parent: str) -> int:
        """Where a template that extends its own namesake continues to look."""
        level, name = _level_and_name(parent)
        place = self.place_of(name, level)
        return len(self._folders) if place is None else place + 1


class ReportEnvironment(ImmutableSandboxedEnvironment):
    """Jinja in its sandbox, where a template that extends its own name gets the one it covers.

    The sandbox weighs every attribute and every call. Fields of our own frozen data and macros are known to be safe,
    and that they are is remembered: it makes a page three times as fast.
    """

    def __init__(self, loader: FolderLoader, **options: Any) -> None:
        super().__init__(loader=loader, **options)
        self._folders = loader
        self._known_fields: set[tuple[type, str]] = set()

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An attribute that a template may see."""
        kind = type(obj)
        if (kind, attribute) in self._known_fields:
            return getattr(obj, attribute)
        if is_dataclass(kind) and attribute in {field.name for field in fields(kind)} and not attribute.startswith("_"):
            self._known_fields.add((kind, attribute))
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template may call."""
        if isinstance(obj, Macro):
            return context.call(obj, *args, **kwargs)
        return super().call(context, obj, *args, **kwargs)

    def join_path(self, template: str, parent: str) -> str:
        """The name to load: the same as the asking template's means the next one below it."""
        if template == _level_and_name(parent)[1]:
            return f"{self._folders.next_level(parent)}{LEVEL_MARK}{template}"
        return template


def _level_and_name(template: str) -> tuple[int, str]:
    level, mark, name = template.partition(LEVEL_MARK)
    return (int(level), name) if mark and level.isdigit() else (0, template)
