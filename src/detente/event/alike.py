"""Whether two tellings name the same parties."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Key = Callable[[str], str]


@dataclass(frozen=True)
class Who:
    """What is known of the chains of an article: `key` gives a chain's identity, `country` its country."""

    key: Key
    country: Callable[[str], str | None]

    def agree(self, ones: Sequence[str], others: Sequence[str]) -> bool | None:
        """Whether two tellings of a side name the same, by identity or by country; None if one of them does not tell."""
        if self.shared(ones, others):
            return True
        here, there = ({found for chain in side if (found := self.country(chain))} for side in (ones, others))
        return bool(here & there) if here and there else None

    def shared(self, ones: Sequence[str], others: Sequence[str]) -> int:
        """How many identities stand in both."""
        return len({self.key(chain) for chain in ones} & {self.key(chain) for chain in others})
