"""From what a report says to HTML, Markdown and plain text; the same view gives the same bytes."""

import re
from base64 import b64encode
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from textwrap import TextWrapper
from typing import Any, Literal

from jinja2 import StrictUndefined, TemplateError
from markupsafe import Markup

from hallbarhet.errors import FaultyFileError
from hallbarhet.report.checklist_view import DocumentView
from hallbarhet.report.harmless import harmless, markdown
from hallbarhet.report.library import FolderLoader, ReportEnvironment
from hallbarhet.report.rescoring_view import RescoringView
from hallbarhet.report.view import ReportView
from hallbarhet.resources import Shelf, shelves
from hallbarhet.texts import report as texts

Ending = Literal["html", "md", "txt"]

WIDTH = 80
"""Columns of the plain text."""

_END_OF_STYLE = re.compile(r"</style", re.IGNORECASE)

_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")

_COMPLAINTS = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError, OSError)
"""What a template somebody wrote can run into."""

Stamp = tuple[tuple[str, int, int], ...]
"""Names, sizes and times of the templates a region keeps: when they change, they are read again."""


def render_html(view: ReportView, *, archive: Path | None = None, user: Path | None = None) -> str:
    """The report as one HTML page. Templates in the archive's or the person's own `mallar` go before the product's.

    Raises:
        FaultyFileError: a template of the region's own cannot be used; the sentence says which and why.
    """
    return _page("report.html.jinja", view, _library(archive, user))


def render_markdown(view: ReportView, *, archive: Path | None = None, user: Path | None = None) -> str:
    """The report as Markdown, without pictures and without the record inside."""
    return _tidy(_library(archive, user).render("text.md.jinja", view=view))


def render_text(view: ReportView, *, archive: Path | None = None, user: Path | None = None) -> str:
    """The report as plain text, 80 columns wide."""
    return _tidy(_library(archive, user).render("text.txt.jinja", view=view))


def render_checklist(
    view: DocumentView, ending: Ending, *, archive: Path | None = None, user: Path | None = None
) -> str:
    """A checklist as a document: HTML, Markdown or plain text.

    Raises:
        FaultyFileError: a template of the region's own cannot be used.
    """
    library, name = _library(archive, user), f"checklist.{ending}.jinja"
    return _page(name, view, library) if ending == "html" else _tidy(library.render(name, view=view))


def render_rescoring(view: RescoringView, *, archive: Path | None = None, user: Path | None = None) -> str:
    """What a batch re-scoring comes to, as one HTML page. Raises FaultyFileError, as `render_html`."""
    return _page("rescoring.html.jinja", view, _library(archive, user))


def _page(name: str, view: object, library: "_Library") -> str:
    """One HTML page with its style inside, and the style's digest for the page's own policy."""
    style = library.style()
    digest = b64encode(sha256(style.encode()).digest()).decode("ascii")
    return library.render(name, view=view, style=Markup(style), style_hash=f"sha256-{digest}")  # noqa: S704  (our own file, checked for its end mark)


def charts_style(*, archive: Path | None = None, user: Path | None = None) -> tuple[str, str]:
    """The rules of the charts alone, for a picture drawn outside its page, and the style they take colours from."""
    library = _library(archive, user)
    return library.charts(), library.style()


class _Library:
    """Compiled templates of one row of folders: one environment per way of writing text."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._loader = FolderLoader(folders)
        self._environments = {
            ".html.jinja": self._environment(autoescape=True),
            # Markdown is escaped text by text; being Markup, it passes the HTML escaping untouched.
            ".md.jinja": self._environment(autoescape=True, finalize=_as_markdown),
            ".txt.jinja": self._environment(autoescape=False),
        }
        self._style: str | None = None

    def _environment(self, *, autoescape: bool, finalize: Callable[[Any], Any] | None = None) -> ReportEnvironment:
        environment = ReportEnvironment(
            self._loader,
            autoescape=autoescape,
            finalize=finalize,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )
        environment.filters.update(wrapped=_wrapped, broken=_broken, one_line=_one_line, underline=_underline)
        return environment

    def style(self) -> str:
        """The product's stylesheet with the region's own after it."""
        if self._style is None:
            style = "\n".join((self.charts(), *self._loader.texts_of("report.css")))
            style = style.replace("\r\n", "\n").replace("\r", "\n")
            if _END_OF_STYLE.search(style):
                raise FaultyFileError(texts.STYLE_ENDS_ITSELF)
            self._style = style
        return self._style

    def charts(self) -> str:
        """The rules of the charts."""
        return "\n".join(self._loader.texts_of("charts.css"))

    def render(self, name: str, **values: Any) -> str:
        environment = next(found for ending, found in self._environments.items() if name.endswith(ending))
        try:
            return harmless(environment.get_template(name).render(**values))
        except _COMPLAINTS as error:
            place = getattr(error, "filename", None) or getattr(error, "name", None) or name
            raise FaultyFileError(texts.faulty_template(place, getattr(error, "lineno", None), str(error))) from error


def _library(archive: Path | None, user: Path | None) -> _Library:
    found = shelves("templates", archive=archive, user=user)
    return _compiled(tuple(shelf.folder for shelf in found), _stamp(found))


@lru_cache(maxsize=8)
def _compiled(folders: tuple[Path, ...], _stamp: Stamp) -> _Library:
    """Templates are compiled once per process."""
    return _Library(folders)


def _stamp(found: tuple[Shelf, ...]) -> Stamp:
    own = (path for shelf in found if not shelf.is_shipped for path in sorted(shelf.folder.iterdir()))
    return tuple((str(path), status.st_size, status.st_mtime_ns) for path in own for status in (path.stat(),))


def _as_markdown(value: Any) -> Any:
    return Markup(markdown(value)) if type(value) is str else value  # noqa: S704  (escaped for Markdown)


def _wrapped(text: str, indent: int = 0) -> str:
    """Text in lines of at most 80 columns, every line after the first one moved in."""
    wrapper = TextWrapper(WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    lines = chain.from_iterable(wrapper.wrap(line) or [""] for line in text.splitlines())
    return f"\n{' ' * indent}".join(lines)


def _broken(text: str, indent: int = 0) -> str:
    """Text whose own line breaks are kept in Markdown, every line after the first one moved in."""
    return text.replace("\n", f"  \n{' ' * indent}")


def _tidy(text: str) -> str:
    """The text with at most one empty line in a row; nobody's own text has more."""
    return f"{_EMPTY_LINES.sub(chr(10) * 2, text).strip()}\n"


def _one_line(text: str) -> str:
    """Text for a cell of a table."""
    return " ".join(text.split())


def _underline(text: str, sign: str) -> str:
    """A line as long as a heading."""
    return sign * min(len(text), WIDTH)
