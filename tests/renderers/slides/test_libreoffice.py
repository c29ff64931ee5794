"""Pages by LibreOffice: hidden slides shift nothing, nothing outside the deck is fetched."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor

from renderers.messages import Message
from renderers.slides import libreoffice
from renderers.slides.fit import fit
from renderers.slides.prepared import prepare
from renderers.workers import Worker
from studio.errors import BadFileError
from studio.importers.pptx.markup import qn
from studio.progress import CancelToken

COLOURS = ((200, 30, 30), (30, 160, 30), (30, 30, 200))


def coloured_deck(path: Path) -> Path:
    """Three slides of one colour each, the second one hidden."""
    deck = Presentation()
    for colour in COLOURS:
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = RGBColor(*colour)
    deck.slides[1]._element.set("show", "0")
    deck.save(str(path))
    return path


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker("pages", limit_s=120) as started:
        yield started


def ask(worker: Worker, **header: object) -> Message:
    return list(worker.request(Message(header), CancelToken()))[-1]


@pytest.mark.skipif(libreoffice.executable() is None, reason="LibreOffice is not installed")
def test_hidden_slides_do_not_shift_pages(worker: Worker, tmp_path: Path) -> None:
    deck = coloured_deck(tmp_path / "deck.pptx")
    converted = ask(worker, do="convert", deck=str(deck))
    assert converted.header["pages"] == 3
    (tmp_path / "deck.pdf").write_bytes(converted.blobs[0])
    for page, colour in enumerate(COLOURS):
        raster = ask(worker, do="raster", pdf=str(tmp_path / "deck.pdf"), page=page, width=320, height=240)
        pixels = np.frombuffer(raster.blobs[0], np.uint8).reshape(240, 320, 3)
        assert np.abs(pixels[120, 160].astype(int) - colour).max() <= 3


@pytest.mark.skipif(libreoffice.executable() is None, reason="LibreOffice is not installed")
def test_what_libreoffice_cannot_read_is_one_sentence(worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "old.ppt").write_bytes(b"\xd0\xcf\x11\xe0 this is no presentation")
    with pytest.raises(BadFileError, match="cannot open this presentation") as raised:
        ask(worker, do="import", deck=str(tmp_path / "old.ppt"))
    assert "\n" not in str(raised.value)


def test_external_pictures_lose_their_address_and_links_stay(tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    relate = slide.part.relate_to
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relate("http://tracker.example/pixel.png", f"{base}/image", is_external=True)
    relate("https://school.example/more", f"{base}/hyperlink", is_external=True)
    deck.save(str(tmp_path / "deck.pptx"))
    with zipfile.ZipFile(io.BytesIO(prepare(tmp_path / "deck.pptx").deck)) as ready:
        everything = b"".join(ready.read(name) for name in ready.namelist())
    assert b"tracker.example" not in everything
    assert b"school.example" in everything


@pytest.mark.parametrize(
    ("slide", "frame", "expected"),
    [
        ((960, 540), (1920, 1080), (0, 0, 1920, 1080)),
        ((720, 540), (1920, 1080), (240, 0, 1440, 1080)),
        ((540, 720), (1920, 1080), (555, 0, 810, 1080)),
        ((960.1, 540), (1920, 1080), (0, 0, 1920, 1080)),
    ],
)
def test_a_slide_of_another_shape_is_centred_as_large_as_it_fits(
    slide: tuple[float, float], frame: tuple[int, int], expected: tuple[int, int, int, int]
) -> None:
    place = fit(*slide, *frame)
    assert (place.left, place.top, place.width, place.height) == expected


_EQUATION = """<mc:AlternateContent
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:a14="http://schemas.microsoft.com/office/drawing/2010/main"
 xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><mc:Choice Requires="a14">{shape}</mc:Choice>
<mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent>"""
_SHAPE = """<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<p:nvSpPr><p:cNvPr id="9" name="Text"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>
<a:off x="914400" y="914400"/><a:ext cx="7315200" cy="4572000"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr>
<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{words}</a:p></p:txBody></p:sp>"""


def deck_with_equation(path: Path) -> Path:
    """A slide as PowerPoint writes it: an equation in a text, and beside it a picture of it (all red here)."""
    import cv2
    from lxml import etree

    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    red = np.zeros((8, 8, 3), np.uint8)
    red[..., 2] = 255
    _, rid = slide.part.get_or_add_image_part(io.BytesIO(cv2.imencode(".png", red)[1].tobytes()))
    fill = f'<a:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
    equation = "<a14:m><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></a14:m>"
    both = _EQUATION.format(
        shape=_SHAPE.format(fill="", words=equation), picture=_SHAPE.format(fill=fill, words="")
    )
    slide.shapes._spTree.append(etree.fromstring(both))
    deck.save(str(path))
    return path


@pytest.mark.skipif(libreoffice.executable() is None, reason="LibreOffice is not installed")
def test_equations_in_a_text_are_seen(worker: Worker, tmp_path: Path) -> None:
    converted = ask(worker, do="convert", deck=str(deck_with_equation(tmp_path / "deck.pptx")))
    (tmp_path / "deck.pdf").write_bytes(converted.blobs[0])
    raster = ask(worker, do="raster", pdf=str(tmp_path / "deck.pdf"), page=0, width=320, height=240)
    pixels = np.frombuffer(raster.blobs[0], np.uint8).reshape(240, 320, 3)
    assert np.abs(pixels[120, 160].astype(int) - (255, 0, 0)).max() <= 3


def test_marks_of_symbol_fonts_become_characters_that_every_font_set_has(tmp_path: Path) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    for words, family in (("SIMD \uf0e0 MIMD", "Wingdings"), ("Relu \u2192 Switch", "Wingdings")):
        run = slide.shapes.add_textbox(0, 0, 999999, 999999).text_frame.paragraphs[0].add_run()
        run.text = words
        run._r.get_or_add_rPr().append(run._r.makeelement(qn("a:sym"), {"typeface": family}))
    deck.save(str(tmp_path / "deck.pptx"))
    shown = Presentation(io.BytesIO(prepare(tmp_path / "deck.pptx").deck)).slides[0].shapes
    assert [shape.text_frame.text for shape in shown] == ["SIMD → MIMD", "Relu → Switch"]


_DATE = """<a:fld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 id="{{5B3F1A12-0001-4000-8000-000000000001}}" type="{kind}"><a:rPr lang="en-US" sz="2400"/><a:pPr/>
<a:t>{text}</a:t></a:fld>"""


def deck_with_dates(path: Path) -> Path:
    """A slide with two dates that PowerPoint would renew, and its number."""
    from lxml import etree

    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    fields = (("datetime1", "3/14/1999"), ("datetimeFigureOut", "15.3.1999"), ("slidenum", "7"))
    for line, (kind, text) in enumerate(fields):
        box = slide.shapes.add_textbox(914400, 914400 * (1 + line), 5000000, 900000)
        box.text_frame.paragraphs[0]._p.append(etree.fromstring(_DATE.format(kind=kind, text=text)))
    deck.save(str(path))
    return path


@pytest.mark.skipif(libreoffice.executable() is None, reason="LibreOffice is not installed")
def test_a_date_on_a_slide_stays_the_one_that_was_saved(worker: Worker, tmp_path: Path) -> None:
    import pypdfium2

    converted = ask(worker, do="convert", deck=str(deck_with_dates(tmp_path / "deck.pptx")))
    document = pypdfium2.PdfDocument(converted.blobs[0])
    shown = document[0].get_textpage().get_text_bounded().split()
    document.close()
    assert shown == ["3/14/1999", "15.3.1999", "1"], "dates as saved, the slide's number as it is now"
