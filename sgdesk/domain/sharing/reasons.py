"""Why something is shared: for what, and whether it is necessary and proportionate."""

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.sharing.advice import Advice


class Purpose(msgspec.Struct, frozen=True, kw_only=True):
    """So that (recipient) can (do what); and the advice taken before deciding. `advice_from` and
    `advice` were asked before there could be several advisers; older decisions hold them."""

    so_that: str = ""
    ask: str = ""
    advice_from: str = ""
    advice: str = ""
    advisers: tuple[Advice, ...] = ()


class Necessity(msgspec.Struct, frozen=True, kw_only=True):
    """Necessary and proportionate: both risks weighed, and the Caldicott principles answered.

    `principles` maps a principle's number, as text, to what was answered for it.
    """

    without_naming: YesNo | None = None
    naming_needed_because: str = ""
    risk_of_sharing: str = ""
    risk_of_not_sharing: str = ""
    principles: dict[str, str] = {}
