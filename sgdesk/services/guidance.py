"""The versions of the guidance: which holds, which are held, and newer ones that a lead brings."""

import hashlib
from pathlib import Path

from sgdesk.domain.guidance import Guidance
from sgdesk.domain.guidance_changes import changes
from sgdesk.domain.guidance_held import Choice, GuidanceState, HeldVersion, LookedOver, waiting
from sgdesk.domain.guidance_switches import base_version, switched
from sgdesk.domain.practice import Role
from sgdesk.domain.unsaved import Deed, reason_id
from sgdesk.errors import SituationError, UserError
from sgdesk.ids import GuidanceId
from sgdesk.library.guidance import guidance_for
from sgdesk.library.guidance_looked_over import looked_over
from sgdesk.library.toml_file import LARGEST
from sgdesk.services.context import Context
from sgdesk.services.guidance_kept import guidance_id, keep
from sgdesk.services.typed import storable
from sgdesk.store.unit import Unit
from sgdesk.text import _

_CODE = 16


class Guidances:
    """What a lead does about the guidance. A version that was ever held is held for good."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def state(self) -> GuidanceState:
        """Return what holds now, what is held, and what was chosen when."""
        context = self._context
        with context.unit() as unit:
            choices = unit.guidances.choices(context.guidance.nation)
            held = unit.guidances.all()
            names = {user.id: user.name for user in unit.users.all()}
            return GuidanceState(
                in_use=context.guidance, in_use_id=guidance_id(context.guidance),
                own=self._own(), held=held, choices=choices,
                waiting=waiting(held, choices, context.guidance),
                chosen_by=tuple(names.get(one.chosen_by, "") for one in choices),
            )  # fmt: skip

    def bytes_of(self, path: Path) -> bytes:
        """Return the bytes of a file that somebody chose.

        Raises SituationError when it cannot be read, UserError when it is too large.
        """
        try:
            with path.open("rb") as file:
                content = file.read(LARGEST + 1)
        except OSError as error:
            raise SituationError(
                _("The file could not be read. Close it in other programs, and choose it again.")
            ) from error
        if len(content) > LARGEST:
            raise UserError(
                _("This file is too large to be guidance ({size} KB at most). Nothing was changed.")
                .format(size=LARGEST // 1024)
            )  # fmt: skip
        return content

    def look_over(self, content: bytes) -> LookedOver:
        """Return every fault of a file, or what accepting it would change. Nothing is kept."""
        found, wrong = self._looked_over(content)
        code = _code(content)
        if found is None:
            return LookedOver(faults=wrong, code=code)
        return LookedOver(
            version=found.version, checked_on=found.checked_on, code=code,
            changes=changes(self._context.guidance, found),
        )  # fmt: skip

    def accept(self, content: bytes, because: str) -> HeldVersion:
        """Let the guidance of a file hold from now on. Raises UserError for anybody but a lead,
        without a reason, and for a file that has a fault."""
        why = self._reason(because)
        found, wrong = self._looked_over(content)
        if found is None:
            raise UserError(wrong[0])
        with self._context.unit() as unit:
            held = keep(unit, self._context, found, content)
            self._choose(unit, held.id, why, "guidance.accepted")
            unit.drafts.remove(reason_id(Deed.ACCEPT, _code(content)))
            unit.commit()
        self._use(found)
        return held

    def refuse(self, content: bytes) -> None:
        """Write into the log that a file was refused. Raises UserError for anybody but a lead."""
        self._refuse_others()
        detail = {"sha256": hashlib.sha256(content).hexdigest()}
        found, _wrong = self._looked_over(content)
        with self._context.unit() as unit:
            if found is not None and unit.guidances.get(guidance_id(found)) is not None:
                self._hold_on(unit, _("{version} was refused.").format(version=found.version))
            unit.drafts.remove(reason_id(Deed.ACCEPT, _code(content)))
            unit.audit("guidance.refused", detail=detail)
            unit.commit()

    def bring(self, content: bytes) -> HeldVersion:
        """Keep a file that was looked over until a lead decides on it. Nothing changes by that.

        Raises UserError for a file that has a fault.
        """
        found, wrong = self._looked_over(content)
        if found is None:
            raise UserError(wrong[0])
        with self._context.unit() as unit:
            held = keep(unit, self._context, found, content)
            unit.audit("guidance.brought", f"guidance:{held.id}")
            unit.commit()
        return held

    def file_of(self, version: GuidanceId) -> bytes:
        """Return the file in which a version was brought.

        Raises SituationError when it is not held, or came with the program.
        """
        with self._context.unit() as unit:
            file = unit.guidances.file_of(version)
        if file is None:
            raise SituationError(_("This version is not held here."))
        return file

    def switch(self, switch_id: str, on: bool, because: str) -> Guidance:
        """Turn a local switch, for what is recorded from now on. It makes a version of its own.

        Raises UserError for anybody but a lead and without a reason.
        """
        why, now = self._reason(because), self._context.guidance
        with self._context.unit() as unit:
            published = [unit.guidances.text_of_version(base_version(now.version)), self._own()]
            name = base_version(now.version)
            base = next((one for one in published if one and one.version == name), None)
            found = switched(now, base, switch_id, on=on)
            if found == now:
                raise SituationError(_("This switch stands so already. Nothing was changed."))
            is_own = found == self._own()
            held = None if is_own else keep(unit, self._context, found)
            self._choose(unit, held.id if held else None, why, "guidance.switched")
            unit.drafts.remove(reason_id(Deed.SWITCH_ON if on else Deed.SWITCH_OFF, switch_id))
            unit.commit()
        self._use(found)
        return found

    def go_back(self, version: GuidanceId | None, because: str) -> Guidance:
        """Let a version that is held, or with None the program's own, hold from now on.

        Raises UserError for anybody but a lead and without a reason; SituationError when no such
        version of this nation is held.
        """
        why = self._reason(because)
        with self._context.unit() as unit:
            found = self._own() if version is None else unit.guidances.text_of(version)
            if found is None or found.nation is not self._context.guidance.nation:
                raise SituationError(_("This version is not held here. Nothing was changed."))
            self._choose(unit, version, why, "guidance.chosen")
            unit.drafts.remove(reason_id(Deed.BACK, version or ""))
            unit.commit()
        self._use(found)
        return found

    def text_of(self, version: GuidanceId) -> Guidance:
        """Return the whole text of a version. Raises SituationError when it is not held."""
        if version == guidance_id(self._context.guidance):
            return self._context.guidance
        with self._context.unit() as unit:
            found = unit.guidances.text_of(version)
        if found is None:
            raise SituationError(_("This version is not held here."))
        return found

    def _looked_over(self, content: bytes) -> tuple[Guidance | None, tuple[str, ...]]:
        context, now = self._context, self._context.guidance
        found, wrong = looked_over(content, now.nation, self._own(), context.today())
        if found is None:
            return None, wrong
        if guidance_id(found) == guidance_id(now):
            return None, (_("This is the guidance that holds already."),)
        if found.checked_on < now.checked_on:
            return None, (
                _(
                    "This file is older than the guidance that holds. To go back, choose one of the"
                    " versions that are held below."
                ),
            )
        if self._is_disguised(found):
            return None, (
                _(
                    "A version of this very name is held already, with another text. Somebody may"
                    " have changed the file: ask whoever publishes it for a new copy."
                ),
            )
        return found, ()

    def _is_disguised(self, found: Guidance) -> bool:
        with self._context.unit() as unit:
            known = [unit.guidances.text_of_version(found.version), self._context.guidance]
        known.append(self._own())
        return any(
            one is not None and one.version == found.version and one != found for one in known
        )

    def _choose(self, unit: Unit, version: GuidanceId | None, why: str, action: str) -> None:
        context = self._context
        keep(unit, context, context.guidance)  # what held until now stays readable
        choice = Choice(
            nation=context.guidance.nation, chosen_at=context.clock.now(),
            chosen_by=context.user.id, because=why, guidance_id=version,
        )  # fmt: skip
        unit.guidances.choose(choice)
        unit.audit(action, f"guidance:{version or 'own'}")

    def _hold_on(self, unit: Unit, why: str) -> None:
        """Choose what holds once more: what was brought since is decided by that."""
        now = self._context.guidance
        held = None if now == self._own() else guidance_id(now)
        self._choose(unit, held, why, "guidance.chosen")

    def _use(self, found: Guidance) -> None:
        self._context.accepted[found.nation] = found
        self._context.guidance = found

    def _reason(self, because: str) -> str:
        self._refuse_others()
        why = storable(because).strip()
        if not why:
            raise UserError(_("Say why."), "because")
        return why

    def _refuse_others(self) -> None:
        if self._context.user.role is not Role.LEAD:
            raise UserError(_("Only a safeguarding lead decides this."))

    def _own(self) -> Guidance:
        return guidance_for(self._context.guidance.nation)


def _code(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_CODE]
