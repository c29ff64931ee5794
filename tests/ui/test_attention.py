"""The list of what needs a look, and where each line leads."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studio import edits
from studio.lecture import (
    Asset,
    Box,
    Choices,
    Lecture,
    PageImage,
    Paragraph,
    Scene,
    Script,
    SlideObject,
    SlideVisual,
)
from studio.narration import Take
from studio.report import Entry, ImportReport
from studio.timeline import compile_timeline
from tests.fakes import means, slide
from tests.studio.edits.lessons import lesson, recording, scene
from ui.attention import AttentionPane
from ui.attention_items import Item, Kind, Known, find
from ui.findings import SceneFindings
from ui.hub import Hub

LONG_MS = 60_000
"""Much longer than anything takes, even on a busy machine."""


def known(lecture: Lecture, **more: object) -> Known:
    timeline = compile_timeline(lecture, {}, {}, Fraction(30))
    found = {clip.scene: SceneFindings(clip=clip) for clip in timeline.clips}
    return replace(Known(timeline, found), **more)


def of_kind(kind: Kind, lecture: Lecture, **more: object) -> list[Item]:
    return [item for item in find(lecture, known(lecture, **more)) if item.kind == kind]


def test_a_lecture_in_order_needs_nothing() -> None:
    lecture = lesson(scene("a", "One."), scene("b", "Two."))
    assert find(lecture, known(lecture)) == ()


def test_silence_is_counted_over_the_borders_of_scenes() -> None:
    quiet = [scene(f"q{n}") for n in range(5)]
    lecture = lesson(scene("a", "One."), *quiet, scene("z", "Two."))
    (silence,) = of_kind("silence", lecture)
    assert silence.scene == "a"
    assert 25 < silence.seconds < 27
    assert silence.frame is not None
    assert len(of_kind("no-words", lecture)) == 5
    assert of_kind("silence", lesson(scene("a", "One."), *quiet[:3], scene("z", "Two."))) == []


def test_a_pause_asked_for_is_a_silence_too() -> None:
    lecture = lesson(scene("a", "One. (pause: 30) Two."))
    (silence,) = of_kind("silence", lecture)
    assert silence.seconds == 30


def test_what_becomes_of_slides_without_words_follows_the_choice() -> None:
    lecture = lesson("a", scene("b", "Two."))
    assert [item.skipped for item in of_kind("no-words", lecture)] == [False]
    skip = edits.set_lecture_unscripted(lecture, "skip")
    assert [item.skipped for item in of_kind("no-words", skip)] == [True]
    assert of_kind("no-words", edits.set_lecture_unscripted(lecture, "read")) == []
    assert of_kind("no-words", edits.set_hidden(lecture, ("a",), True)) == []


def test_words_changed_after_they_were_recorded() -> None:
    recorded = replace(scene("a", "One. Two."), recording=recording())
    before = lesson(scene("a", "Before the recording."))
    start = lesson(recorded, "b")
    changed = edits.set_script(start, "a", "One. Three.")
    assert of_kind("stale-recording", changed, before=(before, start, changed))[0].scene == "a"
    assert of_kind("stale-recording", start, before=(before, start)) == []
    again = edits.set_recording(changed, "a", recording("new.wav"), replace=True)
    assert of_kind("stale-recording", again, before=(start, changed, again)) == []


def test_a_recording_that_is_older_than_its_slide_until_it_is_checked() -> None:
    older = replace(recording(), stale=True)
    lecture = lesson(replace(scene("a", "One."), recording=older), "b")
    assert [item.scene for item in of_kind("older-recording", lecture)] == ["a"]
    assert of_kind("older-recording", edits.check_recording(lecture, ["a"])) == []


def test_a_recording_of_other_words_or_of_none() -> None:
    recorded = replace(scene("a", "One."), recording=recording())
    lecture = lesson(recorded, replace(scene("b"), recording=recording()))
    take = Take(Fraction(60))
    timeline = compile_timeline(lecture, {"a": take, "b": take}, {}, Fraction(30))
    found = {clip.scene: SceneFindings(clip=clip) for clip in timeline.clips}
    items = find(lecture, Known(timeline, found))
    assert [(item.kind, item.scene) for item in items] == [("other-recording", "a"), ("no-captions", "b")]


def test_notes_that_look_private_until_the_author_has_decided() -> None:
    private = Scene("a", "A", scene("a").visual, Script((Paragraph("TODO: find my glasses.", True),), "en"))
    lecture = lesson(private, scene("b", "Two."))
    report = ImportReport("x.pptx", 2, (Entry("left out", "private notes", "…", 1, "a"),))
    (item,) = of_kind("private", lecture, report=report)
    assert item.text == "TODO: find my glasses."
    assert of_kind("private", lecture, report=report, reviewed=frozenset({("a", item.text)})) == []
    assert of_kind("private", edits.set_paragraph_private(lecture, "a", 0, False), report=report) == []
    assert of_kind("private", lecture) == []  # the author's own file: he knows them


def test_directions_that_nobody_understands() -> None:
    lecture = lesson(scene("a", "One. (pause: soon)\n(camera: left)"))
    assert [(item.text, item.heard) for item in of_kind("direction", lecture)] == [
        ("(pause: soon)", True),
        ("(camera: left)", False),
    ]


def test_fonts_are_told_once_with_all_their_slides() -> None:
    lecture = lesson(scene("a", "One."), scene("b", "Two."))
    sentence = "Fonts that are not installed: “Calibri” in Carlito, “Arial” in Liberation Sans."
    report = ImportReport(
        "x.pptx", 2, tuple(Entry("replaced", "font", sentence, n, name) for n, name in ((1, "a"), (2, "b")))
    )
    fonts = of_kind("font", lecture, report=report)
    assert [(item.text, item.used, item.scene, item.others) for item in fonts] == [
        ("Calibri", "Carlito", "a", ("b",)),
        ("Arial", "Liberation Sans", "a", ("b",)),
    ]


def test_fonts_of_a_slide_that_is_shown_as_a_page_are_not_told() -> None:
    deck, pdf = Asset("d" * 64, "x.pptx", "", 1), Asset("e" * 64, "x.pdf", "", 1)
    page = PageImage(pdf, 1, 720, 540)
    sentence = "Fonts that are not installed: “Calibri” in Carlito."
    report = ImportReport("x.pptx", 1, (Entry("replaced", "font", sentence, 1, "a"),))
    for visual, told in ((SlideVisual(deck, 1, 1), 1), (SlideVisual(deck, 1, 1, page=page), 0)):
        lecture = lesson(replace(scene("a", "One."), visual=visual))
        assert len(of_kind("font", lecture, report=report)) == told


def test_a_slide_that_the_author_hid_needs_no_look() -> None:
    report = ImportReport("x.pptx", 1, (Entry("left out", "hidden slide", "It is hidden.", 1, "a"),))
    assert of_kind("left-out", lesson(replace(scene("a", "One."), hidden=True)), report=report) == []


def test_what_was_left_out_of_a_scene_that_is_gone_is_not_told() -> None:
    report = ImportReport("x.pptx", 2, (Entry("left out", "build", "A build.", 1, "gone"),))
    assert of_kind("left-out", lesson(scene("a", "One.")), report=report) == []


def test_what_could_not_be_drawn() -> None:
    lecture = lesson(scene("a", "One."))
    pages = {"a": {"left_out": ["a chart"]}}
    assert of_kind("not-drawn", lecture, pages=pages)[0].text == "a chart"


def test_changes_that_are_delivered_at_a_lower_level() -> None:
    lecture = lesson(scene("a", "One."), scene("b", "Two."))
    base = known(lecture)
    record = {"requested": 3, "delivered": 1, "style": "dissolve", "reasons": ["Move: nothing matches"]}
    found = {**base.scenes, "b": replace(base.scenes["b"], checked=record)}
    (item,) = (item for item in find(lecture, replace(base, scenes=found)) if item.kind == "cut")
    assert (item.scene, item.levels, item.text) == ("b", (3, 1), "Move: nothing matches")


def test_a_voice_that_is_not_what_was_asked_for() -> None:
    lecture = replace(lesson(scene("a", "One."), scene("b", "Two.")), choices=Choices(voice="Nobody"))
    (item,) = of_kind("voice", lecture, means=means())
    assert "Nobody" in item.text
    assert (item.scene, item.others) == ("a", ("b",))
    assert of_kind("voice", lecture, means=means(voices=()))[0].scene == ""


@pytest.mark.parametrize(("letters", "small"), [(60, False), (3000, True)])
def test_more_text_than_can_be_read(letters: int, small: bool) -> None:
    shown = slide(1, "One.")
    text = SlideObject(2, "Body", "text", Box(0.1, 0.3, 0.8, 0.6), "word " * (letters // 5))
    assert isinstance(shown.visual, SlideVisual)
    lecture = lesson(replace(shown, visual=replace(shown.visual, objects=(text,))))
    assert bool(of_kind("small-text", lecture)) is small


@pytest.fixture
def pane(hub: Hub, qtbot: QtBot) -> AttentionPane:
    made = AttentionPane(hub)
    qtbot.addWidget(made)
    made.resize(300, 600)
    made.show()
    return made


def rows(pane: AttentionPane) -> list[str]:
    model = pane.list.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def test_the_pane_lists_what_there_is_and_counts_it(hub: Hub, qtbot: QtBot, pane: AttentionPane) -> None:
    with qtbot.waitSignal(pane.count_changed, timeout=LONG_MS) as count:
        hub.session.open(lesson(scene("a", "One."), "b", "c"))
    assert count.args == [2]
    assert rows(pane)[0] == "Slides without words (2)"
    assert rows(pane)[1].startswith("2 · B: ")
    with qtbot.waitSignal(pane.count_changed, timeout=LONG_MS) as count:
        hub.session.edit("type", lambda lecture: edits.set_script(lecture, "b", "Now with words."))
    assert count.args == [1]


def test_enter_leads_to_the_place(hub: Hub, qtbot: QtBot, pane: AttentionPane) -> None:
    with qtbot.waitSignal(pane.count_changed, timeout=LONG_MS):
        hub.session.open(lesson(scene("a", "One."), "b", "c"))
    pane.list.setFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_Home)
    pane.list.setCurrentIndex(pane.list.model().index(2, 0))
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert hub.session.current == "c"
    qtbot.keyClick(pane.list, Qt.Key.Key_Up)
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert hub.session.current == "b"


def test_a_long_silence_leads_to_its_moment(hub: Hub, qtbot: QtBot, pane: AttentionPane) -> None:
    with qtbot.waitSignal(hub.workbench.timeline_changed, timeout=LONG_MS):
        hub.session.open(lesson(scene("a", "One."), scene("b", "Two. (pause: 40) Three.")))
    qtbot.waitUntil(lambda: any(item.kind == "silence" for item in pane.items), timeout=LONG_MS)
    frame = pane.items[0].frame
    qtbot.waitUntil(lambda: hub.workbench.timeline is not None, timeout=LONG_MS)
    click(qtbot, pane, 1)
    assert hub.session.current == "b"
    assert hub.playback.position == frame


def test_a_change_leads_to_its_seam(hub: Hub, qtbot: QtBot, pane: AttentionPane) -> None:
    hub.session.open(lesson(scene("a", "One."), scene("b", "Two.")))
    pane._show((Item("cut", "b", "Move: nothing matches", levels=(3, 1)),))
    assert "Move was asked for" in rows(pane)[1]
    click(qtbot, pane, 1)
    assert (hub.session.current, hub.session.seam) == ("b", "b")


def test_lines_of_several_slides_lead_from_one_to_the_next(
    hub: Hub, qtbot: QtBot, pane: AttentionPane
) -> None:
    hub.session.open(lesson(scene("a", "One."), scene("b", "Two."), scene("c", "Three.")))
    pane._show((Item("font", "b", "Calibri", "Carlito", others=("c",)),))
    assert rows(pane)[1].startswith("2 · B and 1 more: ")
    visited = []
    for _ in range(3):
        click(qtbot, pane, 1)
        visited.append(hub.session.current)
    assert visited == ["b", "c", "b"]


def test_many_lines_of_a_kind_are_shown_when_asked_for(hub: Hub, qtbot: QtBot, pane: AttentionPane) -> None:
    hub.session.open(lesson(*(f"q{n}" for n in range(12))))
    qtbot.waitUntil(lambda: len(pane.items) == 13, timeout=LONG_MS)  # and one long silence
    more = next(at for at, text in enumerate(rows(pane)) if text == "Show 7 more")
    click(qtbot, pane, more)
    assert len([text for text in rows(pane) if "Nothing to say" in text]) == 12


def click(qtbot: QtBot, pane: AttentionPane, row: int) -> None:
    index = pane.list.model().index(row, 0)
    pane.list.scrollTo(index)
    qtbot.mouseClick(
        pane.list.viewport(), Qt.MouseButton.LeftButton, pos=pane.list.visualRect(index).center()
    )


def test_it_finds_all_of_a_large_lecture_without_holding_the_window_up(hub: Hub, qtbot: QtBot) -> None:
    """The work is done in a thread; what the main thread does for it is short."""
    from time import thread_time

    pane = AttentionPane(hub)
    qtbot.addWidget(pane)
    hub.session.open(lesson(*(scene(f"s{n}", f"Words of scene {n}.") for n in range(400))))
    started = thread_time()
    pane._known()
    assert thread_time() - started < 0.05
