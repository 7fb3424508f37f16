"""Pronouns, by whom they may stand for."""

from __future__ import annotations

HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])
IT = frozenset(["it", "its", "itself"])
THEY = frozenset(["they", "them", "their", "theirs", "themselves"])
ONE_SPEAKER = frozenset(["i", "me", "my", "mine", "myself"])
SPEAKER = ONE_SPEAKER | {"we", "us", "our", "ours", "ourselves"}
YOU = frozenset(["you", "your", "yours", "yourself", "yourselves"])
PRONOUNS = HE | SHE | IT | THEY | SPEAKER | YOU
