"""Lists and searches read what they show, however many concerns there are."""

from typing import Any

import pytest
from sqlalchemy import Select
from sqlalchemy.dialects import sqlite

from sgdesk.store.lines import NEWEST
from sgdesk.store.search import _FOUND
from sgdesk.store.unit import Store

VALUES = {"at": "2026", "id": "one", "stage": "recorded", "words": '"mia"*', "limit": 50}


def plan(store: Store, query: Select[Any]) -> list[str]:
    compiled = query.compile(dialect=sqlite.dialect())
    values = {**compiled.params, **VALUES}
    with store._engine.connect() as connection:
        steps = connection.exec_driver_sql(
            f"EXPLAIN QUERY PLAN {compiled}",
            tuple(values[name] for name in compiled.positiontup or ()),
        )
        return [step[-1] for step in steps]


@pytest.mark.parametrize("which", NEWEST, ids=str)
def test_the_newest_are_read_from_an_index_and_never_sorted(
    store: Store, which: tuple[bool, bool]
) -> None:
    steps = plan(store, NEWEST[which])

    assert steps[0].split(" USING ")[0] in ("SCAN concern", "SEARCH concern")
    assert "INDEX ix_concern_" in steps[0]
    assert not [step for step in steps if "TEMP B-TREE" in step]


def test_a_search_stops_at_its_limit_before_it_reads_concerns(store: Store) -> None:
    steps = plan(store, _FOUND)

    assert [step for step in steps if step.startswith("SCAN search VIRTUAL TABLE")]
    assert not [step for step in steps if step.startswith(("SCAN concern", "SCAN person"))]
    assert not [step for step in steps if "ORDER BY" in step]
