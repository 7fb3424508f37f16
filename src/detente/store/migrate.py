"""Forward migrations: a store of an earlier layout becomes one of this layout, once, when it is opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from detente.errors import UsageError
from detente.store.schema import LAYOUT

if TYPE_CHECKING:
    from detente.store.store import Store

#: `MIGRATIONS[n]` takes a store of layout n + 1 to n + 2. Each can be begun again after a stop.
MIGRATIONS: tuple[Callable[[Store], None], ...] = ()


def bring_forward(store: Store) -> None:
    """Run the migrations that the store lacks.

    Raises:
        UsageError: its layout is newer than this software knows.
    """
    runs = store.runs()
    layout = max((int(row["layout"]) for row in runs), default=LAYOUT)
    if layout > LAYOUT:
        raise UsageError(f"The store has layout {layout}, this software knows {LAYOUT}.", "Upgrade Détente.", "store")
    if layout == LAYOUT:
        return
    for migration in MIGRATIONS[layout - 1 : LAYOUT - 1]:
        migration(store)
    store.mark_migrated(layout)
