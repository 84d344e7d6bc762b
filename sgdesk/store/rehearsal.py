"""Reading once from a store that is nowhere, so that the first real one is read at speed."""

from collections.abc import Iterator
from contextlib import contextmanager

from sgdesk.clock import Clock
from sgdesk.store.engine import passing_engine
from sgdesk.store.tables import metadata
from sgdesk.store.unit import Unit


@contextmanager
def rehearsal(clock: Clock) -> Iterator[Unit]:
    """Hand out a unit over empty tables in memory; nothing of it is left afterwards."""
    engine = passing_engine()
    try:
        metadata.create_all(engine)
        with Unit(engine, None, clock) as unit:
            yield unit
    finally:
        engine.dispose()
