"""The two lines on top: which case, whether it is saved, where in it I am, and what waits."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from hallbarhet.tui.plain import one_line, plain


class Head(Vertical):
    """Case and saving on the first line, place and what waits on the second."""

    def compose(self) -> ComposeResult:
        """Two lines with a rule between."""
        with Horizontal():
            yield Static(self.app.title, id="program", markup=False)
            yield Static("", id="case", markup=False)
            yield Static("", id="saved", markup=False)
        with Horizontal(id="place-line"):
            yield Static("", id="place", markup=False)
            yield Static("", id="waits", markup=False)

    def tell(self, *, case: str = "", saved: str = "", place: str = "", waits: str = "", trouble: bool = False) -> None:
        """Say it; only what has changed is drawn again."""
        texts = {"program": self.app.title, "case": case, "saved": saved, "place": place, "waits": waits}
        for id_, text in texts.items():
            part = self.query_one(f"#{id_}", Static)
            content = plain(one_line(text))
            if part.content != content:
                part.update(content, layout=part.styles.auto_dimensions)  # else the whole screen is laid out anew
        self.set_class(trouble, "-trouble")
