"""The entry in the clinical record that points to the log."""

from datetime import date, time

import msgspec

from sgdesk.domain.answers import YesNo


class ClinicalEntry(msgspec.Struct, frozen=True, kw_only=True):
    """The entry in the clinical record that points to the log, and who may see it there."""

    made_by: str = ""
    made_on: date | None = None
    made_on_typed: str = ""
    made_at: time | None = None
    made_at_typed: str = ""
    hidden_online: YesNo | None = None
    proxy_checked: YesNo | None = None
    family_records: YesNo | None = None
    coded: YesNo | None = None
    not_made_because: str = ""
