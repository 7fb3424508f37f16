"""The contract's JSON Schema, made from the records themselves."""

from __future__ import annotations

from typing import Any

import msgspec

from detente.records import CodedArticle


def coded_article() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `CodedArticle`."""
    schema: dict[str, Any] = msgspec.json.schema(CodedArticle)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Détente coded article", **schema}
