"""The preferences: every choice is in force at once, and each tells what it does."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from safetensors.numpy import save_file

from renderers.cache import Cache, Entry
from studio import edits
from studio.lecture import Paragraph, Script
from studio.settings import cache_folder, models_folder
from tests.fakes import lecture, means, slide
from tests.ui.exports import Maker
from ui import asking
from ui.app import limit_cache
from ui.help_dialogs import AboutDialog, ShortcutsDialog, licences
from ui.hub import Hub
from ui.language import languages
from ui.preferences import PreferencesDialog, listening
from ui.preferences.appearance import AppearancePage
from ui.preferences.cache import GB, CachePage
from ui.preferences.device import DevicePage
from ui.preferences.language import LanguagePage
from ui.preferences.listening import Listening
from ui.preferences.models import ModelsPage
from ui.preferences.samples import sample
from ui.preferences.shortcuts import ShortcutsPage
from ui.preferences.voices import VoicesPage, spoken_in

MIXED = lecture(
    slide(1, "Water rises. It falls again."),
    slide(2, script=Script((Paragraph("水會上升。"),), "zh-TW")),
)


class Loudspeaker:
    """Takes what is played."""

    is_known = is_there = True

    def __init__(self, parent: object = None) -> None:
        self.pull: Callable[[int], bytes] | None = None
        self.works = True

    def find(self) -> None:
        """There is nothing to look for."""

    def start(self, pull: Callable[[int], bytes]) -> bool:
        """Take the sound."""
        self.pull = pull
        return self.works

    def stop(self) -> None:
        """Nothing plays."""

    def played(self) -> int:
        """Nothing was."""
        return 0

    def set_volume(self, volume: float) -> None:
        """As it is."""


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test looks for a sound device or asks the machine what it has."""
    monkeypatch.setattr(listening, "Sound", Loudspeaker)


@pytest.fixture
def dialog(hub: Hub, qtbot: QtBot) -> PreferencesDialog:
    """The dialog over a hub that knows two voices."""
    hub.workbench.feed({}, means(hub.workbench.profile))
    made = PreferencesDialog(hub)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    return made


def press(button: QAbstractButton) -> None:
    """Click a button; one with a box is clicked on its box."""
    at = QPoint(min(14, button.width() // 2), button.height() // 2)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=at)


def texts(page: QWidget) -> str:
    """All that a page says now."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def page(dialog: PreferencesDialog, name: str) -> Any:
    return dialog.show_page(name)


def test_it_opens_where_it_was_left(dialog: PreferencesDialog, hub: Hub, qtbot: QtBot) -> None:
    dialog.show_page("privacy")
    dialog.reject()
    again = PreferencesDialog(hub)
    again.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(again)
    again.open()
    assert "Nothing leaves this machine." in texts(again)


def test_every_subject_fits_into_a_small_window(
    dialog: PreferencesDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DevicePage, "look", lambda self: None)
    dialog.resize(640, 360)
    for row in range(dialog.subjects.count()):
        dialog.subjects.setCurrentRow(row)
        assert dialog.width() <= 640 + 60, dialog.subjects.item(row).text()
        assert dialog.height() == 360


def test_tab_goes_from_the_subjects_into_the_page(dialog: PreferencesDialog, qtbot: QtBot) -> None:
    for name, kind in (("appearance", AppearancePage), ("language", LanguagePage)):
        page = dialog.show_page(name)
        assert isinstance(page, kind)
        dialog.activateWindow()
        dialog.subjects.setFocus()
        qtbot.waitUntil(dialog.subjects.hasFocus)
        QTest.keyClick(dialog.subjects, Qt.Key.Key_Tab)
        assert page.isAncestorOf(dialog.focusWidget())


def test_tab_goes_down_the_page_of_voices(dialog: PreferencesDialog, qtbot: QtBot) -> None:
    page = dialog.show_page("voices")
    assert isinstance(page, VoicesPage)
    qtbot.waitUntil(lambda: bool(page.new.rows) and page.list.search.isVisible())
    dialog.activateWindow()
    dialog.subjects.setFocus()
    qtbot.waitUntil(dialog.subjects.hasFocus)
    seen: list[QWidget] = []
    while not seen or dialog.focusWidget() is not page.list.table:
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        seen.append(dialog.focusWidget())
    heights = [widget.mapTo(dialog, QPoint()).y() for widget in seen]
    assert len(seen) > len(page.new.rows)
    assert heights == sorted(heights)


def test_enter_in_a_search_field_closes_nothing(dialog: PreferencesDialog) -> None:
    shortcuts: ShortcutsPage = page(dialog, "shortcuts")
    shortcuts.search.setFocus()
    QTest.keyClick(shortcuts.search, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_the_voice_of_a_language_is_an_edit_that_can_be_undone(
    dialog: PreferencesDialog, hub: Hub, qtbot: QtBot
) -> None:
    hub.session.open(MIXED)
    voices: VoicesPage = page(dialog, "voices")
    qtbot.waitUntil(lambda: set(voices.lecture.rows) == {"en", "zh-TW"})
    box = voices.lecture.rows["en"].box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert hub.session.lecture is not None
    assert hub.session.lecture.choices.voices == (("en", "en"),)
    assert box.currentText() == "Ada"
    hub.session.undo()
    assert box.currentData() == ""


def test_one_voice_for_everything_can_be_taken_back(
    dialog: PreferencesDialog, hub: Hub, qtbot: QtBot
) -> None:
    hub.session.open(edits.set_voice(MIXED, "zh"))
    voices: VoicesPage = page(dialog, "voices")
    qtbot.waitUntil(lambda: voices.single.isVisible())
    assert "Mei" in voices.single.text()
    press(voices.single)
    assert hub.session.lecture is not None
    assert hub.session.lecture.choices.voice == ""
    assert not voices.single.isVisible()
    assert set(voices.lecture.rows) == {"en", "zh-TW"}


def test_new_lectures_start_with_the_chosen_voice(dialog: PreferencesDialog, hub: Hub) -> None:
    voices: VoicesPage = page(dialog, "voices")
    box = voices.new.rows["en"].box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert hub.settings.voices == (("en", "en"),)
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert hub.settings.voices == ()


def test_voices_are_found_by_their_language(dialog: PreferencesDialog) -> None:
    table = page(dialog, "voices").list
    table.search.setText("中文")
    shown = [row for row in range(table.table.rowCount()) if not table.table.isRowHidden(row)]
    assert [table.table.item(row, 0).text() for row in shown] == ["Mei"]


def test_languages_are_those_that_are_spoken_the_most_spoken_first() -> None:
    assert spoken_in(MIXED) == ("en", "zh-TW")
    assert spoken_in(replace(MIXED, scenes=MIXED.scenes[1:])) == ("zh-TW",)


def test_a_voice_is_heard_with_a_sentence_of_its_language(hub: Hub, qtbot: QtBot) -> None:
    speaker = Loudspeaker()
    heard = Listening(hub.tasks, output=speaker)
    found: list[Any] = []
    heard.find_voices(found.append, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=30_000)
    english = next(voice for voice in found[0] if voice.id.endswith("en-us"))
    heard.listen(english, sample("en-US"))
    assert heard.state == "speaking"
    qtbot.waitUntil(lambda: heard.state == "playing", timeout=30_000)
    assert speaker.pull is not None
    first = speaker.pull(48_000)
    assert len(first) == 96_000
    assert any(first)
    heard.stop()
    assert heard.state == ""
    heard.close()
    qtbot.waitUntil(lambda: hub.tasks.idle)


def test_without_a_sound_device_that_is_told(hub: Hub, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening.Speech, "spoken", lambda *_: b"\1\0" * 100)
    speaker = Loudspeaker()
    speaker.works = False
    heard = Listening(hub.tasks, output=speaker)
    with qtbot.waitSignal(heard.failed) as failed:
        heard.listen(means(hub.workbench.profile).voices[0], "Hello.")
    assert "No sound device" in str(failed.args)


def test_the_models_page_is_honest_about_an_empty_folder(dialog: PreferencesDialog, qtbot: QtBot) -> None:
    models: ModelsPage = page(dialog, "models")
    qtbot.waitUntil(lambda: "No model is installed." in texts(models))
    assert "changes up to Reshape are made without any model" in texts(models)


def install(name: str, pipeline: str, **parts: list[str]) -> Path:
    """Put a folder like those of diffusers among the models, with weights of no use."""
    folder = models_folder() / name
    for part in parts:
        (folder / part).mkdir(parents=True, exist_ok=True)
        (folder / part / "config.json").write_text("{}")
        save_file({"x": np.zeros(250, np.float32)}, folder / part / "model.safetensors")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model_index.json").write_text(json.dumps({"_class_name": pipeline, **parts}))
    return folder


def test_a_model_is_listed_with_what_it_can_do_and_why_not(dialog: PreferencesDialog, qtbot: QtBot) -> None:
    (install("painter", "PaintPipeline") / "weights.bin").write_bytes(b"pickle")
    folder = install("sd", "StableDiffusionPipeline", unet=["diffusers", "UNet2DConditionModel"])
    (folder / "README.md").write_text("---\nlicense: openrail\n---\nA model.")
    models: ModelsPage = page(dialog, "models")
    qtbot.waitUntil(lambda: "PaintPipeline" in texts(models))
    told = texts(models)
    assert "Refused: it holds no safetensors (pickle files are never loaded)." in told
    assert "Stable Diffusion (StableDiffusionPipeline) · 1.1 kB · licence: openrail" in told
    assert "Can be used for Reshape." in told
    assert "Not for AI motion: it makes single pictures, and no motion." in told


def test_a_model_that_was_put_there_meanwhile_is_found_by_looking_again(
    dialog: PreferencesDialog, hub: Hub, qtbot: QtBot
) -> None:
    models: ModelsPage = page(dialog, "models")
    qtbot.waitUntil(lambda: "No model is installed." in texts(models))
    install("sd", "StableDiffusionPipeline", unet=["diffusers", "UNet2DConditionModel"])
    models.again.click()
    qtbot.waitUntil(lambda: "Can be used for Reshape." in texts(models))
    qtbot.waitUntil(lambda: [model.name for model in hub.workbench.models] == ["sd"])


def test_devices_are_told_with_the_reason(
    dialog: PreferencesDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = {
        "devices": (
            {
                "event": "devices",
                "devices": [
                    {"kind": "cuda:0", "name": "Card", "memory": 8 * GB, "used": False, "reason": "free"},
                    {"kind": "cpu", "name": "2 threads", "memory": 0, "used": True, "reason": "composes"},
                ],
                "encoders": [
                    {"name": "x265", "title": "x265 (HEVC)", "profiles": ["archive"], "why": ""},
                    {"name": "svtav1", "title": "SVT-AV1 (AV1)", "profiles": [], "why": ""},
                    {"name": "nvenc", "title": "NVENC", "profiles": [], "why": "it needs an NVIDIA card"},
                ],
            },
        ),
        "doctor": ({"event": "finding", "part": "fonts", "good": False, "text": "Carlito not found"},),
    }
    monkeypatch.setattr("ui.preferences.device.ask", lambda arguments, cancel: answers[arguments[0]])
    device: DevicePage = page(dialog, "device")
    qtbot.waitUntil(lambda: "Carlito not found" in texts(device))
    assert device.again.isEnabled()
    told = texts(device)
    assert "Not in use: Card · cuda:0 · 8.0 GB" in told
    assert "In use: Processor, 2 threads · cpu" in told
    assert "Composes" in told
    assert "In use: x265 (HEVC)\nArchive, highest quality" in told
    assert "NVENC: it needs an NVIDIA card" in told


def test_asking_the_program_itself_gives_its_events(hub: Hub) -> None:
    from studio.errors import WorkerError
    from studio.progress import NEVER

    (event,) = asking.ask(["models"], NEVER)
    assert event["event"] == "models"
    with pytest.raises(WorkerError):
        asking.ask(["no such command"], NEVER)


def fill_cache(size: int = 5000) -> Cache:
    cache = Cache(cache_folder() / "steps")
    cache.put("ab" * 32, Entry({}, (bytes(size),)))
    return cache


def test_the_cache_is_cleared_after_a_question_that_tells_the_consequence(
    dialog: PreferencesDialog, hub: Hub, qtbot: QtBot
) -> None:
    cache = fill_cache()
    hub.workbench.feed({"ab" * 32: {"digest": "x"}})
    shown: CachePage = page(dialog, "cache")
    qtbot.waitUntil(lambda: shown.used.text() == "5.1 kB")
    press(shown.clear)
    assert "drawn and spoken again" in texts(shown)
    press(shown.no)
    assert cache.size() > 0
    press(shown.clear)
    press(shown.yes)
    qtbot.waitUntil(lambda: shown.used.text().startswith("0 byte"))
    assert cache.size() == 0
    assert hub.workbench.records == {}


def test_the_cache_is_not_cleared_under_a_running_export(
    dialog: PreferencesDialog, hub: Hub, qtbot: QtBot, tmp_path: Path
) -> None:
    import threading

    from renderers import profiles
    from renderers.export import Order

    maker = Maker(hold=threading.Event())
    hub.exporting.make_engine = lambda: maker
    shown: CachePage = page(dialog, "cache")
    press(shown.clear)
    hub.exporting.start(Order(MIXED, profiles.load("draft-540p"), tmp_path / "x.mp4"))
    assert not shown.yes.isVisible()
    assert not shown.clear.isEnabled()
    assert maker.hold is not None
    maker.hold.set()
    qtbot.waitUntil(lambda: shown.clear.isEnabled())


def test_a_lower_limit_is_kept_at_once_and_by_child_processes(
    dialog: PreferencesDialog, hub: Hub, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    from studio.settings import cache_limit

    monkeypatch.delenv("LECTURE_STUDIO_CACHE_LIMIT", raising=False)
    limit_cache(hub.settings)
    fill_cache()
    hub.settings.cache_limit = 1000
    shown: CachePage = page(dialog, "cache")
    assert cache_limit() == 1000
    shown.limit.setCurrentIndex(shown.limit.findData(5 * GB))
    assert hub.settings.cache_limit == 5 * GB
    assert cache_limit() == 5 * GB
    shown.limit.setCurrentIndex(shown.limit.findData(1000))
    qtbot.waitUntil(lambda: shown.used.text().startswith("0 byte"))
    hub.settings.cache_limit = 0
    assert "LECTURE_STUDIO_CACHE_LIMIT" not in os.environ


def test_another_language_is_said_to_come_with_the_next_start(dialog: PreferencesDialog, hub: Hub) -> None:
    shown: LanguagePage = page(dialog, "language")
    other = "en" if languages.current().tag != "en" else "zh-Hant"
    press(shown.buttons[other])
    assert hub.settings.language == other
    assert shown.restart.isVisible()
    press(shown.buttons[languages.current().tag])
    assert not shown.restart.isVisible()


def test_theme_and_motion_are_set_by_one_click(dialog: PreferencesDialog, hub: Hub) -> None:
    shown: AppearancePage = page(dialog, "appearance")
    press(shown.themes["dark"])
    assert hub.settings.theme == "dark"
    press(shown.calm)
    assert hub.settings.reduce_motion


def keys(hub: Hub, name: str) -> list[str]:
    action = getattr(hub.actions, name)
    return [key.toString(QKeySequence.SequenceFormat.PortableText) for key in action.shortcuts()]


def test_a_shortcut_is_typed_and_works_at_once(dialog: PreferencesDialog, hub: Hub) -> None:
    shown: ShortcutsPage = page(dialog, "shortcuts")
    shown.choose("duplicate")
    field = shown.editor.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClick(shown.editor, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert keys(hub, "duplicate") == ["Ctrl+U"]
    assert hub.settings.shortcut("duplicate") == "Ctrl+U"
    press(shown.reset)
    assert keys(hub, "duplicate") == ["Ctrl+D"]
    assert hub.settings.shortcut("duplicate") is None


def test_a_shortcut_of_another_action_is_taken_only_if_that_is_said(
    dialog: PreferencesDialog, hub: Hub
) -> None:
    shown: ShortcutsPage = page(dialog, "shortcuts")
    shown.choose("duplicate")
    shown.editor.setKeySequence(QKeySequence("Ctrl+Y"))
    assert shown.conflict_text() == "Ctrl+Y belongs to “Redo”."
    assert keys(hub, "duplicate") == ["Ctrl+D"]
    press(shown.take)
    assert keys(hub, "duplicate") == ["Ctrl+Y"]
    assert keys(hub, "redo") == ["Ctrl+Shift+Z"]
    press(shown.reset_all)
    assert keys(hub, "redo") == ["Ctrl+Shift+Z", "Ctrl+Y"]
    assert keys(hub, "duplicate") == ["Ctrl+D"]


def test_an_action_can_have_no_shortcut(dialog: PreferencesDialog, hub: Hub) -> None:
    shown: ShortcutsPage = page(dialog, "shortcuts")
    shown.choose("duplicate")
    shown.editor.clear()
    assert keys(hub, "duplicate") == []
    shown.search.setText("dupl")
    assert shown.entry is not None
    assert shown.entry.name == "duplicate"


def test_the_help_lists_the_shortcuts_that_are_in_force(hub: Hub, qtbot: QtBot) -> None:
    hub.settings.set_shortcut("duplicate", "Ctrl+U")
    shown = ShortcutsDialog(hub)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    shown.open()
    told = {name.text(): key.text() for name, key in shown.rows}
    assert told["Duplicate"] == "Ctrl+U"
    assert told["Play"] == "Space, K"
    shown.search.setText("ctrl+u")
    assert [name.text() for name, _ in shown.rows if name.isVisible()] == ["Duplicate"]
    with qtbot.waitSignal(hub.actions.preferences.triggered):
        press(shown.change)
    assert hub.settings.preferences_page == "shortcuts"


def test_about_names_the_works_it_stands_on(hub: Hub, qtbot: QtBot) -> None:
    shown = AboutDialog(hub)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    assert "PySide6" in shown.licences.toPlainText()
    assert "GPL" in licences()
    assert "Qt 6" in shown.version.text()
