"""An OpenDocument presentation (.odp, .otp) made ready for LibreOffice: nothing outside the file referred to.

LibreOffice takes what a reference names from the disk or the network into what it writes, so a stranger's file
could carry a picture of the reader's own into a video. What may stay is a list, not what may not: names of parts
of the package (ODF 1.3 Part 2, 3.7), and the addresses of links that people click.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from urllib.parse import unquote

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue] - a compiled module without types

from renderers.slides import vectors
from studio.errors import BadFileError
from studio.importers.pptx.markup import BadMarkup, Element, parse, written
from studio.importers.pptx.package import Package, open_package
from studio.importers.pptx.picture_sizes import BLANK, too_large

MIMETYPE = "mimetype"
_HREF = "{http://www.w3.org/1999/xlink}href"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_PRESENTATION = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}"
_FORM_PICTURE = "{urn:oasis:names:tc:opendocument:xmlns:form:1.0}image-data"
_FORMULA = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}formula"
_CLICKED = (f"{_TEXT}a", f"{_DRAW}a", f"{_PRESENTATION}event-listener")
_FETCHING = ("//", "file:", "WEBSERVICE", "DDE")


def prepare(data: bytes, name: str = "this presentation") -> bytes:
    """The presentation with every reference out of it taken away; `name` is what sentences call it.

    Raises BadFileError where it is none.
    """
    # Files of OpenOffice 2 name a document type in their manifest, which is no bomb by itself.
    package = open_package(data, name, forbidden=("<!ENTITY",))
    if not package.parts.get(MIMETYPE, b"").startswith(b"application/vnd.oasis.opendocument.presentation"):
        raise BadFileError("LibreOffice cannot open this presentation; save it again in PowerPoint.")
    for name, content in package.parts.items():
        if name.lower().endswith((".xml", ".rdf")):
            package.parts[name] = _blunted(content, package)
        else:
            package.parts[name] = BLANK if too_large(content) else vectors.blunted(content)
    return _packed(package)


def _packed(package: Package) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        # The first part says in plain bytes what the file is (ODF 1.3 Part 2, 3.3).
        archive.writestr(MIMETYPE, package.parts[MIMETYPE], zipfile.ZIP_STORED)
        for name, content in package.parts.items():
            if name != MIMETYPE:
                archive.writestr(name, content)
    return target.getvalue()


def _blunted(content: bytes, package: Package) -> bytes:
    if not content.strip():
        return content
    try:
        root = parse(content)
    except BadMarkup as error:
        # LibreOffice may read more than lxml does, and would then see what was not looked through.
        raise BadFileError(
            "This presentation is damaged or has a password; open it in LibreOffice and save it again without.",
            str(error),
        ) from None
    for element in root.iter(etree.Element):
        _blunt(element, package)
    return written(root)


def _blunt(element: Element, package: Package) -> None:
    for name in (_HREF, _FORM_PICTURE):
        value = element.get(name)
        if (
            value is not None
            and not (name == _HREF and element.tag in _CLICKED)
            and not _inside(value, package)
        ):
            element.set(name, "")
    formula = element.get(_FORMULA)
    if formula is not None and any(word in formula for word in _FETCHING):
        del element.attrib[_FORMULA]  # the value it had stays


def _inside(reference: str, package: Package) -> bool:
    """Whether a reference names a part of the package, a folder of parts (an object), or a place in the text."""
    if not reference or reference.startswith("#"):
        return True
    path = unquote(reference).partition("#")[0].removeprefix("./").rstrip("/")
    if not path or posixpath.normpath(path) != path or path.startswith(("/", "..")):
        return False
    return path in package.parts or any(name.startswith(f"{path}/") for name in package.parts)
