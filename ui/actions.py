"""Every action of the editor, once: its words, shortcut, icon, what it does and when it can be done.

Menus, tool bar, context menus and the list of shortcuts all show these very objects. Actions that need a dialog
or a place on the screen have no effect here: the window connects them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from ui.controls.own_keys import OwnKeys
from ui.language import words
from ui.look import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.documents import Documents
    from ui.editing import Editing
    from ui.playback import Playback
    from ui.session import Session
    from ui.settings import Settings

Group = Literal["file", "edit", "scene", "cut", "view", "play", "help"]
When = Literal["always", "open", "writable", "selected", "several", "timeline"]
"""When an action can be done: with a lecture, one that may be changed, scenes selected, …"""


@dataclass(frozen=True, slots=True)
class Entry:
    """An action with what the menus and the preferences need to know of it."""

    name: str
    group: Group
    action: QAction
    own_keys: tuple[str, ...]
    when: When
    title: str
    """Its plain words, which stay when the menu says more (“Undo: move scene”)."""


class Actions(QObject):
    """All actions, by name (`actions.undo`), and in the order of their menus (`entries`)."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        editing: Editing,
        playback: Playback,
        documents: Documents,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._playback = session, settings, playback
        self.entries: list[Entry] = []
        self._own_keys = OwnKeys(self)
        self._conditions: dict[QAction, Callable[[], bool]] = {}
        self._make_file(documents)
        self._make_edit(editing)
        self._make_scene(editing, documents)
        self._make_cut()
        self._make_view()
        self._make_play(editing)
        self._make_help()
        for tell in (session.history_changed, session.selection_changed, session.opened):
            tell.connect(self.refresh)
        playback.state_changed.connect(self.refresh)
        settings.changed.connect(lambda name: self.read_shortcuts() if name.startswith("shortcuts") else None)
        self.read_shortcuts()
        self.refresh()

    def group(self, group: Group) -> list[QAction]:
        """The actions of one menu."""
        return [entry.action for entry in self.entries if entry.group == group]

    def only_if(self, action: QAction, possible: Callable[[], bool]) -> None:
        """Let a view say when an action can be done, beyond what holds for its kind; it calls `refresh` itself."""
        self._conditions[action] = possible
        self.refresh()

    def read_shortcuts(self) -> None:
        """Give every action its shortcut: the user's own, else the program's."""
        for entry in self.entries:
            chosen = self._settings.shortcut(entry.name)
            keys = entry.own_keys if chosen is None else (chosen,) if chosen else ()
            entry.action.setShortcuts([QKeySequence(key) for key in keys])
            told = entry.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            plain = entry.action.text().replace("&", "").rstrip("…")
            entry.action.setToolTip(f"{plain} ({told})" if told else plain)

    def refresh(self) -> None:
        """Say which actions can be done now, and what undo would undo."""
        session = self._session
        lecture, history = session.lecture, session.history
        writable = lecture is not None and not session.read_only
        possible: dict[When, bool] = {
            "always": True,
            "open": lecture is not None,
            "writable": writable,
            "selected": writable and bool(session.selection),
            "several": writable and len(session.selection) > 1,
            "timeline": lecture is not None and bool(lecture.scenes),
        }
        for entry in self.entries:
            condition = self._conditions.get(entry.action)
            entry.action.setEnabled(possible[entry.when] and (condition is None or condition()))
        undoes = None if history is None else history.undoes
        redoes = None if history is None else history.redoes
        self.undo.setEnabled(undoes is not None)
        self.redo.setEnabled(redoes is not None)
        self.undo.setText(
            self.tr("Undo") if undoes is None else self.tr("Undo: {step}").format(step=words.step(undoes))
        )
        self.redo.setText(
            self.tr("Redo") if redoes is None else self.tr("Redo: {step}").format(step=words.step(redoes))
        )
        for action in (self.undo, self.redo):
            action.setIconText(action.text())  # Qt's own leaves out the dots of a shortened name
        self.save.setEnabled(writable and session.is_modified)
        seen = {scene.id for scene in (() if lecture is None else lecture.scenes) if not scene.hidden}
        hidden = bool(session.selection) and seen.isdisjoint(session.selection)
        self.hide.setText(self.tr("Show scene") if hidden else self.tr("Hide scene"))
        self.hide.setIcon(theme.icon("eye" if hidden else "eye-off"))
        playing = self._playback.playing
        self.play_pause.setText(self.tr("Pause") if playing else self.tr("Play"))
        self.play_pause.setIcon(theme.icon("pause" if playing else "play"))
        self.captions.setChecked(self._playback.captions)

    def _make_file(self, documents: Documents) -> None:
        tr = self.tr
        self.import_file = self._add(
            "import_file", "file", tr("Import slides or an outline…"), "Ctrl+I", "file-up"
        )
        self.import_pictures = self._add("import_pictures", "file", tr("Import pictures…"), "", "image")
        self.import_folder = self._add("import_folder", "file", tr("Import a folder of pictures…"), "", "")
        self.update_deck = self._add(
            "update_deck", "file", tr("Update from a changed deck…"), "", "refresh-cw", when="writable"
        )
        self.use_pages = self._add(
            "use_pages", "file", tr("Use pages from a PDF…"), "", "presentation", when="writable"
        )
        self._conditions[self.use_pages] = documents.showing.takes_pages
        self.open = self._add("open", "file", tr("Open lecture…"), "Ctrl+O", "folder-open")
        self.open_sample = self._add("open_sample", "file", tr("Open the sample lesson"), "", "book-open")
        self.save = self._add("save", "file", tr("Save"), "Ctrl+S", "save", when="writable")
        self.save_as = self._add("save_as", "file", tr("Save as…"), "Ctrl+Shift+S", "", when="open")
        self.export = self._add(
            "export", "file", tr("Export video…"), "Ctrl+E", "file-video", when="timeline"
        )
        self.close = self._add("close", "file", tr("Close lecture"), "Ctrl+W", "", when="open")
        self.preferences = self._add("preferences", "file", tr("Preferences…"), "Ctrl+,", "settings")
        self.quit = self._add("quit", "file", tr("Quit"), "Ctrl+Q", "")
        self.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.open_sample.triggered.connect(documents.open_sample)
        self.save.triggered.connect(documents.save)
        self.close.triggered.connect(documents.close_lecture)

    def _make_edit(self, editing: Editing) -> None:
        tr = self.tr
        self.undo = self._add("undo", "edit", tr("Undo"), "Ctrl+Z", "undo-2", self._session.undo)
        self.redo = self._add(
            "redo", "edit", tr("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", self._session.redo
        )
        self.cut = self._add(
            "cut", "edit", tr("Cut scenes"), "Ctrl+X", "scissors", editing.cut, when="selected"
        )
        self.copy = self._add("copy", "edit", tr("Copy scenes"), "Ctrl+C", "copy", editing.copy, when="open")
        self.paste = self._add(
            "paste", "edit", tr("Paste scenes"), "Ctrl+V", "clipboard-paste", editing.paste, when="writable"
        )
        self.select_all = self._add(
            "select_all", "edit", tr("Select all scenes"), "Ctrl+A", "", editing.select_all, when="open"
        )

    def _make_scene(self, editing: Editing, documents: Documents) -> None:
        tr = self.tr
        self.duplicate = self._add(
            "duplicate", "scene", tr("Duplicate"), "Ctrl+D", "copy-plus", editing.duplicate, when="selected"
        )
        self.split = self._add(
            "split", "scene", tr("Split at the sentence"), "Ctrl+Shift+K", "split", when="selected"
        )
        self.merge = self._add(
            "merge", "scene", tr("Merge scenes"), "Ctrl+M", "merge", editing.merge, when="several"
        )
        self.hide = self._add(
            "hide", "scene", tr("Hide scene"), "Ctrl+H", "eye-off", editing.toggle_hidden, when="selected"
        )
        self.private = self._add(
            "private", "scene", tr("Keep the paragraph private"), "Ctrl+Shift+H", "lock", when="selected"
        )
        self.delete = self._add(
            "delete", "scene", tr("Delete scene"), "Del", "trash-2", editing.remove, when="selected"
        )
        self.rename = self._add("rename", "scene", tr("Rename scene…"), "F2", "", when="selected")
        self.start_section = self._add(
            "start_section", "scene", tr("Start a section here…"), "", "", when="selected"
        )
        self.rename_section = self._add(
            "rename_section", "scene", tr("Rename section…"), "", "", when="selected"
        )
        self.join_section = self._add(
            "join_section", "scene", tr("Join the section before"), "", "", when="selected"
        )
        self.move_up = self._add(
            "move_up",
            "scene",
            tr("Move earlier"),
            "Alt+Up",
            "arrow-up",
            lambda: editing.move(-1),
            when="selected",
        )
        self.move_down = self._add(
            "move_down",
            "scene",
            tr("Move later"),
            "Alt+Down",
            "arrow-down",
            lambda: editing.move(1),
            when="selected",
        )
        showing = documents.showing
        self.replace_picture = self._add(
            "replace_picture", "scene", tr("Replace this slide's picture…"), "", "image", when="selected"
        )
        self.draw_here = self._add(
            "draw_here",
            "scene",
            tr("Back to the slide as drawn here"),
            "",
            "history",
            showing.draw_here,
            when="selected",
        )
        self._conditions[self.replace_picture] = showing.takes_picture
        self._conditions[self.draw_here] = lambda: bool(showing.replaced())
        self.previous_scene = self._add(
            "previous_scene",
            "scene",
            tr("Previous scene"),
            "Ctrl+PgUp",
            "chevron-left",
            lambda: editing.go(-1),
            when="open",
        )
        self.next_scene = self._add(
            "next_scene",
            "scene",
            tr("Next scene"),
            "Ctrl+PgDown",
            "chevron-right",
            lambda: editing.go(1),
            when="open",
        )

    def _make_cut(self) -> None:
        tr = self.tr
        self.edit_cut = self._add(
            "edit_cut", "cut", tr("Change before this scene…"), "Ctrl+T", "blend", when="open"
        )
        self.play_cut = self._add(
            "play_cut", "cut", tr("Play this change"), "Ctrl+Shift+P", "", when="timeline"
        )
        self.fades_only = self._add(
            "fades_only",
            "cut",
            tr("Fades only in the whole lecture"),
            "",
            "",
            checkable=True,
            when="writable",
        )

    def _make_view(self) -> None:
        tr = self.tr
        for name, text, keys, icon in (
            ("show_timeline", tr("Timeline"), "Ctrl+1", "panel-bottom"),
            ("show_inspector", tr("Inspector"), "Ctrl+2", "panel-right"),
            ("show_attention", tr("Needs attention"), "Ctrl+3", "list-checks"),
            ("show_changes", tr("Changes at a glance"), "Ctrl+4", "activity"),
            ("show_jobs", tr("Jobs"), "Ctrl+5", "loader"),
        ):
            setattr(self, name, self._add(name, "view", text, keys, icon, checkable=True, when="open"))
        self.show_report = self._add("show_report", "view", tr("Import report"), "", "info", when="open")
        self.full_screen = self._add(
            "full_screen", "view", tr("Play full screen"), "F11", "maximize", when="timeline"
        )

    show_timeline: QAction
    show_inspector: QAction
    show_attention: QAction
    show_changes: QAction
    show_jobs: QAction

    def _make_play(self, editing: Editing) -> None:
        tr, playback = self.tr, self._playback
        self.play_pause = self._add(
            "play_pause", "play", tr("Play"), ("Space", "K"), "play", playback.toggle, when="timeline"
        )
        self.back = self._add(
            "back",
            "play",
            tr("Back five seconds"),
            "J",
            "chevrons-left",
            lambda: playback.skip(-5),
            when="timeline",
        )
        self.forward = self._add(
            "forward",
            "play",
            tr("On five seconds"),
            "L",
            "chevrons-right",
            lambda: playback.skip(5),
            when="timeline",
        )
        self.frame_back = self._add(
            "frame_back",
            "play",
            tr("One frame back"),
            ",",
            "step-back",
            lambda: playback.step(-1),
            when="timeline",
        )
        self.frame_forward = self._add(
            "frame_forward",
            "play",
            tr("One frame on"),
            ".",
            "step-forward",
            lambda: playback.step(1),
            when="timeline",
        )
        self.to_start = self._add(
            "to_start",
            "play",
            tr("To the start"),
            "Home",
            "skip-back",
            lambda: playback.seek(0),
            when="timeline",
        )
        self.to_end = self._add(
            "to_end",
            "play",
            tr("To the end"),
            "End",
            "skip-forward",
            lambda: playback.seek(playback.length),
            when="timeline",
        )
        self.play_sentence = self._add(
            "play_sentence", "play", tr("Play the sentence at the cursor"), "Ctrl+Return", "", when="timeline"
        )
        self.captions = self._add(
            "captions", "play", tr("Captions"), "C", "captions", checkable=True, when="open"
        )
        self.captions.toggled.connect(playback.set_captions)

    def _make_help(self) -> None:
        self.shortcuts = self._add("shortcuts", "help", self.tr("Keyboard shortcuts"), "F1", "keyboard")
        self.about = self._add("about", "help", self.tr("About Lecture Studio"), "", "info")
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def _add(
        self,
        name: str,
        group: Group,
        text: str,
        keys: str | tuple[str, ...],
        icon: str,
        do: Callable[[], object] | None = None,
        checkable: bool = False,
        when: When = "always",
    ) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setCheckable(checkable)
        if icon:
            action.setIcon(theme.icon(icon))
        if do is not None:
            action.triggered.connect(lambda: do())
        own = (keys,) if isinstance(keys, str) else keys
        plain = text.replace("&", "").rstrip("…")
        self.entries.append(Entry(name, group, action, tuple(key for key in own if key), when, plain))
        return action
