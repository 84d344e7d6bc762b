"""The columns of a directory in a file: the heading of each field, and how others may call it."""

import re
from collections.abc import Sequence

# In the order in which they are written.
HEADINGS = {
    "name": "Team",
    "kind": "Kind",
    "area": "Area or authority",
    "nation": "Nation",
    "phone": "Telephone",
    "hours": "Hours",
    "phone_out_of_hours": "Telephone outside these hours",
    "email": "Secure email",
    "portal": "Portal",
    "portal_hours": "Portal is looked at",
    "form": "Form",
    "form_address": "Form goes to",
    "address": "Address for post",
    "channels": "Accepts",
    "preferred": "Prefers",
    "written_hours": "Confirm in writing within hours",
    "acknowledge_days": "Acknowledge within working days",
    "chase_days": "Chase after working days",
    "ladder": "Escalation",
    "boxes": "Portal boxes",
    "note": "Note",
    "checked_on": "Checked on",
    "checked_by": "Checked by",
    "checked_method": "Checked how",
    "source": "Source",
}
_SPELLINGS = {
    "name": "name|team name|name of the team|agency|agency name|organisation|service",
    "kind": "type|kind of team|type of team|agency type|team type",
    "area": "area|authority|local authority|council|borough|force",
    "nation": "country",
    "phone": "phone|tel|tel no|telephone number|phone number|number"
    "|daytime number|in hours number",
    "hours": "opening hours|open|office hours|times|in hours",
    "phone_out_of_hours": "out of hours|out of hours number|out of hours telephone"
    "|out of hours phone|ooh|ooh number|edt|emergency duty team"
    "|evenings and weekends|telephone out of hours",
    "email": "email|e mail|email address|secure e mail",
    "portal": "portal or web form|portal url|web form|website|url|online form",
    "portal_hours": "portal hours|monitored hours",
    "form": "form name|referral form",
    "form_address": "form address|form email",
    "address": "address|postal address|post",
    "channels": "what it accepts|channels|channel|routes",
    "preferred": "preferred|what it prefers|preferred route|preferred channel",
    "written_hours": "written confirmation hours|written confirmation"
    "|confirm a call in writing within",
    "acknowledge_days": "acknowledge|acknowledgement days|they acknowledge within|acknowledgement",
    "chase_days": "chase|chase days|chase after",
    "ladder": "escalation ladder|ladder",
    "boxes": "length limits|boxes",
    "note": "notes|comment|comments|anything else to know|remarks",
    "checked_on": "checked|last checked|date checked|verified|last verified|numbers checked on",
    "checked_by": "verified by|who checked",
    "checked_method": "check method|how checked|method",
    "source": "where you looked|source of the number",
}  # fmt: skip


def columns_of(cells: Sequence[str]) -> dict[str, int]:
    """Return which field each column of a heading row holds, by the field, with its place from 0.

    Of two that fit, the one that is called as this program calls it is taken.
    """
    told = [_plain(cell) for cell in cells]
    found: dict[str, int] = {}
    for field, heading in HEADINGS.items():
        names = [_plain(heading), *_SPELLINGS[field].split("|")]
        places = [at for name in names for at, one in enumerate(told) if one == name]
        free = [at for at in places if at not in found.values()]
        if free:
            found[field] = free[0]
    return found


def _plain(cell: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cell).lower()
    return " ".join(re.findall(r"[^\W\d_]+", spaced))
