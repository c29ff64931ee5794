"""An empty 16:9 presentation with the lesson's own theme, master and four layouts."""

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout

from resources.samples import palette as look
from resources.samples.content import Lesson
from resources.samples.geometry import SEA, Box, Paint, shape
from resources.samples.palette import columns, emu

TITLE_SLIDE, CONTENT, TITLE_ONLY, DIAGRAM = range(4)
KICKER_INDEX, BODY_INDEX = 13, 1

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_NS = (
    f'xmlns:a="{_DRAWING}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_SCHEME = (
    ("dk1", look.INK),
    ("lt1", look.WHITE),
    ("dk2", look.DEEP),
    ("lt2", look.MIST),
    ("accent1", look.WATER),
    ("accent2", look.SUN),
    ("accent3", look.LAND),
    ("accent4", look.SLATE),
    ("accent5", look.CLAY),
    ("accent6", look.SKY),
    ("hlink", look.WATER),
    ("folHlink", look.SLATE),
)


def empty_deck(lesson: Lesson) -> Deck:
    """Return a presentation without slides that carries the lesson's look and language."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = 12_192_000, 6_858_000
    deck.part._element.find("{*}sldSz").attrib.pop("type", None)
    _drop_leftovers(deck)
    for layout in list(deck.slide_layouts)[4:]:
        deck.slide_layouts.remove(layout)
    _dress_master(deck, lesson)
    title, content, title_only, diagram = deck.slide_layouts
    _dress_layout(title, "Title slide", _title_slide(), "title")
    _dress_layout(content, "Title and content", _heading() + _body(_left_column()), "obj")
    _dress_layout(title_only, "Title only", _heading(), "titleOnly")
    _dress_layout(diagram, "Diagram", _heading(9.4) + _body((look.MARGIN, 1.95, 4.4, 3.0), 20), None)
    _sky(diagram)
    return deck


def _drop_leftovers(deck: Deck) -> None:
    """Remove the printer settings and the thumbnail of the library's own default deck."""
    for part in (deck.part, deck.part.package):
        rels = part._rels
        for rid in [r for r, rel in rels.items() if rel.reltype.endswith(("/printerSettings", "/thumbnail"))]:
            rels.pop(rid)


def _dress_master(deck: Deck, lesson: Lesson) -> None:
    master = deck.slide_master
    for rel in master.part.rels.values():
        if rel.reltype.endswith("/theme"):
            rel.target_part._blob = _theme(rel.target_part.blob)
    tree = master._element
    tree.replace(tree.find(".//{*}cSld"), parse_xml(_master_slide()))
    tree.replace(tree.find(".//{*}txStyles"), parse_xml(_text_styles()))
    tree.cSld.spTree.insert(2, _wave_band())
    for style in deck.part._element.iter(f"{{{_DRAWING}}}defRPr"):
        style.set("lang", lesson.lang)


def _dress_layout(layout: SlideLayout, name: str, shapes: str, kind: str | None) -> None:
    tree = layout._element
    tree.replace(
        tree.cSld, parse_xml(f'<p:cSld {_NS} name="{name}"><p:spTree>{_GROUP}{shapes}</p:spTree></p:cSld>')
    )
    tree.attrib.pop("type", None)
    if kind:
        tree.set("type", kind)
    else:
        tree.set("userDrawn", "1")


def _sky(layout: SlideLayout) -> None:
    """Give the diagram layout a sky, and hide the wave of the master: the diagram has its own sea."""
    layout._element.set("showMasterSp", "0")
    fill = Paint("BFE2F5", "F4FAFD").xml()
    layout._element.cSld.insert(0, parse_xml(f"<p:bg {_NS}><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"))


_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def _left_column() -> Box:
    left, width = columns(0, 7)
    return left, look.BODY_Y, width, look.BODY_BOTTOM - look.BODY_Y


def _placeholder(number: int, name: str, ph: str, box: Box, body: str, prompt: str, style: str = "") -> str:
    left, top, width, height = (emu(value) for value in box)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph {ph}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody><a:bodyPr {body}><a:normAutofit/></a:bodyPr><a:lstStyle>{style}</a:lstStyle>"
        f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{prompt}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


_FLAT = 'vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0"'


def _level(points: int, colour: str, extra: str = "", run: str = "") -> str:
    return (
        f'<a:lvl1pPr marL="0" indent="0">{extra}<a:buNone/><a:defRPr sz="{points * 100}"{run}><a:solidFill>'
        f'<a:schemeClr val="{colour}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )


def _kicker(width: float = look.CONTENT_W, top: float = look.KICKER_Y) -> str:
    style = _level(look.SMALL_PT, "accent1", run=' b="1" spc="150"')
    box = (look.MARGIN, top, width, 0.35)
    return _placeholder(
        4, "Kicker", f'type="body" sz="quarter" idx="{KICKER_INDEX}"', box, _FLAT, "Part", style
    )


def _heading(width: float = look.CONTENT_W) -> str:
    box = (look.MARGIN, look.TITLE_Y, look.CONTENT_W, 0.75)
    return _placeholder(2, "Title", 'type="title"', box, f'{_FLAT} anchor="ctr"', "Title") + _kicker(width)


def _body(box: Box, points: int = look.BODY_PT) -> str:
    style = f'<a:lvl1pPr><a:defRPr sz="{points * 100}"/></a:lvl1pPr>' if points != look.BODY_PT else ""
    return _placeholder(3, "Content", f'idx="{BODY_INDEX}"', box, _FLAT, "Text", style)


def _title_slide() -> str:
    left, width = columns(0, 7)
    title = _placeholder(
        2,
        "Title",
        'type="ctrTitle"',
        (left, 1.35, width, 1.1),
        f'{_FLAT} anchor="b"',
        "Title",
        _level(60, "tx2", run=' b="1"'),
    )
    subtitle = _placeholder(
        3,
        "Subtitle",
        'type="subTitle" idx="1"',
        (left, 2.6, width, 0.9),
        _FLAT,
        "Subtitle",
        _level(26, "tx1"),
    )
    return title + subtitle + _kicker(width, top=0.95)


def _wave_band() -> etree._Element:
    return shape(20, "Wave", SEA, (-0.3, 7.05, look.SLIDE_W + 0.6, 0.5), Paint(look.PALE))


def _master_slide() -> str:
    title = _placeholder(
        2,
        "Title",
        'type="title"',
        (look.MARGIN, look.TITLE_Y, look.CONTENT_W, 0.75),
        f'{_FLAT} anchor="ctr"',
        "Title",
    )
    body = _placeholder(
        3,
        "Text",
        'type="body" idx="1"',
        (look.MARGIN, look.BODY_Y, look.CONTENT_W, look.BODY_BOTTOM - look.BODY_Y),
        _FLAT,
        "Text",
    )
    ground = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg2"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    return f"<p:cSld {_NS}>{ground}<p:spTree>{_GROUP}{title}{body}</p:spTree></p:cSld>"


def _fonts(kind: str) -> str:
    return f'<a:latin typeface="+{kind}-lt"/><a:ea typeface="+{kind}-ea"/><a:cs typeface="+{kind}-cs"/>'


def _text_styles() -> str:
    def run(points: int, colour: str, kind: str, bold: str = "") -> str:
        fill = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        return f'<a:defRPr sz="{points * 100}"{bold} kern="1200">{fill}{_fonts(kind)}</a:defRPr>'

    spaced = '<a:lnSpc><a:spcPct val="105000"/></a:lnSpc><a:spcBef><a:spcPts val="1200"/></a:spcBef>'
    bullet = '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/>'
    levels = "".join(
        f'<a:lvl{level}pPr marL="{300_000 * level}" indent="-300000" algn="l" defTabSz="914400" eaLnBrk="1" '
        f'latinLnBrk="0" hangingPunct="1">{spaced}{bullet}{run(points, "tx1", "mn")}</a:lvl{level}pPr>'
        for level, points in enumerate((look.BODY_PT, 22, 20, 18, 18, 18, 18, 18, 18), 1)
    )
    heading = run(look.TITLE_PT, "tx2", "mj", ' b="1"')
    title = (
        '<a:lvl1pPr algn="l" defTabSz="914400" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc>'
        '<a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>'
        f"{heading}</a:lvl1pPr>"
    )
    other = f'<a:lvl1pPr marL="0" algn="l">{run(18, "tx1", "mn")}</a:lvl1pPr>'
    return (
        f"<p:txStyles {_NS}><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles>"
    )


def _theme(blob: bytes) -> bytes:
    """Return the theme with the lesson's name, colours and fonts; effects and fills stay those of Office."""
    tree = etree.fromstring(blob)
    tree.set("name", "Water cycle")
    scheme = "".join(f'<a:{role}><a:srgbClr val="{colour}"/></a:{role}>' for role, colour in _SCHEME)
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="Calibri"/><a:ea typeface="Microsoft JhengHei"/><a:cs typeface=""/>'
        f'<a:font script="Hant" typeface="Microsoft JhengHei"/></a:{kind}Font>'
        for kind in ("major", "minor")
    )
    for old, new in (
        ("clrScheme", f'<a:clrScheme xmlns:a="{_DRAWING}" name="Water cycle">{scheme}</a:clrScheme>'),
        ("fontScheme", f'<a:fontScheme xmlns:a="{_DRAWING}" name="Water cycle">{fonts}</a:fontScheme>'),
    ):
        found = tree.find(f".//{{{_DRAWING}}}{old}")
        found.getparent().replace(found, etree.fromstring(new))
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
