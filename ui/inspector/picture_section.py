"""What is seen: where the picture comes from, who draws it, what of it was replaced or left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton

from studio.lecture import PDF, CardVisual, Scene, SlideVisual, page_image
from ui.inspector.section import Section, Shown
from ui.language.sentences import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from studio.lecture import PageImage, Visual
    from studio.report import Entry, ImportReport
    from ui.hub import Hub


class PictureSection(Section):
    """What is shown and by whom; the picture itself is edited where it was made, or another one is chosen."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, "picture", "", parent)
        self.heading.setText(self.tr("Picture"))
        _, self.source = self.add_fact(self.tr("From"))
        self.painter_label, self.painter = self.add_fact(self.tr("Drawn by"))
        self.fonts_label, self.fonts = self.add_fact(self.tr("Fonts replaced"))
        self.missing_label, self.missing = self.add_fact(self.tr("Not drawn"))
        self.notes_label, self.notes = self.add_fact(self.tr("Import"))
        self.alts_label, self.alts = self.add_fact(self.tr("Descriptions"))
        self.replace, self.back = (
            self._button(hub.actions.replace_picture),
            self._button(hub.actions.draw_here),
        )
        for button in (self.replace, self.back):
            self.add_wide(button)
        hub.workbench.findings_changed.connect(self._show_drawn)

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.text())
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        return button

    def show_values(self, shown: Shown) -> None:
        """Show what holds now."""
        super().show_values(shown)
        visual = shown.scene.visual
        self.source.setText(self._source_of(visual))
        self.setVisible(not shown.several)
        self.replace.setVisible(shown.writable and not isinstance(visual, CardVisual))
        self.back.setVisible(shown.writable and isinstance(visual, SlideVisual) and visual.page is not None)
        entries = tuple(_about(self.hub.session.report, shown.scene))
        self._tell(
            self.notes_label, self.notes, (told(entry.text) for entry in entries if entry.what != "font")
        )
        self._show_alts(shown.scene)
        self._show_drawn()

    def _source_of(self, visual: Visual) -> str:
        if isinstance(visual, SlideVisual):
            told = self.tr("Slide {number} of “{deck}”")
            return told.format(number=visual.number, deck=visual.deck.name)
        if isinstance(visual, CardVisual):
            return self.tr("Made from the outline")
        return self._file_of(visual.image)

    def _file_of(self, image: PageImage) -> str:
        if image.file.media_type == PDF:
            return self.tr("Page {number} of “{file}”").format(number=image.number, file=image.file.name)
        return self.tr("Picture “{file}”").format(file=image.file.name)

    def _show_drawn(self) -> None:
        if self.shown is None:
            return
        workbench, scene = self.hub.workbench, self.shown.scene
        key = workbench.page_key(scene.id)
        record: Mapping[str, Any] = workbench.records.get(key, {}) if key else {}
        if key is None:
            self.painter.setText(self.tr("Not drawn yet"))
        elif isinstance(scene.visual, SlideVisual) and scene.visual.page is not None:
            self.painter.setText(self._file_of(scene.visual.page))
        elif page_image(scene.visual) is not None:
            self.painter.setText(self.tr("Shown as it is"))
        elif (
            isinstance(scene.visual, SlideVisual)
            and workbench.means is not None
            and workbench.means.converter
        ):
            self.painter.setText(workbench.means.converter.partition(" ")[0])
            self.painter.setToolTip(workbench.means.converter)
        else:
            self.painter.setText(self.tr("The built-in painter"))
        fonts = [str(font) for font in record.get("replaced", ())]
        whole = page_image(scene.visual) is not None
        entries = _about(self.hub.session.report, scene)
        self._tell(
            self.fonts_label,
            self.fonts,
            fonts or (told(entry.text) for entry in entries if entry.what == "font" and not whole),
        )
        self._tell(self.missing_label, self.missing, (told(str(what)) for what in record.get("left_out", ())))

    def _show_alts(self, scene: Scene) -> None:
        objects = scene.visual.objects if isinstance(scene.visual, SlideVisual) else ()
        described = [each.alt for each in objects if each.alt.strip()]
        bare = sum(1 for each in objects if each.kind == "picture" and not each.alt.strip())
        if bare:
            described.append(self.tr("%n picture(s) without a description", "", bare))
        self._tell(self.alts_label, self.alts, described)

    def _tell(self, label: QWidget, value: Any, lines: Iterable[str]) -> None:
        text = "\n".join(dict.fromkeys(" ".join(line.split()) for line in lines))
        value.setText(text)
        label.setVisible(bool(text))
        value.setVisible(bool(text))


def _about(report: ImportReport | None, scene: Scene) -> tuple[Entry, ...]:
    """What the import says of a scene, beside what was simply kept."""
    return tuple(
        entry
        for entry in (report.entries if report is not None else ())
        if entry.scene == scene.id and entry.outcome != "kept"
    )
