"""What stands on a slide and how it moves: objects, animations and transitions, in every way decks write them."""

from __future__ import annotations

import hashlib
import io
from fractions import Fraction
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation
from pptx.util import Emu

from studio.lecture import Box, StoredTransition
from tests.studio.importers.making import MC, P14, P159, REL, change, instead, make, read, said, slide_of

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
UNIT = 10_000
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100"
    "c9fe92ef0000000049454e44ae426082"
)
EFFECT = (
    '<p:par><p:cTn id="{n}" presetID="{preset}" presetClass="{kind}" nodeType="{node}"><p:childTnLst><p:set>'
    '<p:cBhvr><p:cTn id="9{n}"/><p:tgtEl><p:spTgt spid="{shape}">{part}</p:spTgt></p:tgtEl></p:cBhvr></p:set>'
    "</p:childTnLst></p:cTn></p:par>"
)


def effect(number: int, node: str, shape: int, kind: str = "entr", preset: int = 1, part: str = "") -> str:
    """One effect of an animation."""
    return EFFECT.format(n=number, node=node, shape=shape, kind=kind, preset=preset, part=part)


def with_end(folder: Path, end: str) -> Path:
    """A deck whose slide has `end` after its content (a transition, a timing)."""
    path = make(folder / "deck.pptx", ("One", ""))
    return change(path, {"ppt/slides/slide1.xml": instead("</p:sld>", end + "</p:sld>")})


def test_builds_are_found_inside_alternate_content(tmp_path: Path) -> None:
    steps = (
        effect(1, "afterEffect", 2)
        + effect(2, "clickEffect", 3, part='<p:txEl><p:pRg st="1" end="2"/></p:txEl>')
        + effect(3, "withEffect", 4, kind="path", preset=0)
        + effect(4, "clickEffect", 5, kind="mediacall")
        + effect(5, "clickEffect", 4, kind="exit", preset=10)
    )
    timing = (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:p14="{P14}" Requires="p14"><p:timing><p:tnLst>'
        '<p:par><p:cTn nodeType="tmRoot"><p:childTnLst><p:seq><p:cTn nodeType="mainSeq"><p:childTnLst>'
        f'{steps}</p:childTnLst></p:cTn></p:seq><p:seq><p:cTn nodeType="interactiveSeq"><p:childTnLst>'
        f"{effect(6, 'clickEffect', 2)}</p:childTnLst></p:cTn></p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>"
        "</p:timing></mc:Choice></mc:AlternateContent>"
    )
    lecture, report = read(with_end(tmp_path, timing), tmp_path)
    builds = [(b.click, b.shape_id, b.effect, b.trigger, b.paragraph) for b in slide_of(lecture, 1).builds]
    assert builds == [
        (0, 2, "entr 1", "after", None),
        (1, 3, "entr 1", "click", 1),
        (1, 3, "entr 1", "click", 2),
        (1, 4, "path", "with", None),
        (3, 4, "exit 10", "click", None),
    ]
    assert "5 builds are kept in the lecture" in said(report, 1)
    assert "nobody clicks in a video" in said(report, 1)


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("<p:transition/>", None),
        (
            '<p:transition spd="slow"><p:push dir="u"/></p:transition>',
            StoredTransition("push", "u", Fraction(1)),
        ),
        ('<p:transition spd="med"><p:wipe/></p:transition>', StoredTransition("wipe", "l", Fraction(3, 4))),
        (
            '<p:transition><p:fade thruBlk="1"/></p:transition>',
            StoredTransition("fade", "thruBlk", Fraction(1, 2)),
        ),
        (
            f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:p159="{P159}" Requires="p159"><p:transition '
            f'xmlns:p14="{P14}" p14:dur="1250"><p159:morph option="byWord"/></p:transition></mc:Choice>'
            "<mc:Fallback><p:transition><p:fade/></p:transition></mc:Fallback></mc:AlternateContent>",
            StoredTransition("morph", "byWord", Fraction(5, 4)),
        ),
        (
            f'<p:transition xmlns:p159="{P159}"><p159:morph/></p:transition>',
            StoredTransition("morph", "byObject", Fraction(1, 2)),
        ),
        (
            f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice xmlns:new="urn:not-invented-yet" Requires="new">'
            "<p:transition><new:warp/></p:transition></mc:Choice><mc:Fallback><p:transition><p:cover/></p:transition>"
            "</mc:Fallback></mc:AlternateContent>",
            StoredTransition("cover", "l", Fraction(1, 2)),
        ),
    ],
)
def test_transitions_as_decks_write_them(
    tmp_path: Path, written: str, stored: StoredTransition | None
) -> None:
    lecture, _ = read(with_end(tmp_path, written), tmp_path)
    assert lecture.scenes[0].transition.stored == stored


def drawn(path: Path) -> Path:
    """A slide with a picture, inside a group that is twice as large outside as inside."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(1000 * UNIT), Emu(500 * UNIT)
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    group = slide.shapes.add_group_shape()
    picture = group.shapes.add_picture(
        io.BytesIO(DOT), Emu(110 * UNIT), Emu(120 * UNIT), Emu(40 * UNIT), Emu(20 * UNIT)
    )
    picture.name = "!!star"
    properties = group._element.grpSpPr
    properties.clear()
    properties.append(
        etree.fromstring(
            f'<a:xfrm xmlns:a="{A}"><a:off x="{200 * UNIT}" y="{100 * UNIT}"/><a:ext cx="{400 * UNIT}" '
            f'cy="{200 * UNIT}"/><a:chOff x="{100 * UNIT}" y="{100 * UNIT}"/><a:chExt cx="{200 * UNIT}" '
            f'cy="{100 * UNIT}"/></a:xfrm>'
        )
    )
    picture._element.nvPicPr.cNvPr.set("descr", "A  star")
    deck.save(str(path))
    return path


def test_a_picture_in_a_group_stands_where_the_group_puts_it(tmp_path: Path) -> None:
    lecture, _ = read(drawn(tmp_path / "deck.pptx"), tmp_path)
    group, picture = slide_of(lecture, 1).objects
    assert (group.kind, picture.kind, picture.name, picture.alt) == ("group", "picture", "!!star", "A star")
    assert (group.inside, picture.inside) == (0, group.shape_id)
    assert group.box == Box(0.2, 0.2, 0.4, 0.4)
    assert picture.box == Box(0.22, 0.28, 0.08, 0.08)
    assert picture.picture == hashlib.sha256(DOT).hexdigest()


def test_a_turned_group_turns_what_it_holds(tmp_path: Path) -> None:
    path = drawn(tmp_path / "deck.pptx")
    change(
        path, {"ppt/slides/slide1.xml": instead("<p:grpSpPr><a:xfrm>", '<p:grpSpPr><a:xfrm rot="10800000">')}
    )
    lecture, _ = read(path, tmp_path)
    _, picture = slide_of(lecture, 1).objects
    # Half a turn about the group's centre (0.4, 0.4) takes (0.26, 0.32) to (0.54, 0.48).
    assert (picture.box.x, picture.box.y) == pytest.approx((0.50, 0.44))


def test_a_mirrored_group_mirrors_what_it_holds(tmp_path: Path) -> None:
    path = drawn(tmp_path / "deck.pptx")
    change(path, {"ppt/slides/slide1.xml": instead("<p:grpSpPr><a:xfrm>", '<p:grpSpPr><a:xfrm flipH="1">')})
    lecture, _ = read(path, tmp_path)
    _, picture = slide_of(lecture, 1).objects
    # Mirrored about the group's middle (0.4), the centre 0.26 stands at 0.54.
    assert (picture.box.x, picture.box.y) == pytest.approx((0.50, 0.28))


def test_a_hidden_shape_is_no_object_and_a_linked_picture_is_not_opened(tmp_path: Path) -> None:
    path = drawn(tmp_path / "deck.pptx")
    link = f'<Relationship Id="rId50" Type="{REL}/image" Target="file:///secret.png" TargetMode="External"/>'
    change(
        path,
        {
            "ppt/slides/slide1.xml": instead("r:embed=", 'r:link="rId50" old='),
            "ppt/slides/_rels/slide1.xml.rels": instead("</Relationships>", link + "</Relationships>"),
        },
    )
    lecture, report = read(path, tmp_path)
    assert slide_of(lecture, 1).objects[1].picture is None
    assert "linked to a file outside the deck, which was not opened" in said(report, 1)
    change(path, {"ppt/slides/slide1.xml": instead('name="!!star"', 'name="!!star" hidden="1"')})
    lecture, _ = read(path, tmp_path)
    assert [item.kind for item in slide_of(lecture, 1).objects] == ["group"]
