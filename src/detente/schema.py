"""The contract's JSON Schema, made from the records themselves."""

from __future__ import annotations

from typing import Any

import msgspec

from detente.records import CodedArticle


def coded_article(*others: type) -> dict[str, Any]:
    """The JSON Schema (2020-12) of `CodedArticle`; under `$defs` are also the records of rooms to the right that are handed in."""
    (article, *_), parts = msgspec.json.schema_components((CodedArticle, *others), ref_template="#/$defs/{name}")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Détente coded article", **article, "$defs": parts}
