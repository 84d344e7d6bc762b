"""Files that go with a referral: none by default; those that do are clean copies behind it."""

from datetime import timedelta
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image
from printed_words import page_texts
from reportlab.pdfgen.canvas import Canvas
from sharing_support import agency, ready, signed
from unfolded import everything_in

from sgdesk.domain.attachment import AttachmentDraft, AttachmentKind, RuleDraft
from sgdesk.domain.paper import PaperKind
from sgdesk.errors import UserError

CANARY = "Kanarienvogel"
KIND = PaperKind.PACK


def photo():
    tags = Image.Exif()
    tags[0x010F] = CANARY
    place = tags.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (51.0, 30.0, 10.0), "W", (0.0, 7.0, 1.0)
    out = BytesIO()
    Image.new("RGB", (200, 100), (10, 200, 30)).save(out, "JPEG", exif=tags, comment=CANARY)
    return out.getvalue()


def letter():
    out = BytesIO()
    canvas = Canvas(out, (842, 595))
    canvas.setAuthor(CANARY)
    for number in (1, 2, 3):
        canvas.drawString(72, 400, f"Hospital letter, sheet {number}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


class Case:
    def __init__(self, desk):
        self.desk = desk
        desk.attachments.decide_rule(
            RuleDraft(allowed=True, policy="Photo policy 3", because="Injuries fade")
        )
        self.concern = signed(desk)
        self.photo = self.keep("Left cheek", AttachmentKind.PHOTO, photo())
        self.letter = self.keep("Hospital letter", AttachmentKind.LETTER, letter())
        self.draft = ready(desk, self.concern, agency(desk))

    def keep(self, title, kind, content):
        draft = AttachmentDraft(
            concern_id=self.concern.id, kind=kind, title=title, source="Asha Rahman",
            reason="The pattern", agreed="Her mother",
        )  # fmt: skip
        return self.desk.attachments.add(draft, content)

    def pack(self):
        self.desk.sharings.decide(self.draft)
        return self.desk.printing.make(PaperKind.PACK, self.concern.id)


@pytest.fixture
def case(desk):
    return Case(desk)


def test_no_file_goes_unless_somebody_says_so(case):
    made = case.pack()

    assert "Nothing is attached to this referral" in "\n".join(page_texts(made.pdf))
    assert "Annex" not in "\n".join(page_texts(made.pdf))


def test_a_file_that_goes_needs_a_reason(case):
    case.draft.files = {case.photo.id: " "}

    with pytest.raises(UserError, match="essential") as refused:
        case.desk.sharings.decide(case.draft)

    assert refused.value.field == f"{case.photo.id}.reason"


def test_files_that_go_stand_behind_the_pack_on_our_paper(case):
    plain = page_texts(case.desk.printing.preview(case.draft, PaperKind.PACK))
    case.draft.files = {case.letter.id: "The diagnosis", case.photo.id: "The pattern"}
    previewed = page_texts(case.desk.printing.preview(case.draft, PaperKind.PACK))

    made = case.pack()

    pages = page_texts(made.pdf)
    assert len(pages) == len(previewed) == len(plain) + 4
    assert "Annex 1: Left cheek" in pages[-4]
    assert case.photo.file.sha256 in pages[-4].replace("\r\n", "")
    for number, page in enumerate(pages[-3:], 1):
        assert f"Hospital letter, sheet {number}" in page
        assert f"Page {number} of 3" in page
        assert case.concern.reference in page
        assert "copy 1" in page
    assert "Left cheek (JPEG picture · 200 × 100 pixels" in "".join(pages).replace("\r\n", " ")
    assert case.desk.printing.pdf(made.paper.id) == made.pdf


def test_nothing_unseen_of_a_file_goes_with_it(case):
    case.draft.files = {case.letter.id: "The diagnosis", case.photo.id: "The pattern"}

    content = everything_in(case.pack().pdf)

    assert CANARY.encode() not in content
    assert b"Exif" not in content


def test_the_photo_is_seen_on_its_page(case):
    case.draft.files = {case.photo.id: "The pattern"}
    document = pypdfium2.PdfDocument(case.pack().pdf)

    page = document[len(document) - 1]
    colours = page.render(scale=0.2).to_pil().convert("RGB").getcolors(100_000)
    document.close()

    assert any(count > 1_000 and abs(colour[1] - 200) < 8 for count, colour in colours
               if colour[0] < 40)  # fmt: skip


def test_a_file_that_was_set_aside_since_does_not_go(case):
    case.draft.files = {case.photo.id: "The pattern"}
    case.desk.sharings.decide(case.draft)
    case.desk.attachments.set_aside(case.photo.id, "Another patient")

    made = case.desk.printing.make(PaperKind.PACK, case.concern.id)

    assert "Annex" not in "\n".join(page_texts(made.pdf))


def test_what_went_is_still_known_where_the_record_is_handed_on(case):
    from uuid import uuid4

    case.draft.files = {case.photo.id: "The pattern"}
    case.pack()
    content = case.desk.exchange.written(case.concern.id)

    taken = case.desk.exchange.take_in(
        content.replace(case.concern.id.encode(), str(uuid4()).encode())
    )

    (sharing,) = case.desk.concerns.get(taken.id).sharings
    titles = {one.id: one.title for one in case.desk.attachments.of_concern(taken.id)}
    assert {titles[file_id]: why for file_id, why in sharing.sharing.files.items()} == {
        "Left cheek": "The pattern"
    }


def plain(pdf):
    return " ".join("\n".join(page_texts(pdf)).split())


def test_the_disclosure_record_lists_every_file_that_went_and_every_one_that_stayed(case, clock):
    case.draft.files = {case.photo.id: "The pattern is of a hand"}
    case.desk.sharings.decide(case.draft)
    clock.at += timedelta(hours=1)
    out = BytesIO()
    Image.new("RGB", (9, 9), (1, 2, 3)).save(out, "PNG")
    case.keep("Drawing", AttachmentKind.SCAN, out.getvalue())
    case.desk.attachments.set_aside(case.photo.id, "Another patient")

    read = plain(case.desk.printing.make(PaperKind.DISCLOSURE_RECORD, case.concern.id).pdf)

    went, stayed = read.split("Files that go")[1].split("Files that stay, and why")
    assert "Left cheek" in went
    assert "The pattern is of a hand" in went
    assert "Another patient. It is in no copy made since." in went
    assert case.photo.file.sha256 in went.replace(" ", "")
    assert "Hospital letter" not in went
    assert "Nobody said that it is essential" in stayed.split("Hospital letter")[1]
    assert "It was added after this decision." in stayed.split("Drawing")[1]


def test_the_cover_says_that_files_stand_behind_the_receipt(case):
    assert "receipt on the last page" in plain(case.desk.printing.preview(case.draft, KIND))

    case.draft.files = {case.letter.id: "The diagnosis", case.photo.id: "The pattern"}
    read = plain(case.pack().pdf)

    assert "Annexes 1 to 2, copies of files" in read
    assert "the receipt, which stands before Annex 1" in read
    assert "on the last page" not in read
