"""Files of strangers through LibreOffice: nothing of the reader's own disk gets into what is made of them."""

from __future__ import annotations

import http.server
import io
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor

from renderers.messages import Message
from renderers.slides import libreoffice, opendocument, vectors
from renderers.slides.builtin.package import Package
from renderers.slides.prepared import prepare
from renderers.workers import Worker
from studio.assets import AssetStore
from studio.errors import BadFileError
from studio.importers import import_file
from studio.progress import NEVER, CancelToken
from tests.studio.importers.making import change, instead

needs_libreoffice = pytest.mark.skipif(
    libreoffice.executable() is None, reason="LibreOffice is not installed"
)
BASE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SECRET, OWN = (250, 0, 250), (0, 250, 0)
MIMETYPE = "application/vnd.oasis.opendocument.presentation"
CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content office:version="1.2"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:presentation>
<draw:page draw:name="One">
<draw:frame svg:x="0cm" svg:y="0cm" svg:width="14cm" svg:height="21cm">
 <draw:image xlink:href="{picture}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame>
<draw:frame svg:x="14cm" svg:y="0cm" svg:width="14cm" svg:height="21cm">
 <draw:image xlink:href="Pictures/own.png" xlink:type="simple" xlink:show="embed"/></draw:frame>
<draw:frame svg:x="1cm" svg:y="1cm" svg:width="9cm" svg:height="2cm"><draw:text-box><text:p>
 <text:a xlink:href="https://school.example/more" xlink:type="simple">More</text:a></text:p></draw:text-box>
</draw:frame></draw:page></office:presentation></office:body></office:document-content>"""
MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:media-type="{MIMETYPE}" manifest:full-path="/"/>
<manifest:file-entry manifest:media-type="text/xml" manifest:full-path="content.xml"/>
<manifest:file-entry manifest:media-type="image/png" manifest:full-path="Pictures/own.png"/>
</manifest:manifest>"""


def png(colour: tuple[int, int, int]) -> bytes:
    """A picture of one colour (RGB)."""
    import cv2

    return cv2.imencode(".png", np.full((16, 16, 3), colour[::-1], np.uint8))[1].tobytes()


def odp(path: Path, picture: str) -> Path:
    """A presentation with one slide: a picture from anywhere and one of its own."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        archive.writestr("content.xml", CONTENT.format(picture=picture))
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("Pictures/own.png", png(OWN))
    return path


def colours(pictures: list[bytes]) -> set[tuple[int, ...]]:
    """The colour in the middle of every picture that can be read (RGB)."""
    import cv2

    read = [cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR) for data in pictures]
    return {tuple(map(int, picture[8, 8, ::-1])) for picture in read if picture is not None}


def page_colours(pdf: bytes) -> set[tuple[int, ...]]:
    """Every colour of the first page (RGB)."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    pixels = document[0].render(scale=0.2, rev_byteorder=True).to_numpy()[:, :, :3]
    found = {tuple(map(int, pixel)) for pixel in pixels.reshape(-1, 3)}
    document.close()
    return found


def media(deck: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return [archive.read(name) for name in archive.namelist() if name.startswith("ppt/media/")]


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker("pages", limit_s=120) as started:
        yield started


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "secret.png"
    path.parent.mkdir()
    path.write_bytes(png(SECRET))
    return path


def ask(worker: Worker, **header: object) -> Message:
    return list(worker.request(Message(header), CancelToken()))[-1]


@needs_libreoffice
@pytest.mark.parametrize("way", ["address", "parent", "escaped", "path"])
def test_an_odp_brings_its_own_pictures_and_none_of_the_readers(
    worker: Worker, tmp_path: Path, secret: Path, way: str
) -> None:
    picture = {
        "address": secret.as_uri(),
        "parent": "../home/secret.png",
        "escaped": "%2e%2e/home/secret.png",
        "path": str(secret),
    }[way]
    made = ask(worker, do="import", deck=str(odp(tmp_path / "deck.odp", picture))).blobs[0]
    assert colours(media(made)) == {OWN}
    assert secret.name.encode() not in b"".join(
        zipfile.ZipFile(io.BytesIO(made)).read(name) for name in zipfile.ZipFile(io.BytesIO(made)).namelist()
    )


@needs_libreoffice
@pytest.mark.parametrize("told", [True, False])
def test_libreoffice_itself_is_told_to_load_nothing_from_elsewhere(
    tmp_path: Path, secret: Path, monkeypatch: pytest.MonkeyPatch, told: bool
) -> None:
    # It heeds that in .pptx, not in .odp; so references are taken away before, too.
    if not told:
        monkeypatch.setattr(libreoffice, "_SETTINGS", ())
    pdf = libreoffice.convert(deck_linking(tmp_path / "deck.pptx", secret), "pdf")
    assert (SECRET in page_colours(pdf)) != told


def test_what_people_click_in_an_odp_stays(tmp_path: Path) -> None:
    ready = opendocument.prepare(odp(tmp_path / "deck.odp", "http://tracker.example/pixel.png").read_bytes())
    with zipfile.ZipFile(io.BytesIO(ready)) as archive:
        content = archive.read("content.xml")
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
    assert b"tracker.example" not in content
    assert b"https://school.example/more" in content
    assert b"Pictures/own.png" in content


@pytest.mark.parametrize(
    "parts",
    [
        {"content.xml": b"<broken"},
        {"content.xml": b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'},
        {"mimetype": b"text/html"},
        {"../evil.xml": b"<x/>"},
    ],
)
def test_an_odp_that_cannot_be_looked_through_is_refused_in_one_sentence(
    tmp_path: Path, parts: dict[str, bytes]
) -> None:
    path = change(odp(tmp_path / "deck.odp", "Pictures/own.png"), dict(parts))
    with pytest.raises(BadFileError) as raised:
        opendocument.prepare(path.read_bytes())
    assert str(raised.value).endswith(".")
    assert "\n" not in str(raised.value)


def test_a_page_of_html_named_as_a_presentation_is_not_given_to_libreoffice(
    worker: Worker, tmp_path: Path, secret: Path
) -> None:
    (tmp_path / "deck.odp").write_text(f'<html><body><img src="{secret.as_uri()}"></body></html>')
    with pytest.raises(BadFileError, match="cannot open this presentation"):
        ask(worker, do="import", deck=str(tmp_path / "deck.odp"))


@needs_libreoffice
def test_a_real_odp_still_arrives(worker: Worker, shared_decks: Path) -> None:
    path = shared_decks / "edge" / "tika__LibreOfficeImpress_odp_1.3.odp"
    made = ask(worker, do="import", deck=str(path)).blobs[0]
    assert len(Presentation(io.BytesIO(made)).slides) >= 1


SVG = (
    '<?xml-stylesheet href="http://tracker.example/a.css"?>'
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
    "<style>@import url(http://tracker.example/b.css); rect {{fill: url(#shade)}}</style>"
    '<image width="9" height="9" xlink:href="{picture}"/><image href="data:image/png;base64,AAAA"/>'
    '<use xlink:href="#shape"/><rect style="fill: url(file:///secret.svg#a)" mask="url(#hole)"/></svg>'
)


@pytest.mark.parametrize("packed", [False, True])
def test_a_vector_picture_keeps_what_is_inside_it_and_names_nothing_outside(packed: bool) -> None:
    import gzip

    data = SVG.format(picture="file:///home/secret.png").encode()
    blunted = vectors.blunted(gzip.compress(data) if packed else data)
    for word in (b"tracker.example", b"secret"):
        assert word not in blunted
    for word in (b"url(#shade)", b"data:image/png", b'"#shape"', b"url(#hole)"):
        assert word in blunted


def test_pictures_that_are_no_vectors_stay_byte_for_byte() -> None:
    for data in (png(OWN), b"\x1f\x8b and then nothing", b"", b"plain"):
        assert vectors.blunted(data) is data


def deck_of(path: Path, *tones: tuple[int, int, int]) -> Path:
    """A deck with one slide of each colour."""
    deck = Presentation()
    for tone in tones:
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = RGBColor(*tone)
    deck.save(str(path))
    return path


def deck_linking(path: Path, picture: Path, kind: str = "image") -> Path:
    """A deck whose one slide is filled by a picture outside the file, named by a relationship of a kind."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    shown = slide.shapes.add_picture(io.BytesIO(png(OWN)), 0, 0, deck.slide_width, deck.slide_height)
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    blip = shown._element.blipFill.find("{http://schemas.openxmlformats.org/drawingml/2006/main}blip")
    blip.attrib.clear()
    blip.set(f"{{{base}}}link", slide.part.relate_to(picture.as_uri(), f"{base}/{kind}", is_external=True))
    deck.save(str(path))
    return path


@needs_libreoffice
def test_a_hidden_slide_at_an_unusual_place_in_the_package_is_shown(worker: Worker, tmp_path: Path) -> None:
    path = deck_of(tmp_path / "deck.pptx", (200, 30, 30), (30, 30, 200))
    with zipfile.ZipFile(path) as archive:
        slide, links = (
            archive.read(f"ppt/slides/{name}") for name in ("slide1.xml", "_rels/slide1.xml.rels")
        )
    assert b"<p:sld " in slide
    change(
        path,
        {
            "ppt/slides/slide1.xml": None,
            "ppt/slides/_rels/slide1.xml.rels": None,
            "ppt/odd/intro.xml": slide.replace(b"<p:sld ", b"<p:sld show = '0' "),
            "ppt/odd/_rels/intro.xml.rels": links,
            "[Content_Types].xml": instead("/ppt/slides/slide1.xml", "/ppt/odd/intro.xml"),
            "ppt/_rels/presentation.xml.rels": instead("slides/slide1.xml", "odd/intro.xml"),
        },
    )
    converted = ask(worker, do="convert", deck=str(path))
    assert converted.header["pages"] == 2
    (tmp_path / "deck.pdf").write_bytes(converted.blobs[0])
    raster = ask(worker, do="raster", pdf=str(tmp_path / "deck.pdf"), page=0, width=320, height=240)
    pixels = np.frombuffer(raster.blobs[0], np.uint8).reshape(240, 320, 3)
    assert np.abs(pixels[120, 160].astype(int) - (200, 30, 30)).max() <= 3


def test_pages_that_do_not_match_the_slides_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pypdfium2

    from renderers.slides import pages_worker

    document = pypdfium2.PdfDocument.new()
    document.new_page(720, 540)
    pdf = io.BytesIO()
    document.save(pdf)
    document.close()
    monkeypatch.setattr(libreoffice, "convert", lambda *_, **__: pdf.getvalue())
    deck = deck_of(tmp_path / "deck.pptx", OWN, SECRET)
    with pytest.raises(BadFileError, match="made 1 pages of 2 slides"):
        list(pages_worker.handle(Message({"do": "convert", "deck": str(deck)}), NEVER))


@needs_libreoffice
def test_a_picture_of_the_readers_named_as_a_link_is_not_painted(
    worker: Worker, tmp_path: Path, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = deck_linking(tmp_path / "deck.pptx", secret, "hyperlink")
    assert SECRET not in page_colours(ask(worker, do="convert", deck=str(path)).blobs[0])
    monkeypatch.setattr(libreoffice, "_SETTINGS", ())
    (tmp_path / "ready.pptx").write_bytes(prepare(path).deck)
    assert SECRET not in page_colours(libreoffice.convert(tmp_path / "ready.pptx", "pdf"))


def test_a_zip_bomb_inside_a_lecture_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = deck_of(tmp_path / "deck.pptx", OWN)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("ppt/slides/slide9.xml", "w") as part,
    ):
        for _ in range(130):
            part.write(b" " * (1 << 20))
    with pytest.raises(BadFileError, match="unpacks to more than 1 GB or to too many parts"):
        prepare(path)
    package = Package(path)
    assert package.blob("ppt/slides/slide9.xml") is None
    assert package.blob("ppt/slides/slide1.xml")
    package.close()


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """An address of this machine, and what was asked of it."""
    asked: list[str] = []

    class Answering(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(png(SECRET))

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()
        thread.join()


def deck_full_of_links(path: Path, address: str, secret: Path) -> Path:
    """A deck that names things outside itself in every way there is."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    places = (
        f"{address}/a.png",
        secret.as_uri(),
        str(secret),
        "\\\\127.0.0.1\\share\\a.png",
        "smb://127.0.0.1/a.png",
        f"{address}/b.svg",
        "../home/secret.png",
    )
    blip = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
    for number, place in enumerate(places):
        shown = slide.shapes.add_picture(io.BytesIO(png(OWN)), number * 900_000, 0, 900_000, 900_000)
        shown._element.blipFill.find(blip).attrib.clear()
        relation = slide.part.relate_to(place, f"{BASE}/image", is_external=True)
        shown._element.blipFill.find(blip).set(f"{{{BASE}}}link", relation)
    drawing = SVG.format(picture=f"{address}/in-a-drawing.png").encode()
    slide.shapes.add_picture(io.BytesIO(png(OWN)), 0, 2_000_000, 900_000, 900_000)
    frame = slide.shapes.add_movie(io.BytesIO(b"film"), 0, 4_000_000, 900_000, 900_000, mime_type="video/mp4")
    video = frame._element.find(".//{http://schemas.openxmlformats.org/drawingml/2006/main}videoFile")
    video.set(
        f"{{{BASE}}}link", slide.part.relate_to(f"{address}/film.mp4", f"{BASE}/video", is_external=True)
    )
    for kind in ("oleObject", "attachedTemplate", "audio", "slideMaster", "theme", "hyperlink"):
        slide.part.relate_to(f"{address}/{kind}", f"{BASE}/{kind}", is_external=True)
    deck.save(str(path))
    with zipfile.ZipFile(path) as archive:
        own = next(name for name in archive.namelist() if name.startswith("ppt/media/image"))
    return change(path, {own: drawing})


@needs_libreoffice
def test_a_deck_full_of_links_reaches_nothing_outside_itself(
    worker: Worker, tmp_path: Path, secret: Path, listener: tuple[str, list[str]]
) -> None:
    address, asked = listener
    deck = deck_full_of_links(tmp_path / "deck.pptx", address, secret)
    lecture, report = import_file(deck, AssetStore(tmp_path / "assets"))
    told = [entry.text for entry in report.entries]
    assert "A picture is linked to a file outside the deck, which was not opened." in told
    kept = tmp_path / "assets" / lecture.assets[0].digest[:2] / lecture.assets[0].digest
    for path in (deck, kept):  # as it is inside a stranger's lecture, and as an import leaves it
        assert SECRET not in page_colours(ask(worker, do="convert", deck=str(path)).blobs[0])
    assert asked == []
