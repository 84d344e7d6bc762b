"""Files with concerns: off until a lead says otherwise, kept as they came, never readable."""

import hashlib
import os
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from PIL import Image
from sharing_support import signed
from sqlcipher3 import dbapi2 as sqlcipher
from unfolded import everything_in

from sgdesk.bootstrap import LockedDesk
from sgdesk.domain.attachment import MOST_BYTES, AttachmentDraft, AttachmentKind, RuleDraft
from sgdesk.domain.flows.engine import Caret
from sgdesk.errors import SituationError, UserError
from sgdesk.services.attachments import damage
from sgdesk.services.restoring import Restoring
from sgdesk.vault.keychain import NoKeychain

CANARY = "Kanarienvogel"
PASSPHRASE = "a quiet river bends twice"


def photo(note):
    """Return a photo of noise, which no file on the disk holds by chance."""
    out = BytesIO()
    noise = Random(note).randbytes(96 * 96 * 3)
    Image.frombytes("RGB", (96, 96), noise).save(out, "JPEG", comment=note.encode(), quality=95)
    return out.getvalue()


PHOTO = photo(CANARY)
MIDDLE = PHOTO[len(PHOTO) // 2 :][:24]


def switch_on(desk):
    return desk.attachments.decide_rule(
        RuleDraft(allowed=True, policy="Photo policy 3", because="Injuries fade within days")
    )


def draft(concern, **changes):
    values = {
        "kind": AttachmentKind.PHOTO,
        "title": f"Left cheek {CANARY}",
        "source": "Taken by Asha Rahman at the chair",
        "reason": "The pattern cannot be put into words",
        "agreed": "Her mother, in writing",
    }
    return AttachmentDraft(concern_id=concern.id, **(values | changes))


def kept(desk, **changes):
    switch_on(desk)
    concern = signed(desk)
    return concern, desk.attachments.add(draft(concern, **changes), PHOTO)


def actions(desk):
    with desk._context.unit() as unit:
        return [(event.action, event.detail) for event in unit.history.newest(limit=500)]


def test_files_are_off_until_a_lead_switches_them_on_by_a_policy(desk):
    concern = signed(desk)

    assert not desk.attachments.rule().allowed
    with pytest.raises(UserError, match="switched off in Settings"):
        desk.attachments.add(draft(concern), PHOTO)
    with pytest.raises(UserError, match="policy") as refused:
        desk.attachments.decide_rule(RuleDraft(allowed=True, because="Injuries fade"))
    assert refused.value.field == "policy"
    assert desk.attachments.of_concern(concern.id) == ()


def test_switching_on_and_off_is_kept_with_its_reasons(desk, clock):
    switch_on(desk)
    assert desk.attachments.rule().policy == "Photo policy 3"

    clock.at += timedelta(minutes=5)
    desk.attachments.decide_rule(RuleDraft(allowed=False, because="The policy has expired"))

    assert not desk.attachments.rule().allowed
    written = [action for action, _detail in actions(desk)]
    assert written[:2] == ["attachments.refused", "attachments.allowed"]


def test_a_deputy_does_not_switch_files_on(locked):
    deputy = next(one for one in locked.users() if one.label == "Lee Byrne")
    opened = locked.unlock(deputy.id, "seven lamps near the weir")
    try:
        with pytest.raises(UserError, match="Only a safeguarding lead"):
            switch_on(opened)
    finally:
        opened.close()


def test_a_file_is_kept_as_it_came_with_its_hash_in_the_log(desk):
    concern, value = kept(desk)

    assert desk.attachments.of_concern(concern.id) == (value,)
    assert desk.attachments.original(value.id) == PHOTO
    digest = hashlib.sha256(PHOTO).hexdigest()
    assert value.file.sha256 == digest
    added = dict(actions(desk))["attachment.added"]
    assert added == {"concern": concern.id, "form": "jpeg", "sha256": digest}


@pytest.mark.parametrize("field", ["kind", "title", "source", "reason", "agreed"])
def test_what_is_not_answered_is_asked_for(desk, field):
    switch_on(desk)
    concern = signed(desk)
    missing = draft(concern, **{field: None if field == "kind" else " "})

    with pytest.raises(UserError) as refused:
        desk.attachments.add(missing, PHOTO)

    assert refused.value.field == field


def test_the_same_file_is_not_kept_twice(desk):
    concern, _value = kept(desk)

    with pytest.raises(UserError, match="with this concern already"):
        desk.attachments.add(draft(concern), PHOTO)


def test_a_large_file_and_too_many_are_refused_in_words(desk, tmp_path, monkeypatch):
    huge = tmp_path / "huge.jpg"
    with huge.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    concern, _value = kept(desk)
    monkeypatch.setattr("sgdesk.domain.attachment.MOST_BYTES_OF_CONCERN", 2 * len(PHOTO) - 999)

    with pytest.raises(UserError, match="larger than 15 MB"):
        desk.attachments.bytes_of(huge)
    with pytest.raises(UserError, match="The files of one concern"):
        desk.attachments.add(draft(concern), photo("another"))


def test_a_file_that_is_not_there_is_said_in_words(desk, tmp_path):
    with pytest.raises(SituationError, match="not there any more"):
        desk.attachments.bytes_of(tmp_path / "gone.jpg")


def test_a_folder_is_refused_in_words(desk, tmp_path):
    with pytest.raises(UserError, match="This is no file"):
        desk.attachments.bytes_of(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")
def test_what_never_ends_is_refused_in_words(desk, tmp_path):
    pipe = tmp_path / "pipe.jpg"
    os.mkfifo(pipe)

    with pytest.raises(UserError, match="This is no file"):
        desk.attachments.bytes_of(pipe)


def test_a_file_that_may_not_be_read_is_said_in_words(desk, tmp_path, monkeypatch):
    path = tmp_path / "shut.jpg"
    path.write_bytes(PHOTO)

    def refuse(*_arguments):
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)  # whoever runs the tests may read every file
    with pytest.raises(SituationError, match="could not be read"):
        desk.attachments.bytes_of(path)


def test_what_is_asked_about_a_file_is_saved_as_it_is_typed(desk):
    switch_on(desk)
    concern = signed(desk)
    asked = draft(concern, id="a-file", file_name="IMG_0001.jpg", title="Half a ti")

    desk.attachments.save_draft(asked, Caret("file.title", 9))

    begun = desk.attachments.begun(concern.id)
    assert begun is not None
    assert begun.draft == asked
    assert begun.caret == Caret("file.title", 9)
    (line,) = [one for one in desk.today.view().drafts if one.flow == "file"]
    assert line.reference == concern.reference
    assert desk.attachments.of_concern(concern.id) == ()


def test_a_file_that_is_kept_is_no_draft_any_more_and_a_late_save_brings_none_back(desk):
    switch_on(desk)
    concern = signed(desk)
    asked = draft(concern, id="a-file")
    desk.attachments.save_draft(asked, Caret())

    value = desk.attachments.add(asked, PHOTO)
    desk.attachments.save_draft(asked, Caret())

    assert value.id == "a-file"
    assert desk.attachments.begun(concern.id) is None


def test_a_file_that_was_begun_is_thrown_away(desk):
    switch_on(desk)
    concern = signed(desk)
    desk.attachments.save_draft(draft(concern, id="a-file"), Caret())

    desk.attachments.drop_draft("a-file")

    assert desk.attachments.begun(concern.id) is None
    assert actions(desk)[0] == ("attachment.dropped", {})


def test_only_a_file_is_thrown_away_as_one(desk):
    begun = desk.concerns.begin()
    desk.concerns.save_draft(begun, "urgency", Caret())

    desk.attachments.drop_draft(begun.id)

    assert desk.concerns.open_draft(begun.id).draft.id == begun.id


def test_a_file_that_was_begun_comes_back_with_the_draft_of_its_record(desk):
    switch_on(desk)
    begun = desk.concerns.begin()
    desk.concerns.save_draft(begun, "seen", Caret())
    asked = AttachmentDraft(concern_id=begun.id, id="a-file")

    desk.attachments.save_draft(asked, Caret())

    assert [one.flow for one in desk.today.view().drafts] == ["record"]
    assert desk.attachments.begun(begun.id).draft == asked


def test_a_file_is_kept_with_a_record_that_is_not_signed_yet(desk):
    switch_on(desk)
    begun = desk.concerns.begin()
    desk.concerns.save_draft(begun, "seen", Caret())

    value = desk.attachments.add(draft(begun), PHOTO)

    assert desk.attachments.of_concern(begun.id) == (value,)


def test_a_file_needs_a_concern_that_is_in_the_store(desk):
    switch_on(desk)
    begun = desk.concerns.begin()

    with pytest.raises(SituationError, match="write something into the record first"):
        desk.attachments.add(draft(begun), PHOTO)


def test_a_file_is_set_aside_once_and_stays(desk):
    concern, value = kept(desk)

    with pytest.raises(UserError, match="Say why"):
        desk.attachments.set_aside(value.id, "  ")
    desk.attachments.set_aside(value.id, "Of another patient")

    (aside,) = desk.attachments.of_concern(concern.id)
    assert aside.set_aside_because == "Of another patient"
    assert aside.set_aside_at is not None
    assert desk.attachments.original(value.id) == PHOTO
    with pytest.raises(SituationError, match="set aside already"):
        desk.attachments.set_aside(value.id, "Again")


def test_what_is_looked_at_holds_no_canary_and_looking_is_logged(desk):
    concern, value = kept(desk)
    desk.attachments.of_concern(concern.id)

    shown = desk.attachments.pages(value.id)

    assert shown.startswith(b"%PDF")
    assert CANARY.encode() not in everything_in(shown)
    written = [action for action, _detail in actions(desk)]
    assert written[:2] == ["attachment.opened", "attachment.listed"]


def test_no_file_on_the_disk_holds_anything_of_a_kept_file(desk, tmp_path, monkeypatch):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(scratch))
    _concern, value = kept(desk)
    desk.attachments.pages(value.id)
    desk.backups.make(tmp_path / "stick")

    def readable():
        return [
            path.name
            for path in tmp_path.rglob("*")
            if path.is_file()
            for word in (
                CANARY.encode(),
                MIDDLE,
                value.file.sha256.encode(),
            )
            if word in path.read_bytes()
        ]

    assert readable() == []
    desk.close()
    assert readable() == []
    assert list(scratch.iterdir()) == []


def test_a_restored_backup_has_the_file(desk, locked, tmp_path, clock):
    concern, value = kept(desk)
    backup = Restoring(desk.backups.make(tmp_path / "stick").path)
    user = next(one for one in backup.users() if one.label == "Asha Rahman")
    place = tmp_path / "another place"

    backup.restore(place, user.id, PASSPHRASE, clock, NoKeychain())

    again = LockedDesk(place, clock, NoKeychain(), demo=False).unlock(user.id, PASSPHRASE)
    try:
        assert again.attachments.of_concern(concern.id) == (value,)
        assert again.attachments.original(value.id) == PHOTO
        assert again.attachments.rule().allowed
    finally:
        again.close()


def raw(desk):
    connection = sqlcipher.connect(str(desk._store.folder.database()), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{desk._store._key.hex()}'\"")
    return connection


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE attachment_content SET content = x'00'",
        "DELETE FROM attachment_content",
        "UPDATE attachment SET body = '{}'",
        "UPDATE attachment SET sha256 = ''",
        "DELETE FROM attachment",
        "UPDATE attachment_rule SET body = '{}'",
        "DELETE FROM attachment_rule",
    ],
)
def test_the_store_itself_refuses_to_change_a_file(desk, change):
    kept(desk)

    connection = raw(desk)
    with pytest.raises(sqlcipher.DatabaseError, match=r"file|files"):
        connection.execute(change)
    connection.close()


def test_a_file_that_was_changed_behind_our_back_is_found(desk):
    concern, value = kept(desk)
    assert desk.verification.check().problems == ()
    connection = raw(desk)
    connection.execute("DROP TRIGGER attachment_content_unchanged")
    connection.execute("UPDATE attachment_content SET content = x'ffd8'")
    connection.close()

    (problem,) = desk.verification.check().problems

    assert concern.reference in problem
    with pytest.raises(SituationError, match="not as it came"):
        desk.attachments.original(value.id)
    with desk._context.unit() as unit:
        assert damage(unit) == problem


def handed(desk, concern):
    return desk.exchange.written(concern.id)


def another(content, concern):
    from uuid import uuid4

    return content.replace(concern.id.encode(), str(uuid4()).encode())


def test_a_file_goes_with_a_record_that_is_handed_on(desk):
    concern, value = kept(desk)
    desk.attachments.set_aside(value.id, "Doubled")
    content = another(handed(desk, concern), concern)

    taken = desk.exchange.take_in(content)

    (file,) = desk.attachments.of_concern(taken.id)
    assert desk.attachments.original(file.id) == PHOTO
    assert (file.title, file.set_aside_because) == (value.title, "Doubled")
    assert (file.file, file.added_by, file.added_at) == (value.file, value.added_by, value.added_at)


def test_a_record_with_files_is_not_taken_in_where_files_are_off(desk):
    concern, _value = kept(desk)
    content = another(handed(desk, concern), concern)
    desk.attachments.decide_rule(RuleDraft(allowed=False, because="Expired"))

    with pytest.raises(UserError, match="switched off in Settings here"):
        desk.exchange.take_in(content)


def test_a_file_that_was_changed_on_its_way_is_refused(desk):
    import base64

    concern, _value = kept(desk)
    content = another(handed(desk, concern), concern)
    changed = content.replace(
        base64.b64encode(PHOTO)[:400], base64.b64encode(PHOTO)[:396] + b"AAAA"
    )
    assert changed != content

    with pytest.raises(UserError, match="changed on its way"):
        desk.exchange.take_in(changed)
