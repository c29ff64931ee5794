"""What every view works with, in one value: the session, and the services around it. Views know no other view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.actions import Actions
    from ui.documents import Documents
    from ui.editing import Editing
    from ui.exporting import Exporting
    from ui.peaks import Peaks
    from ui.pictures import Pictures
    from ui.playback import Playback
    from ui.session import Session
    from ui.settings import Settings
    from ui.tasks import Tasks
    from ui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Hub:
    """The one set of objects of a running editor."""

    session: Session
    tasks: Tasks
    settings: Settings
    workbench: Workbench
    pictures: Pictures
    peaks: Peaks
    playback: Playback
    documents: Documents
    editing: Editing
    actions: Actions
    exporting: Exporting
