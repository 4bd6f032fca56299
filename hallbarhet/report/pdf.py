"""The report as a tagged PDF with the record inside, drawn by WeasyPrint where it is installed.

It is drawn from the same page as the HTML, so the two never differ in what they say. The bytes also depend on the fonts
of the machine. Nothing is fetched and no file is read, whatever a region's own template asks for.
"""

import importlib
import re
from base64 import b64decode
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from hallbarhet.errors import FaultyFileError, NotAllowedError
from hallbarhet.report.render import charts_style, render_html
from hallbarhet.report.view import ReportView
from hallbarhet.texts import report as texts

VARIANT = "pdf/ua-1"
"""Tags, language, title and text alternatives as PDF/UA-1 asks for. Whether it conforms has not been validated."""

PATTERN_ID = "streck-"
"""How the ids of the patterns begin, in the template and in charts.css."""

_MEDIA = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_VARIABLE = re.compile(r"--([\w-]+)\s*:\s*([^;}]+)")
_USE = re.compile(r"var\(--([\w-]+)\)")

_PATTERNS = re.compile(r'<svg class="patterns".*?(<defs>.*?</defs>)</svg>', re.DOTALL)
_CHART = re.compile(r'<svg [^>]*role="img"[^>]*>')
_SWATCH = re.compile(r'<svg class="swatch"[^>]*>')


def render_pdf(view: ReportView, *, dated: datetime, archive: Path | None = None, user: Path | None = None) -> bytes:
    """The report as PDF. `dated` is when the record was made, which stands on the file inside.

    Raises:
        NotAllowedError: WeasyPrint, or the library it draws text with, is not installed; the sentence says how to.
        FaultyFileError: a template of the region's own cannot be used.
    """
    weasyprint = _weasyprint()
    page = _with_drawn_charts(render_html(view, archive=archive, user=user), *charts_style(archive=archive, user=user))
    record = view.download.attachment
    moment = dated.astimezone(UTC).replace(tzinfo=None)
    inside = weasyprint.Attachment(
        string=b64decode(record.base64).decode("utf-8"),
        name=record.name,
        description=view.download.heading,
        created=moment,
        modified=moment,
    )
    urls = importlib.import_module("weasyprint.urls")
    nothing = urls.URLFetcher(allowed_protocols=frozenset(), fail_on_errors=True)
    try:
        drawn: bytes = weasyprint.HTML(string=page, url_fetcher=nothing).write_pdf(
            pdf_variant=VARIANT, attachments=[inside]
        )
    except urls.FatalURLFetchingError as error:
        raise FaultyFileError(texts.PDF_FETCHES_NOTHING) from error
    return drawn


def _weasyprint() -> Any:
    try:
        return importlib.import_module("weasyprint")
    except ImportError as error:
        raise NotAllowedError(texts.PDF_NOT_INSTALLED) from error
    except OSError as error:  # the package is there, the system's own library is not
        raise NotAllowedError(texts.PDF_WITHOUT_PANGO) from error


def _with_drawn_charts(page: str, charts: str, style: str) -> str:
    """The page with the rules, the colours and the patterns inside each picture: a PDF draws every picture alone."""
    values = dict(_VARIABLE.findall(_MEDIA.sub("", style)))
    rules = _USE.sub(lambda use: values.get(use[1], "").strip() or "currentColor", charts)
    found = _PATTERNS.search(page)
    patterns = found[1] if found else ""
    numbers = count(1)

    def inside() -> str:
        # an id may stand once in a document, so each picture has patterns of its own
        own = f"{PATTERN_ID}{next(numbers)}-"
        return f"<style>{rules}</style>{patterns}".replace(PATTERN_ID, own)

    page = _PATTERNS.sub("", page, count=1)
    page = _CHART.sub(lambda chart: f"{chart[0]}{inside()}", page)
    title = f"<title>{texts.PDF_SWATCH}</title>"
    return _SWATCH.sub(lambda swatch: f"{swatch[0]}{title}{inside()}", page)
