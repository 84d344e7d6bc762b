"""The portal is down and nothing is recorded: the call comes first, its record follows, by keys."""

from journey_records import duty_team, opened, signed
from journey_sample import PASSPHRASE
from PySide6.QtCore import Qt


def test_a_portal_that_is_down_is_rung_about_and_the_call_is_put_to_its_concern_later(
    start, store_folder, clock
):
    desk = opened(store_folder, clock)
    duty_team(desk)
    signed(desk)
    desk.close()

    keyboard = start(store_folder)
    keyboard.unlock(PASSPHRASE)
    keyboard.push("portal-down")
    keyboard.heading("A portal is down")
    keyboard.push("missed:no-answer")
    keyboard.choose("agency_id", "Northtown")
    keyboard.choose("failure", "It hung or timed out")
    keyboard.fill_all(
        "", failed_message="Gateway timeout", failed_account="The practice’s own",
        about="Mia Thornton, 6", happened="A bruise on her cheek.", told="The same.",
    )  # fmt: skip
    keyboard.tick("say:happened")
    keyboard.fill_all(
        "", spoke_to="J. Okoro", role="duty social worker", advice="Do not speak to father.",
        agreed="A written referral.", written_hours_said="12",
    )  # fmt: skip
    keyboard.answer("read_back", "yes")
    keyboard.push("record-call")
    keyboard.heading("Today")
    keyboard.says("Calls without a concern")
    keyboard.choose(".concern_id", "SG-2026-0001")
    keyboard._tab_until(lambda widget: widget.objectName().startswith("attach:"), "attach")
    keyboard.press(Qt.Key.Key_Space)
    keyboard.says("The call was put to this concern.")
    keyboard.says("J. Okoro")
