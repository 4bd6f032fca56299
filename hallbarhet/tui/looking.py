"""An app with the person's own colours and characters, which remembers what is chosen."""

from collections.abc import Sequence
from typing import Any

from textual.app import App
from textual.filter import LineFilter

from hallbarhet.texts import tui as texts
from hallbarhet.texts import tui_look as look_texts
from hallbarhet.tui import looks
from hallbarhet.tui.glyphs import Simple
from hallbarhet.tui.plain import harmless
from hallbarhet.tui.themes import THEMES


class LookingApp(App[int]):
    """Our own themes, and a last filter that draws with simple characters where others cannot be drawn."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._simple = Simple(enabled=False)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme, self._characters = looks.chosen()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for the moment before a theme of ours is in place."""
        return THEMES[0].variables

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through on its way out."""
        return [*super().get_line_filters(), self._simple] if self._simple.enabled else super().get_line_filters()

    def look_at_terminal(self) -> None:
        """Find out what can be drawn; a test has no terminal, and draws everything unless told otherwise."""
        self._simple.enabled = looks.wants_simple(self._characters, has_terminal=not self.is_headless)

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Tell something in passing; what still stands on the screen is not told once more."""
        told = harmless(sentence)
        if all(notice.has_expired or notice.message != told for notice in self._notifications):
            self.notify(told, severity="warning" if trouble else "information", markup=False)

    def action_look(self) -> None:
        """Another look: the next one on offer."""
        names = [theme.name for theme in THEMES]
        self.choose_look(names[(names.index(self.theme) + 1) % len(names)])

    def choose_look(self, name: str) -> None:
        """These colours, from now on."""
        self.theme = name
        self.say(texts.LOOK_CHOICE.format(texts.LOOKS[name]))
        self._remember("utseende", name)

    def action_characters(self) -> None:
        """Draw with simple characters, or with all of them again."""
        self._simple.enabled = is_simple = not self._simple.enabled
        for screen in self.screen_stack:
            for widget in screen.walk_children(with_self=True):
                widget.refresh()
        self.say(look_texts.SIMPLE_ON if is_simple else look_texts.SIMPLE_OFF)
        self._remember("tecken", looks.SIMPLE_CHARACTERS if is_simple else looks.ALL_CHARACTERS)

    def _remember(self, key: str, value: str) -> None:
        if not looks.remember(key, value):
            self.say(look_texts.NOT_REMEMBERED, trouble=True)
