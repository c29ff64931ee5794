"""Pure edits, Lecture -> Lecture. What cannot be done raises `EditError` with one sentence.

Scenes that an edit does not touch stay the very same objects, and an edit that changes nothing returns the
very same lecture: that is how views and caches know what to make anew.
"""

from __future__ import annotations

from studio.edits.cutting import merge, split
from studio.edits.pairs import forget_object, forget_pairs, leave_alone, pair_objects
from studio.edits.pictures import set_pages
from studio.edits.scenes import duplicate, insert, move, remove, rename, set_hidden
from studio.edits.seams import (
    apply_to_similar,
    set_arrival,
    set_direction,
    set_duration,
    set_generation,
    set_level,
    set_speak_over,
    set_style,
    set_text_by,
    similar,
    use_suggestion,
)
from studio.edits.sections import join_section, rename_section, section_of, start_section
from studio.edits.shows import current_show, take_show
from studio.edits.whole import (
    add_respelling,
    remove_respelling,
    replace_respelling,
    set_fades_only,
    set_lecture_language,
    set_lecture_level,
    set_lecture_unscripted,
    set_silence,
    set_title,
    set_voice,
)
from studio.edits.words import (
    check_recording,
    remove_recording,
    script_text,
    set_language,
    set_least,
    set_paragraph_private,
    set_recording,
    set_script,
    set_unscripted,
    trim_recording,
)

__all__ = [
    "add_respelling",
    "apply_to_similar",
    "check_recording",
    "current_show",
    "duplicate",
    "forget_object",
    "forget_pairs",
    "insert",
    "join_section",
    "leave_alone",
    "merge",
    "move",
    "pair_objects",
    "remove",
    "remove_recording",
    "remove_respelling",
    "rename",
    "rename_section",
    "replace_respelling",
    "script_text",
    "section_of",
    "set_arrival",
    "set_direction",
    "set_duration",
    "set_fades_only",
    "set_generation",
    "set_hidden",
    "set_language",
    "set_least",
    "set_lecture_language",
    "set_lecture_level",
    "set_lecture_unscripted",
    "set_level",
    "set_pages",
    "set_paragraph_private",
    "set_recording",
    "set_script",
    "set_silence",
    "set_speak_over",
    "set_style",
    "set_text_by",
    "set_title",
    "set_unscripted",
    "set_voice",
    "similar",
    "split",
    "start_section",
    "take_show",
    "trim_recording",
    "use_suggestion",
]
