"""Versions of the guidance, whole and unchanged, and which of them was chosen when."""

import msgspec
from sqlalchemy import Connection, insert, select, text

from sgdesk.domain.answers import Nation
from sgdesk.domain.guidance import Guidance
from sgdesk.domain.guidance_held import Choice, HeldVersion
from sgdesk.ids import GuidanceId, new_id
from sgdesk.store.columns import as_json
from sgdesk.store.guidance_tables import guidance_choice, guidance_version

_read = msgspec.json.Decoder(HeldVersion).decode
_read_choice = msgspec.json.Decoder(Choice).decode
_read_guidance = msgspec.json.Decoder(Guidance).decode


class Guidances:
    """The guidance of one unit's store. It is only added to."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, value: HeldVersion, guidance: Guidance, file: bytes | None = None) -> None:
        """Keep a version with its whole text, and the file it came in; once."""
        if self.get(value.id) is None:
            self._connection.execute(
                insert(guidance_version).values(
                    id=value.id, nation=value.nation, version=value.version,
                    held_since=value.held_since, body=as_json(value), content=as_json(guidance),
                    file=file,
                )
            )  # fmt: skip

    def get(self, guidance_id: GuidanceId) -> HeldVersion | None:
        """Return what is known of a version, or None."""
        query = select(guidance_version.c.body).where(guidance_version.c.id == guidance_id)
        body = self._connection.scalar(query)
        return None if body is None else _read(body)

    def text_of(self, guidance_id: GuidanceId) -> Guidance | None:
        """Return the whole text of a version, or None."""
        query = select(guidance_version.c.content).where(guidance_version.c.id == guidance_id)
        content = self._connection.scalar(query)
        return None if content is None else _read_guidance(content)

    def text_of_version(self, version: str) -> Guidance | None:
        """Return the whole text of the version of that name that is held longest, or None."""
        query = select(guidance_version.c.content).where(guidance_version.c.version == version)
        oldest = guidance_version.c.held_since, text("rowid")
        content = self._connection.scalar(query.order_by(*oldest).limit(1))
        return None if content is None else _read_guidance(content)

    def file_of(self, guidance_id: GuidanceId) -> bytes | None:
        """Return the file in which a version came, or None where it came with the program."""
        query = select(guidance_version.c.file).where(guidance_version.c.id == guidance_id)
        file: bytes | None = self._connection.scalar(query)
        return file

    def all(self) -> tuple[HeldVersion, ...]:
        """Return every version held, the newest first."""
        newest = guidance_version.c.held_since.desc(), text("rowid DESC")
        rows = self._connection.scalars(select(guidance_version.c.body).order_by(*newest))
        return tuple(_read(body) for body in rows)

    def choose(self, value: Choice) -> None:
        """Add what was chosen; what was chosen before stays."""
        self._connection.execute(
            insert(guidance_choice).values(
                id=new_id(), nation=value.nation, chosen_at=value.chosen_at,
                guidance_id=value.guidance_id, body=as_json(value),
            )
        )  # fmt: skip

    def choices(self, nation: Nation | None = None) -> tuple[Choice, ...]:
        """Return what was chosen, in one nation or in all, the newest first."""
        query = select(guidance_choice.c.body)
        if nation is not None:
            query = query.where(guidance_choice.c.nation == nation)
        newest = guidance_choice.c.chosen_at.desc(), text("rowid DESC")
        return tuple(
            _read_choice(body) for body in self._connection.scalars(query.order_by(*newest))
        )

    def accepted(self) -> dict[Nation, Guidance]:
        """Return the guidance that was chosen instead of the program's own, by nation."""
        found: dict[Nation, Guidance] = {}
        for nation in {one.nation for one in self.choices()}:
            chosen = self.choices(nation)[0].guidance_id
            guidance = self.text_of(chosen) if chosen is not None else None
            if guidance is not None:
                found[nation] = guidance
        return found
