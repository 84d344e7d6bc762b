"""What of the desk itself should be looked at: the guidance, its switches, the practice's policies.

These are the rules DL-SOURCES-REVIEW and DL-POLICY-REVIEW: they are about no concern.
"""

from collections.abc import Iterator
from datetime import date

from sgdesk.domain.guidance_held import is_stale, late_switches, waiting
from sgdesk.domain.practice import Policy, Practice
from sgdesk.library.guidance import guidance_for
from sgdesk.services.context import Context
from sgdesk.services.views import UpkeepLine
from sgdesk.store.unit import Unit
from sgdesk.text import _, read_moment, read_short_date

GUIDANCE, PRACTICE = "guidance", "practice"


def upkeep(unit: Unit, context: Context, practice: Practice) -> tuple[UpkeepLine, ...]:
    """Return what somebody should look at in Settings, the most pressing first."""
    found = [UpkeepLine(GUIDANCE, text) for text in _of_guidance(unit, context)]
    found += [UpkeepLine(PRACTICE, text) for text in _of_policies(practice, context.today())]
    return tuple(found)


def _of_guidance(unit: Unit, context: Context) -> Iterator[str]:
    now, today = context.guidance, context.today()
    choices = unit.guidances.choices(now.nation)
    for held in waiting(unit.guidances.all(), choices, now):
        text = _("Newer guidance, {version}, was brought {when}. A lead accepts or refuses it.")
        yield text.format(version=held.version, when=read_moment(held.held_since))
    # The program's own file is only another one where a lead chose a file, or a switch.
    if context.accepted.get(now.nation) is not None:
        own = guidance_for(now.nation)
        if own.checked_on > now.checked_on:
            text = _("This program brings newer guidance, {version}, than the one that holds.")
            yield text.format(version=own.version)
    if is_stale(now, today):
        text = _("The guidance was checked on {day}, more than three months ago. Law changes: look"
                 " at the sources, or ask for a newer file.")  # fmt: skip
        yield text.format(day=read_short_date(now.checked_on))
    for switch in late_switches(now, today):
        text = _("“{title}” is switched off; it was to be looked at again on {day}.")
        yield text.format(title=switch.title, day=read_short_date(switch.look_again_on))


def _of_policies(practice: Practice, today: date) -> Iterator[str]:
    policies: tuple[tuple[str, Policy], ...] = (
        (_("The appropriate policy document"), practice.appropriate_policy),
        (_("The impact assessment"), practice.impact_assessment),
        (_("The privacy notice"), practice.privacy_notice),
    )
    for title, policy in policies:
        if policy.reference.strip() and policy.review_on is not None and policy.review_on < today:
            text = _("{title} {reference} was to be reviewed on {day}.")
            yield text.format(
                title=title, reference=policy.reference, day=read_short_date(policy.review_on)
            )
