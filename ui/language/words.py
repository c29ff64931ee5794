"""Words for what the document keeps as codes and numbers: undo steps, levels, styles, languages, times, sizes."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject

from studio.lecture import Arrival, Direction, LatentPath, Level, ObjectKind, Style, TextBy, Unscripted
from ui.language.sentences import told

if TYPE_CHECKING:
    from datetime import datetime

    from studio.history import Code, Label
    from studio.report import Outcome

translate = QCoreApplication.translate

_LONGEST_NAME = 32


class Words(QObject):
    """Texts with a number in them, or in tables: lupdate finds them in calls of `tr` alone."""

    def steps(self, n: int) -> dict[Code, str]:
        """What every kind of step is called when it concerned `n` things."""
        return {
            "import": self.tr("Import"),
            "insert-scenes": self.tr("Insert %n scene(s)", "", n),
            "paste-scenes": self.tr("Paste %n scene(s)", "", n),
            "remove-scenes": self.tr("Delete %n scene(s)", "", n),
            "move-scenes": self.tr("Move %n scene(s)", "", n),
            "duplicate-scenes": self.tr("Duplicate %n scene(s)", "", n),
            "split-scene": self.tr("Split scene"),
            "merge-scenes": self.tr("Merge %n scene(s)", "", n),
            "hide-scenes": self.tr("Hide %n scene(s)", "", n),
            "show-scenes": self.tr("Show %n scene(s)", "", n),
            "rename-scene": self.tr("Rename scene"),
            "rename-section": self.tr("Rename section"),
            "start-section": self.tr("Start section"),
            "join-section": self.tr("Join section with the one before"),
            "use-pages": self.tr("Show %n slide(s) as in a PDF", "", n),
            "replace-picture": self.tr("Replace %n picture(s)", "", n),
            "draw-slides": self.tr("Draw %n slide(s) here again", "", n),
            "type": self.tr("Typing"),
            "make-private": self.tr("Make %n paragraph(s) private", "", n),
            "make-public": self.tr("Speak %n private paragraph(s)", "", n),
            "set-language": self.tr("Set language of %n scene(s)", "", n),
            "set-unscripted": self.tr("Choose for scenes without notes"),
            "take-show": self.tr("Choose the slides of the video"),
            "set-length": self.tr("Set length of %n scene(s)", "", n),
            "set-recording": self.tr("Use recording"),
            "remove-recording": self.tr("Remove %n recording(s)", "", n),
            "trim-recording": self.tr("Trim recording"),
            "check-recording": self.tr("Mark recording as checked"),
            "update-deck": self.tr("Update from the changed deck"),
            "use-deck-words": self.tr("Use the deck's words"),
            "set-level": self.tr("Set level of %n change(s)", "", n),
            "set-style": self.tr("Set style of %n change(s)", "", n),
            "set-direction": self.tr("Set direction of %n change(s)", "", n),
            "set-duration": self.tr("Set length of %n change(s)", "", n),
            "set-speak-over": self.tr("Set speaking during %n change(s)", "", n),
            "set-text-by": self.tr("Set how text moves in %n change(s)", "", n),
            "set-arrival": self.tr("Set how new things come in at %n change(s)", "", n),
            "set-generation": self.tr("Set the model of %n change(s)", "", n),
            "pair-objects": self.tr("Pair two objects"),
            "leave-alone": self.tr("Leave %n object(s) without a partner", "", n),
            "forget-pairs": self.tr("Take back the pairing of %n object(s)", "", n),
            "use-suggestion": self.tr("Use suggestion for %n change(s)", "", n),
            "apply-to-similar": self.tr("Apply to %n similar change(s)", "", n),
            "set-fades-only": self.tr("Fades only"),
            "set-lecture-level": self.tr("Set level of all changes"),
            "set-voice": self.tr("Choose voice"),
            "add-respelling": self.tr("Add pronunciation"),
            "change-respelling": self.tr("Change pronunciation"),
            "remove-respelling": self.tr("Remove pronunciation"),
            "set-title": self.tr("Rename lecture"),
            "set-silence": self.tr("Set length of silent scenes"),
            "recover": self.tr("Recover unsaved changes"),
        }

    def named_steps(self) -> dict[Code, str]:
        """What steps are called that concerned one thing with a name."""
        return {
            "insert-scenes": self.tr("Insert “{name}”"),
            "remove-scenes": self.tr("Delete “{name}”"),
            "move-scenes": self.tr("Move “{name}”"),
            "duplicate-scenes": self.tr("Duplicate “{name}”"),
            "split-scene": self.tr("Split “{name}”"),
            "hide-scenes": self.tr("Hide “{name}”"),
            "show-scenes": self.tr("Show “{name}”"),
            "rename-scene": self.tr("Rename “{name}”"),
            "rename-section": self.tr("Rename section “{name}”"),
            "start-section": self.tr("Start section “{name}”"),
            "replace-picture": self.tr("Replace the picture of “{name}”"),
            "draw-slides": self.tr("Draw “{name}” here again"),
            "type": self.tr("Type in “{name}”"),
            "set-length": self.tr("Set length of “{name}”"),
            "set-level": self.tr("Set level of the change to “{name}”"),
            "set-style": self.tr("Set style of the change to “{name}”"),
            "pair-objects": self.tr("Pair “{name}” by hand"),
            "leave-alone": self.tr("Leave “{name}” without a partner"),
            "set-recording": self.tr("Use recording “{name}”"),
            "update-deck": self.tr("Update from “{name}”"),
            "use-deck-words": self.tr("Use the deck's words in “{name}”"),
            "set-voice": self.tr("Choose voice “{name}”"),
            "add-respelling": self.tr("Add pronunciation of “{name}”"),
            "change-respelling": self.tr("Change pronunciation of “{name}”"),
            "remove-respelling": self.tr("Remove pronunciation of “{name}”"),
        }

    def styles(self) -> dict[Style, str]:
        """How a whole picture changes."""
        return {
            "dissolve": self.tr("Dissolve"),
            "dip": self.tr("Dip through black"),
            "push": self.tr("Push"),
            "wipe": self.tr("Wipe"),
            "cover": self.tr("Cover"),
        }

    def directions(self) -> dict[Direction, str]:
        """Where the incoming picture travels to."""
        return {
            "left": self.tr("To the left"),
            "right": self.tr("To the right"),
            "up": self.tr("Upwards"),
            "down": self.tr("Downwards"),
        }

    def text_by(self) -> dict[TextBy, str]:
        """What of a text travels by itself."""
        return {
            "object": self.tr("As a whole"),
            "word": self.tr("Word by word"),
            "character": self.tr("Letter by letter"),
        }

    def arrivals(self) -> dict[Arrival, str]:
        """How what is new on a slide comes in."""
        return {"fade": self.tr("Fade in"), "draw": self.tr("Are drawn, as by a hand")}

    def paths(self) -> dict[LatentPath, str]:
        """The way that a model takes from one picture to the next."""
        return {
            "slerp": self.tr("The shortest way"),
            "gaussian": self.tr("Smooth over several slides"),
        }

    def object_kinds(self) -> dict[str, str]:
        """What an object of a slide is."""
        return {
            "title": self.tr("Title"),
            "text": self.tr("Text"),
            "picture": self.tr("Picture"),
            "chart": self.tr("Chart"),
            "table": self.tr("Table"),
            "group": self.tr("Group"),
            "graphic": self.tr("Diagram"),
            "media": self.tr("Film or sound"),
            "line": self.tr("Line"),
            "shape": self.tr("Shape"),
        }

    def unscripted(self) -> dict[Unscripted, str]:
        """What happens to a scene without words."""
        return {
            "silent": self.tr("Show in silence"),
            "read": self.tr("Read title and points"),
            "skip": self.tr("Leave out"),
        }

    def outcomes(self) -> dict[Outcome, str]:
        """What became of something that was imported."""
        return {
            "kept": self.tr("Kept"),
            "replaced": self.tr("Replaced"),
            "left out": self.tr("Left out"),
        }

    def bytes(self, n: int) -> str:
        """So many bytes."""
        return self.tr("%n byte(s)", "", n)

    def minutes_ago(self, n: int) -> str:
        """So many minutes ago."""
        return self.tr("%n minute(s) ago", "", n)

    def hours_ago(self, n: int) -> str:
        """So many hours ago."""
        return self.tr("%n hour(s) ago", "", n)

    def days_ago(self, n: int) -> str:
        """So many days ago."""
        return self.tr("%n day(s) ago", "", n)


_words = Words()

_SPOKEN = {"cmn": "zh"}
"""Voices name some languages by tags that QLocale knows under another name."""

_OWN_NAMES = {"en": "English", "es": "Español", "pt": "Português", "zh": "中文"}
"""Where Qt's name of the bare language means one of its countries."""

_TERRITORIES = {QLocale.Country.HongKong: "香港", QLocale.Country.Macao: "澳門"}
"""Where Qt has but a long official name."""


def step(label: Label) -> str:
    """What can be undone or redone: "Move 3 scenes", "Type in “Title”"."""
    name = " ".join(label.name.split())
    pattern = _words.named_steps().get(label.code) if name and label.count == 1 else None
    if pattern is None:
        return _words.steps(label.count)[label.code]
    short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
    return pattern.format(name=short)


def level_name(level: Level | int) -> str:
    """The name of a coherence level: "Hold"."""
    from studio.coherence import NAMES

    return told(NAMES[Level(level)][0])


def level_line(level: Level | int) -> str:
    """What a level does, in one line: "What is the same stays; the rest fades"."""
    from studio.coherence import NAMES

    return told(NAMES[Level(level)][1])


def style(code: Style) -> str:
    """How a whole picture changes."""
    return _words.styles()[code]


def direction(code: Direction) -> str:
    """Where the incoming picture travels to."""
    return _words.directions()[code]


def text_by(code: TextBy) -> str:
    """What of a text travels by itself."""
    return _words.text_by()[code]


def arrival(code: Arrival) -> str:
    """How what is new on a slide comes in."""
    return _words.arrivals()[code]


def path(code: LatentPath) -> str:
    """The way that a model takes from one picture to the next."""
    return _words.paths()[code]


def object_kind(code: ObjectKind | Literal["title"]) -> str:
    """What an object of a slide is: "Picture"."""
    return _words.object_kinds()[code]


def unscripted(code: Unscripted) -> str:
    """What happens to a scene without words."""
    return _words.unscripted()[code]


def outcome(code: Outcome) -> str:
    """What became of something that was imported."""
    return _words.outcomes()[code]


def language(tag: str) -> str:
    """A language's own name for a BCP 47 tag: "zh-TW" is "繁體中文 (台灣)"; an unknown tag stays as it is."""

    first, *rest = tag.replace("_", "-").split("-")
    code = _SPOKEN.get(first, first)
    locale = QLocale("_".join((code, *rest)))
    if not tag or locale.language() is QLocale.Language.C:
        return tag
    if not rest and code in _OWN_NAMES:
        return _OWN_NAMES[code]
    name = locale.nativeLanguageName()
    # "British English" already says where; "Deutsch" does not.
    says_where = name != QLocale(code).nativeLanguageName() and code != "zh"
    told_name = name[:1].upper() + name[1:]
    territory = any(len(part) == 2 for part in rest) and not says_where
    where = _TERRITORIES.get(locale.territory(), locale.nativeTerritoryName())
    return f"{told_name} ({where})" if territory else told_name


def clock(seconds: float | Fraction, tenths: bool = False) -> str:
    """A place in the lecture or its length: "1:05", "2:03:05"; with tenths "0:41.3". Never rounds up."""
    ticks = int(Fraction(seconds) * 10)
    minutes, rest = divmod(ticks // 10, 60)
    hours, minutes = divmod(minutes, 60)
    told_minutes = f"{hours}:{minutes:02}" if hours else f"{minutes}"
    return f"{told_minutes}:{rest:02}" + (f".{ticks % 10}" if tenths else "")


def duration(seconds: float | Fraction) -> str:
    """A length in words: "0.4 s", "41 s", "5 min 20 s", "2 h 03 min"."""
    if seconds < 10 and round(float(seconds), 1) != int(seconds):
        return translate("Words", "{seconds} s").format(seconds=QLocale().toString(float(seconds), "f", 1))
    whole = round(float(seconds))
    if whole < 60:
        return translate("Words", "{seconds} s").format(seconds=whole)
    minutes, rest = divmod(whole, 60)
    if minutes < 60:
        text = (
            translate("Words", "{minutes} min {seconds} s") if rest else translate("Words", "{minutes} min")
        )
        return text.format(minutes=minutes, seconds=f"{rest:02}")
    hours, minutes = divmod(minutes, 60)
    return translate("Words", "{hours} h {minutes} min").format(hours=hours, minutes=f"{minutes:02}")


def about(seconds: float) -> str:
    """An expected length, no finer than can be known: "a few seconds", "about 40 s", "about 3 min"."""
    if seconds < 5:
        return translate("Words", "a few seconds")
    step_s = 5 if seconds < 55 else 60 if seconds < 3600 else 300
    return translate("Words", "about {length}").format(
        length=duration(max(1, round(seconds / step_s)) * step_s)
    )


def size(count: int) -> str:
    """Bytes for people, in powers of 1000 as file managers count: "41 MB", "1.2 GB"."""
    for unit, name in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
        if count >= unit:
            value = count / unit
            return f"{QLocale().toString(value, 'f', 1 if value < 9.95 else 0)} {name}"
    return _words.bytes(count)


def share(value: float) -> str:
    """A share from 0 to 1 as a percentage: "45%"."""
    return f"{QLocale().toString(value * 100, 'f', 0)}%"


def ago(moment: datetime, now: datetime) -> str:
    """How long ago something was: "just now", "5 minutes ago", "yesterday", else the date."""
    seconds = (now - moment).total_seconds()
    days = (now.date() - moment.date()).days
    if seconds < 60:
        return translate("Words", "just now")
    if seconds < 3600:
        return _words.minutes_ago(int(seconds // 60))
    if days == 0:
        return _words.hours_ago(int(seconds // 3600))
    if days == 1:
        return translate("Words", "yesterday")
    if days < 7:
        return _words.days_ago(days)
    date = QDateTime.fromSecsSinceEpoch(int(moment.timestamp())).date()
    return QLocale().toString(date, QLocale.FormatType.ShortFormat)
