"""Holds a finding of --diagnostics json to the schema in templates/thong-bao/; only the keywords that it uses are known."""

import json
import re
from pathlib import Path
from typing import Any, Iterator

SCHEMA = json.loads((Path(__file__).parents[2] / "templates" / "thong-bao" / "thong-bao.schema.json").read_text("utf-8"))
TYPES = {"object": dict, "array": list, "string": str, "integer": int, "null": type(None)}
KNOWN = {"$schema", "$id", "$defs", "$ref", "title", "description", "type", "enum", "pattern", "minimum", "required", "properties", "additionalProperties", "items"}


def misfits(value: Any, schema: dict[str, Any], at: str = "finding") -> Iterator[str]:
    """What does not fit, in words."""
    if "$ref" in schema:
        yield from misfits(value, SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]], at)
    if unknown := set(schema) - KNOWN:
        yield f"the schema uses {unknown}"
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(isinstance(value, TYPES[each]) for each in types):
        yield f"{at} is {value!r}, not {' or '.join(types)}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at} is {value!r}, not one of {schema['enum']}"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{at} is {value!r}, not {schema['pattern']}"
    if isinstance(value, int) and value < schema.get("minimum", value):
        yield f"{at} is {value}, less than {schema['minimum']}"
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        yield from (f"{at} lacks {key}" for key in schema.get("required", []) if key not in value)
        if schema.get("additionalProperties", True) is False:
            yield from (f"{at} has {key}" for key in value if key not in properties)
        for key in value.keys() & properties.keys():
            yield from misfits(value[key], properties[key], f"{at}.{key}")
    if isinstance(value, list) and "items" in schema:
        for number, item in enumerate(value):
            yield from misfits(item, schema["items"], f"{at}[{number}]")
