"""One goal conflict: what stands against what, who wins and loses, and how it is settled."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from hallbarhet.assessment.conflicts import conflict_title
from hallbarhet.assessment.model import ConflictHandling
from hallbarhet.assessment.shown.caseform import UnreadableError, read_date
from hallbarhet.assessment.shown.opposition import opposition
from hallbarhet.scoring.outcome import ConflictOutcome
from hallbarhet.texts import conflicts as words
from hallbarhet.texts import tui_conflicts as texts
from hallbarhet.tui import commands
from hallbarhet.tui.places import CONFLICTS, Place
from hallbarhet.tui.plain import plain
from hallbarhet.tui.screens.page import Page
from hallbarhet.tui.widgets.choices import Alternative, Choices
from hallbarhet.tui.widgets.fields import Field, Words
from hallbarhet.tui.widgets.labelled import Labelled

ATTRIBUTES = {
    "vinner": "winner", "forlorar": "loser", "var": "where", "nar": "when", "motivering": "rationale",
    "atgard": "action", "ansvarig": "responsible", "uppfoljning": "follow_up", "uppfoljning_datum": "follow_up_on",
    "beslutsfattare": "decided_by",
}  # fmt: skip
"""The fields of the form in order, and what they are called in code."""

LONG = ("motivering", "atgard")
DATE = "uppfoljning_datum"


class ConflictPage(Page):
    """One goal conflict and its handling."""

    TABLE = (*commands.IN_A_CASE, commands.WITHDRAW)

    def body(self) -> ComposeResult:
        """What stands against what, then who, where and when, then how it is settled."""
        with VerticalScroll(id="page", can_focus=False):
            yield Static("", id="question", markup=False)
            yield Static("", id="kind", classes="quiet", markup=False)
            yield Static("", id="sides", markup=False)
            yield Static("", id="to-settle", markup=False)
            yield Static("", id="proposal", markup=False)
            yield Static(texts.OWN_SEVERITY, id="severity-label", classes="label", markup=False)
            yield Choices(id="severity")
            yield Static(texts.STATUS, classes="label", markup=False)
            yield Choices(id="status")
            yield Static("", id="left", markup=False)
            yield from self._fields()

    def _fields(self) -> Iterable[Static | Words | Labelled]:
        for key in ("motivering", "atgard"):
            yield Static(texts.FIELD_LABELS[key], id=f"label-{key}", classes="label", markup=False)
            yield Words(id=f"f-{key}", key=key)
        for key in ATTRIBUTES:
            if key not in LONG:
                yield Labelled(texts.FIELD_LABELS[key], key, id=f"f-{key}")

    # Showing

    @property
    def found(self) -> ConflictOutcome | None:
        """What scoring says about it now, if it is still there."""
        return next((entry for entry in self.session.outcome.conflicts if entry.id == self.desk.here.id), None)

    @property
    def handling(self) -> ConflictHandling:
        """What is written about it."""
        id_ = self.desk.here.id
        return self.session.assessment.conflict_by_id.get(id_) or ConflictHandling(id=id_)

    def show(self, place: Place) -> None:
        """Show what was found and what is written."""
        found, handling = self.found, self.handling
        rule = self.session.checklist.rule_by_id.get(handling.id)
        title = handling.title if handling.own or found is None else conflict_title(self.session.checklist, found)
        self.query_one("#question", Static).update(plain(title))
        self.query_one("#kind", Static).update(plain(self._kind_words(found, handling)))
        sides = opposition(self.session, found, handling.against)
        self._tell("#sides", texts.AGAINST, "\n".join(f"  {side}" for side in sides))
        self._tell("#to-settle", texts.TO_SETTLE, rule.to_settle if rule else "")
        self._tell("#proposal", texts.PROPOSAL, rule.proposal if rule else "")
        for key, attribute in ATTRIBUTES.items():
            value = getattr(handling, attribute)
            text = self.desk.drafts.get(self._draft) if key == DATE else None
            known = "" if value is None else value.isoformat() if key == DATE else value
            self._field(key).load(known if text is None else text)
        self._load_severity()
        self._load_status()
        self._reflect()
        wanted = self._field(place.field) if place.field in ATTRIBUTES else self.query_one("#status", Choices)
        wanted.focus(scroll_visible=place.field in ATTRIBUTES)
        if place.field not in ATTRIBUTES:
            self.query_one("#page", VerticalScroll).scroll_home(animate=False)

    @property
    def place_words(self) -> str:
        """One among the goal conflicts."""
        return texts.TITLE

    @property
    def overview_row(self) -> str:
        """The row of the goal conflicts."""
        return "malkonflikter"

    def _kind_words(self, found: ConflictOutcome | None, handling: ConflictHandling) -> str:
        severity = found.severity if found is not None else handling.severity
        kind = words.KINDS.get(found.kind if found is not None else handling.kind, "")
        parts = [f"{texts.SEVERITY}: {words.SEVERITIES[severity]}"] if severity in words.SEVERITIES else []
        return " · ".join([*parts, kind] if kind else parts)

    def _tell(self, selector: str, heading: str, text: str) -> None:
        part = self.query_one(selector, Static)
        part.display = bool(text.strip())
        separator = "\n" if text.startswith(" ") else ": "
        part.update(plain(f"{heading}{separator}{text.rstrip()}"))

    def _field(self, key: str) -> Field:
        widget = self.query_one(f"#f-{key}")
        return widget.line if isinstance(widget, Labelled) else self.query_one(f"#f-{key}", Words)

    def _load_status(self) -> None:
        alternatives = [
            Alternative(id_, str(number), f"{name.capitalize()}: {words.STATUS_MEANINGS[id_].lower()}")
            for number, (id_, name) in enumerate(words.STATUSES.items(), 1)
        ]
        self.query_one("#status", Choices).load(alternatives, frozenset({self.handling.status}))

    def _load_severity(self) -> None:
        is_own = self.handling.own
        self.query_one("#severity-label", Static).display = is_own
        choices = self.query_one("#severity", Choices)
        choices.display = is_own
        alternatives = [Alternative(str(level), str(level), name) for level, name in words.SEVERITIES.items()]
        choices.load(alternatives, frozenset({str(self.handling.severity)}))

    def _reflect(self) -> None:
        """Mark in words the fields that this severity and status need, and say what is left."""
        found, handling = self.found, self.handling
        required = found.required if found is not None else ()
        left: list[str] = []
        for key, attribute in ATTRIBUTES.items():
            label = texts.FIELD_LABELS[key]
            told = texts.required_label(label) if key in required else label
            if key in LONG:
                self.query_one(f"#label-{key}", Static).update(told)
            else:
                self.query_one(f"#f-{key}", Labelled).rename(told)
            if key in required and not getattr(handling, attribute):
                left.append(key)
        part = self.query_one("#left", Static)
        sentence = self._left_words(left)
        part.update(sentence)
        part.set_class(found is not None and not found.is_settled, "-wanted")

    def _left_words(self, left: list[str]) -> str:
        found = self.found
        if found is not None and found.triggered == "mojlig":
            items = self.session.checklist.item_by_id
            return texts.possible([items[id_].name for id_ in found.waits_for if id_ in items])
        if left:
            return texts.required_left(left)
        if found is not None and not found.is_settled and found.status == "oppen":
            return texts.SETTLED_BY_STATUS
        return texts.NOTHING_LEFT

    # Handling

    def _handle(self, **fields: object) -> None:
        self.session.handle(self.handling.model_copy(update=fields))

    def _take(self, **fields: object) -> None:
        self.flush()
        if self.attempt(lambda: self._handle(**fields)):
            self.keep()
            self._load_status()
            self._reflect()

    @on(Choices.Chosen, "#status")
    def _choose_status(self, event: Choices.Chosen) -> None:
        event.stop()
        self._take(status=event.id)

    @on(Choices.Chosen, "#severity")
    def _choose_severity(self, event: Choices.Chosen) -> None:
        event.stop()
        self._take(severity=int(event.id))
        self.query_one("#severity", Choices).mark(frozenset({event.id}))
        self.query_one("#kind", Static).update(plain(self._kind_words(self.found, self.handling)))

    @on(Choices.Passed, "#status")
    def _to_fields(self) -> None:
        self._field("motivering").focus()

    @on(Choices.Passed, "#severity")
    def _to_status(self) -> None:
        self.query_one("#status", Choices).focus()

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        event.stop()
        lines = [row.line for row in self.query(Labelled)]
        index = next((place for place, line in enumerate(lines) if line is event.input), len(lines))
        if index + 1 < len(lines):
            lines[index + 1].focus()
        else:
            self.action_go_on()

    def written(self, field: Field) -> None:
        """Take the words into the session."""
        if field.key == DATE:
            self._take_date(field.words)
        else:
            self._handle(**{ATTRIBUTES[field.key]: field.words.strip()})
        self._reflect()

    def _take_date(self, text: str) -> None:
        self.desk.drafts.pop(self._draft, None)
        try:
            self._handle(follow_up_on=read_date(text))
        except UnreadableError:
            self.desk.drafts[self._draft] = text

    @property
    def _draft(self) -> str:
        return f"malkonflikt {self.desk.here.id}"

    def action_go_on(self) -> None:
        """Back to the list, unless the date cannot be read as one."""
        self.flush()
        row = self.query_one(f"#f-{DATE}", Labelled)
        row.complain("")
        if self._draft in self.desk.drafts:
            try:
                read_date(row.line.words)
            except UnreadableError as fault:
                row.complain(str(fault))
                row.stop_here()
                return
        super().action_go_on()

    def action_withdraw(self) -> None:
        """Take away a conflict that the officer added."""
        handling = self.handling
        if not handling.own:
            self.host.say(texts.NOT_OWN)
            return
        self.flush()
        if self.attempt(lambda: self.session.withdraw(handling.id)):
            self.keep()
            self.host.say(texts.WITHDRAWN)
            self.host.show(self.desk.go(CONFLICTS))
