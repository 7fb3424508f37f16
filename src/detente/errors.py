"""Errors that a user can act on: a code, one sentence that names the input, and a hint that names the remedy."""

from __future__ import annotations


class DetenteError(Exception):
    """Base of every error raised on purpose.

    Args:
        message: one sentence, naming the input.
        hint: the remedy, one sentence.
        code: stable short code, for scripts (`empty`, `binary`, `language`, ...).
    """

    def __init__(self, message: str, hint: str = "", code: str = "error") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class InputError(DetenteError):
    """An input that cannot be read or coded; the rest of the batch goes on."""


class UsageError(DetenteError):
    """The command or call itself is wrong; nothing was done."""


class MissingExtra(DetenteError):
    """A library that an optional part needs is not installed."""
