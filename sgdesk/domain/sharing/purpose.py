"""Whether a purpose says what the recipient can do with it (Caldicott principle 1, LAW 5)."""

import re

from sgdesk.text import _

_SHORTEST = 20
_EMPTY_WORDS = frozenset(
    "a an the to so that of for in and or is be it this her his their can may safe safeguard"
    " safeguarding safety protect protection protecting child children adult welfare concern"
    " concerns purpose purposes reasons reason information share sharing referral refer as"
    " required needed necessary help support keep they".split()
)
_FEWEST_TELLING_WORDS = 3


def purpose_problem(so_that: str) -> str | None:
    """Return what to do when the purpose is empty or would fit any case, or None."""
    words = re.findall(r"[^\W\d_]+", so_that.lower())
    telling = [word for word in words if word not in _EMPTY_WORDS]
    if len(so_that.strip()) < _SHORTEST or len(telling) < _FEWEST_TELLING_WORDS:
        return _(
            "Say what they can do once they know, for example “decide whether a strategy"
            " discussion is needed today”. “Safeguarding” alone would fit any case."
        )
    return None
