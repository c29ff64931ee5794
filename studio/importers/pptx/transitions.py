"""The transition a slide carries and its automatic advance (ECMA-376 Part 1, 19.3.1.50; [MS-PPTX] 2.2)."""

from __future__ import annotations

from fractions import Fraction

from studio.importers.pptx.markup import Element, child, children, integer, local, qn
from studio.lecture import StoredTransition
from studio.validation import LONGEST

_SPEEDS = {"fast": Fraction(1, 2), "med": Fraction(3, 4), "slow": Fraction(1)}
"""Seconds PowerPoint takes for `p:transition@spd` where no `p14:dur` says more."""

_OPTIONS = ("option", "dir", "orient", "thruBlk", "spokes", "pattern", "prst", "invX", "invY", "isContent")
_DEFAULTS = {"push": "l", "wipe": "l", "cover": "l", "pull": "l", "pan": "l", "morph": "byObject"}
"""What the schema says where the option is not written."""


def transition_of(slide: Element) -> Element | None:
    """The slide's `p:transition`, out of the alternate content this program understands."""
    return child(slide, "p:transition")


def stored_transition(transition: Element) -> StoredTransition | None:
    """The effect of a `p:transition`; None where it only holds timings (a plain cut)."""
    for effect in children(transition):
        kind = local(effect)
        if kind not in ("sndAc", "extLst"):
            option = next(
                (effect.get(name) for name in _OPTIONS if effect.get(name)), _DEFAULTS.get(kind, "")
            )
            if kind == "prstTrans":
                kind, option = effect.get("prst") or kind, effect.get("invX") or effect.get("invY") or ""
            if kind == "fade":
                option = "thruBlk" if option in ("1", "true") else ""
            return StoredTransition(kind, option, _duration(transition))
    return None


def advance(transition: Element) -> Fraction | None:
    """Seconds after which PowerPoint goes on by itself (`advTm`, milliseconds); None: only on a click."""
    milliseconds = integer(transition.get("advTm"))
    return _seconds(milliseconds) if milliseconds is not None and milliseconds > 0 else None


def has_sound(transition: Element) -> bool:
    """Whether the transition plays a sound of its own."""
    return child(transition, "p:sndAc", "p:stSnd") is not None


def _duration(transition: Element) -> Fraction | None:
    milliseconds = integer(transition.get(qn("p14:dur")))
    if milliseconds is not None and milliseconds >= 0:
        return _seconds(milliseconds)
    return _SPEEDS.get(transition.get("spd", "fast"))


def _seconds(milliseconds: int) -> Fraction:
    return min(Fraction(milliseconds, 1000), LONGEST)
