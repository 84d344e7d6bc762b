"""Every version of what was amended, in the form in which a concern is handed on."""

from collections import defaultdict
from collections.abc import Mapping

from sgdesk.domain.concern import Concern
from sgdesk.domain.handed_on import DETAILS, HandedDetails, HandedFactVersion
from sgdesk.ids import ConcernId, FactId, UserId
from sgdesk.store.facts import FactVersion
from sgdesk.store.unit import Unit


def handed_details(
    unit: Unit, concern_id: ConcernId, names: Mapping[UserId, str]
) -> tuple[HandedDetails, ...]:
    """Return the versions of a record's details; none while nothing was amended."""
    versions = unit.concerns.versions(concern_id)
    if len(versions) == 1:
        return ()
    return tuple(
        HandedDetails(
            version=one.version, written_at=one.written_at,
            written_by=names.get(one.written_by, one.written_by), because=one.because,
            **{name: getattr(one.body, name) for name in DETAILS},
        )
        for one in versions
    )  # fmt: skip


def handed_facts(
    unit: Unit, concern: Concern, names: Mapping[UserId, str]
) -> tuple[HandedFactVersion, ...]:
    """Return the versions of each fact that was amended or added later, in the record's order."""
    chains: dict[FactId, list[FactVersion]] = defaultdict(list)
    for version in unit.facts.versions(concern.id):
        chains[version.fact.id].append(version)
    return tuple(
        HandedFactVersion(
            version=one.version, written_at=one.written_at,
            written_by=names.get(one.written_by, one.written_by), because=one.because,
            fact=one.fact,
        )
        for fact in concern.every_fact
        if len(chains[fact.id]) > 1 or chains[fact.id][0].because
        for one in sorted(chains[fact.id], key=lambda one: one.version)
    )  # fmt: skip
