"""Events: what was done by whom to whom, and how real it is."""

from __future__ import annotations

from detente.event.drafts import Draft, draft_events
from detente.event.lifecycle import link
from detente.event.merge import merge
from detente.event.scene import Scene, scenes

__all__ = ["Draft", "Scene", "draft_events", "link", "merge", "scenes"]
