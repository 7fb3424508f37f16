"""Reading aids that leave the text alone: sentences as spans, and a plain copy of equal length."""

from detente.text.normal import plain, spaced
from detente.text.sentence import sentences

__all__ = ["plain", "sentences", "spaced"]
