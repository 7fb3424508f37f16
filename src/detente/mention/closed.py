"""Pronouns, by whom they may stand for, and other words that open a noun phrase."""

from __future__ import annotations

HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])
IT = frozenset(["it", "its", "itself"])
THEY = frozenset(["they", "them", "their", "theirs", "themselves"])
ONE_SPEAKER = frozenset(["i", "me", "my", "mine", "myself"])
SPEAKER = ONE_SPEAKER | {"we", "us", "our", "ours", "ourselves"}
YOU = frozenset(["you", "your", "yours", "yourself", "yourselves"])
PRONOUNS = HE | SHE | IT | THEY | SPEAKER | YOU
#: Names that small words have the letters of: the state and the health organisation, which a model that knows no capitals cannot tell from them.
INITIALS = frozenset({"US", "WHO"})
#: Pronouns with which a longer phrase may begin ("her office").
OWNERS = frozenset("his her its their my our your".split())
#: Small words within people's names ("Ana de la Cruz", "Attaye ag Mossa").
PARTICLES = frozenset("ag al el ben bin bint ibn ould uld van von der den ter de da do dos das del della la le du av".split())
DETERMINERS = frozenset(
    "the a an this that these those both all some any no none each every either neither many much more most few fewer several enough another other "
    "others such half one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands scores at about nearly almost around "
    "over only just even perhaps who whom whose which what everybody everyone anybody anyone nobody somebody someone".split()
)
