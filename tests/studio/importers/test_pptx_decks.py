"""What a teacher finds after importing real decks; the figures were counted in the XML of each file."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from studio.importers import suffixes
from studio.lecture import Lecture, SlideVisual, StoredTransition
from studio.report import ImportReport
from tests.studio.importers.making import read, refused, said, slide_of

LOGIC = "lectures/cs7320-ai__07_knowledge-based.pptx"
UNCERTAINTY = "lectures/cs7320-ai__12_uncertainty.pptx"
ENTRY = "lectures/education__L04_DataEntryManipulation.pptx"
CURRICULUM = "lectures/reference-material__openchain-curriculum-for-2-0-zh-Hant.pptx"
SYSTEMS = "lectures/ai-system__SystemforAI-3-Framework.ppsx"
TIMED = "lectures/reference-material__Ch4_DevTools.pptx"


class Import:
    """Imports each deck once for all the tests here."""

    def __init__(self, decks: Path, folder: Path) -> None:
        self.decks = decks
        self.folder = folder
        self._done: dict[str, tuple[Lecture, ImportReport]] = {}

    def __call__(self, name: str) -> tuple[Lecture, ImportReport]:
        if name not in self._done:
            self._done[name] = read(self.decks / name, self.folder)
        return self._done[name]


@pytest.fixture(scope="module")
def decks(shared_decks: Path, tmp_path_factory: pytest.TempPathFactory) -> Import:
    return Import(shared_decks, tmp_path_factory.mktemp("decks"))


def test_sections_become_the_sections_of_the_scenes(decks: Import) -> None:
    lecture, report = decks(LOGIC)
    counts = Counter(scene.section for scene in lecture.scenes)
    assert list(counts.items()) == [
        ("Introduction", 7),
        ("Logical and Probabilistic Reasoning Agents", 6),
        ("Large Language Models", 7),
        ("Appendix: Logic", 30),
    ]
    assert "4 sections of the deck become chapters." in said(report)


def test_the_name_that_powerpoint_gives_a_section_makes_no_chapter(decks: Import) -> None:
    lecture, _ = decks(SYSTEMS)
    assert {scene.section for scene in lecture.scenes} == {""}


def test_a_hidden_slide_stays_in_its_place(decks: Import) -> None:
    lecture, report = decks(UNCERTAINTY)
    assert len(lecture.scenes) == 51
    hidden = [slide_of(lecture, n + 1).number for n, scene in enumerate(lecture.scenes) if scene.hidden]
    assert len(hidden) == 1
    assert "left out: The slide is hidden" in said(report, hidden[0])


def test_notes_arrive_paragraph_by_paragraph(decks: Import) -> None:
    lecture, report = decks(ENTRY)
    assert sum(bool(scene.script.words) for scene in lecture.scenes) == 22
    eighth = lecture.scenes[7].script
    assert [p.text.split()[:4] for p in eighth.paragraphs] == [
        ["This", "shows", "the", "same"],
        ["The", "data", "are", "not"],
        ["The", "columns", "of", "data"],
        ["There", "are", "consistent", "names,"],
    ]
    assert "kept: The notes are kept as the script (11 sentences, 984 characters)." in said(report, 8)


def test_the_notes_own_language_chooses_the_voice(decks: Import) -> None:
    lecture, _ = decks(CURRICULUM)
    spoken = {scene.script.language for scene in lecture.scenes if scene.script.words}
    silent = {scene.script.language for scene in lecture.scenes if not scene.script.words}
    assert spoken == {"en-US"}
    assert silent == {"zh-TW"}


@pytest.mark.parametrize(
    ("deck", "language"),
    [
        ("lectures/msworkshop-dev-containers-es.pptx", "es-MX"),
        ("lectures/reference-material__openchain-reference-training-slides-for-ISO-5230-it.pptx", "it-IT"),
        ("lectures/openchain-jwg__oss-education-scrm-jp.pptx", "ja-JP"),
    ],
)
def test_one_voice_speaks_a_deck_whose_marks_are_careless(decks: Import, deck: str, language: str) -> None:
    lecture, _ = decks(deck)
    others = [scene.script.words for scene in lecture.scenes if scene.script.language != language]
    assert len(others) <= 1, "one slide of the Italian deck has notes that are mostly English"
    assert all("Note that this section provides a detailed example" in words for words in others)


def test_stored_advance_times_are_the_shortest_lengths(decks: Import) -> None:
    lecture, report = decks(TIMED)
    milliseconds = [1313, 13881, 1300, 1918, 1522, 11351, 1471, 1593, 725]
    assert [scene.least for scene in lecture.scenes] == [Fraction(n, 1000) for n in milliseconds]
    assert "13.881 s) is kept as the shortest length" in said(report, 2)


def test_morph_is_read_with_its_option_and_length(decks: Import) -> None:
    lecture, _ = decks("conformance/aspose__morph-transition.pptx")
    stored = [scene.transition.stored for scene in lecture.scenes]
    assert stored == [None, StoredTransition("morph", "byObject", Fraction(2))]


def test_a_transition_that_looks_different_here_says_what_it_becomes(decks: Import) -> None:
    lecture, report = decks("conformance/aspose__BetterSlideTransitions.pptx")
    kinds = [scene.transition.stored.kind for scene in lecture.scenes if scene.transition.stored]
    assert kinds == ["circle", "comb", "zoom"]
    assert "replaced: The “comb” transition becomes a push." in said(report, 2)


def test_clicks_and_paragraph_builds_are_numbered(decks: Import) -> None:
    lecture, report = decks(LOGIC)
    last_click = [max((b.click for b in slide_of(lecture, n).builds), default=0) for n in range(1, 51)]
    assert sum(last_click) == 57
    fourth = slide_of(lecture, 4).builds
    assert [(b.click, b.shape_id, b.paragraph, b.trigger) for b in fourth] == [
        (n + 1, 3, n, "click") for n in range(5)
    ]
    assert "5 builds are kept in the lecture; the video shows the finished slide." in said(report, 4)


def test_groups_hold_their_children_in_place(decks: Import) -> None:
    lecture, _ = decks(LOGIC)
    objects = {item.shape_id: item for item in slide_of(lecture, 4).objects}
    outer, picture = objects[18].box, objects[4].box
    assert outer.x <= picture.x
    assert outer.y <= picture.y
    assert picture.x + picture.width <= outer.x + outer.width + 1e-6
    assert picture.y + picture.height <= outer.y + outer.height + 1e-6
    assert objects[6].alt.startswith("A diagram showing how real wor")


def test_a_placeholder_stands_where_its_layout_puts_it(decks: Import) -> None:
    lecture, _ = decks(ENTRY)
    title = next(item for item in slide_of(lecture, 8).objects if item.placeholder == "title")
    assert (title.box.x, title.box.y) == pytest.approx((0.05, 0.04), abs=0.002)
    assert (title.box.width, title.box.height) == pytest.approx((0.9, 0.167), abs=0.002)


def test_a_sound_on_a_slide_is_kept_but_is_no_narration(decks: Import) -> None:
    lecture, report = decks("conformance/open-xml-sdk__SoundTest.pptx")
    (medium,) = slide_of(lecture, 1).media
    assert medium.kind == "sound"
    assert medium.asset is not None
    assert medium.asset.media_type == "audio/wav"
    assert lecture.scenes[0].recording is None
    assert "does not play it" in said(report)


def test_a_linked_video_is_not_opened(decks: Import) -> None:
    lecture, report = decks("conformance/aspose__Media-File.pptx")
    (medium,) = slide_of(lecture, 1).media
    assert medium.kind == "video"
    assert medium.asset is None
    assert "linked to a file outside the deck, which was not opened" in said(report)


def test_the_dark_background_of_a_master_fills_the_frame(decks: Import) -> None:
    lecture, _ = decks("conformance/open-xml-sdk__QuizShow_TP10176929.potx")
    assert lecture.background == "#262626"


def test_the_author_s_own_bytes_are_kept(decks: Import) -> None:
    lecture, _ = decks(ENTRY)
    (deck,) = {scene.visual.deck for scene in lecture.scenes if isinstance(scene.visual, SlideVisual)}
    kept = decks.folder / "assets" / deck.digest[:2] / deck.digest
    assert kept.read_bytes() == (decks.decks / ENTRY).read_bytes()


def test_every_deck_arrives_or_ends_in_one_sentence(decks: Import) -> None:
    known = (*suffixes(), ".xlsx", ".key")
    for path in sorted(decks.decks.glob("[ce]*/*")):
        error = refused(path, decks.folder) if path.suffix in known else None
        if error is not None:
            assert str(error).startswith("“"), path.name
            assert "\n" not in str(error), path.name
            assert not error.details.startswith("Traceback"), path.name
