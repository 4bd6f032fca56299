"""The first visit: a short tour, and a demo archive to practise in, beside the person's own and never mixed with it."""

import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol

from textual.worker import Worker

from hallbarhet import settings
from hallbarhet.errors import HallbarhetError
from hallbarhet.texts import tui_guide as texts
from hallbarhet.texts.demo import MARKER_NAME
from hallbarhet.tui import commands, looks
from hallbarhet.tui.commands import Command


class Visitor(Protocol):
    """What the first visit asks of the app."""

    archive: Path
    theme: str

    @property
    def room(self) -> ModuleType:
        """Where windows are made."""

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Tell something in passing."""

    def clear_notifications(self) -> None:
        """Take away what was told."""

    def read_archive(self) -> None:
        """Fill the list."""

    def run_worker(self, work: Callable[[], Any], *, thread: bool, exclusive: bool, group: str) -> Worker[Any]:
        """Do something in a thread."""

    def call_from_thread(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Do something in the app's own thread."""


class Playground:
    """Going to the demo archive and home again."""

    def __init__(self, app: Visitor) -> None:
        self.app = app
        self.home = app.archive

    @property
    def is_demo(self) -> bool:
        """Whether the cases in the list are invented, however they were opened."""
        return os.path.isfile(self.app.archive / MARKER_NAME)  # noqa: PTH113  (says no where one may not look)

    @property
    def is_away(self) -> bool:
        """Whether there is a home to return to."""
        return self.app.archive != self.home

    def hidden_commands(self, *, is_in_case: bool) -> frozenset[Command]:
        """What would make no sense to offer here: practising inside a case, going home from home."""
        if is_in_case:
            return frozenset({commands.PLAYGROUND})
        return frozenset({commands.PLAYGROUND if self.is_away else commands.HOME})

    def is_first_visit(self) -> bool:
        """Whether nobody has chosen anything here before."""
        return not os.path.lexists(settings.user_folder() / settings.FILE_NAME)

    def has_seen_guide(self) -> None:
        """The tour comes by itself only once: from now on there are settings."""
        if self.is_first_visit():
            looks.remember("utseende", self.app.theme)

    def open(self) -> None:
        """Write the demo archive, unless it is there since before, and show it."""
        self.app.say(texts.WRITING)
        self.app.run_worker(self._write, thread=True, exclusive=True, group="opening")

    def _write(self) -> None:
        from hallbarhet.review.demo import write_demo  # noqa: PLC0415  (loads checklists and scoring)

        folder = settings.playground()
        try:
            write_demo(folder)
        except HallbarhetError as fault:
            self.app.call_from_thread(self.app.say, str(fault), trouble=True)
            return
        self.app.call_from_thread(self._enter, folder)

    def _enter(self, folder: Path) -> None:
        self.app.clear_notifications()
        self.app.archive = folder
        self.app.read_archive()
        self.app.say(texts.WELCOME_TO_PRACTICE)

    def leave(self) -> None:
        """Show the person's own cases again."""
        self.app.archive = self.home
        self.app.read_archive()
        self.app.say(texts.HOME_AGAIN)
