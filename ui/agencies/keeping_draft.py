"""What a form of the directory says about its draft."""

from datetime import datetime

from sgdesk.text import _, read_time, to_london


def saved_words(at: datetime) -> str:
    """Return when a draft was saved, and that it holds nowhere yet."""
    when = read_time(to_london(at).time())
    return _("Saved {when}. It is not in the directory yet.").format(when=when)
