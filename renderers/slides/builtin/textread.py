"""Reads a text body with everything it inherits (ECMA-376 part 1, 21.1.2)."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from PySide6.QtGui import QColor

from renderers.slides.builtin.fills import FILL_TAGS, main_color, read_fill
from renderers.slides.builtin.fonts import (
    Faces,
    FontBook,
    ThemeFonts,
    is_symbol_font,
    pieces,
    unicode_symbols,
)
from renderers.slides.builtin.mathtext import linear
from renderers.slides.builtin.node import Cascade, Node, emu, ratio
from renderers.slides.builtin.numbering import Counter, label
from renderers.slides.builtin.pictures import blip_image
from renderers.slides.builtin.sheet import Sheet, placeholder, style_kind
from renderers.slides.builtin.textmodel import Align, Body, Bullet, Paragraph, Run, Spacing

_ALIGN: dict[str, Align] = {
    "ctr": "ctr",
    "r": "r",
    "just": "just",
    "justLow": "just",
    "dist": "just",
    "thaiDist": "just",
}
_DEFAULT_SIZE = 180.0
_MARKS = ("buNone", "buChar", "buAutoNum", "buBlip")
MOST_LETTERS = 10_000
"""Of one text; a page full of print has 4,000, and what a slide cannot show need not be set line by line."""
SIDE_INSET, TOP_INSET = 72.0, 36.0


@dataclass(frozen=True, slots=True)
class TextSource:
    """What a text body reads from: its sheet, the fonts, list styles nearest first, and page facts."""

    sheet: Sheet
    fonts: FontBook
    styles: tuple[Node, ...]
    bodies: tuple[Node, ...]
    number: int

    @property
    def theme_fonts(self) -> ThemeFonts:
        """The theme's faces."""
        return ThemeFonts(self.sheet.theme)


def list_styles(shape: Node, sheet: Sheet, defaults: Node | None, tint: QColor | None) -> tuple[Node, ...]:
    """Return the list styles a shape's text inherits, nearest first.

    `tint` is the colour of the shape's style (fontRef): it stands over the deck's defaults only.
    """
    ancestors = sheet.ancestors(shape)
    own = [node for s in (shape, *ancestors) if (node := s.path("txBody/lstStyle")) is not None]
    master = sheet.master.node.child("txStyles")
    anchor = placeholder(ancestors[-1]) if ancestors else placeholder(shape)
    general = master.child(style_kind(anchor) + "Style") if master is not None else None
    made = made_style(tint) if tint is not None and anchor is None else None
    # Boxes that are no placeholders follow the deck's own defaults; otherStyle only fills their gaps.
    rest = (defaults, general) if anchor is None else (general, defaults)
    return tuple(node for node in (*own, made, *rest) if node is not None)


def made_style(color: QColor | None, bold: bool | None = None) -> Node:
    """Return a list style that gives all levels one colour and weight."""
    style = Node.made("lstStyle")
    for level in range(1, 10):
        props = Node.made("defRPr") if bold is None else Node.made("defRPr", b=str(int(bold)))
        if color is not None:
            named = Node.made("srgbClr", val=color.name()[1:])
            named.with_child(Node.made("alpha", val=str(round(color.alphaF() * 100000))))
            props.with_child(Node.made("solidFill").with_child(named))
        style.with_child(Node.made(f"lvl{level}pPr").with_child(props))
    return style


def read_body(body: Node, source: TextSource) -> Body:
    """Return the settled text of a txBody element."""
    props = Cascade(body.child("bodyPr"), *source.bodies)
    fit = props.child("noAutofit", "normAutofit", "spAutoFit")
    return Body(
        tuple(_paragraphs(body, source)),
        _insets(props),
        props.get("anchor") or "t",
        props.flag("anchorCtr") or False,
        props.get("wrap") != "none",
        props.get("vert") or "horz",
        max(1, int(props.get("numCol") or 1)),
        props.units("spcCol"),
        "none" if fit is None or fit.tag == "noAutofit" else ("shape" if fit.tag == "spAutoFit" else "text"),
        fit.ratio("fontScale", 1.0) if fit is not None else 1.0,
        fit.ratio("lnSpcReduction") if fit is not None else 0.0,
        float(props.get("rot") or 0) / 60000.0,
        props.flag("upright") or False,
    )


def _paragraphs(body: Node, source: TextSource) -> Iterator[Paragraph]:
    """The paragraphs, as far as anyone could read them."""
    counter = Counter()
    left = MOST_LETTERS
    for node in body.children("p"):
        paragraph = _paragraph(node, source, counter)
        yield paragraph
        left -= 1 + sum(len(run.text) for run in paragraph.runs)
        if left <= 0:
            return


def _insets(props: Cascade) -> tuple[float, float, float, float]:
    return (
        props.units("lIns", SIDE_INSET),
        props.units("tIns", TOP_INSET),
        props.units("rIns", SIDE_INSET),
        props.units("bIns", TOP_INSET),
    )


def _paragraph(node: Node, source: TextSource, counter: Counter) -> Paragraph:
    own = node.child("pPr")
    level = min(8, own.whole("lvl")) if own is not None else 0
    above = [
        n
        for style in source.styles
        for n in (style.child(f"lvl{level + 1}pPr"), style.child("defPPr"))
        if n is not None
    ]
    props = Cascade(own, *above)
    defaults = [n for a in above if (n := a.child("defRPr")) is not None]
    runs = tuple(itertools.chain.from_iterable(_runs(node, source, defaults)))
    empty = _empty_run(node, source, defaults)
    tabs = props.child("tabLst")
    return Paragraph(
        runs,
        empty,
        _ALIGN.get(props.get("algn") or "l", "l"),
        props.units("marL"),
        props.units("indent"),
        props.units("marR"),
        _spacing(props.child("spcBef"), 0.0),
        _spacing(props.child("spcAft"), 0.0),
        _spacing(props.child("lnSpc"), 1.0),
        props.flag("rtl") or False,
        _bullet(props, runs, empty, level, source, counter),
        tuple((tab.units("pos"), tab.get("algn") or "l") for tab in (tabs if tabs is not None else ())),
        props.units("defTabSz", 720.0) or 720.0,
    )


def _spacing(node: Node | None, default: float) -> Spacing:
    inner = node.child("spcPct", "spcPts") if node is not None else None
    if inner is None:
        return Spacing(default, True)
    if inner.tag == "spcPct":
        return Spacing(inner.ratio("val", default), True)
    value = inner.get("val") or "0"
    return Spacing(emu(value) / 1270 if value.endswith("pt") else float(value) / 10.0, False)


def _runs(node: Node, source: TextSource, defaults: list[Node]) -> Iterator[Iterable[Run]]:
    for child in islice(node, MOST_LETTERS):
        props = Cascade(child.child("rPr"), *defaults)
        if child.tag == "r":
            yield _styled(_text_of(child), props, source)
        elif child.tag == "br":
            yield _styled("\u2028", props, source)
        elif child.tag == "fld":
            text = str(source.number) if child.get("type") == "slidenum" else _text_of(child)
            yield _styled(text, props, source)
        elif child.tag in ("m", "oMath", "oMathPara"):
            yield _styled(linear(child), Cascade(child.find("rPr"), *defaults), source)


def _text_of(node: Node) -> str:
    text = node.child("t")
    raw = text.text[:MOST_LETTERS] if text is not None else ""
    # Vertical tabs and raw line ends inside a run are line breaks, as PowerPoint and LibreOffice show them.
    return raw.replace("_x000D_", "").replace("\r", "").replace("\v", "\u2028").replace("\n", "\u2028")


def _empty_run(node: Node, source: TextSource, defaults: list[Node]) -> Run:
    last = node.children("r", "fld", "br")
    end = node.child("endParaRPr")
    nearest = end if end is not None else (last[-1].child("rPr") if last else None)
    return _run("", Cascade(nearest, *defaults), source, "latin")


def _styled(text: str, props: Cascade, source: TextSource) -> list[Run]:
    """Split a run by script; letters of symbol fonts become the Unicode characters they look like."""
    symbol = props.child("sym")
    face = props.child("latin")
    latin = (face.get("typeface") if face is not None else None) or ""
    if is_symbol_font(latin):
        text = unicode_symbols(text, latin)
    elif symbol is not None:
        marks = symbol.get("typeface") or ""
        text = "".join(unicode_symbols(c, marks) if 0xF020 <= ord(c) <= 0xF0FF else c for c in text)
    if props.get("cap") == "all":
        text = text.upper()
    return [_run(piece, props, source, script) for script, piece in pieces(text)]


def _run(text: str, props: Cascade, source: TextSource, script: str) -> Run:
    faces = source.theme_fonts.read(props, props.get("lang") or "")
    settled = "ea" if script == "ea" else ("cs" if script == "cs" else "latin")
    families = source.fonts.families(faces, settled, text)
    size = float(props.get("sz") or 0) / 10.0 or _DEFAULT_SIZE
    bold = props.flag("b")
    asked = faces.asked(settled).casefold()
    underline = props.get("u") or "none"
    link = next((n for n in props.nodes[:1] if n.child("hlinkClick") is not None), None)
    return Run(
        text,
        families,
        settled,
        size,
        _color(props, source, link),
        bool(bold) or asked.endswith(("semibold", " medium", " black", " bold")),
        props.flag("i") or False,
        "sng" if link is not None and underline == "none" else underline,
        (props.get("strike") or "noStrike") != "noStrike",
        props.get("cap") == "small",
        source.sheet.palette.color(props.child("highlight")),
        ratio(props.get("baseline")),
        float(props.get("spc") or 0) / 10.0 if not (props.get("spc") or "").endswith("pt") else 0.0,
        # East Asian letters are as wide in every face, and the Latin stand-ins are chosen for their width.
        settled == "cs" and not source.fonts.alike(asked, families[0] if families else ""),
    )


def _color(props: Cascade, source: TextSource, link: Node | None) -> QColor:
    """Hyperlinks take the theme's colour unless the file says to keep the text's own."""
    palette = source.sheet.palette
    if link is not None and "hlinkClr" not in {n.tag for n in link.every("hlinkClr")}:
        return palette.scheme("hlink")
    stated = props.child(*FILL_TAGS)
    found = (
        main_color(read_fill(stated, source.sheet))
        if stated is not None and stated.tag != "blipFill"
        else None
    )
    return found or palette.scheme("tx1")


def _bullet(
    props: Cascade, runs: tuple[Run, ...], empty: Run, level: int, source: TextSource, counter: Counter
) -> Bullet | None:
    mark = props.child(*_MARKS)
    lettered = "".join(run.text for run in runs).strip() != ""
    if mark is None or mark.tag == "buNone" or not lettered:
        if lettered:
            counter.close(level)
        return None
    first = next((run for run in runs if run.text.strip()), empty)
    face = props.child("buFont", "buFontTx")
    family = (face.get("typeface") if face is not None else None) or ""
    look = _bullet_look(props, first, source)
    if mark.tag == "buAutoNum":
        number = counter.number(level, mark.get("type") or "arabicPeriod", mark.whole("startAt", 1))
        return Bullet(_replaced(look, label(mark.get("type") or "arabicPeriod", number), first.families))
    counter.close(level)
    if mark.tag == "buBlip":
        blip = mark.child("blip")
        image = blip_image(blip, source.sheet) if blip is not None else None
        return Bullet(_replaced(look, "•", first.families), image)
    text = unicode_symbols((mark.get("char") or "•")[:1], family)
    resolved = source.theme_fonts.face(family, "") if not is_symbol_font(family) else ""
    known = source.fonts.use(resolved, "latin", _bare_faces(resolved)) if resolved else ""
    families = tuple(
        f for f in (known, "DejaVu Sans" if is_symbol_font(family) else "", *first.families) if f
    )
    return Bullet(_replaced(look, text, families))


def _bare_faces(family: str) -> Faces:
    return Faces(family, "", "", "", "sans", "")


def _bullet_look(props: Cascade, first: Run, source: TextSource) -> Run:
    colored = props.child("buClr", "buClrTx")
    color = source.sheet.palette.color(colored) if colored is not None and colored.tag == "buClr" else None
    sized = props.child("buSzPct", "buSzPts", "buSzTx")
    size = first.size
    if sized is not None and sized.tag == "buSzPct":
        size *= sized.ratio("val", 1.0)
    elif sized is not None and sized.tag == "buSzPts":
        size = sized.whole("val", 1800) / 10.0
    return Run("", first.families, first.script, size, color or first.color, first.bold, first.italic)


def _replaced(look: Run, text: str, families: tuple[str, ...]) -> Run:
    return Run(text, families, look.script, look.size, look.color, look.bold, look.italic)


def default_text_style(presentation: Node | None) -> Node | None:
    """Return the presentation's own text style."""
    return presentation.child("defaultTextStyle") if presentation is not None else None
