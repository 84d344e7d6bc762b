"""Local switches of the guidance: what a lead turned on or off makes a version of its own."""

from msgspec.structs import replace

from sgdesk.domain.guidance import Guidance, find

_APART = ", "
_ON, _OFF = " on", " off"


def base_version(version: str) -> str:
    """Return the version as it was published, without what was switched here."""
    return version.split(_APART)[0]


def switched(guidance: Guidance, base: Guidance | None, switch_id: str, *, on: bool) -> Guidance:
    """Return the guidance with one switch turned, under a version that says so.

    `base` is the version as it was published: what stands as it stood there is not named.
    """
    switches = tuple(
        replace(one, on=on) if one.id == switch_id else one for one in guidance.switches
    )
    published = {one.id: one.on for one in (base or guidance).switches}
    named = [
        f"{one.id}{_ON if one.on else _OFF}"
        for one in switches
        if base is None or published.get(one.id) is not one.on
    ]
    version = _APART.join((base_version(guidance.version), *named))
    return replace(guidance, version=version, switches=switches)


def is_switched_here(guidance: Guidance, switch_id: str) -> bool:
    """Return whether a switch stands otherwise than it was published."""
    found = find(guidance.switches, switch_id)
    if found is None:
        return False
    return f"{switch_id}{_ON if found.on else _OFF}" in guidance.version.split(_APART)[1:]


def turned_off(before: Guidance, after: Guidance) -> tuple[str, ...]:
    """Return the titles of the switches that were on and are on no longer."""
    still_on = {one.id for one in after.switches if one.on}
    return tuple(one.title for one in before.switches if one.on and one.id not in still_on)
