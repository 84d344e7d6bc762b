"""Marks that lie on each other: one mark for the same words, of the kind that says most."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sgdesk.domain.wording.kinds import Flag


def merged(flags: list[Flag]) -> list[Flag]:
    """Return the flags; those of one kind that overlap are one, from the first to the last."""
    flags.sort(key=_order)
    kept: list[Flag] = []
    last: dict[int, int] = {}
    for flag in flags:
        place = last.get(flag.type)
        if place is None or flag.start >= kept[place].end:
            last[flag.type] = len(kept)
            kept.append(flag)
        else:
            first = kept[place]
            end, stays = max(first.end, flag.end), first.stays or flag.stays
            if (end, stays) != (first.end, first.stays):
                kept[place] = msgspec.structs.replace(first, end=end, stays=stays)
    return kept


def resolved(flags: Sequence[Flag], yields: Mapping[int, frozenset[int]]) -> tuple[Flag, ...]:
    """Return the flags without those whose words have a mark of a kind that theirs yields to.

    `yields` says so for each kind. A mark yields when it lies within the other, unless it stays.
    """
    dropped: set[int] = set()
    open_marks: list[int] = []
    for number, flag in enumerate(flags):
        open_marks = [each for each in open_marks if flags[each].end > flag.start]
        for longer in open_marks:
            other = flags[longer]
            if flag.end > other.end:
                continue
            if not flag.stays and other.type in yields[flag.type]:
                dropped.add(number)
            elif (other.start, other.end) == (flag.start, flag.end) and not other.stays:
                dropped.update([longer] if flag.type in yields[other.type] else [])
        open_marks.append(number)
    return tuple(flag for number, flag in enumerate(flags) if number not in dropped)


def one_for_each_place(flags: Iterable[Flag]) -> list[Flag]:
    """Return the flags with one for each place: a word of two kinds is explained once."""
    places: dict[tuple[int, int], Flag] = {}
    for flag in flags:
        places.setdefault((flag.start, flag.end), flag)
    return list(places.values())


def _order(flag: Flag) -> tuple[int, int, int]:
    return flag.start, -flag.end, flag.type
