"""The review comments that a slide brought with it: to be read here, and nowhere in what is made of the lecture."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from studio.lecture import PictureVisual, SlideVisual
from ui.inspector.section import Section, Shown, told_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.lecture import Comment
    from ui.hub import Hub

MOST = 100
"""So many of one slide are shown."""


class CommentsSection(Section):
    """There only where there are comments, and folded until someone wants to read them."""

    def __init__(self, hub: Hub, parent: QWidget | None = None) -> None:
        super().__init__(hub, "comments", "", parent, unfolded=False)
        self.heading.setText(self.tr("Comments"))
        self.told = told_label()
        self.told.setAccessibleName(self.tr("Comments"))
        remark = told_label("muted")
        remark.setText(self.tr("Only you see them: they are in no video, caption or transcript."))
        self.add_wide(self.told)
        self.add_wide(remark)

    def show_values(self, shown: Shown) -> None:
        """Show what holds now."""
        super().show_values(shown)
        visual = shown.scene.visual
        comments = (
            visual.comments if isinstance(visual, SlideVisual | PictureVisual) and not shown.several else ()
        )
        self.setVisible(bool(comments))
        self.heading.setText(self.tr("%n comment(s)", "", len(comments)))
        self.told.setText("\n\n".join(map(self._text, comments[:MOST])))

    def _text(self, comment: Comment) -> str:
        parts = [comment.author, _date(comment.time), self.tr("resolved") if comment.resolved else ""]
        head = " · ".join(part for part in parts if part)
        mark = "↳ " if comment.answer else ""
        return f"{mark}{head}\n{comment.text}" if head else f"{mark}{comment.text}"


def _date(time: str) -> str:
    """The day of a time as it is written here; "" where it is none."""
    try:
        told = datetime.fromisoformat(time)
    except ValueError:
        return ""
    return QLocale().toString(QDate(told.year, told.month, told.day), QLocale.FormatType.ShortFormat)
