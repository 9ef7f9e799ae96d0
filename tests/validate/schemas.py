#!/usr/bin/env python3
"""Holds the JSON Schema of every template to the data of the samples, with python3-jsonschema.

Usage: schemas.py PROGRAM. Each schema is itself valid (2020-12) and its examples fit it; the merged data of each sample is
valid; the same data with a misspelt key, without a required one or with a date in words is not. With --partial each single
file of a sample is valid. The last line is "N passed, M failed".
"""

import copy
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Iterator

import yaml
from jsonschema import Draft202012Validator

SAMPLES = Path(__file__).parents[2] / "samples"
AGENCY = "co-quan.yaml"


class Loader(yaml.SafeLoader):
    """YAML 1.2 as the program reads it: dates, times and yes/no stay text."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?(?:0|[1-9][0-9]*)$", list("-+0123456789")),
    ("float", r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$", list("-+0123456789.")),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


def read(path: Path) -> dict[str, Any]:
    """A data file of a sample."""
    text = path.read_text(encoding="utf-8")
    return json.loads(text) if path.suffix == ".json" else yaml.load(text, Loader)


def merged(under: Any, over: Any) -> Any:
    """As the program merges files: maps key by key, anything else is replaced."""
    if isinstance(under, dict) and isinstance(over, dict):
        return {**under, **{key: merged(under.get(key), value) for key, value in over.items()}}
    return over


def subschemas(schema: Any) -> Iterator[dict[str, Any]]:
    """Every object in a schema that has examples or a default."""
    if isinstance(schema, dict):
        if "examples" in schema or "default" in schema:
            yield schema
        for value in schema.values():
            yield from subschemas(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from subschemas(value)


class Check:
    """The schemas of one program, and what was found."""

    def __init__(self, program: str) -> None:
        self.program = program
        self.passed = 0
        self.failed = 0
        self.known: dict[tuple[str, ...], Draft202012Validator] = {}

    def validator(self, *arguments: str) -> Draft202012Validator:
        """The validator of a template; made once."""
        if arguments not in self.known:
            done = subprocess.run([self.program, "schema", *arguments], capture_output=True, text=True, check=True)
            self.known[arguments] = Draft202012Validator(json.loads(done.stdout))
        return self.known[arguments]

    def expect(self, what: str, good: bool, detail: str = "") -> None:
        """Counts one check."""
        self.passed += good
        self.failed += not good
        if not good:
            print(f"FAIL  {what}: {detail[:300]}")

    def schema(self, name: str) -> None:
        """The schema by itself, and its examples."""
        validator = self.validator(name)
        Draft202012Validator.check_schema(validator.schema)
        definitions = {"$defs": validator.schema.get("$defs", {})}
        wrong = []
        for part in subschemas({key: value for key, value in validator.schema.items()}):
            local = Draft202012Validator({**part, **definitions})
            values = part.get("examples", []) + ([part["default"]] if "default" in part else [])
            wrong += [f"{part.get('title')}: {value!r}" for value in values if not local.is_valid(value)]
        self.expect(f"{name}: examples", not wrong, "; ".join(wrong))

    def sample(self, folder: Path, document: Path) -> None:
        """Merged data of one document, then the same data with faults."""
        parts = [read(path) for path in (folder / AGENCY, document) if path.exists()]
        data: dict[str, Any] = {}
        for part in parts:
            data = merged(data, part)
        name = data["mau"]
        validator = self.validator(name)
        errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]
        self.expect(f"{folder.name}: valid for {name}", not errors, "; ".join(errors))
        for part in parts:
            self.expect(f"{folder.name}: a file of it", self.validator(name, "--partial").is_valid(part))
        for what, broken in self.faults(data, validator.schema):
            self.expect(f"{folder.name}: {what} is refused", not validator.is_valid(broken))

    @staticmethod
    def faults(data: dict[str, Any], schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        """The data with one fault each."""
        yield "a misspelt key", {**data, "trich_yue": "x"}
        for key in schema.get("required", []):
            yield f"no {key}", {other: value for other, value in data.items() if other != key}
            yield f"{key} null", {**data, key: None}
        if isinstance(data.get("co_quan"), dict):
            broken = copy.deepcopy(data)
            broken["co_quan"]["dia_dannh"] = "x"
            yield "a misspelt key in a group", broken
        for key, field in schema["properties"].items():
            if "\\d{4}" in field.get("pattern", ""):
                yield f"{key} in words", {**data, key: "hôm nay"}
                yield f"{key} without separators", {**data, key: "05032026"}


def main(arguments: list[str]) -> int:
    """Exit code 1 if anything failed."""
    check = Check(arguments[0])
    listing = subprocess.run([check.program, "templates"], capture_output=True, text=True, check=True).stdout
    for line in listing.splitlines():
        check.schema(line.split()[0])
    for folder in sorted(path for path in SAMPLES.iterdir() if path.is_dir() and path.name != "loi"):
        for document in sorted([*folder.glob("*.yaml"), *folder.glob("*.json")]):
            if document.name != AGENCY:
                check.sample(folder, document)
    print(f"{check.passed} passed, {check.failed} failed")
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
