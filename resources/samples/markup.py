"""Transitions, builds, narrations and sections as PowerPoint stores them; python-pptx has no API for these.

Element names and order: ECMA-376 part 1, section 19.5 (timing) and 19.3 (slides); the ``p14`` and ``p159``
extensions: MS-PPTX, sections 2.2 to 2.7.
"""

from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from pptx.oxml import parse_xml

_NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
_P = f'xmlns:p="{_NS["p"]}"'
_PR = f'{_P} xmlns:a="{_NS["a"]}" xmlns:r="{_NS["r"]}"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_P14 = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
_P159 = 'xmlns:p159="http://schemas.microsoft.com/office/powerpoint/2015/09/main"'


def stable_guid(name: str) -> str:
    """Return the same upper-case GUID in braces for the same name, on every machine."""
    return "{" + str(uuid5(NAMESPACE_URL, f"water-cycle/{name}")).upper() + "}"


def morph(milliseconds: int) -> etree._Element:
    """Return a Morph transition by object, with the fade that older programs play instead."""
    return parse_xml(
        f'<mc:AlternateContent {_MC} {_P159} {_P}><mc:Choice Requires="p159">'
        f'<p:transition spd="slow" {_P14} p14:dur="{milliseconds}"><p159:morph option="byObject"/>'
        '</p:transition></mc:Choice><mc:Fallback><p:transition spd="slow"><p:fade/></p:transition>'
        "</mc:Fallback></mc:AlternateContent>"
    )


def plain_transition(
    effect: str, speed: str, milliseconds: int, advance: int | None = None
) -> etree._Element:
    """Return a transition of PowerPoint 2007, such as ``<p:fade/>``, with its exact length; ``advance`` in ms."""
    after = f' advTm="{advance}"' if advance is not None else ""
    return parse_xml(
        f'<mc:AlternateContent {_MC} {_P14} {_P}><mc:Choice Requires="p14">'
        f'<p:transition spd="{speed}" p14:dur="{milliseconds}"{after}>{effect}</p:transition></mc:Choice>'
        f'<mc:Fallback><p:transition spd="{speed}"{after}>{effect}</p:transition></mc:Fallback>'
        "</mc:AlternateContent>"
    )


@dataclass(frozen=True, slots=True)
class Target:
    """What one effect shows: a shape, or one paragraph of it (counted from 0); ``filled`` if it has a ground."""

    shape_id: int
    paragraph: int | None = None
    filled: bool = True

    def xml(self) -> str:
        """Return the target as ``p:spTgt``."""
        if self.paragraph is None:
            return f'<p:spTgt spid="{self.shape_id}"/>'
        place = f'<p:txEl><p:pRg st="{self.paragraph}" end="{self.paragraph}"/></p:txEl>'
        return f'<p:spTgt spid="{self.shape_id}">{place}</p:spTgt>'


class _Ids:
    """Counts time nodes: every ``p:cTn`` of a slide has its own number."""

    def __init__(self) -> None:
        self.last = 0

    def next(self) -> int:
        self.last += 1
        return self.last


def _fade_in(ids: _Ids, target: Target, node_type: str) -> str:
    return (
        f'<p:par><p:cTn id="{ids.next()}" presetID="10" presetClass="entr" presetSubtype="0" fill="hold" '
        f'grpId="0" nodeType="{node_type}"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>'
        f'<p:set><p:cBhvr><p:cTn id="{ids.next()}" dur="1" fill="hold"><p:stCondLst><p:cond delay="0"/>'
        f"</p:stCondLst></p:cTn><p:tgtEl>{target.xml()}</p:tgtEl><p:attrNameLst><p:attrName>style.visibility"
        '</p:attrName></p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set>'
        f'<p:animEffect transition="in" filter="fade"><p:cBhvr><p:cTn id="{ids.next()}" dur="500"/>'
        f"<p:tgtEl>{target.xml()}</p:tgtEl></p:cBhvr></p:animEffect></p:childTnLst></p:cTn></p:par>"
    )


def _click(ids: _Ids, targets: tuple[Target, ...]) -> str:
    """Return one click group: the first effect waits for the click, the others come with it."""
    outer, inner = ids.next(), ids.next()
    kinds = ("clickEffect", *("withEffect",) * (len(targets) - 1))
    effects = "".join(_fade_in(ids, target, kind) for target, kind in zip(targets, kinds, strict=True))
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
        f'<p:childTnLst><p:par><p:cTn id="{inner}" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst>'
        f"<p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
    )


_TURN_PAGE = (
    '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>'
    '<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst>'
)


def _timing(root: int, sequence: int, main: str, after: str = "", build_list: str = "") -> etree._Element:
    return parse_xml(
        f'<p:timing {_P}><p:tnLst><p:par><p:cTn id="{root}" dur="indefinite" restart="never" '
        f'nodeType="tmRoot"><p:childTnLst><p:seq concurrent="1" nextAc="seek"><p:cTn id="{sequence}" '
        f'dur="indefinite" nodeType="mainSeq"><p:childTnLst>{main}</p:childTnLst></p:cTn>{_TURN_PAGE}</p:seq>'
        f"{after}</p:childTnLst></p:cTn></p:par></p:tnLst>{build_list}</p:timing>"
    )


def _build_kind(target: Target) -> str:
    if target.paragraph is not None:
        return ' build="p"'
    return ' animBg="1"' if target.filled else ""


def builds(clicks: tuple[tuple[Target, ...], ...]) -> etree._Element:
    """Return the timing of a slide on which every click fades in its targets."""
    ids = _Ids()
    root, sequence = ids.next(), ids.next()
    main = "".join(_click(ids, targets) for targets in clicks)
    kinds = {target.shape_id: _build_kind(target) for targets in clicks for target in targets}
    build_list = "".join(f'<p:bldP spid="{shape}" grpId="0"{kind}/>' for shape, kind in kinds.items())
    return _timing(root, sequence, main, build_list=f"<p:bldLst>{build_list}</p:bldLst>")


def narration_timing(shape_id: int, milliseconds: int) -> etree._Element:
    """Return the timing that starts a recorded narration with its slide."""
    play = (
        '<p:par><p:cTn id="3" fill="hold"><p:stCondLst><p:cond delay="indefinite"/><p:cond evt="onBegin" '
        'delay="0"><p:tn val="2"/></p:cond></p:stCondLst><p:childTnLst><p:par><p:cTn id="4" fill="hold">'
        '<p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst><p:par><p:cTn id="5" presetID="1" '
        'presetClass="mediacall" presetSubtype="0" fill="hold" nodeType="afterEffect"><p:stCondLst>'
        '<p:cond delay="0"/></p:stCondLst><p:childTnLst><p:cmd type="call" cmd="playFrom(0.0)"><p:cBhvr>'
        f'<p:cTn id="6" dur="{milliseconds}" fill="hold"/><p:tgtEl><p:spTgt spid="{shape_id}"/></p:tgtEl>'
        "</p:cBhvr></p:cmd></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst>"
        "</p:cTn></p:par>"
    )
    stops = "".join(
        f'<p:cond evt="{event}" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'
        for event in ("onNext", "onPrev", "onStopAudio")
    )
    sound = (
        '<p:audio isNarration="1"><p:cMediaNode vol="80000" showWhenStopped="0"><p:cTn id="7" fill="hold" '
        'display="0"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:endCondLst>'
        f'{stops}</p:endCondLst></p:cTn><p:tgtEl><p:spTgt spid="{shape_id}"/></p:tgtEl></p:cMediaNode></p:audio>'
    )
    return _timing(1, 2, play, after=sound)


@dataclass(frozen=True, slots=True)
class SoundPicture:
    """The picture that stands for a sound on a slide: identity, place in EMU, and relationship ids."""

    shape_id: int
    name: str
    description: str
    box: tuple[int, int, int, int]
    image_rid: str
    sound_rid: str
    media_rid: str = ""
    trim_ms: tuple[int, int] = (0, 0)

    def xml(self) -> etree._Element:
        """Return the picture with the sound inside: ``p14:media`` where there is one, else the older form."""
        left, top, width, height = self.box
        return parse_xml(
            f'<p:pic {_PR}><p:nvPicPr><p:cNvPr id="{self.shape_id}" name="{self.name}" '
            f'descr="{self.description}"><a:hlinkClick r:id="" action="ppaction://media"/></p:cNvPr><p:cNvPicPr>'
            f'<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{self._sound()}</p:nvPr></p:nvPicPr>'
            f'<p:blipFill><a:blip r:embed="{self.image_rid}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f'<p:spPr><a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )

    def _sound(self) -> str:
        if not self.media_rid:
            return f'<a:wavAudioFile r:embed="{self.sound_rid}" name="{self.name}"/>'
        start, end = self.trim_ms
        return (
            f'<a:audioFile r:link="{self.sound_rid}"/><p:extLst><p:ext '
            f'uri="{{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}}"><p14:media {_P14} r:embed="{self.media_rid}">'
            f'<p14:trim st="{start}" end="{end}"/></p14:media></p:ext></p:extLst>'
        )


def sections(named: tuple[tuple[str, tuple[int, ...]], ...]) -> etree._Element:
    """Return the extension of presentation.xml that groups slide ids into named sections."""
    lists = "".join(
        f'<p14:section name="{name}" id="{stable_guid(name)}"><p14:sldIdLst>'
        + "".join(f'<p14:sldId id="{slide}"/>' for slide in slides)
        + "</p14:sldIdLst></p14:section>"
        for name, slides in named
    )
    return parse_xml(
        f'<p:ext {_P} uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}">'
        f"<p14:sectionLst {_P14}>{lists}</p14:sectionLst></p:ext>"
    )


def advance_only(milliseconds: int) -> etree._Element:
    """Return the transition of a slide that has an advance time and no effect, as PowerPoint 2007 writes it."""
    return parse_xml(f'<p:transition {_P} advTm="{milliseconds}"/>')
