"""Who is meant: mentions to identities as of a date, and the names of news outlets."""

from detente.actor import outlets
from detente.actor.identity import Identity
from detente.actor.resolver import Resolver

__all__ = ["Identity", "Resolver", "outlets"]
