"""The ontology as data: types, modes, contexts, scores, quads, rules, and the crosswalk to CAMEO."""

from detente.codebook.book import Codebook, Derived, Spelling
from detente.codebook.crosswalk import Crosswalk, Plover
from detente.codebook.render import markdown

__all__ = ["Codebook", "Crosswalk", "Derived", "Plover", "Spelling", "markdown"]
