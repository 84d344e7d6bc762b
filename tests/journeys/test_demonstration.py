"""The demonstration practice: what the sample says, made through the services a user uses."""

import json
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest
from command_line_support import command

from sgdesk.bootstrap import open_locked
from sgdesk.domain.answers import YesNo
from sgdesk.domain.concern import ConcernDraft, Stage
from sgdesk.domain.earlier import visits_of
from sgdesk.domain.facts.chronology import count
from sgdesk.domain.facts.kinds import Injury
from sgdesk.domain.facts.tooth_words import over_time
from sgdesk.domain.facts.words import sentence
from sgdesk.domain.maps import is_on_body, place_at
from sgdesk.domain.sharing.decision import AttemptState
from sgdesk.domain.teeth import ToothState
from sgdesk.errors import SituationError
from sgdesk.library.demonstration import read_demonstration
from sgdesk.library.maps import maps_by_id
from sgdesk.services.demonstration import ensure_demonstration
from sgdesk.services.demonstration_mark import mark_unfinished, standing_clock

OF_THE_FORMAT = {"Asha Rahman", "private", "recovery", "threshold"}
OPEN = {
    "SG-2026-0026": Stage.OUTCOME_RECORDED,
    "SG-2026-0029": Stage.AWAITING_ACKNOWLEDGEMENT,
    "SG-2026-0031": Stage.DECIDED,
    "SG-2026-0033": Stage.RECORDED,
}
HELD_BACK = [
    "invoice", "hepatitis", "obviously", "care.", "slap", "3 or 4 days", "Probably", "Mum ",
]  # fmt: skip
GOES = [
    "Mia Thornton", "Mimi", "14 February 2020", "999 123 4012", "12 Weir Street", "ZZ99 2QA",
    "Karl Thornton", "Rina Thornton née Begum", "Sylheti", "Weir Street Primary", "Dr Amos",
    "22 × 14 mm", "Oval", "Purple with a yellow edge", "skin unbroken", "30 mm", "25 mm",
    "10 × 10 mm", "In a row", "Brown", "60 mm", "Birthmark",
    "She fell off the trampoline on Wednesday last week.", "How did you hurt your face?",
    "Daddy gets cross when it hurts.", "She fell at school.", "11 Dec 2025", "12 Jan 2026",
    "4 Mar 2026", "30 Apr 2026", "2 Jun 2026", "15 Jul 2026", "18 Aug 2026", "7 Oct 2026",
    "Not brought 4 of 4 planned since 11 Dec 2025", "emergencies attended 3", "J. Okoro",
    "Gateway timeout after sign-in", "fever and swelling", "mother cannot come alone",
    "Head, left side", "Breakages recorded at 3 visits", "lower left second primary molar",
]  # fmt: skip


def viewed(desk, reference):
    return desk.concerns.get(desk.exchange.concern_of(reference))


def drafted(concern):
    kept = [name for name in ConcernDraft.__struct_fields__ if hasattr(concern, name)]
    told = {name: getattr(concern, name) for name in kept}
    return ConcernDraft(**told | {"relations": list(concern.relations), "facts": concern.facts})


def saved_pack(folder, reference, target):
    return command("pack", reference, "--store", folder, "-o", target)


@pytest.fixture(autouse=True)
def excepthook(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


def test_its_clock_stands_at_the_moment_of_the_sample(demo_desk):
    assert demo_desk.clock.now() == datetime(2026, 11, 22, 12, 5, tzinfo=UTC)
    assert demo_desk.is_demonstration


def test_the_four_samples_are_open_and_everything_else_has_ended(demo_desk):
    rows = demo_desk.concerns.newest(100)

    stages = {row.line.reference: row.line.stage for row in rows}
    assert {name: stages.pop(name) for name in OPEN} == OPEN
    assert len(stages) == 17
    assert set(stages.values()) == {Stage.CLOSED}
    assert {line.reference for line in demo_desk.dues.open()} == set(OPEN)


def test_today_shows_what_the_sample_leaves_to_do(demo_desk):
    view = demo_desk.today.view()

    shown = {(line.reference, line.due.rule, line.due.due_at) for line in view.dues}
    assert shown >= {
        ("SG-2026-0029", "DL-ACK-E", datetime(2026, 11, 20, 17, tzinfo=UTC)),
        ("SG-2026-0031", "DL-REF-WRITTEN-CHILD-E", datetime(2026, 11, 22, 10, 19, tzinfo=UTC)),
        ("SG-2026-0033", "DL-FGM-TARGET", datetime(2026, 11, 23, 17, tzinfo=UTC)),
        ("SG-2026-0026", "DL-OUTCOME-CHASE", datetime(2026, 12, 1, 17, tzinfo=UTC)),
    }
    overdue = [line for line in view.dues if line.due.due_at < view.now]
    assert [line.reference for line in overdue] == ["SG-2026-0029", "SG-2026-0031"]
    assert view.store.backup == "Encrypted. Last backup today 08:02, checked."
    assert [(line.reference, line.step) for line in view.drafts] == [("SG-2026-0031", "send")]


def test_the_legal_limit_of_the_fgm_report_is_one_month_after_she_spoke(demo_desk):
    dues = {due.rule: due.due_at for due in viewed(demo_desk, "SG-2026-0033").dues}

    assert dues["DL-FGM-LEGAL"] == datetime(2026, 12, 20, 16, 20, tzinfo=UTC)


def test_the_first_sample_keeps_back_what_must_not_go(demo_desk):
    view = viewed(demo_desk, "SG-2026-0031")
    choices = view.sharings[0].sharing.choices

    stays = [sentence(fact) for fact in view.concern.facts if not choices[fact.id].goes]
    assert stays == [
        "Two unpaid invoices.",
        "Her aunt, Salma Begum, has treatment for hepatitis C.",
        "Mum obviously doesn't care.",
        "Probably a slap mark, 3 or 4 days old.",
    ]
    assert all(choices[fact.id].reason for fact in view.concern.facts if not choices[fact.id].goes)


def test_the_first_sample_s_portal_failed_and_its_call_is_recorded(demo_desk):
    view = viewed(demo_desk, "SG-2026-0031")

    (attempt,), (call,) = view.sharings[0].attempts, view.calls
    assert (attempt.state, attempt.at) == (
        AttemptState.FAILED, datetime(2026, 11, 20, 10, 2, tzinfo=UTC),
    )  # fmt: skip
    assert attempt.message == "Gateway timeout after sign-in"
    assert (call.spoke_to, call.ended_at) == (
        "J. Okoro", datetime(2026, 11, 20, 10, 19, tzinfo=UTC),
    )  # fmt: skip
    assert view.sharings[0].sharing.sent_at is None


def test_the_missed_visits_of_the_first_sample_count_as_the_sample_says(demo_desk):
    concern = viewed(demo_desk, "SG-2026-0031").concern

    counted = count(concern.facts, date(2025, 12, 11))
    assert (counted.not_brought, counted.planned) == (4, 4)
    assert (counted.cancelled_by_practice, counted.emergencies_attended) == (1, 3)


def test_the_marks_of_the_first_sample_stand_on_the_views_that_show_them(demo_desk):
    concern = viewed(demo_desk, "SG-2026-0031").concern

    marks = [fact for fact in concern.facts if isinstance(fact, Injury)]
    assert [(one.view, one.place_words, one.count, one.known_mark) for one in marks] == [
        ("child-head-left", "left cheek", 1, False),
        ("child-front", "left forearm, outer side", 3, False),
        ("child-back", "right shoulder blade", 1, True),
    ]


def test_the_teeth_of_the_first_sample_are_charted_as_its_chronology_says(demo_desk):
    visits = visits_of(viewed(demo_desk, "SG-2026-0031").concern.facts)

    charted = [(str(visit.day), [one.tooth for one in visit.findings]) for visit in visits]
    assert charted == [
        ("2025-12-11", ["54", "64", "75", "85"]),
        ("2026-01-12", ["75"]),
        ("2026-04-30", ["75"]),
        ("2026-11-20", ["54", "64", "75", "85"]),
    ]
    assert over_time(visits) == [
        "Breakages recorded at 3 visits: 75 on 12 Jan 2026; 75 on 30 Apr 2026; 75 on 20 Nov 2026.",
        *(
            f"{tooth} recorded without completed treatment at 2 visits: 11 Dec 2025, 20 Nov 2026."
            for tooth in ("54 (URD)", "64 (ULD)", "85 (LRE)", "75 (LLE)")
        ),
    ]
    in_pain = [one.tooth for one in visits[-1].findings if one.pain is YesNo.YES]
    assert in_pain == ["75", "85"]


def test_the_chipped_tooth_of_the_second_sample_is_charted(demo_desk):
    (visit,) = visits_of(viewed(demo_desk, "SG-2026-0029").concern.facts)

    assert [(one.tooth, one.states) for one in visit.findings] == [("11", (ToothState.BROKEN,))]


@pytest.mark.parametrize("reference", sorted(OPEN))
def test_nothing_in_the_record_of_a_sample_must_be_put_right(demo_desk, reference):
    draft = drafted(viewed(demo_desk, reference).concern)

    assert demo_desk.concerns.flow().problems(draft) == []


def test_the_second_sample_was_sent_by_portal_with_their_reference(demo_desk):
    history = viewed(demo_desk, "SG-2026-0029").sharings[0]

    assert history.sharing.sent_at == datetime(2026, 11, 19, 15, 32, tzinfo=UTC)
    assert history.attempts[0].proof == "NM-448210"


def test_the_fourth_sample_has_its_outcome_and_its_team_note(demo_desk):
    view = viewed(demo_desk, "SG-2026-0026")

    assert [outcome.kind.value for outcome in view.outcomes] == ["acknowledged", "accepted"]
    assert "section 42" in view.outcomes[1].decision
    assert "telephone the lead if the daughter cancels" in view.team_notes[0].text


def test_every_mark_lies_in_the_place_that_its_words_name():
    views = maps_by_id()
    marks = [
        one.fact
        for story in read_demonstration().stories
        for one in story.facts
        if isinstance(one.fact, Injury)
    ]

    assert len(marks) >= 6
    for mark in marks:
        view = views[mark.view]
        assert is_on_body(view, mark.x, mark.y)
        place = place_at(view, mark.x, mark.y)
        assert (place.id, place.name) == (mark.place, mark.place_words)


def test_the_history_was_made_in_the_order_of_its_times(demo_desk):
    found = demo_desk.verification.check()

    assert found.problems == ()
    assert found.notes == ()


def test_a_reader_without_anything_of_ours_opens_it_and_checks_its_history(demo_folder):
    script = Path(__file__).with_name("open_without_us.py")
    command = [sys.executable, "-P", str(script), str(demo_folder), "Lee Byrne"]

    done = subprocess.run(
        [*command, "demo deputy only"], capture_output=True, text=True, check=True
    )

    found = json.loads(done.stdout)
    assert found["broken"] is None
    assert found["entries"] > 150
    assert set(OPEN) < set(found["references"])
    assert found["ours"] == []


def words_of_the_stories():
    """Every name and every longer word that a story tells, but for the staff's own names."""
    told = msgspec.to_builtins(read_demonstration().stories)
    texts = [text for text in flat(told) if not re.fullmatch(r"[0-9a-f-]{36}", text)]
    words = {word for text in texts for word in re.findall(r"[^\W\d_]{7,}", text)}
    phrases = {text for text in texts if len(text) >= 12 and " " in text}
    return words | phrases


def flat(value):
    if isinstance(value, dict):
        return [text for item in value.values() for text in flat(item)]
    if isinstance(value, list | tuple):
        return [text for item in value for text in flat(item)]
    return [value] if isinstance(value, str) else []


def test_no_word_of_the_stories_can_be_read_in_any_file(demo_folder):
    files = [path for path in demo_folder.rglob("*") if path.is_file()]
    words = words_of_the_stories() - OF_THE_FORMAT

    assert len(files) >= 5
    assert len(words) > 500
    for path in files:
        content = path.read_bytes()
        for word in words:
            assert word.encode() not in content, path.name
            assert word.encode("utf-16-le") not in content, path.name


def test_the_names_of_files_tell_nothing(demo_folder):
    names = {path.name for path in demo_folder.rglob("*")}

    assert names == {
        "backups", "current", "demonstration", "in-use.json", "sgdesk-20261122-080200Z.sgbackup",
        "slots-1.json", "store-1.db",
    }  # fmt: skip


@pytest.mark.pdf_readers
def test_the_pack_of_the_first_sample_shows_what_goes_and_nothing_that_stays(
    demo_folder, tmp_path, capfd
):
    target = tmp_path / "pack.pdf"

    assert saved_pack(demo_folder, "SG-2026-0031", target) == 0

    assert "copy 1, for Northtown Duty Team" in capfd.readouterr().out
    text = " ".join(run("pdftotext", "-layout", target, "-").split())
    assert [phrase for phrase in GOES if phrase.casefold() not in text.casefold()] == []
    plain = run("qpdf", "--qdf", "--object-streams=disable", target, "-")
    for content in (text, plain, run("pdfinfo", target), target.read_bytes().decode("latin-1")):
        assert [phrase for phrase in HELD_BACK if phrase in content] == []
    assert plain.count("startxref") == 1


@pytest.mark.pdf_readers
def test_a_second_pack_is_another_copy_with_another_code(demo_folder, tmp_path, capfd):
    for name in ("one.pdf", "two.pdf"):
        assert saved_pack(demo_folder, "SG-2026-0031", tmp_path / name) == 0

    codes = re.findall(r"copy (\d), .* log code ([0-9a-f]{16})", capfd.readouterr().out)
    assert [number for number, _code in codes] == ["1", "2"]
    assert codes[0][1] != codes[1][1]
    assert "copy 2" in run("pdftotext", tmp_path / "two.pdf", "-")


def run(*command):
    given = [str(part) for part in command]
    done = subprocess.run(given, capture_output=True, check=True)
    return done.stdout.decode("utf-8", errors="replace")


def test_there_is_no_pack_of_the_third_sample_and_that_is_said(demo_folder, tmp_path, capfd):
    target = tmp_path / "pack.pdf"

    assert saved_pack(demo_folder, "SG-2026-0033", target) == 1

    said = capfd.readouterr().err
    assert said == "Nothing about SG-2026-0033 has been shared, so there is no pack to make.\n"
    assert not target.exists()


def test_a_finished_demonstration_is_left_as_it_is(demo_folder):
    before = (demo_folder / "slots-1.json").read_bytes()

    clock = ensure_demonstration(demo_folder)

    assert clock.now() == datetime(2026, 11, 22, 12, 5, tzinfo=UTC)
    assert (demo_folder / "slots-1.json").read_bytes() == before


def test_an_unfinished_demonstration_is_made_anew(demo_folder):
    mark_unfinished(demo_folder)
    before = (demo_folder / "slots-1.json").read_bytes()
    assert standing_clock(demo_folder) is None

    ensure_demonstration(demo_folder)

    assert standing_clock(demo_folder) is not None
    assert (demo_folder / "slots-1.json").read_bytes() != before


def test_a_real_store_is_never_replaced_by_a_demonstration(store_folder):
    before = {path.name: path.read_bytes() for path in store_folder.iterdir()}

    with pytest.raises(SituationError, match="was left as it is"):
        ensure_demonstration(store_folder)

    assert {path.name: path.read_bytes() for path in store_folder.iterdir()} == before
    assert not open_locked(store_folder)._demo
