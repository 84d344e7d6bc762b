"""The invented practice in `resources/demo`: its people, agencies and stories, as checked values.

Dates and times in the files are London's.
"""

import tomllib
from datetime import date, datetime
from typing import Any

import msgspec

from sgdesk.domain.agency import Agency
from sgdesk.domain.facts.kinds import Fact
from sgdesk.domain.maps import place_named
from sgdesk.domain.practice import Practice
from sgdesk.ids import AgencyId, PersonId, new_id
from sgdesk.library.demonstration_kinds import (
    DemoAgency,
    DemoBasis,
    Demonstration,
    DemoUser,
    Story,
    StoryFact,
)
from sgdesk.library.maps import maps_by_id
from sgdesk.paths import resources

Raw = dict[str, Any]


def read_demonstration() -> Demonstration:
    """Return the practice and its stories, the first begun first, with new ids.

    Raises ValueError when a file is not in order; the files are part of the program.
    """
    raw = _read("practice.toml")
    templates = raw["templates"]
    told = [
        _story(_over(templates, one))
        for path in sorted((resources() / "demo").glob("*.toml"))
        for one in _read(path.name).get("stories", ())
    ]
    return Demonstration(
        stands_at=raw["stands_at"],
        backup_at=raw["backup_at"],
        set_up_at=raw["set_up_at"],
        numbers_on_paper=raw["numbers_on_paper"],
        needed_because=raw["needed_because"],
        practice=msgspec.convert(raw["practice"], Practice),
        users=msgspec.convert(raw["users"], tuple[DemoUser, ...]),
        agencies=tuple(_agency(one) for one in raw["agencies"]),
        bases=msgspec.convert(raw["bases"], dict[str, DemoBasis]),
        stories=tuple(sorted(told, key=lambda story: story.begun)),
    )


def read_users() -> tuple[DemoUser, ...]:
    """Return the people of the practice alone, which takes no time."""
    return msgspec.convert(_read("practice.toml")["users"], tuple[DemoUser, ...])


def _read(name: str) -> Raw:
    return tomllib.loads((resources() / "demo" / name).read_text(encoding="utf-8"))


def _over(templates: dict[str, Raw], raw: Raw) -> Raw:
    """Return what is told, laid over the template it is like, and over what that one is like."""
    own = {name: value for name, value in raw.items() if name != "like"}
    if "like" not in raw:
        return own
    return _laid(_over(templates, templates[raw["like"]]), own)


def _laid(under: Raw, over: Raw) -> Raw:
    both = under | over
    for name in under.keys() & over.keys():
        if isinstance(under[name], dict) and isinstance(over[name], dict):
            both[name] = _laid(under[name], over[name])
    return both


def _agency(raw: Raw) -> DemoAgency:
    checks = tuple(sorted(raw.pop("checks")))
    return DemoAgency(msgspec.convert({"id": AgencyId(new_id())} | raw, Agency), checks)


def _story(raw: Raw) -> Story:
    raw["person"]["id"] = PersonId(new_id())
    raw["relations"] = [{"id": new_id()} | one for one in raw.get("relations", ())]
    facts = tuple(_fact(one) for one in raw.pop("facts"))
    return msgspec.structs.replace(msgspec.convert(raw, Story), facts=facts)


def _fact(raw: Raw) -> StoryFact:
    stays = raw.pop("stays", "")
    values = {"id": new_id(), "noticed_by": raw.pop("by", "")}
    values |= _moments(raw.pop("seen", None), raw.pop("on", None))
    if "place" in raw:
        values |= _place(raw["view"], raw["place"], raw.pop("at", None))
    return StoryFact(msgspec.convert(values | raw, Fact), stays)


def _moments(seen: date | None, happened_on: date | None) -> Raw:
    """Return the moments of a fact; what was seen may be told with its clock time or without."""
    moments: Raw = {"happened_on": happened_on}
    if isinstance(seen, datetime):
        moments |= {"noticed_on": seen.date(), "noticed_at": seen.time()}
    elif seen is not None:
        moments["noticed_on"] = seen
    return moments


def _place(view_id: str, place_id: str, at: list[float] | None) -> Raw:
    """Return where a mark is: `at` a point of the view, or else in the middle of the place."""
    place = place_named(maps_by_id()[view_id], place_id)
    if place is None:
        raise ValueError(f"{view_id} has no place {place_id}.")
    x, y = at or place.centre
    return {"x": round(x, 1), "y": round(y, 1), "place_words": place.name}
