"""The checklist language as a JSON Schema: what an editor needs to complete keys, explain them and mark slips."""

from collections.abc import Iterable
from typing import Any

from hallbarhet.checklist.entries import LISTS, TABLES, keys_of
from hallbarhet.checklist.layers import INNER_TABLES
from hallbarhet.checklist.model import Checklist
from hallbarhet.checklist.overlay import MARKS, OWN_KEYS
from hallbarhet.texts import schema as texts
from hallbarhet.texts import schema_overlay as overlay_texts
from hallbarhet.texts.problems import noun

DIALECT = "https://json-schema.org/draft/2020-12/schema"

ROOT = "Checklist"
CONDITION = "Condition"

_DEFS = "#/$defs/"

_WHOLE = "Whole"
"""Ends the name of the stricter twin of a table: what must stand there when the file builds on nothing."""

_BOUNDS = {"ge": "minimum", "le": "maximum", "gt": "exclusiveMinimum", "lt": "exclusiveMaximum"}
"""Bounds on a union of numbers, which pydantic leaves under its own names."""

Schema = dict[str, Any]

_OPEN: Schema = {"additionalProperties": True}
"""Said in so many words, because some editors take a table without it for one that allows nothing more."""


def checklist_schema() -> Schema:
    """The schema, draft 2020-12. An overlay is valid with what differs alone; other files must be complete."""
    raw = Checklist.model_json_schema(by_alias=True)
    tables = {name: _tidy(table) for name, table in raw.pop("$defs").items()}
    tables[ROOT] = _tidy(raw)
    one_atom = [{"required": [key]} for key in ("dimension", "tema", "tagg", "mal")]
    tables["AggregateAtom"]["oneOf"] = one_atom
    for name, table in tables.items():
        _explain(name, table)
    mandatory = {name: _mandatory(table) for name, table in tables.items()}
    needed = _overlay_needs(tables)
    for name, keys in needed.items():
        tables[name]["required"] = keys
        _add_marks(tables[name], placeable=name not in {"Header", "Rules", "ConflictLimits", "RobustnessRules"})
    _add_overlay_keys(tables)
    twins = {f"{name}{_WHOLE}": _whole(tables[name], mandatory[name], needed) for name in (*needed, ROOT)}
    root = tables.pop(ROOT)
    return {
        "$schema": DIALECT,
        "title": overlay_texts.TITLE,
        **root,
        "description": overlay_texts.DESCRIPTION,
        "if": _builds_on(),
        "else": {"$ref": f"{_DEFS}{ROOT}{_WHOLE}"},
        "$defs": dict(sorted({**tables, CONDITION: _condition(), **twins}.items())),
    }


# From pydantic's form to one that editors read well


def _tidy(node: Any) -> Any:
    """The node without titles, nulls and empty defaults, with conditions by name."""
    if isinstance(node, list):
        return [_tidy(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    if _is_condition(node):
        return {"$ref": f"{_DEFS}{CONDITION}"}
    kept = {key: value for key, value in node.items() if key not in {"title", "description", "discriminator"}}
    if isinstance(properties := kept.get("properties"), dict):
        kept["properties"] = {key: _tidy(value) for key, value in properties.items()}
    kept = {
        _BOUNDS.get(key, key): value if key in {"properties", "default", "required"} else _tidy(value)
        for key, value in kept.items()
    }
    if "default" in kept and (kept["default"] in (None, "", [], {}) or isinstance(kept["default"], list | dict)):
        del kept["default"]
    return _without_null(kept)


def _is_condition(node: Schema) -> bool:
    branches = node.get("oneOf")
    return isinstance(branches, list) and {"$ref": f"{_DEFS}All"} in branches


def _without_null(node: Schema) -> Schema:
    """TOML has no null: a key that may be left out is left out. A whole number is a number."""
    if "anyOf" not in node:
        return node
    branches = [branch for branch in node["anyOf"] if branch != {"type": "null"}]
    if {"type": "number"} in branches:
        branches = [branch for branch in branches if branch != {"type": "integer"}]
    rest = {key: value for key, value in node.items() if key != "anyOf"}
    return {**branches[0], **rest} if len(branches) == 1 else {**rest, "anyOf": branches}


def _condition() -> Schema:
    kinds = ("ItemAtom", "AggregateAtom", "CaseAtom", "GapAtom", "All", "AnyOf", "Not", "Count")
    return {"description": overlay_texts.CONDITION, "oneOf": [{"$ref": f"{_DEFS}{kind}"} for kind in kinds]}


# Words


def _explain(name: str, table: Schema) -> None:
    """Say what a table and each of its keys mean."""
    words = texts.KEYS[name]
    table["description"] = words[""]
    for key, node in table["properties"].items():
        meanings = overlay_texts.VALUES.get((name, key), {})
        told = " ".join(f"{value}: {_lowered(meaning)}" for value, meaning in meanings.items())
        explained = {"description": f"{words[key]} {told}".strip(), **node}
        if meanings:
            # some words are known to the checks alone
            explained.setdefault("enum", list(meanings))
            in_order = [meanings[str(value)] for value in explained["enum"]]
            explained["x-taplo"] = {"docs": {"enumValues": in_order}}
        table["properties"][key] = explained


def _lowered(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}"


# Overlays


def _mandatory(table: Schema) -> list[str]:
    return list(table.get("required", ()))


def _overlay_needs(tables: dict[str, Schema]) -> dict[str, list[str]]:
    """What must stand in the tables that an overlay may give in part: what they are known by."""
    root, rules = tables[ROOT]["properties"], tables["Rules"]["properties"]
    needs = {_named(root[kind]["items"]): _known_by(kind) for kind in LISTS}
    needs["Item"] = ["id"]
    needs |= {_named(root[table]): [] for table in TABLES}
    needs |= {_named(rules[table]): [] for table in INNER_TABLES if "$ref" in rules[table]}
    needs["Header"] = ["id", "version"]
    return needs


def _known_by(kind: str) -> list[str]:
    # a dropped question has no `till`
    return ["fran_version"] if kind == "koppling" else list(keys_of(kind))


def _named(node: Schema) -> str:
    return str(node["$ref"]).removeprefix(_DEFS)


def _add_marks(table: Schema, *, placeable: bool) -> None:
    place, reset = MARKS
    if placeable:
        table["properties"][place] = {"description": _only_overlay(overlay_texts.PLACED_AFTER), "type": "string"}
    table["properties"][reset] = {
        "description": _only_overlay(overlay_texts.RESET),
        "type": "array",
        "items": {"type": "string"},
    }


def _add_overlay_keys(tables: dict[str, Schema]) -> None:
    base, against = OWN_KEYS
    tables["Header"]["properties"] |= {
        base: {
            "description": overlay_texts.BUILDS_ON,
            "type": "string",
            "pattern": r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}(@[0-9]+(\.[0-9]+){0,2})?$",
        },
        against: {
            "description": _only_overlay(overlay_texts.BUILT_AGAINST),
            "type": "string",
            "pattern": "^sha256-1:[0-9a-f]{64}$",
        },
    }
    root = tables[ROOT]
    root["required"] = ["checklista"]
    root["properties"]["ta_bort"] = {
        "description": _only_overlay(overlay_texts.DROP),
        "type": "array",
        "items": _drop(("punkt", *LISTS)),
    }


def _drop(kinds: Iterable[str]) -> Schema:
    what = {
        kind: {
            "description": overlay_texts.drop_one(noun(kind)),
            "anyOf": [{"type": "string"}, {"type": "number"}, {"type": "array", "items": {"type": "string"}}],
        }
        for kind in kinds
    }
    reason = {"motivering": {"description": overlay_texts.DROP_REASON, "type": "string", "minLength": 1}}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {**what, **reason},
        "required": ["motivering"],
        "minProperties": 2,
        "maxProperties": 2,
    }


def _only_overlay(sentence: str) -> str:
    return f"{sentence} {overlay_texts.NOT_IN_THE_BASE}"


def _whole(table: Schema, mandatory: list[str], partial: dict[str, list[str]]) -> Schema:
    """What a table must have when the file builds on nothing: every mandatory key, in the tables inside it too."""
    inside: Schema = {}
    for key, node in table["properties"].items():
        holder = node.get("items", node)
        if isinstance(holder, dict) and "$ref" in holder and _named(holder) in partial:
            twin = {"$ref": f"{holder['$ref']}{_WHOLE}"}
            inside[key] = {"items": twin} if "items" in node else twin
        elif key in {*MARKS, OWN_KEYS[1], "ta_bort"}:
            inside[key] = False
    return {"required": mandatory, "properties": inside, **_OPEN}


def _builds_on() -> Schema:
    """Whether the file is an overlay."""
    head = {"required": [OWN_KEYS[0]], **_OPEN}
    return {"required": ["checklista"], "properties": {"checklista": head}, **_OPEN}
