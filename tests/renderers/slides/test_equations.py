"""Equations: what PowerPoint drew of them is what is seen, in texts, tables and speech bubbles."""

from __future__ import annotations

from lxml import etree

from renderers.slides.equations import take_pictures
from studio.importers.pptx.markup import NAMESPACES, Element, qn

_SPACES = " ".join(f'xmlns:{name}="{NAMESPACES[name]}"' for name in ("a", "p", "r", "mc", "a14", "m"))
_SLIDE = f"""<p:sld {_SPACES}><p:cSld><p:spTree><mc:AlternateContent><mc:Choice Requires="a14"><p:sp><a14:m/></p:sp>
</mc:Choice><mc:Fallback>{{fallback}}</mc:Fallback></mc:AlternateContent></p:spTree></p:cSld></p:sld>"""
_FILL = '<a:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect {insets}/></a:stretch></a:blipFill>'
_ABOUT = '<p:{kind}><p:cNvPr id="7" name="Seven"/></p:{kind}>'


def shown(fallback: str) -> Element:
    """What stands on a slide in place of an equation with this fallback."""
    root = etree.fromstring(_SLIDE.format(fallback=fallback))
    take_pictures(root)
    (shape,) = root.find(f"{qn('p:cSld')}/{qn('p:spTree')}")
    return shape


def box(picture: Element) -> tuple[int, ...]:
    place = picture.find(f"{qn('p:spPr')}/{qn('a:xfrm')}")
    return tuple(
        int(place.find(qn(tag)).get(name))
        for tag, name in (("a:off", "x"), ("a:off", "y"), ("a:ext", "cx"), ("a:ext", "cy"))
    )


def table(first: str, second: str) -> str:
    """Two rows of one column, 1,000 wide and 500 high, at (100, 200)."""
    rows = "".join(
        f'<a:tr h="500"><a:tc><a:txBody/><a:tcPr>{fill}</a:tcPr></a:tc></a:tr>' for fill in (first, second)
    )
    return f"""<p:graphicFrame>{_ABOUT.format(kind="nvGraphicFramePr")}<p:xfrm><a:off x="100" y="200"/>
<a:ext cx="1000" cy="1000"/></p:xfrm><a:graphic><a:graphicData><a:tbl><a:tblGrid><a:gridCol w="1000"/></a:tblGrid>
{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"""


def test_a_table_is_shown_as_the_picture_that_all_its_equations_are_parts_of() -> None:
    picture = shown(table("", _FILL.format(rid="rId3", insets='l="-1000" t="-100000" r="-2000"')))
    assert picture.tag == qn("p:pic")
    assert picture.find(f".//{qn('a:blip')}").get(qn("r:embed")) == "rId3"
    assert picture.find(f".//{qn('p:cNvPr')}").get("id") == "7", "animations find it by its number"
    assert box(picture) == (90, 200, 1030, 1000), (
        "the second row and all above it, a little wider than the table"
    )


def test_a_table_of_several_pictures_stays_a_table() -> None:
    fills = (_FILL.format(rid=rid, insets="") for rid in ("rId3", "rId4"))
    assert shown(table(*fills)).tag == qn("p:graphicFrame")


def bubble(form: str, turned: str = "") -> str:
    """A shape of 1,000 x 100 at (5000, 300)."""
    return f"""<p:sp>{_ABOUT.format(kind="nvSpPr")}<p:spPr><a:xfrm {turned}><a:off x="5000" y="300"/>
<a:ext cx="1000" cy="100"/></a:xfrm>{form}{_FILL.format(rid="rId9", insets="")}</p:spPr><p:txBody><a:bodyPr/>
<a:p><a:pPr><a:buChar char="x"/><a:defRPr/></a:pPr><a:r><a:t> </a:t></a:r></a:p></p:txBody></p:sp>"""


_WEDGE = """<a:prstGeom prst="wedgeRectCallout"><a:avLst><a:gd name="adj1" fmla="val -150000"/></a:avLst>
</a:prstGeom>"""


def test_the_picture_of_a_speech_bubble_reaches_to_its_tip() -> None:
    picture = shown(bubble(_WEDGE))
    assert picture.tag == qn("p:pic")
    assert box(picture) == (4000, 300, 2000, 112), (
        "from the tip on the left; the usual tip is an eighth below"
    )


def test_other_shapes_keep_their_form_and_show_no_bullets() -> None:
    for shape in (shown(bubble('<a:prstGeom prst="ellipse"/>')), shown(bubble(_WEDGE, 'rot="60000"'))):
        assert shape.tag == qn("p:sp")
        assert [each.tag for each in shape.find(f".//{qn('a:pPr')}")] == [qn("a:buNone"), qn("a:defRPr")]
