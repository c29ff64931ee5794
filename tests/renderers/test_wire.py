"""Values survive the pipe, and a scene that the other end has seen is not sent again."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from renderers import wire
from renderers.means import Means
from renderers.profiles import Profile
from studio.assets import AssetStore
from studio.importers import import_file
from studio.lecture import CardPoint, CardVisual, Lecture, Paragraph, Recording, Scene, Script
from studio.progress import Progress
from tests.fakes import DECK, PROFILE, lecture, means, slide

WHOLE = lecture(
    *(slide(n, f"Sentence {n}.", least=Fraction(7, 3)) for n in range(1, 6)),
    Scene("c", "Card", CardVisual("Card", (CardPoint("one"),), opening=True), recording=Recording(DECK)),
)


def over(value: Any) -> Any:
    """What comes out at the other end of a pipe."""
    return json.loads(json.dumps(value))


def sent(sending: wire.Sending, receiving: wire.Receiving, whole: Lecture, child: int = 1) -> int:
    """Send a lecture, check that it arrives; the number of scenes that were sent."""
    header, blobs = sending.message(whole, child)
    assert receiving.lecture(over(header), blobs) == whole
    return len(blobs)


@pytest.mark.parametrize("value", [PROFILE, means(), Progress("join", 1, 2.5, "Writing", None), WHOLE])
def test_values_arrive_as_they_were(value: Profile | Means | Progress | Lecture) -> None:
    assert wire.value(over(wire.plain(value)), type(value)) == value


def test_the_sample_arrives_as_it_was(samples: Path, tmp_path: Path) -> None:
    whole, _ = import_file(samples / "water-cycle.pptx", AssetStore(tmp_path), probe=lambda path: None)
    assert sent(wire.Sending(), wire.Receiving(), whole) == len(whole.scenes)


def test_only_what_changed_is_sent() -> None:
    sending, receiving = wire.Sending(), wire.Receiving()
    assert sent(sending, receiving, WHOLE) == 6
    assert sent(sending, receiving, WHOLE) == 0
    edited = replace(WHOLE.scenes[2], script=Script((Paragraph("Other."),), "en"))
    changed = replace(WHOLE, title="New", scenes=(*WHOLE.scenes[:2], edited, *WHOLE.scenes[3:]))
    assert sent(sending, receiving, changed) == 1
    shorter = replace(changed, scenes=tuple(reversed(changed.scenes[1:])))
    assert sent(sending, receiving, shorter) == 0
    assert sent(sending, receiving, WHOLE) == 2, "what was left out before and what is undone"


def test_a_fresh_process_is_told_everything() -> None:
    sending = wire.Sending()
    sent(sending, wire.Receiving(), WHOLE, child=1)
    assert sent(sending, wire.Receiving(), WHOLE, child=2) == 6
