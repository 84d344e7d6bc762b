"""The maps of the body in `resources/maps`, read once and checked."""

import tomllib
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

import msgspec

from sgdesk.domain.maps import Facing, MapView, Place, Side, figure_name
from sgdesk.domain.outlines import centre, segments
from sgdesk.paths import resources

_SVG = "{http://www.w3.org/2000/svg}"
_PREFIX = "place-"


class PlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `places.toml` says about one place."""

    name: str
    side: Side


@lru_cache(maxsize=1)
def map_views() -> tuple[MapView, ...]:
    """Return every body map: figure by figure, the views in the order of the chooser.

    Raises ValueError when a map and the list of places do not agree.
    """
    folder = resources() / "maps"
    words = msgspec.convert(
        tomllib.loads((folder / "places.toml").read_text(encoding="utf-8")),
        dict[Facing, dict[str, PlaceWords]],
    )
    order = list(Facing)
    views = [_read(path, words) for path in sorted(folder.glob("*.svg"))]
    return tuple(sorted(views, key=lambda one: (figure_name(one.id), order.index(one.facing))))


def maps_by_id() -> dict[str, MapView]:
    """Return every body map under its id."""
    return {view.id: view for view in map_views()}


def _read(path: Path, words: dict[Facing, dict[str, PlaceWords]]) -> MapView:
    root = ElementTree.parse(path).getroot()  # noqa: S314
    facing = Facing(path.stem.partition("-")[2])
    _zero_x, _zero_y, width, height = (float(part) for part in root.attrib["viewBox"].split())
    drawn = {
        element.attrib["id"].removeprefix(_PREFIX): _checked(element)
        for element in _group(root, "places")
    }
    if list(drawn) != list(words[facing]):
        raise ValueError(f"{path.name} and places.toml name different places.")
    return MapView(
        id=path.stem,
        title=root.findtext(f"{_SVG}title") or path.stem,
        facing=facing,
        width=width,
        height=height,
        outline=tuple(_checked(element) for element in _group(root, "outline")),
        details=tuple(_checked(element) for element in _group(root, "details")),
        places=tuple(
            Place(name, told.name, told.side, drawn[name], centre(drawn[name]))
            for name, told in words[facing].items()
        ),
    )


def _group(root: ElementTree.Element, name: str) -> list[ElementTree.Element]:
    group = root.find(f"{_SVG}g[@id='{name}']")
    return list(group) if group is not None else []


def _checked(element: ElementTree.Element) -> str:
    path = element.attrib["d"]
    segments(path)
    return path
