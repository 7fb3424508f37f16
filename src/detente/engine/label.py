"""The name under which a codebook is stored: what it is called and its version."""

from __future__ import annotations

import hashlib

import msgspec

from detente.codebook import Codebook


def label(book: Codebook) -> str:
    """Name and version ("plover 2.0"); a codebook that says no version gets a digest of what it holds."""
    version = book.data.version or hashlib.blake2b(msgspec.json.encode(book.data, order="sorted"), digest_size=4).hexdigest()
    return f"{book.name} {version}"
