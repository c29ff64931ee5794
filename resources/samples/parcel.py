"""The last step of the sample deck: neutral properties, and a package that is equal on every run."""

import io
import re
import zipfile

from resources.samples.content import Lesson

_MOMENT = (2024, 1, 1, 0, 0, 0)
_STAMP = "2024-01-01T00:00:00Z"
_DATES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_OVERRIDE = re.compile(rb'<Override PartName="/ppt/media/[^"]*" ContentType="([^"]*)"/>')

_CORE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>\
<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified><dc:language>{lang}</dc:language>\
</cp:coreProperties>"""

_APP = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
<PresentationFormat>Widescreen</PresentationFormat><Slides>11</Slides><HiddenSlides>1</HiddenSlides></Properties>"""

#: A show plays recorded narrations and stored timings, as it does after recording in PowerPoint.
_SHOW = (
    b'<p:showPr showNarration="1"><p:present/><p:sldAll/>'
    b'<p:penClr><a:srgbClr val="FF0000"/></p:penClr></p:showPr>'
)


def packed(deck: bytes, lesson: Lesson) -> bytes:
    """Return the deck with the lesson's title as its only property, fixed dates, and media typed by extension."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(deck)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(_entry(name), _settled(name, source.read(name), lesson), compresslevel=9)
    return out.getvalue()


def _settled(name: str, data: bytes, lesson: Lesson) -> bytes:
    if name == "docProps/core.xml":
        return _CORE.format(title=lesson.name, stamp=_STAMP, lang=lesson.lang).encode()
    if name == "docProps/app.xml":
        return _APP.encode()
    if name == "ppt/presProps.xml":
        return data.replace(b"<p:extLst>", _SHOW + b"<p:extLst>", 1)
    if name == "[Content_Types].xml":
        return _typed_by_extension(data)
    if name.endswith(".xlsx"):
        return _settled_workbook(data)
    return data


def _typed_by_extension(types: bytes) -> bytes:
    """Say the type of each sound once for its extension, as PowerPoint does, in place of once a part."""
    extensions = {b"audio/mp4": b"m4a", b"audio/x-wav": b"wav"}
    found = sorted(set(_OVERRIDE.findall(types)))
    defaults = b"".join(
        b'<Default Extension="%b" ContentType="%b"/>' % (extensions[kind], kind) for kind in found
    )
    return _OVERRIDE.sub(b"", types).replace(b"<Default ", defaults + b"<Default ", 1)


def _settled_workbook(data: bytes) -> bytes:
    """Return the workbook behind the chart with fixed dates: the library writes the present moment."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(
                _entry(name), _DATES.sub(rb"\g<1>" + _STAMP.encode() + rb"\g<2>", source.read(name))
            )
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
