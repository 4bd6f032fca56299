"""What is said of all re-scored records together, as a machine reads it: one JSON object."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hallbarhet import __version__
from hallbarhet.assessment.atomic import write_file
from hallbarhet.assessment.result import METHOD
from hallbarhet.batch.rescoring import Rescored
from hallbarhet.batch.whole import Largest, Summary, Whole
from hallbarhet.texts import rescoring as texts


def told(whole: Whole) -> dict[str, Any]:
    """The whole, with the words of `omrakna --json` where there are such; keys are never left out."""
    return {
        "omrakning": texts.FIRST_LINE,
        "checklista": whole.target or None,
        "fingeravtryck": whole.fingerprint or None,
        "motor": f"hallbarhet {__version__}",
        "metod": METHOD,
        "lasta": whole.read,
        "omraknade": whole.rescored,
        "utkast": whole.drafts,
        "hoppade": dict(whole.left_out),
        "olasta": whole.unread,
        "olasta_poster": [
            {"post": one.path, "fel": [{"kod": f.code, "rad": f.line, "text": f.text} for f in one.faults]}
            for one in whole.told_unread
        ],
        "lasta_langsamt": whole.slow,
        "ej_omraknade_fore": whole.not_recomputed,
        "avvikande_resultat": whole.deviating,
        "avvikande_poster": list(whole.told_deviating),
        "gjorda_med": dict(whole.checklists),
        "svar_per_fraga": [
            {"punkt": id_, "behallna": fate.kept, "andrade": fate.changed, "utan_plats": fate.lost, "nya": fate.new}
            for id_, fate in whole.questions.items()
        ],
        "alternativ": [_summary(summary) for summary in whole.summaries],
    }


def _summary(summary: Summary) -> dict[str, Any]:
    return {
        "alternativ": summary.name,
        "vikter": dict(summary.way.weights),
        "trosklar": {str(level): points for level, points in summary.way.thresholds},
        "antal": summary.count,
        "hoppade": summary.left_out,
        "niva": [
            {"fore": before or None, "efter": after or None, "antal": number}
            for (before, after), number in sorted(summary.cross.items())
        ],
        "omslag": {"uppat": summary.up, "nedat": summary.down, "mojliga": summary.possible},
        "flyttade_niva": dict(sorted(summary.moved_by.items())),
        "kansliga_fore": {
            kind: {"kansliga": found, "provade": tried} for kind, (found, tried) in sorted(summary.sensitive.items())
        },
        "jamforbarhet": dict(summary.grades),
        "andrad_status": summary.states,
        "andrad_hallplats": summary.gates,
        "index": {"antal": summary.compared, "medel": summary.mean},
        "index_karna": {"antal": summary.core_compared, "medel": summary.core_mean},
        "annan_niva_karna": summary.core_levels,
        "index_andringar": _shifts(summary.shifts),
        "index_andringar_karna": _shifts(summary.core_shifts),
        "storst": [_largest(found) for found in summary.largest],
    }


def _shifts(found: Mapping[int, int]) -> list[dict[str, int]]:
    return [{"poang": points, "antal": number} for points, number in sorted(found.items())]


def _largest(found: Largest) -> dict[str, Any]:
    return {
        "post": found.path,
        "id": found.id,
        "diarienummer": found.diary_number,
        "index": {"fore": found.before, "efter": found.after, "andring": found.change, **dict(found.parts)},
        "niva": {"fore": found.level_before, "efter": found.level_after},
        "omslag": found.flip,
    }


class WholeFile:
    """A file with the whole, written when everything has been counted."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def take(self, chunk: Rescored) -> None:
        """Rows are told by the other forms."""

    def end(self, whole: Whole) -> None:
        """Write it. Raises NotSavedError."""
        text = json.dumps(told(whole), ensure_ascii=False, indent=1)
        write_file(self._path, f"{text}\n".encode("utf-8", "backslashreplace"))

    def drop(self) -> None:
        """Nothing has been written yet."""
