import json
import re
import sys

import pytest
from command_line_support import command

from sgdesk.__main__ import main
from sgdesk.bootstrap import open_locked
from sgdesk.services.demonstration_mark import FILE_NAME

S1 = "SG-2026-0031"


@pytest.fixture(autouse=True)
def quiet_surroundings(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


def actions(folder, count):
    locked = open_locked(folder)
    desk = locked.unlock(locked.users()[0].id, "demo practice only")
    with desk.exchange._context.unit() as unit:
        found = [event.action for event in unit.history.newest(limit=count + 1)]
    desk.close()
    return found[1:]


def test_demo_makes_a_practice_and_says_how_to_unlock_it(tmp_path, capsys):
    folder = tmp_path / "demo"

    assert main(["demo", "--store", str(folder)]) == 0

    said = capsys.readouterr().out
    assert "Its clock stands at Sun 22 Nov 2026, 12:05." in said
    assert "Asha Rahman: demo practice only" in said
    assert command("verify", "--store", folder) == 0


def test_demo_leaves_a_folder_with_something_in_it_alone(tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("keep me")

    assert main(["demo", "--store", str(tmp_path)]) == 1

    assert "it was left as it is" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_verify_says_what_it_checked(demo_folder, capsys):
    assert command("verify", "--store", demo_folder) == 0

    said = capsys.readouterr()
    assert said.err == ""
    assert "Pages: every page is as it was written." in said.out
    assert "Keys: Asha Rahman, Lee Byrne can unlock. There is a recovery sheet." in said.out
    assert re.search(r"History: \d+ entries, each follows from the one before\.", said.out)
    assert re.search(r"Newest entry: \d+, [0-9a-f]{64}", said.out)


def test_verify_works_for_every_user(demo_folder):
    given = ("verify", "--store", demo_folder, "--user", "lee byrne")

    assert command(*given, passphrase="demo deputy only") == 0


def test_a_wrong_passphrase_is_said_and_counted(demo_folder, capsys):
    assert command("verify", "--store", demo_folder, passphrase="wrong words") == 1

    assert "does not open the records for Asha Rahman" in capsys.readouterr().err
    assert "unlock.failed" in actions(demo_folder, 3)


def test_a_name_that_is_not_on_the_lock_page_is_said(demo_folder, capsys):
    assert command("verify", "--store", demo_folder, "--user", "Nobody") == 1

    assert "Use: Asha Rahman, Lee Byrne." in capsys.readouterr().err


def test_after_many_wrong_passphrases_a_real_store_makes_one_wait(store_folder, capsys):
    for _try in range(5):
        command("verify", "--store", store_folder, passphrase="wrong words")

    assert command("verify", "--store", store_folder, passphrase="wrong words") == 1
    assert re.search(r"wait \d+ seconds", capsys.readouterr().err)


@pytest.mark.parametrize("place", [0, 2_000, 40_000, 300_000])
def test_verify_finds_a_page_that_was_changed(demo_folder, place, capsys):
    file = demo_folder / "store-1.db"
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)

    assert command("verify", "--store", demo_folder) == 1

    said = capsys.readouterr().err
    assert "damaged" in said
    assert said.count("\n") == 1


def test_verify_finds_keys_that_were_cut(demo_folder, capsys):
    file = demo_folder / "slots-1.json"
    file.write_bytes(file.read_bytes()[:-40])

    assert command("verify", "--store", demo_folder) == 1

    assert "holds the keys of this store is damaged" in capsys.readouterr().err


def test_verify_finds_history_that_was_altered(demo_folder, capsys):
    locked = open_locked(demo_folder)
    desk = locked.unlock(locked.users()[0].id, "demo practice only")
    with desk.exchange._context.unit() as unit:
        run = unit._connection.exec_driver_sql
        for name in ("in_order", "unchanged", "kept"):
            run(f"DROP TRIGGER audit_event_{name}")
        run("UPDATE audit_event SET action = 'nothing.happened' WHERE seq = 100")
        unit.commit()
    desk.close()

    assert command("verify", "--store", demo_folder) == 1

    assert "Entry 100 of the history" in capsys.readouterr().err


def test_a_backup_is_made_and_put_in_place_elsewhere(demo_folder, tmp_path, capsys):
    assert command("backup", "--store", demo_folder, "--to", tmp_path / "backups") == 0
    (backup,) = (tmp_path / "backups").iterdir()

    assert command("restore", backup, "--store", tmp_path / "again") == 0

    assert "The records of Sun 22 Nov 2026, 12:05 are in place" in capsys.readouterr().out
    assert command("verify", "--store", tmp_path / "again") == 0
    assert "store.restored" in actions(tmp_path / "again", 3)


def test_a_backup_takes_the_place_of_newer_records_and_both_heads_are_kept(
    demo_folder, tmp_path, capsys
):
    backup = next((demo_folder / "backups").iterdir())
    command("export", S1, "--plain", "--store", demo_folder, "-o", tmp_path / "one.json")

    assert command("restore", backup, "--store", demo_folder) == 0

    locked = open_locked(demo_folder)
    desk = locked.unlock(locked.users()[0].id, "demo practice only")
    with desk.exchange._context.unit() as unit:
        restored = unit.history.last("store.restored")
        assert unit.history.last("concern.exported") is None
    desk.close()
    assert re.fullmatch(r"[0-9a-f]{64}", restored.detail["before"])
    assert re.fullmatch(r"[0-9a-f]{64}", restored.detail["backup"])
    assert restored.detail["before"] != restored.detail["backup"]


def test_a_backup_of_another_practice_is_refused(demo_folder, store_folder, capsys):
    backup = next((demo_folder / "backups").iterdir())
    before = {path.name: path.read_bytes() for path in store_folder.iterdir()}

    assert command("restore", backup, "--store", store_folder) == 1

    assert "another practice's, so nothing was changed" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in store_folder.iterdir()} == before


def test_a_wrong_passphrase_restores_nothing(demo_folder, tmp_path, capsys):
    backup = next((demo_folder / "backups").iterdir())

    assert command("restore", backup, "--store", tmp_path / "new", passphrase="wrong") == 1

    assert not (tmp_path / "new").exists()


def test_what_is_no_backup_is_said(tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("no backup")

    assert command("restore", tmp_path / "letter.txt", "--store", tmp_path / "new") == 1

    said = capsys.readouterr().err
    assert "backup" in said
    assert said.count("\n") == 1


def test_export_wants_to_hear_that_the_file_may_be_readable(demo_folder, tmp_path, capsys):
    target = tmp_path / "one.json"

    assert command("export", S1, "--store", demo_folder, "-o", target) == 2

    assert "say --plain" in capsys.readouterr().err
    assert not target.exists()


def test_a_concern_goes_out_and_comes_in(demo_folder, store_folder, tmp_path, capsys):
    target = tmp_path / "one.json"

    assert command("export", S1, "--plain", "--store", demo_folder, "-o", target) == 0
    given = ("import", target, "--store", store_folder)
    assert command(*given, passphrase="a quiet river bends twice") == 0

    said = capsys.readouterr()
    assert said.err == ""
    assert f"Taken in as {S1}." in said.out
    assert target.stat().st_mode & 0o077 == 0
    assert json.loads(target.read_bytes())["concern"]["person"]["name"] == "Mia Thornton"


def test_export_without_a_file_writes_to_standard_output(demo_folder, capfdbinary):
    assert command("export", S1, "--plain", "--store", demo_folder) == 0

    written = capfdbinary.readouterr().out
    assert json.loads(written)["concern"]["reference"] == S1


def test_import_of_a_broken_file_is_one_sentence(demo_folder, tmp_path, capsys):
    (tmp_path / "broken.json").write_text('{"format": "sgdesk-concern", "version": 1')

    assert command("import", tmp_path / "broken.json", "--store", demo_folder) == 1

    assert capsys.readouterr().err == (
        "This is not a JSON file, or only part of one. Nothing was changed.\n"
    )


@pytest.mark.parametrize("name", ["absent.json", "."])
def test_import_of_a_file_that_cannot_be_read_is_one_sentence(demo_folder, tmp_path, name, capsys):
    assert command("import", tmp_path / name, "--store", demo_folder) == 1

    said = capsys.readouterr().err
    assert "cannot be read" in said
    assert said.count("\n") == 1


def test_schema_prints_the_form_of_the_file(capfdbinary):
    assert main(["schema"]) == 0

    schema = json.loads(capfdbinary.readouterr().out)
    assert schema["$ref"] == "#/$defs/HandedOn"


def test_a_pack_that_cannot_be_written_is_said(demo_folder, tmp_path, capsys):
    target = tmp_path / "nowhere" / "pack.pdf"

    assert command("pack", S1, "--store", demo_folder, "-o", target) == 1

    assert "cannot be written" in capsys.readouterr().err


def test_a_pack_replaces_an_older_file_and_is_written_into_the_log(demo_folder, tmp_path):
    target = tmp_path / "pack.pdf"
    target.write_text("older")

    assert command("pack", S1, "--store", demo_folder, "-o", target) == 0

    assert target.read_bytes().startswith(b"%PDF-")
    assert {"pack.made", "pack.saved"} <= set(actions(demo_folder, 5))
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["pack.pdf"]


def test_a_store_that_is_open_elsewhere_is_said(demo_folder, capsys):
    locked = open_locked(demo_folder)
    desk = locked.unlock(locked.users()[0].id, "demo practice only")

    code = command("verify", "--store", demo_folder)

    desk.close()
    assert code == 1
    assert "open" in capsys.readouterr().err


def test_the_mark_of_a_demonstration_is_outside_its_records(demo_folder):
    (demo_folder / FILE_NAME).unlink()

    assert command("verify", "--store", demo_folder) == 0
