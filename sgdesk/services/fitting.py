"""Whether a team of the directory is one to ring about a concern: its people, nation and area."""

from collections.abc import Iterable

from sgdesk.domain.agency import Agency
from sgdesk.domain.calendar import nation_name
from sgdesk.domain.concern import Concern
from sgdesk.domain.home_area import HomeArea, plain_postcode
from sgdesk.domain.sharing.proposal import not_theirs
from sgdesk.domain.sharing.recipient import Recipient
from sgdesk.domain.sharing.recipient_rules import is_other_area, is_other_nation
from sgdesk.services.agencies import home_area_in
from sgdesk.store.unit import Unit
from sgdesk.text import _


def why_unfit(unit: Unit, concern: Concern, agencies: Iterable[Agency]) -> dict[str, str]:
    """Return for each team that does not fit a concern why not, by the team's id."""
    from sgdesk.library.recipients import recipient_file

    recipients = recipient_file()
    home = home_area_in(unit, plain_postcode(concern.person.postcode))
    told = {
        str(one.id): not_theirs(concern, one.kind, recipients) or _elsewhere(one, concern, home)
        for one in agencies
    }
    return {id: why for id, why in told.items() if why}


def _elsewhere(agency: Agency, concern: Concern, home: HomeArea) -> str:
    """Return where a team works that is bound to a home, if that is not where the home is."""
    to = Recipient(
        kind=agency.kind, area=agency.area, home_area=home.for_kind(agency.kind),
        nation=agency.nation,
    )  # fmt: skip
    if is_other_nation(to, concern):
        return _("They work in {nation}.").format(nation=nation_name(agency.nation))
    if is_other_area(to):
        return _("They work in {area}, and the home is in {home}.").format(
            area=to.area.strip(), home=to.home_area.strip()
        )
    return ""
