"""Somebody in the app while it is being pictured, who waits until what was asked for has happened."""

from collections.abc import Callable

from agarhandbok import screen
from textual import events
from textual.pilot import Pilot

from hallbarhet.tui.app import HallbarhetApp
from hallbarhet.tui.places import Place

TRIES = 400


class Visit:
    """Somebody in the app, who waits until things have happened."""

    def __init__(self, app: HallbarhetApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def until(self, reached: Callable[[], bool]) -> None:
        """Let the app work until something holds."""
        for _ in range(TRIES):
            await self.pilot.pause()
            if reached():
                await self.pilot.pause(0.05)
                return
            await self.pilot.pause(0.02)
        raise TimeoutError(self.words)

    @property
    def words(self) -> str:
        """What stands on the screen."""
        return "\n".join("".join(run.text for run in line) for line in screen(self.app))

    async def settled(self) -> None:
        """Wait until the screen stands still: what scrolls does so a little later."""
        before, now = "", self.words
        for _ in range(TRIES):
            if now == before:
                return
            await self.pilot.pause(0.1)
            before, now = now, self.words
        raise TimeoutError(now)

    async def press(self, keys: str) -> None:
        """Keys with spaces between."""
        for key in keys.split():
            await self.pilot.press(key)
            await self.pilot.pause(0.05)

    async def write(self, words: str) -> None:
        """Words where the focus is."""
        assert self.app.screen.focused is not None  # noqa: S101  (something always has it)
        self.app.screen.focused.post_message(events.Paste(words))
        await self.pilot.pause(0.1)

    async def go(self, place: Place) -> None:
        """To a page, until it stands there."""
        self.app.keep()
        self.app.page.go(place)
        await self.until(lambda: self.app.desk.here == place and self.app.page.is_running)

    async def window(self, key: str) -> None:
        """A window over the page."""
        below = self.app.screen
        await self.press(key)
        await self.until(lambda: self.app.screen is not below)

    async def close(self) -> None:
        """Close the window."""
        above = self.app.screen
        await self.press("escape")
        await self.until(lambda: self.app.screen is not above)
