"""An amendment that was begun before another was recorded: joined with it, answer by answer."""

from typing import TypeVar

import msgspec

from sgdesk.domain.amendment import changed_fields

EntryT = TypeVar("EntryT", bound=msgspec.Struct)

# The program writes these, and what is in the record counts.
_NO_ANSWERS = {"id", "recorded_at", "amended_at", "withdrawn_at", "withdrawn_as", "unanswered"}
# What is true together only: half of one amendment and half of another would say what nobody said.
_TOGETHER = (
    {"view", "x", "y", "place", "place_words"},
    {"landmark_1", "distance_1_mm"},
    {"landmark_2", "distance_2_mm"},
    {"happened_on", "happened_at"},
    {"noticed_on", "noticed_at"},
    {"presented_on", "presented_at"},
    {"event_on", "event_at"},
    {"born", "born_estimated"},
    {"address", "postcode", "address_protected"},
    {"name", "relationship"},
    {"speaker", "relationship"},
    {"is_explanation", "explains", "explains_marks"},
)


def joined(base: EntryT, typed: EntryT, newest: EntryT) -> EntryT:
    """Return what is newest, with what was typed in each answer that it has otherwise than the
    version it was begun from."""
    names = set(newest.__struct_fields__)
    mine = changed_fields(base, typed) - _NO_ANSWERS
    taken = {name for field in mine for name in (field, f"{field}_typed") if name in names}
    values: dict[str, object] = {name: getattr(typed, name) for name in taken}
    if "unanswered" in names:
        values["unanswered"] = _reasons(base, typed, newest)
    return msgspec.structs.replace(newest, **values)


def in_both(base: msgspec.Struct, typed: msgspec.Struct, newest: msgspec.Struct) -> list[str]:
    """Return the answers that were typed and amended since, each to something else, in order."""
    mine = changed_fields(base, typed) - _NO_ANSWERS
    since = changed_fields(base, newest) - _NO_ANSWERS
    differ = changed_fields(newest, typed)
    hit = [field for field in mine if differ & _beside(field) and since & _beside(field)]
    return [name for name in newest.__struct_fields__ if name in hit]


def _beside(field: str) -> set[str]:
    return {field}.union(*(group for group in _TOGETHER if field in group))


def _reasons(base: object, typed: object, newest: object) -> dict[str, object]:
    was, mine, now = (dict[str, object](one.unanswered) for one in (base, typed, newest))  # type: ignore[attr-defined]
    mine_only = {field for field in was | mine if was.get(field) != mine.get(field)}
    kept = {field: why for field, why in now.items() if field not in mine_only}
    return kept | {field: mine[field] for field in mine_only if field in mine}
