"""The sample lesson as a user gets it: both decks, with everything in them that the program can show."""

import io
import re
from importlib import resources

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from resources.samples import palette

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "p159": "http://schemas.microsoft.com/office/powerpoint/2015/09/main",
}
ENGLISH, CHINESE = "water-cycle.pptx", "water-cycle.zh-Hant.pptx"
MORPHED = (3, 4, 5)
SILENT = 2
EMBED = f"{{{NS['r']}}}embed"


def read(name: str) -> bytes:
    return (resources.files("resources.samples") / name).read_bytes()


@pytest.fixture(params=[ENGLISH, CHINESE])
def name(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def deck(name: str) -> Deck:
    return Presentation(io.BytesIO(read(name)))


def find(slide: Slide, path: str) -> list:
    return etree.ElementBase.xpath(slide._element, path, namespaces=NS)


def shapes_of(slide: Slide) -> dict[str, int]:
    return {node.get("name"): int(node.get("id")) for node in find(slide, ".//p:cNvPr")}


def seconds(sound: bytes) -> float:
    import av

    with av.open(io.BytesIO(sound)) as container:
        frames = list(container.decode(audio=0))
    assert all(frame.layout.nb_channels == 1 for frame in frames)
    return sum(frame.samples for frame in frames) / frames[0].sample_rate


def test_ten_slides_are_shown_and_the_last_is_hidden(deck: Deck) -> None:
    assert [slide._element.get("show") == "0" for slide in deck.slides] == [False] * 10 + [True]


def test_the_deck_is_small_and_wide(name: str, deck: Deck) -> None:
    assert len(read(name)) < 2_000_000
    assert (deck.slide_width, deck.slide_height) == (12_192_000, 6_858_000)


def test_all_slides_but_the_question_have_notes_to_speak(deck: Deck) -> None:
    silent = [i for i, slide in enumerate(deck.slides) if not slide.has_notes_slide]
    assert silent == [SILENT]
    words = [slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide]
    assert all(len(text) > 15 for text in words)
    assert any("\n(pause: 1)\n" in text for text in words)
    assert any(re.search(r"^(Note to self:|私人備註：)", text, re.MULTILINE) for text in words)


def test_every_run_says_its_language(name: str, deck: Deck) -> None:
    wanted = {ENGLISH: "en-GB", CHINESE: "zh-TW"}[name]
    pages = [slide._element for slide in deck.slides]
    pages += [slide.notes_slide._element for slide in deck.slides if slide.has_notes_slide]
    runs = [run for page in pages for run in page.iter(f"{{{NS['a']}}}r")]
    assert len(runs) > 80
    assert {run.find("a:rPr", NS).get("lang") for run in runs} == {wanted}


def test_three_sections_hold_every_slide_in_order(deck: Deck) -> None:
    tree = deck.part._element
    grouped = [int(node.get("id")) for node in tree.iter(f"{{{NS['p14']}}}sldId")]
    assert grouped == [slide.slide_id for slide in deck.slides]
    assert len(list(tree.iter(f"{{{NS['p14']}}}section"))) == 3


def test_the_diagram_moves_the_same_objects_through_three_slides(deck: Deck) -> None:
    pages = [deck.slides[i] for i in MORPHED]
    twins = set.intersection(*({n for n in shapes_of(page) if n.startswith("!!")} for page in pages))
    assert {"!!sun", "!!sea", "!!mountain", "!!cloud", "!!drop"} <= twins
    for twin in twins:
        assert len({shapes_of(page)[twin] for page in pages}) == 1, f"{twin} changes its id"
    for path in ("!!cloud", "!!sun", "!!mountain"):
        places = {tuple((s.left, s.top, s.width) for s in page.shapes if s.name == path) for page in pages}
        assert len(places) == 3, f"{path} does not move"
    assert "!!drop" in shapes_of(deck.slides[SILENT])


def test_morph_push_and_fade_are_stored_as_powerpoint_stores_them(deck: Deck) -> None:
    for i in MORPHED:
        assert find(deck.slides[i], ".//p159:morph/@option") == ["byObject"]
        (fallback,) = find(deck.slides[i], "./*[local-name()='AlternateContent']/*[local-name()='Fallback']")
        assert fallback.find("p:transition/p:fade", NS) is not None
    for i, effect in ((1, "fade"), (2, "push")):
        (duration,) = find(deck.slides[i], f".//p:transition[p:{effect}]/@p14:dur")
        assert int(duration) > 500


def test_the_summary_builds_up_in_five_clicks(deck: Deck) -> None:
    (slide,) = (s for s in deck.slides if find(s, ".//p:bldLst"))
    assert len(find(slide, ".//p:cTn[@nodeType='clickEffect']")) == 5
    assert find(slide, ".//p:pRg/@st")[::2] == ["0", "1", "2", "3"]
    (paragraphs,) = find(slide, ".//p:bldP[@build='p']/@spid")
    assert set(find(slide, ".//p:spTgt[p:txEl]/@spid")) == {paragraphs}
    known = {str(number) for number in shapes_of(slide).values()}
    assert set(find(slide, ".//p:spTgt/@spid")) <= known
    assert set(find(slide, ".//p:bldP/@spid")) == set(find(slide, ".//p:spTgt/@spid"))
    numbers = find(slide, ".//p:cTn/@id")
    assert len(numbers) == len(set(numbers))


def test_the_recorded_narration_plays_for_its_trimmed_length(deck: Deck) -> None:
    slide = deck.slides[1]
    (media,) = find(slide, ".//p14:media")
    (trim,) = media
    data = slide.part.related_part(media.get(EMBED)).blob
    heard = seconds(data) * 1000 - float(trim.get("st")) - float(trim.get("end"))
    advances = {int(value) for value in find(slide, ".//p:transition/@advTm")}
    assert len(advances) == 1
    # An AAC frame holds 1024 samples: what the decoder gives may be longer by two of them.
    assert abs(heard - advances.pop()) < 2 * 1024 / 16
    (spoken,) = find(slide, ".//p:audio[@isNarration='1']//p:spTgt/@spid")
    owner = media.xpath("ancestor::p:nvPicPr/p:cNvPr/@id", namespaces=NS)
    assert owner == [spoken]


def test_the_chinese_deck_ends_with_a_recording_in_the_older_form() -> None:
    slide = Presentation(io.BytesIO(read(CHINESE))).slides[9]
    (sound,) = find(slide, ".//a:wavAudioFile")
    heard = seconds(slide.part.related_part(sound.get(EMBED)).blob) * 1000
    assert find(slide, ".//p14:media") == []
    assert find(slide, "./p:transition/@advTm") == [str(round(heard))]
    assert find(slide, ".//p:audio[@isNarration='1']//p:spTgt/@spid") == find(
        slide, ".//p:pic[.//a:wavAudioFile]//p:cNvPr/@id"
    )


def test_every_picture_chart_and_table_has_alternative_text(deck: Deck) -> None:
    kinds = (MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.MEDIA)
    shown = [
        s
        for slide in deck.slides
        for s in slide.shapes
        if s.shape_type in kinds or s.has_chart or s.has_table
    ]
    assert len(shown) >= 11
    for shape in shown:
        assert len(shape._element.xpath(".//p:cNvPr/@descr")[0]) > 2, shape.name


def test_one_chart_balances_what_goes_up_with_what_comes_down(deck: Deck) -> None:
    (chart,) = (s.chart for slide in deck.slides for s in slide.shapes if s.has_chart)
    up, down = (sum(series.values) for series in chart.plots[0].series)
    assert up == down == 486
    assert sum(s.has_table for slide in deck.slides for s in slide.shapes) == 1


def test_the_properties_name_the_title_and_nobody(deck: Deck) -> None:
    properties = deck.core_properties
    assert properties.title
    assert not any((properties.author, properties.last_modified_by, properties.comments, properties.keywords))


@pytest.mark.parametrize("ground", [palette.WHITE, palette.MIST])
def test_text_colours_reach_wcag_aa(ground: str) -> None:
    for ink in (palette.INK, palette.DEEP, palette.WATER, palette.LAND, palette.SLATE, palette.CLAY):
        assert palette.contrast(ink, ground) >= 4.5
