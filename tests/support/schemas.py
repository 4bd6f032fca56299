"""As much of JSON Schema as the checklist's schema uses, so that it can be tried without another package."""

import re
from datetime import date

KNOWN = {
    "$schema", "$ref", "$defs", "title", "description", "default", "x-taplo", "format", "type", "enum", "const",
    "properties", "required", "additionalProperties", "propertyNames", "minProperties", "maxProperties", "items",
    "minItems", "maxItems", "minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum",
    "exclusiveMaximum", "anyOf", "oneOf", "if", "then", "else",
}  # fmt: skip

_TYPES = {"object": dict, "array": list, "string": (str, date), "boolean": bool}


class Schemas:
    """One document's schema, and what is wrong with some data by it."""

    def __init__(self, root):
        self.root = root

    def faults(self, data):
        return sorted(set(self._faults(self.root, data, ())), key=str)

    def named(self, reference):
        node = self.root
        for step in reference.removeprefix("#/").split("/"):
            node = node[step]
        return node

    def _faults(self, schema, data, path):
        if isinstance(schema, bool):
            yield from () if schema else (path,)
            return
        assert set(schema) <= KNOWN, set(schema) - KNOWN
        if "$ref" in schema:
            yield from self._faults(self.named(schema["$ref"]), data, path)
        if not self._is_valued(schema, data):
            yield path
            return
        yield from self._in_branches(schema, data, path)
        if isinstance(data, dict):
            yield from self._in_table(schema, data, path)
        if isinstance(data, list):
            yield from self._in_list(schema, data, path)

    def _in_branches(self, schema, data, path):
        for branches, allowed in ((schema.get("anyOf"), range(1, 99)), (schema.get("oneOf"), (1,))):
            if branches and sum(not list(self._faults(branch, data, path)) for branch in branches) not in allowed:
                yield path
        if "if" in schema:
            branch = "else" if list(self._faults(schema["if"], data, path)) else "then"
            yield from self._faults(schema.get(branch, True), data, path)

    def _in_list(self, schema, data, path):
        if not schema.get("minItems", 0) <= len(data) <= schema.get("maxItems", len(data)):
            yield path
        for position, entry in enumerate(data):
            yield from self._faults(schema.get("items", True), entry, (*path, position))

    def _in_table(self, schema, data, path):
        if not schema.get("minProperties", 0) <= len(data) <= schema.get("maxProperties", len(data)):
            yield path
        yield from ((*path, key) for key in schema.get("required", ()) if key not in data)
        known = schema.get("properties", {})
        for key, value in data.items():
            yield from self._faults(schema.get("propertyNames", True), key, (*path, key))
            yield from self._faults(known.get(key, schema.get("additionalProperties", True)), value, (*path, key))

    def _is_valued(self, schema, data):
        kind = schema.get("type")
        is_number = isinstance(data, int | float) and not isinstance(data, bool)
        if kind == "number":
            fits = is_number
        elif kind == "integer":
            fits = is_number and float(data).is_integer()
        else:
            fits = kind is None or isinstance(data, _TYPES[kind])
        if isinstance(data, str):
            longest = schema.get("maxLength", len(data))
            fits = fits and schema.get("minLength", 0) <= len(data) <= longest
            fits = fits and re.search(schema.get("pattern", ""), data) is not None
        if is_number:
            fits = fits and schema.get("minimum", data) <= data <= schema.get("maximum", data)
            fits = fits and schema.get("exclusiveMinimum", data - 1) < data < schema.get("exclusiveMaximum", data + 1)
        return fits and data in schema.get("enum", [data]) and data == schema.get("const", data)
