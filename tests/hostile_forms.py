"""Forms as people and programs fill them in, and ways in which an answer can go missing."""

import warnings
from io import BytesIO

from pikepdf import Array, Dictionary, Name, PageCopyWarning, Pdf, String

SEEN, HIDDEN = "Bruise-left-arm", "Kanarienvogel"
_LINES, _SECRET, _COMB, _RADIO, _PUSHED = 1 << 12, 1 << 13, 1 << 24, 1 << 15, 1 << 16
_COMBO = 1 << 17


class Page:
    """One page in the making, with words on it that are seen."""

    def __init__(self):
        self.pdf = Pdf.new()
        self.page = self.pdf.add_blank_page(page_size=(400, 400))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        self.font = self.pdf.make_indirect(font)
        self.page.obj.Resources = Dictionary(Font=Dictionary(F=self.font))
        self.content("BT /F 12 Tf 20 370 Td (Printed heading) Tj ET")
        self.page.obj.Annots = Array()
        self.fields = []
        self.form = Dictionary(DR=Dictionary(Font=Dictionary(F=self.font)), DA="/F 12 Tf 0 g")

    def content(self, drawn):
        self.page.obj.Contents = self.pdf.make_stream(drawn.encode())

    def drawing(self, drawn, width=200, height=20, **about):
        return self.pdf.make_stream(
            drawn.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, width, height],
            Resources=Dictionary(Font=Dictionary(F=self.font)), **about,
        )  # fmt: skip

    def words(self, text):
        return self.drawing(f"/Tx BMC BT /F 12 Tf 2 5 Td ({text}) Tj ET EMC")

    def lay(self, subtype, box=(20, 300, 220, 320), flags=4, **about):
        kept = {key: value for key, value in about.items() if value is not None}
        laid = Dictionary(Type=Name.Annot, Subtype=Name(subtype), Rect=list(box), F=flags, **kept)
        self.page.obj.Annots.append(self.pdf.make_indirect(laid))
        return self.page.obj.Annots[-1]

    def field(self, kind, name="answer", **about):
        one = self.lay("/Widget", FT=Name(kind), T=String(name), **about)
        self.fields.append(one)
        return one

    def bytes(self, **form):
        self.form.Fields = Array(self.fields)
        for key, value in form.items():
            self.form[f"/{key}"] = value
        if self.fields or form:
            self.pdf.Root.AcroForm = self.form
        out = BytesIO()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PageCopyWarning)  # of fields that belong to no form
            self.pdf.save(out)
        return out.getvalue()


def _text(form=None, **about):
    page = Page()
    page.field("/Tx", **about)
    return page.bytes(**(form or {}))


def _asked_again(**about):
    return _text({"NeedAppearances": True}, **about)


def _drawn(text=SEEN, **about):
    page = Page()
    page.field("/Tx", V=String(SEEN), AP=Dictionary(N=page.words(text)), **about)
    return page


def _box(about, form=None):
    page = Page()
    page.field("/Btn", box=(20, 300, 40, 320), **about(page))
    return page.bytes(**(form or {}))


def _states(page, drawn="0 0 1 1 re 3 3 14 14 re f"):
    ticked, empty = page.drawing(drawn, 20, 20), page.drawing("", 20, 20)
    return Dictionary(N=Dictionary(Yes=ticked, Off=empty))


def _radio(states):
    page = Page()
    group = page.pdf.make_indirect(
        Dictionary(FT=Name.Btn, Ff=_RADIO, T=String("harm"), V=Name.B, Kids=Array())
    )
    for at, (name, state) in enumerate(zip("AB", states, strict=True)):
        drawn = Dictionary(N=Dictionary({f"/{name}": page.drawing("3 3 14 14 re f", 20, 20)}))
        about = {"AS": Name(state)} if state else {}
        box = (20 + 40 * at, 300, 40 + 40 * at, 320)
        group.Kids.append(page.lay("/Widget", box, Parent=group, AP=drawn, **about))
    page.fields = [group]
    return page.bytes()


def _xfa(data, needs=False, widget=True):
    page = Page()
    if widget:
        page.field("/Tx", V=String(SEEN), AP=Dictionary(N=page.words(SEEN)))
    xml = f"<xfa:datasets><xfa:data><form><a>{data}</a></form></xfa:data></xfa:datasets>"
    if needs:
        page.pdf.Root.NeedsRendering = True
    return page.bytes(XFA=Array([String("datasets"), page.pdf.make_stream(xml.encode())]))


def _nowhere():
    page = Page()
    lost = Dictionary(FT=Name.Tx, T=String("lost"), V=String(HIDDEN))
    page.fields = [page.pdf.make_indirect(lost)]
    return page.bytes()


def _of_a_group():
    page = Page()
    group = page.pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("who"), V=String(SEEN)))
    group.Kids = Array([page.lay("/Widget", Parent=group)])
    page.fields = [group]
    return page.bytes()


def _no_form_at_all():
    page = Page()
    page.lay("/Widget", FT=Name.Tx, T=String("a"), V=String(SEEN))
    return page.bytes()


def _cut():
    page, text = Page(), f"{'long ' * 12}first words {SEEN}"
    page.field("/Tx", V=String(text), AP=Dictionary(N=page.words(text)), Ff=_LINES)
    return page.bytes()


def _font_of_the_form():
    page = _drawn()
    del page.page.obj.Annots[0].AP.N.Resources
    return page.bytes()


def _in_a_stream():
    page = Page()
    page.field("/Tx", V=page.pdf.make_stream(SEEN.encode()), Ff=_LINES)
    return page.bytes()


_MANY = "First line of what was said.\rSecond line, " + "a longer one of many words " * 4 + SEEN
_CHOICES = Array([Array([String("1"), String(SEEN)]), Array([String("2"), String("other")])])
_BIG = (20, 200, 380, 340)

# Name: the file, and the words that are seen on it beside the heading.
SHOWN = {
    "an answer to be drawn anew": (_asked_again(V=String(SEEN)), [SEEN]),
    "an answer without a drawing": (_text(V=String(SEEN)), [SEEN]),
    "an answer with its drawing": (_drawn().bytes(), [SEEN]),
    "an answer drawn and to be drawn anew": (_drawn().bytes(NeedAppearances=True), [SEEN]),
    "an answer whose old drawing says less": (
        _drawn(HIDDEN).bytes(NeedAppearances=True), [SEEN],
    ),
    "an answer with an empty drawing": (_drawn("").bytes(), [SEEN]),
    "an answer in the font of the form": (_font_of_the_form(), [SEEN]),
    "an answer that its group holds": (_of_a_group(), [SEEN]),
    "an answer in a stream": (_in_a_stream(), [SEEN]),
    "an answer on a page without a form": (_no_form_at_all(), [SEEN]),
    "an answer of many lines": (_text(V=String(_MANY), Ff=_LINES, box=_BIG), [SEEN, "Second line"]),
    "an answer too long for its line": (_text(V=String(f"{SEEN} and what else was seen")), [SEEN]),
    "an answer of other letters": (_asked_again(V=String("Zoë Łukasiewicz")), ["Zoë", "Łukas"]),
    "an answer in other writing": (_asked_again(V=String("Мария")), ["Мария"]),
    "an answer turned on its side": (
        _text(V=String(SEEN), MK=Dictionary(R=90), box=(20, 100, 40, 300)), [SEEN],
    ),
    "an answer on the right": (_text(V=String(SEEN), Q=2), [SEEN]),
    "an answer in a comb": (_text(V=String("ZZ991AB"), Ff=_COMB, MaxLen=8), ["ZZ991AB"]),
    "an answer with a size of its own": (_text(V=String(SEEN), DA=String("/F 0 Tf")), [SEEN]),
    "an answer longer than its drawing": (_cut(), [f"first words {SEEN}"]),
    "a secret answer": (_text(V=String(HIDDEN), Ff=_SECRET), ["*" * len(HIDDEN)]),
    "a choice": (_text(V=String("x")), ["x"]),
    "an answer for a screen only": (_drawn(flags=0).bytes(), [SEEN]),
    "no answer": (_asked_again(), []),
    "a date that a script writes": (
        _drawn("20 November 2026", AA=Dictionary(F=Dictionary(S=Name.JavaScript, JS="x"))).bytes(),
        ["20 November 2026"],
    ),
    "a form of two kinds with the same answer": (_xfa(SEEN), [SEEN]),
}  # fmt: skip


def _choice(**about):
    page = Page()
    page.field("/Ch", Opt=_CHOICES, **about)
    return page.bytes()


SHOWN["a choice"] = (_choice(V=String("1"), Ff=_COMBO), [SEEN])
SHOWN["choices from a list"] = (
    _choice(V=Array([String("1"), String("2")]), box=(20, 300, 220, 340)), [SEEN, "other"],
)  # fmt: skip

# Name: the file. Each has one box of 20 points at (20, 300), unless it says otherwise.
TICKED = {
    "ticked": _box(lambda page: {"V": Name.Yes, "AS": Name.Yes, "AP": _states(page)}),
    "ticked by its field alone": _box(lambda page: {"V": Name.Yes, "AP": _states(page)}),
    "ticked without a drawing": _box(lambda _page: {"V": Name.Yes, "AS": Name.Yes}),
    "ticked without anything": _box(lambda _page: {"V": Name.Yes}, {"NeedAppearances": True}),
    "ticked with an empty drawing": _box(
        lambda page: {"V": Name.Yes, "AS": Name.Yes, "AP": _states(page, "q Q")}
    ),
    "ticked with a cross": _box(
        lambda _page: {"V": Name.Yes, "AS": Name.Yes, "MK": Dictionary(CA="8")}
    ),
}
EMPTY = {
    "left empty": _box(lambda page: {"V": Name.Off, "AS": Name.Off, "AP": _states(page)}),
    "left alone": _box(lambda page: {"AP": _states(page)}, {"NeedAppearances": True}),
}
RADIO = {"told": _radio(("/Off", "/B")), "by its group alone": _radio(("", ""))}

UNSEEN = {
    "hidden": _text(V=String(HIDDEN), flags=2),
    "not for a screen": _text(V=String(HIDDEN), flags=36),
    "without room": _text(V=String(HIDDEN), box=(20, 300, 20, 300)),
    "on no page": _nowhere(),
}


def _laid(subtype, **about):
    page = Page()
    page.lay(subtype, **about)
    return page.bytes()


REFUSED = {
    "a drawing that says something else": _drawn("Nothing was seen").bytes(),
    "more than its box holds": _text(V=String("much " * 900), Ff=_LINES),
    "letters that no font has": _text(V=String("\U0002f800\U000e0101\ue123")),
    "a tick that is none": _box(lambda page: {"V": Name.Yes, "AS": Name.Off, "AP": _states(page)}),
    "a choice of several that is none": _radio(("/Off", "/Off")),
    "a form of two kinds with another answer": _xfa(HIDDEN),
    "a form that is built when it is opened": _xfa(SEEN, needs=True),
    "a form whose pages are elsewhere": _xfa(SEEN, widget=False),
    "a note without a drawing": _laid("/FreeText", Contents=String(SEEN)),
    "a black box without a drawing": _laid("/Square", IC=[0, 0, 0]),
    "crossed out without a drawing": _laid("/StrikeOut", QuadPoints=[0] * 8),
}
