"""A folder with a checklist as ground, and overlays that build on it."""

from pathlib import Path

from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.problems import Problem
from hallbarhet.checklist.reading import read_checklist

HEAD = """format = 1
[checklista]
id = "region"
version = "1.0.0"
titel = "Regionens"
bygger_pa = "grund@1.0"
"""


class Folder:
    """A folder with a ground and overlays on it."""

    def __init__(self, path: Path, ground: str) -> None:
        self.path = path
        self.ground = self.write("grund.toml", ground)

    def write(self, name: str, text: str) -> Path:
        path = self.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def read(self, text: str, head: str = HEAD) -> tuple[Checklist | None, list[Problem]]:
        return read_checklist(self.write("region.toml", head + text))

    def merged(self, text: str, head: str = HEAD) -> Checklist:
        checklist, problems = self.read(text, head)
        assert checklist is not None, [problem.sentence for problem in problems]
        assert [problem for problem in problems if problem.severity == "fel"] == []
        return checklist

    def told(self, text: str, head: str = HEAD) -> list[tuple[str, str, int | None]]:
        return [(p.code, Path(p.file).name, p.line) for p in self.read(text, head)[1]]
