"""What can be offered in one case: it hangs on the practice, the nation, the person, and haste."""

import msgspec

from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import Concern
from sgdesk.domain.guidance import Guidance, find
from sgdesk.domain.lawful import (
    Blocks,
    Capacity,
    Foundation,
    LawfulBasis,
    OffenceCondition,
    SpecialCondition,
    acting_as,
)
from sgdesk.domain.people import PersonKind
from sgdesk.domain.practice import Episode, Practice
from sgdesk.domain.sharing.decision import Basis, SubjectBasis
from sgdesk.text import _


class Setting(msgspec.Struct, frozen=True):
    """The case as the law asks about it. `is_emergency` opens what is for emergencies only."""

    guidance: Guidance
    capacity: Capacity
    about: PersonKind
    is_emergency: bool = False

    def bases(self) -> tuple[LawfulBasis, ...]:
        """Return the bases of Article 6 that can apply, the usual one first."""
        return self.guidance.bases_for(self.capacity, emergency=self.is_emergency)

    def foundations(self, basis_id: str) -> tuple[Foundation, ...]:
        """Return the laws and tasks that basis can stand on here."""
        return self.guidance.foundations_for(basis_id, self.about, self.capacity)

    def conditions(self) -> tuple[SpecialCondition, ...]:
        """Return the conditions of Article 9 that can apply."""
        offered = self.guidance.special_conditions
        return tuple(one for one in offered if self.is_emergency or not one.emergency_only)

    def offences(self) -> tuple[OffenceCondition, ...]:
        """Return the conditions of Article 10 that can apply."""
        offered = self.guidance.offence_conditions
        return tuple(one for one in offered if self.is_emergency or not one.emergency_only)

    def stands_on(self, subject: SubjectBasis) -> tuple[Foundation, ...]:
        """Return the chosen laws and tasks that can carry the chosen basis here."""
        offered = self.foundations(subject.article_6)
        return tuple(one for one in offered if one.id in subject.foundations)

    def clash(self, check_id: str) -> str:
        """Return the sentence of a consistency check with its way out."""
        check = find(self.guidance.consistency, check_id)
        if check is None:
            return _("These answers do not fit together. Check the basis with your adviser.")
        return f"{check.text} {check.way_out}"

    def only_warns(self, check_id: str) -> bool:
        """Return whether the guidance lets a consistency check be passed over."""
        check = find(self.guidance.consistency, check_id)
        return check is not None and check.blocks is not Blocks.YES


def setting_of(basis: Basis, concern: Concern, practice: Practice, guidance: Guidance) -> Setting:
    """Return the setting of a decision about this concern."""
    in_danger = concern.urgency.immediate_danger is YesNo.YES
    return Setting(
        guidance=guidance,
        capacity=capacity_for(concern, practice),
        about=concern.person.kind,
        is_emergency=in_danger or basis.emergency,
    )


def capacity_for(concern: Concern, practice: Practice) -> Capacity:
    """Return as what the practice acts towards this person in this episode."""
    return acting_as(practice.status, concern.urgency.episode or Episode.NHS)
