"""`sgdesk demo`: the demonstration practice, made in a folder."""

from collections.abc import Sequence

from sgdesk.command_line.arguments import add_store, parser_for
from sgdesk.command_line.speech import DONE, say
from sgdesk.services.demonstration import demonstration_passphrases, make_demonstration
from sgdesk.text import _, read_moment


def run(given: Sequence[str]) -> int:
    """Make it and say how to unlock it."""
    parser = parser_for("demo", _("Make a fictional practice with a few months of history."))
    add_store(parser, required=True)
    folder = parser.parse_args(given).store
    clock = make_demonstration(folder)
    say(_("A fictional practice is in {place}.").format(place=folder))
    say(_("Its clock stands at {moment}.").format(moment=read_moment(clock.now())))
    for name, passphrase in demonstration_passphrases():
        say(f"{name}: {passphrase}")
    return DONE
