"""Whether what happened to a concern from outside can have happened: versions, closings, links."""

from collections import defaultdict
from itertools import pairwise

from sgdesk.domain.handed_on import (
    DETAILS,
    HandedConcern,
    HandedDetails,
    HandedFactVersion,
    HandedOn,
)
from sgdesk.domain.withdrawal import withdrawn
from sgdesk.errors import UserError
from sgdesk.ids import FactId
from sgdesk.services.exchange_police import check_contacts
from sgdesk.text import _


def check_story(document: HandedOn) -> None:
    """Raise UserError with one sentence for a story that cannot be."""
    _check_links(document)
    _check_closings(document)
    _check_details(document.concern, document.details_versions)
    _check_facts(document.concern, document.fact_versions)
    _check_withdrawn(document)
    check_contacts(document)


def _check_links(document: HandedOn) -> None:
    concern = document.concern
    if any(concern.id == one.other_id for one in document.links):
        raise UserError(_("This file links the concern with itself. Nothing was changed."))
    begun = {(one.other_id, one.linked_at) for one in document.links}
    lasting = [one.other_id for one in document.links if one.ended_at is None]
    if len(begun) < len(document.links) or len(set(lasting)) < len(lasting):
        raise UserError(
            _("This file links the concern twice with the same other one. Nothing was changed.")
        )


def _check_closings(document: HandedOn) -> None:
    if any(after.at < before.at for before, after in pairwise(document.closings)):
        raise UserError(
            _(
                "In this file the concern was closed and opened again in an order that cannot be."
                " Nothing was changed."
            )
        )


def _check_details(concern: HandedConcern, versions: tuple[HandedDetails, ...]) -> None:
    if not versions:
        return
    _check_chain(versions)
    newest = versions[-1]
    if any(getattr(newest, name) != getattr(concern, name) for name in DETAILS):
        raise _not_the_newest()


def _check_withdrawn(document: HandedOn) -> None:
    concern, details = document.concern, document.details_versions
    told = {
        one.fact.id
        for one in document.fact_versions
        if one.fact.withdrawn_at is not None and one.because.strip()
    }
    silent = any(one.id not in told for one in withdrawn(concern.facts))
    unsigned = any(withdrawn(one.relations) for one in details[:1])
    if silent or unsigned or (withdrawn(concern.relations) and not details):
        raise UserError(
            _("An entry of this file was withdrawn without a reason. Nothing was changed.")
        )


def _check_facts(concern: HandedConcern, versions: tuple[HandedFactVersion, ...]) -> None:
    chains: dict[FactId, list[HandedFactVersion]] = defaultdict(list)
    for one in versions:
        chains[one.fact.id].append(one)
    here = {fact.id: fact for fact in concern.facts}
    for fact_id, chain in chains.items():
        _check_chain(tuple(chain))
        if here.get(fact_id) != chain[-1].fact:
            raise _not_the_newest()
        if len({type(one.fact) for one in chain}) > 1:
            raise _no_chain()


def _check_chain(versions: tuple[HandedDetails, ...] | tuple[HandedFactVersion, ...]) -> None:
    if [one.version for one in versions] != list(range(1, len(versions) + 1)):
        raise _no_chain()
    if not all(one.because.strip() for one in versions[1:]):
        raise UserError(_("An amendment in this file has no reason. Nothing was changed."))


def _no_chain() -> UserError:
    return UserError(
        _("The versions of an amended entry in this file have a gap. Nothing was changed.")
    )


def _not_the_newest() -> UserError:
    return UserError(
        _(
            "The last version of an amended entry in this file is not what its record says."
            " Nothing was changed."
        )
    )
