"""Whether a person is a man or a woman, where their words say so: a form of address, a noun, a given name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import takewhile

_MALE = frozenset(
    "mr mr. sir lord king prince sheikh emir sultan father brother son husband uncle nephew grandfather widower man boy gentleman monk priest imam "
    "spokesman chairman congressman councilman businessman policeman serviceman clergyman fisherman assemblyman frontman strongman salesman".split()
)
_FEMALE = frozenset(
    "mrs mrs. ms ms. miss lady dame madam madame queen princess mother sister daughter wife aunt niece grandmother widow woman girl nun baroness "
    "spokeswoman chairwoman congresswoman councilwoman businesswoman policewoman servicewoman assemblywoman actress saleswoman".split()
)
_OF = frozenset({"of", "from", "for", "to", "in"})


def gender(words: Sequence[str], name: Sequence[str]) -> str | None:
    """`m`, `f` or None for a mention's words in lower case without possessive endings, and the name in it.

    "The king's mother" is a woman, "the mother of the king" too, and who is called Maria is one unless the text says Mr.
    """
    head = list(takewhile(lambda word: word not in _OF, words))
    # Of several nouns the last one is the person; a name behind it does not change that.
    for word in reversed(head):
        if word in _MALE:
            return "m"
        if word in _FEMALE:
            return "f"
    # A surname alone says nothing, though some are given names too.
    return _given_names().get(name[0]) if len(name) > 1 else None


def given(name: str) -> bool:
    """Whether a word is a given name."""
    return name.lower() in _given_names()


@lru_cache(maxsize=1)
def _given_names() -> dict[str, str]:
    """Given names, in lower case, that are borne by one gender nearly always."""
    lines = (files("detente.mention") / "data" / "given_names.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {name.lower(): kind for kind, _, names in (line.partition("\t") for line in lines) for name in names.split()}
