"""Every command of the app, once: bindings, footer, help and search are made from this table."""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding

from hallbarhet.texts import tui_commands as words
from hallbarhet.texts import tui_flows as flows
from hallbarhet.texts import tui_guide, tui_look
from hallbarhet.texts.tui_commands import Words


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can ask for, with the keys that ask for it and its words."""

    action: str
    """The method `action_<name>` of the screen or the app."""
    keys: tuple[str, ...]
    """The key to show comes first; a second one works where the first writes text. None: only through search."""
    words: Words

    @property
    def binding(self) -> Binding:
        """The same for Textual; the footer is ours, so nothing is shown there."""
        return Binding(",".join(self.keys), self.action, self.words.label, show=False)

    def key_name(self, *, in_text: bool = False) -> str:
        """The key as it is written on a keyboard, or one that works where letters and Enter write text."""
        usable = [key for key in self.keys if not (in_text and (len(key) == 1 or key == "enter"))]
        if not usable:
            return ""
        parts = usable[0].split("+")
        return "+".join(words.KEY_NAMES.get(part, part if len(part) == 1 and len(parts) == 1 else part.capitalize())
                        for part in parts)  # fmt: skip


HELP = Command("help", ("f1", "question_mark"), words.HELP)
SEARCH = Command("search", ("ctrl+p",), words.SEARCH)
QUIT = Command("quit", ("ctrl+q",), words.QUIT)
STANDING = Command("standing", ("f6",), words.STANDING)
LOOK = Command("look", (), words.LOOK)
CHARACTERS = Command("characters", (), tui_look.CHARACTERS)
GUIDE = Command("guide", (), tui_guide.GUIDE)
PLAYGROUND = Command("playground", (), tui_guide.PLAYGROUND)

GO_ON = Command("go_on", ("enter", "f8"), words.GO_ON)
ON_BY_F8 = Command("go_on", ("f8",), words.GO_ON)
"""Where Enter does something else."""
BACK = Command("back", ("f7", "escape"), words.BACK)
OVERVIEW = Command("overview", ("f2",), words.OVERVIEW)
CONFLICTS = Command("conflicts", ("f5",), words.CONFLICTS)
CHECK = Command("check", ("f9",), words.CHECK)
CASE = Command("case", (), words.CASE)
JUDGEMENT = Command("judgement", (), words.JUDGEMENT)
FIND_OUT = Command("find_out", (), flows.FIND_OUT)
FILE = Command("file", (), flows.FILE)
CHANGE = Command("change", (), flows.CHANGE)
UNDO = Command("undo", ("ctrl+z",), words.UNDO)
REDO = Command("redo", ("ctrl+y",), words.REDO)
EDITOR = Command("editor", ("f4",), words.EDITOR)
LEAVE = Command("leave", (), words.LEAVE)
TO_CONTINUE = Command("first_open", (), words.TO_CONTINUE)

NEW = Command("new", ("n", "ctrl+n"), words.NEW)
OPEN = Command("open", ("enter",), words.OPEN)
FILTER = Command("filter", ("f3",), words.FILTER)
RELOAD = Command("reload", ("f5",), words.RELOAD)
HOME = Command("home", ("f7",), tui_guide.HOME)
RELATED = Command("related", ("f8",), words.RELATED)

EVERY_QUESTION = Command("every_question", ("f3",), words.EVERY_QUESTION)
DEEPEN = Command("deepen", (), words.DEEPEN)
SHORTEN = Command("shorten", (), words.SHORTEN)

SPLIT = Command("split", ("d",), words.SPLIT)
EVIDENCE = Command("evidence", ("u",), words.EVIDENCE)
INTERNAL = Command("internal", (), words.INTERNAL)
CLEAR = Command("clear", ("delete",), words.CLEAR)

ADD_CONFLICT = Command("add_conflict", ("n",), words.ADD_CONFLICT)
WITHDRAW = Command("withdraw", (), words.WITHDRAW)
ADD_CONDITION = Command("add_condition", ("n",), words.ADD_CONDITION)

COPY_LIST = Command("copy_list", ("k",), flows.COPY_LIST)
SAVE_LIST = Command("save_list", ("s",), flows.SAVE_LIST)

COMPLETE = Command("complete", (), words.COMPLETE)
REOPEN = Command("reopen", (), words.REOPEN)
DONE_WRITING = Command("done_writing", ("f8",), words.DONE_WRITING)
CLOSE = Command("close", ("escape", "f7"), words.CLOSE)
CLOSE_ALSO_F1 = Command("close", ("escape", "f7", "f1", "enter", "q"), words.CLOSE)
CLOSE_ALSO_F6 = Command("close", ("escape", "f7", "f6", "enter", "q"), words.CLOSE)
"""Windows that are only read close by the key that opened them, and by Enter."""

SKIP_GUIDE = Command("close", ("escape",), words.CLOSE)
GUIDE_BACK = Command("previous", ("f7", "left"), words.BACK)

EVERYWHERE = (HELP, SEARCH, STANDING, LOOK, CHARACTERS, GUIDE, PLAYGROUND, QUIT)
"""What the app itself answers to."""

IN_A_CASE = (
    GO_ON, BACK, OVERVIEW, CONFLICTS, CHECK, CASE, JUDGEMENT, FIND_OUT, FILE, CHANGE, TO_CONTINUE, UNDO, REDO, EDITOR,
    LEAVE,
)  # fmt: skip
"""What every page of an open case answers to."""

IN_A_LIST = (OPEN, ON_BY_F8, *(command for command in IN_A_CASE if command != GO_ON))
"""The same where Enter opens the row under the cursor."""


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """The bindings of those commands that have a key."""
    return [command.binding for command in commands if command.keys]
