"""The main job from a dropped deck to a video, by mouse and keyboard: `walk.py DECK FOLDER`, on this display.

Drop a deck, answer the one question, edit a sentence, hear it, change a seam, play that cut, undo, redo, save,
export, close, reopen.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QSettings
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from studio.lecture import Lecture, Level
from tests.ui.walk import hand
from tests.ui.walk.driver import Driver, Until, Walk
from ui.app import compose, dress
from ui.editor_page import EditorPage
from ui.export_dialog import ExportDialog
from ui.hub import Hub
from ui.main_window import MainWindow
from ui.settings import Settings

SOURCE_AT = QPoint(8, 8)
"""Where the file manager's window stands, over a corner of the editor's."""
ADDED = "Look closely"
PLAYS = 5
"""How often a change is played until half its frames were seen: a loaded machine leaves some out."""


@dataclass
class Person:
    """Somebody with a deck and a wish for a video."""

    hub: Hub
    window: MainWindow
    deck: Path
    folder: Path

    def walk(self) -> Walk:
        """The whole way."""
        yield Until("the window to stand", lambda: hand.in_front(self.window))
        yield from self.drop_a_deck()
        yield from self.answer_the_question()
        yield from self.edit_a_sentence()
        yield from self.hear_it()
        yield from self.change_a_seam()
        yield from self.play_the_cut()
        yield from self.undo_and_redo()
        yield from self.save()
        yield from self.export()
        yield from self.reopen()

    def drop_a_deck(self) -> Walk:
        """Drag the file from its window into the middle of the editor."""
        source = hand.FileInHand(self.deck, SOURCE_AT)
        yield Until("the file manager", lambda: source.is_there)
        source.drop_on(self.window.mapToGlobal(self.window.rect().center()))
        yield Until("the lecture", lambda: self.hub.session.lecture is not None)
        source.process.terminate()
        first = self.lecture.scenes[0].id
        yield Until("the first slide", lambda: self.hub.workbench.page_key(first))

    def answer_the_question(self) -> Walk:
        """Have slides without notes read out."""
        card = self.page.import_card
        yield Until("the card of the import", card.isVisible)
        yield Until("the question", card.choice.read.isVisible)
        hand.click(card.choice.read, QPoint(12, card.choice.read.height() // 2))
        yield Until("the answer", lambda: self.lecture.choices.unscripted == "read")
        hand.click(card.done)
        yield Until("the card to go", lambda: not card.isVisible())

    def edit_a_sentence(self) -> Walk:
        """Put words in front of the first sentence of the first scene."""
        field = self.page.script.field
        hand.click(field, QPoint(field.width() // 2, field.height() - 12))
        yield Until("the cursor in the script", field.hasFocus)
        hand.keys("ctrl+Home")
        yield Until("the cursor at the start", lambda: field.textCursor().position() == 0)
        hand.write(f"{ADDED}, just look. ")
        yield Until("the words", lambda: self.first_words.startswith(f"{ADDED}, just look. "))

    def hear_it(self) -> Walk:
        """Play the sentence that was just written; the letters j, k and l did not play anything."""
        assert not self.hub.playback.playing
        field = self.page.script.field
        cursor = field.textCursor()
        cursor.setPosition(2)
        field.setTextCursor(cursor)
        hand.keys("ctrl+Return")
        yield Until("the sentence to be heard", lambda: self.hub.playback.playing)
        clip = self.hub.workbench.clip(self.lecture.scenes[0].id)
        assert clip is not None
        assert clip.take.spans[0].utterance.text.startswith(ADDED)
        assert self.hub.workbench.sound_keys(clip.scene), "heard before it was spoken"
        yield Until("the sentence to end", lambda: not self.hub.playback.playing)
        assert field.textCursor().selectionStart() == 2
        cursor.movePosition(QTextCursor.MoveOperation.End)

    def change_a_seam(self) -> Walk:
        """Click on the second seam and choose another level."""
        scene_id = self.lecture.scenes[2].id
        view = self.page.storyboard.view
        view.reveal(scene_id)
        yield Until("the seam", lambda: self.hub.workbench.choice(scene_id))
        hand.click_rect(view.seam_rect(scene_id))
        panel = self.page.seam_panel
        yield Until("the panel", panel.isVisible)
        level = Level.CUT if self.requested(scene_id) is not Level.CUT else Level.WHOLE
        hand.click(panel.levels.buttons[level], QPoint(12, panel.levels.buttons[level].height() // 2))
        yield Until("the level", lambda: self.requested(scene_id) is level)
        hand.click(panel.levels.buttons[Level.WHOLE], QPoint(12, 12))
        yield Until("another level", lambda: self.requested(scene_id) is Level.WHOLE)
        yield Until("the check", lambda: self.hub.workbench.checked(scene_id))

    def play_the_cut(self) -> Walk:
        """Play the change from the panel, then put the panel away."""
        panel, playback = self.page.seam_panel, self.hub.playback
        scene_id = self.lecture.scenes[2].id
        clip = self.hub.workbench.clip(scene_id)
        assert clip is not None
        assert clip.cut is not None
        seen: set[int] = set()
        playback.moved.connect(seen.add)
        shown = 0
        for _ in range(PLAYS):
            seen.clear()
            hand.click(panel.player.play)
            yield Until("the change to play", lambda: playback.playing or seen)
            yield Until("the change to end", lambda: not playback.playing)
            shown = max(shown, len(seen & set(range(clip.cut.frames.start, clip.cut.frames.stop))))
            if shown >= len(clip.cut.frames) // 2:
                break
        else:
            raise AssertionError(f"only {shown} of {len(clip.cut.frames)} frames")
        hand.keys("Escape")
        yield Until("the panel to go", lambda: not panel.isVisible())

    def undo_and_redo(self) -> Walk:
        """Take the levels back, one by one, and bring them again."""
        scene_id = self.lecture.scenes[2].id
        asked = [self.lecture.scene(scene_id).transition.requested]
        hand.keys("ctrl+z", "ctrl+z")
        yield Until("nothing asked", lambda: self.lecture.scene(scene_id).transition.requested is None)
        hand.keys("ctrl+shift+z", "ctrl+shift+z")
        yield Until("it again", lambda: [self.lecture.scene(scene_id).transition.requested] == asked)

    def save(self) -> Walk:
        """Save under a name that is typed into the dialog."""
        file = self.folder / "walk.lecture"
        hand.keys("ctrl+s")
        yield from self.type_into_file_dialog(file)
        yield Until("the file", lambda: file.exists() and not self.hub.session.is_modified)
        assert self.hub.session.path == file

    def export(self) -> Walk:
        """Export with the smallest profile; type a letter while it runs."""
        video = self.folder / "walk.mp4"
        hand.keys("ctrl+e")
        dialog = self.window.findChild(ExportDialog)
        while dialog is None:
            yield Until("the export dialog", lambda: self.window.findChild(ExportDialog) is not None)
            dialog = self.window.findChild(ExportDialog)
        yield Until("the dialog to stand", dialog.isActiveWindow)
        hand.click(dialog.form.file, QPoint(30, 12))
        yield Until("the cursor in the name", dialog.form.file.hasFocus)
        hand.keys("ctrl+a")
        hand.write(str(video))
        yield Until("the name", lambda: dialog.form.file.text() == str(video))
        index = dialog.form.profile.findData("draft-540p")
        hand.click(dialog.form.profile)
        yield Until("the profiles", lambda: QApplication.activePopupWidget() is not None)
        hand.keys("Home", *["Down"] * index, "Return")
        yield Until("the profile", lambda: dialog.form.profile.currentIndex() == index)
        yield Until("the button", dialog.export.isEnabled)
        hand.click(dialog.export)
        yield Until("the video to be made", lambda: self.hub.exporting.busy)
        yield Until("the video", lambda: video.exists() and not self.hub.exporting.busy, 300)

    def reopen(self) -> Walk:
        """Close the lecture and open it again."""
        before = self.lecture
        hand.keys("ctrl+w")
        yield Until("the welcome page", lambda: self.hub.session.lecture is None)
        hand.keys("ctrl+o")
        yield from self.type_into_file_dialog(self.folder / "walk.lecture")
        yield Until("the lecture again", lambda: self.hub.session.lecture is not None)
        assert self.lecture == before
        assert not self.hub.session.is_modified

    def type_into_file_dialog(self, file: Path) -> Walk:
        """Type a path into the open dialog."""

        def dialog() -> QWidget | None:
            found = self.window.findChild(QFileDialog)
            return found if found is not None and found.isActiveWindow() else None

        yield Until("the file dialog", dialog)
        hand.keys("ctrl+a")
        hand.write(str(file))
        hand.keys("Return")
        yield Until("the dialog to go", lambda: dialog() is None)

    def requested(self, scene_id: str) -> Level | None:
        """The level asked for at a seam."""
        choice = self.hub.workbench.choice(scene_id)
        return None if choice is None else choice.level

    @property
    def lecture(self) -> Lecture:
        """The open lecture."""
        assert self.hub.session.lecture is not None
        return self.hub.session.lecture

    @property
    def first_words(self) -> str:
        """What is said in the first scene."""
        return self.lecture.scenes[0].script.words

    @property
    def page(self) -> EditorPage:
        """The panes."""
        return self.window.page


def main(deck: Path, folder: Path) -> int:
    """Walk; 0 if all went well."""
    app = QApplication(["lecture-studio"])
    settings = Settings(store=QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    settings.language = "en"
    dress(app, settings)
    made = compose(settings)
    window = MainWindow(made.hub)
    window.show()
    made.hub.documents.begin()
    driver = Driver(Person(made.hub, window, deck, folder).walk())
    code = app.exec()
    del driver
    made.close()
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
