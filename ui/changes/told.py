"""Words for the changes of a lecture: one change in a line, all of them in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from ui.cuts import name
from ui.language import words
from ui.language.sentences import told

if TYPE_CHECKING:
    from ui.changes.glance import Glance, Seam

translate = QCoreApplication.translate


def asked(seam: Seam) -> str:
    """The level asked for, with its number: "2 Hold"."""
    return f"{int(seam.requested)} {name(seam.requested, seam.cut.choice.style)}"


def given(seam: Seam) -> str:
    """The level of the video, with its number."""
    return f"{int(seam.delivered)} {name(seam.delivered, seam.cut.style)}"


def headline(seam: Seam) -> str:
    """Which change: "12  Evaporation"."""
    return f"{seam.number}  {seam.title}".rstrip()


def state(seam: Seam) -> str:
    """What is special about a change, in words."""
    if seam.why == "fell":
        return translate("Changes", "Asked {asked}, the video shows {given}").format(
            asked=asked(seam), given=given(seam)
        )
    if seam.why == "by hand":
        text = translate("Changes", "{asked}, set by you")
        return text.format(asked=asked(seam)) + ("" if seam.cut.checked else f" · {not_checked()}")
    if seam.why == "unchecked":
        return f"{asked(seam)} · {not_checked()}"
    return asked(seam)


def line(seam: Seam) -> str:
    """What is special about a change, and why it is so where that is not said already."""
    if seam.why == "by hand" and not seam.cut.reasons:
        return state(seam)
    return translate("Changes", "{state}. {reasons}").format(state=state(seam), reasons=reasons(seam))


def not_checked() -> str:
    """That nothing was measured yet."""
    return translate("Changes", "not yet checked")


def reasons(seam: Seam) -> str:
    """Why it is so."""
    known = seam.cut.reasons or (seam.cut.choice.reason,)
    text = translate("Changes", "; ").join(told(reason) for reason in known)
    return text[:1].upper() + text[1:]  # it stands behind a full stop


def whole(seam: Seam) -> str:
    """One change in full, for a tool tip and a screen reader."""
    text = translate("Changes", "Change to scene {scene} at {time}. {state}. {reasons}")
    return text.format(
        scene=headline(seam), time=words.clock(seam.seconds), state=state(seam), reasons=reasons(seam)
    )


def counts(glance: Glance) -> str:
    """All changes in numbers: "24 Hold, 12 Cut, 3 set by you, 2 fell"."""
    number = QLocale().toString
    parts = [f"{number(count)} {words.level_name(level)}" for level, count in glance.levels]
    if glance.by_hand:
        parts.append(translate("Changes", "%n set by you", None, glance.by_hand))
    if glance.fell:
        parts.append(translate("Changes", "%n fell to a lower level", None, glance.fell))
    if glance.unchecked:
        parts.append(translate("Changes", "%n not yet checked", None, glance.unchecked))
    return translate("Changes", ", ").join(parts)
