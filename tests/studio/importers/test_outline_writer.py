"""Outlines from LibreOffice Writer: a real document, and what documents of each kind of content become."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from studio.errors import BadFileError
from tests.studio.importers.making import change
from tests.studio.importers.outlining import lines, outline, points, read, spoken

_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
)
_STYLES = f"""<office:document-styles {_NAMES}><office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:language="fr" fo:country="CA"/>
</style:default-style>
<style:style style:name="Title" style:family="paragraph"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"/>
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<text:list-style style:name="Steps"><text:list-level-style-number text:level="1" style:num-format="1"/>
<text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style>
</office:styles></office:document-styles>"""


def written(body: str, mimetype: str = "application/vnd.oasis.opendocument.text", **more: str) -> bytes:
    """An OpenDocument text as LibreOffice packs it."""
    automatic = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    content = (
        f"<office:document-content {_NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", mimetype)
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", _STYLES)
        for name, text in more.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return target.getvalue()


def h(level: int, text: str) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def p(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def test_a_real_document(shared_decks: Path, tmp_path: Path) -> None:
    lecture, report = read(shared_decks / "outlines" / "reference-material__Policy.odt", tmp_path)
    assert (lecture.title, lecture.language) == ("Official Checklist", "en")
    first = lecture.scenes[0]
    assert first.title == "Official Checklist"
    assert spoken(first)[0] == "Worksheet - Policy"
    assert points(first)[0] == (
        0,
        "A policy is set in place to enable the company to incorporate and use open source software in their "
        "products and services. Complete, Partial, Not available, Not applicable",
    )
    assert lines(report, "table") == ["A table of 5 rows is shown as points."]
    assert "The picture “Icon Description automatically generated” is left out" in lines(report, "picture")[1]


def test_headings_lists_and_text(tmp_path: Path) -> None:
    steps = (
        '<text:list text:style-name="Steps"><text:list-item>' + p("Heat") + "<text:list><text:list-item>"
        + p("slowly") + "</text:list-item></text:list></text:list-item><text:list-item>" + p("Wait")
        + p("a while") + "</text:list-item></text:list>"
    )  # fmt: skip
    body = (
        p("The Water Cycle", "P1") + h(1, "Where<text:line-break/>water is") + p("It is<text:s/>everywhere.")
        + h(1, "How it moves") + steps + p("Note: The sun lifts it.")
    )  # fmt: skip
    lecture, _ = outline(written(body), tmp_path, "water.odt")
    assert lecture.title == "The Water Cycle"
    assert [scene.title for scene in lecture.scenes] == ["The Water Cycle", "Where water is", "How it moves"]
    assert spoken(lecture.scenes[1]) == ["It is everywhere."]
    assert points(lecture.scenes[2]) == [(0, "1. Heat"), (1, "slowly"), (0, "2. Wait"), (1, "a while")]
    assert spoken(lecture.scenes[2]) == ["The sun lifts it."]


def test_the_document_names_its_language(tmp_path: Path) -> None:
    lecture, _ = outline(written(h(1, "Eau") + p("Rivière")), tmp_path, "eau.odt")
    assert lecture.language == "fr-CA"


def test_bold_lines_head_a_document_without_styles(tmp_path: Path) -> None:
    bold = '<text:span text:style-name="Strong">{}</text:span>'
    body = p(bold.format("Oceans")) + p("They are salty.") + p(bold.format("Ice")) + p("It is cold.")
    lecture, _ = outline(written(body), tmp_path, "water.odt")
    assert [scene.title for scene in lecture.scenes] == ["Oceans", "Ice"]


def test_what_is_no_text_for_listeners_is_left_out_and_told(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>" + p("Deleted.")
        + "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:table-of-content><text:index-body>" + p("Rain 3") + "</text:index-body></text:table-of-content>"
        + h(1, "Rain")
        + p("It falls.<office:annotation><dc:creator>Mei</dc:creator><text:p>Really?</text:p></office:annotation>"
            '<text:note text:note-class="footnote"><text:note-body><text:p>See there.</text:p></text:note-body>'
            "</text:note>")
        + p("<draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box></draw:frame>")
        + p('<draw:frame draw:name="Image1"><draw:image/><svg:desc>A cloud</svg:desc></draw:frame>')
    )  # fmt: skip
    lecture, report = outline(written(body), tmp_path, "rain.odt")
    assert [spoken(scene) for scene in lecture.scenes] == [["It falls."]]
    told = {entry.what for entry in report.entries if entry.outcome == "left out"}
    assert told == {"contents", "comments", "footnotes", "text box", "picture"}
    assert "A cloud" in lines(report, "picture")[0]


def test_it_is_known_by_its_content(tmp_path: Path) -> None:
    lecture, _ = outline(written(h(1, "Rain") + p("It falls.")), tmp_path, "rain.bin")
    assert lecture.title == "Rain"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (written(h(1, "A"))[:-90], "is no whole OpenDocument text"),
        (written("<text:p>"), "is damaged and cannot be read"),
        (
            written(h(1, "A"), **{"META-INF__manifest_xml": "<encryption-data/>"}),
            "is protected by a password",
        ),
        (written('<!DOCTYPE a [<!ENTITY b "c">]>' + h(1, "A")), "is no whole OpenDocument text"),
        (written(""), "holds no text to show"),
    ],
    ids=["cut", "malformed", "encrypted", "entities", "empty"],
)
def test_a_bad_document_ends_in_one_sentence(data: bytes, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(BadFileError, match=sentence) as caught:
        outline(data, tmp_path, "bad.odt")
    assert str(caught.value).startswith("“bad.odt”")


def test_lists_of_any_depth_are_read(tmp_path: Path) -> None:
    deep = "<text:list><text:list-item>" * 60 + p("deep") + "</text:list-item></text:list>" * 60
    lecture, _ = outline(written(h(1, "A") + deep), tmp_path, "deep.odt")
    assert points(lecture.scenes[0])[-1][1] == "deep"


def test_the_real_document_without_its_styles_still_comes(shared_decks: Path, tmp_path: Path) -> None:
    path = tmp_path / "policy.odt"
    path.write_bytes((shared_decks / "outlines" / "reference-material__Policy.odt").read_bytes())
    lecture, _ = read(change(path, {"styles.xml": None}), tmp_path)
    assert lecture.title == "Official Checklist"
