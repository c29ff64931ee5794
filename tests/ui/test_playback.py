"""The transport as a person uses it: play, pause, seek, loops, edits meanwhile, with and without a sound device."""

from __future__ import annotations

import os
import subprocess
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio import edits
from studio.timebase import SAMPLE_RATE, samples_for
from tests.fakes import lecture, slide
from tests.ui.stage import Stage, stage_in
from ui.playback.clock import BRIDGED_S, DEAD_S, Clock
from ui.playback.sound import Sound

THREE = lecture(slide(1, "One."), slide(2, "Two. Also two."), slide(3, "Three."))


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    """A stage."""
    made = stage_in(tmp_path, qtbot)
    yield made
    made.close()


def values(data: bytes) -> array[int]:
    """Samples as numbers."""
    return array("h", data)


def test_the_picture_follows_what_is_heard(stage: Stage) -> None:
    stage.open(THREE)
    stage.play()
    stage.hear(10.5)
    stage.at(10)
    stage.hear(30)
    stage.at(40)
    stage.hear(0.4)
    stage.until(lambda: stage.playback.position == 40)


def test_a_sentence_is_heard_at_the_very_sample_at_which_its_scene_speaks(stage: Stage) -> None:
    timeline = stage.open(THREE)
    stage.play()
    for second in range(1, stage.clip("s2").frames.stop // 30 + 2):
        stage.hear(30)
        stage.at(30 * second)
    heard = values(stage.speaker.pulled)
    clip = stage.clip("s2")
    for number, span in enumerate(clip.take.spans, 2):  # the samples of sound k are all k
        start = samples_for(clip.heard(timeline.rate) + span.start)
        assert heard[start - 1] != number
        assert set(heard[start : start + 2 * SAMPLE_RATE]) == {number}
        assert heard[start + 2 * SAMPLE_RATE] == 0


def test_where_there_is_no_device_time_itself_plays(stage: Stage) -> None:
    stage.open(THREE)
    stage.speaker.plug(False)
    stage.play()
    assert stage.playback.is_silent
    stage.pass_time(1.01)
    stage.at(30)
    stage.pass_time(1)
    stage.at(60)
    assert stage.speaker.starts == 0


def test_a_device_that_is_pulled_out_leaves_the_picture_playing(stage: Stage) -> None:
    stage.open(THREE)
    stage.play()
    stage.hear(20.2)
    stage.at(20)
    stage.speaker.plug(False)
    assert stage.playback.playing
    stage.until(lambda: stage.playback.is_silent)
    stage.pass_time(0.5)
    stage.at(35)


def test_a_device_that_is_put_in_is_heard_from_where_one_is(stage: Stage) -> None:
    stage.open(THREE)
    stage.speaker.plug(False)
    stage.play()
    stage.pass_time(1.01)
    stage.at(30)
    stage.speaker.plug(True)
    stage.until(lambda: stage.speaker.sounds)
    assert not stage.playback.is_silent
    assert stage.speaker.pulled == bytes(2) or set(values(stage.speaker.pulled)) == {
        1
    }  # amid the first sentence
    stage.hear(15)
    stage.until(lambda: stage.playback.position in (44, 45))


def test_a_device_that_stands_still_is_given_up(stage: Stage) -> None:
    stage.open(THREE)
    stage.play()
    stage.hear(10.2)
    stage.at(10)
    stage.pass_time(DEAD_S + 1)
    stage.until(lambda: stage.playback.is_silent)
    before = stage.playback.position
    stage.pass_time(1)
    stage.until(lambda: stage.playback.position >= before + 29)


def test_the_clock_is_smooth_between_what_a_device_tells_and_never_goes_back() -> None:
    now, told = [10.0], [0]
    clock = Clock(lambda: now[0])
    clock.start(lambda: told[0])
    now[0] += 0.5
    assert clock.read() == 0  # nothing is heard yet
    told[0] = 4800
    assert clock.read() == 4800
    now[0] += 0.05
    assert clock.read() == 7200
    told[0] = 6000  # it was behind what we thought
    assert clock.read() == 7200
    now[0] += 1
    assert clock.read() == 6000 + BRIDGED_S * SAMPLE_RATE  # it stands: so do we
    clock.go_alone()
    now[0] += 1
    assert clock.read() == pytest.approx(6000 + (1 + BRIDGED_S) * SAMPLE_RATE, abs=1)


def test_pause_stays_and_play_goes_on(stage: Stage) -> None:
    stage.open(THREE)
    stage.play()
    stage.hear(25.5)
    stage.at(25)
    stage.playback.toggle()
    assert not stage.playback.playing
    assert not stage.speaker.sounds
    stage.playback.toggle()
    stage.begun()
    assert stage.playback.position == 25
    stage.hear(5.5)
    stage.at(30)


def test_a_seek_while_playing_is_heard_from_there(stage: Stage) -> None:
    stage.open(THREE)
    stage.play()
    stage.hear(10.5)
    stage.at(10)
    there = stage.clip("s3").speech + 20  # within "Three.", the fourth sound
    stage.playback.seek(there)
    assert stage.playback.position == there
    stage.until(lambda: stage.speaker.starts == 2)
    assert set(values(stage.speaker.pulled)) == {4}
    stage.hear(3.5)
    stage.at(there + 3)


def test_at_the_end_it_stops_on_the_last_picture_and_begins_again(stage: Stage) -> None:
    timeline = stage.open(THREE)
    stage.playback.seek(timeline.length - 5)
    stage.play()
    stage.hear(6)
    stage.until(lambda: not stage.playback.playing)
    assert stage.playback.position == timeline.length - 1
    stage.play()
    assert stage.playback.position == 0


def test_a_range_is_played_once(stage: Stage) -> None:
    stage.open(THREE)
    stage.playback.play_range(40, 50)
    stage.begun()
    stage.hear(11)
    stage.until(lambda: not stage.playback.playing)
    assert stage.playback.position == 49


def test_a_loop_goes_round_and_can_be_paused(stage: Stage) -> None:
    stage.open(THREE)
    stage.playback.play_range(40, 50, loop=True)
    stage.begun()
    stage.hear(9.5)
    stage.at(49)
    stage.hear(3)
    stage.at(42)
    stage.playback.pause()
    stage.playback.play()
    stage.begun()
    stage.hear(9)
    stage.at(41)
    assert stage.playback.looping is not None
    stage.playback.seek(10)
    assert stage.playback.looping is None


def test_a_range_leaves_the_current_scene_alone(stage: Stage) -> None:
    stage.open(THREE)
    stage.session.select(("s3",), "s3")
    stage.session.select_seam("s3")
    start = stage.clip("s3").frames.start
    stage.playback.play_range(start - 20, start + 20, loop=True)
    stage.begun()
    stage.hear(3.5)
    stage.at(start - 17)
    assert (stage.session.current, stage.session.seam) == ("s3", "s3")


def test_playing_shows_each_scene_as_it_comes(stage: Stage) -> None:
    stage.open(THREE)
    stage.playback.seek(stage.clip("s2").frames.start - 3)
    stage.play()
    stage.hear(10)
    stage.until(lambda: stage.session.current == "s2")
    assert stage.session.selection == ("s2",)


def test_playing_keeps_a_selection_of_several_scenes(stage: Stage) -> None:
    stage.open(THREE)
    stage.session.select(("s1", "s3"), "s1")
    stage.playback.seek(stage.clip("s2").frames.start + 30)
    assert stage.session.current == "s2"
    assert stage.session.selection == ("s1", "s3")


def test_choosing_a_scene_shows_its_picture_behind_the_cut(stage: Stage) -> None:
    stage.open(THREE)
    stage.session.select(("s2",), "s2")
    cut = stage.clip("s2").cut
    assert cut is not None
    assert len(cut.frames) > 0
    assert stage.playback.position == cut.frames.stop


def test_choosing_a_scene_while_playing_goes_on_from_there(stage: Stage) -> None:
    stage.open(THREE)
    stage.play()
    stage.hear(5.5)
    stage.at(5)
    stage.session.select(("s3",), "s3")
    stage.until(lambda: stage.speaker.starts == 2)
    assert stage.playback.playing
    assert stage.playback.scene == "s3"


def test_a_hidden_scene_is_shown_though_it_is_not_in_the_video(stage: Stage) -> None:
    stage.open(lecture(slide(1, "One."), slide(2, "Two.", hidden=True), slide(3, "Three.")))
    stage.session.select(("s2",), "s2")
    assert stage.playback.outside == stage.playback.scene == "s2"
    stage.playback.seek(0)
    assert stage.playback.outside == ""
    assert stage.session.current == "s1"


def test_hiding_and_showing_the_scene_one_is_at(stage: Stage) -> None:
    stage.open(THREE)
    stage.session.select(("s2",), "s2")
    for hidden in (True, False):
        stage.session.edit("hide-scenes", lambda made, hide=hidden: edits.set_hidden(made, ("s2",), hide))
        stage.until(lambda wanted=hidden: bool(stage.playback.outside) == wanted)
        assert stage.playback.scene == "s2"


def test_an_edit_before_leaves_one_at_the_same_word(stage: Stage) -> None:
    stage.open(THREE)
    there = stage.clip("s3").frames.stop - 10
    stage.playback.seek(there)
    stage.play()
    assert stage.session.edit("remove-scenes", lambda made: edits.remove(made, ("s1",)))
    gone = THREE.scenes[0].id
    stage.until(lambda: stage.workbench.is_current and stage.workbench.clip(gone) is None)
    assert stage.playback.scene == "s3"
    assert stage.playback.position == stage.clip("s3").frames.stop - 10
    assert stage.speaker.starts == 1  # the sound never stopped
    stage.hear(3.5)
    stage.at(stage.clip("s3").frames.stop - 7)


def test_a_longer_sentence_before_moves_one_with_the_sentence_one_is_in(stage: Stage) -> None:
    stage.open(THREE)
    second = stage.clip("s2").take.spans[1]
    there = round((stage.clip("s2").heard(stage.timeline.rate) + second.start) * 30) + 12
    stage.playback.seek(there)
    words = "Two is a longer sentence by now. Also two."
    stage.session.edit("type", lambda made: edits.set_script(made, "s2", words))
    stage.until(lambda: stage.workbench.is_current)
    moved = stage.clip("s2").take.spans[1]
    assert moved.start != second.start
    assert (
        stage.playback.position
        == round((stage.clip("s2").heard(stage.timeline.rate) + moved.start) * 30) + 12
    )


def test_a_deleted_scene_gives_way_to_its_neighbour(stage: Stage) -> None:
    stage.open(THREE)
    stage.session.select(("s2",), "s2")
    stage.session.edit("remove-scenes", lambda made: edits.remove(made, ("s2",)))
    stage.until(lambda: stage.workbench.is_current and stage.workbench.clip("s2") is None)
    assert stage.session.current == "s3"
    assert stage.playback.scene == "s3"


def test_a_sentence_that_is_spoken_while_one_listens_is_heard_when_it_comes(stage: Stage) -> None:
    stage.open(THREE, silent=True)
    stage.play()
    stage.hear(10)
    assert set(values(stage.speaker.pulled)) == {0}
    key, _ = stage.workbench.sound_keys("s1")[0]
    stage.made[key] = array("h", [9] * 2 * SAMPLE_RATE).tobytes()
    stage.pass_time(1)  # it is looked for again
    stage.workbench.findings_changed.emit(frozenset(("s1",)))

    def heard() -> bool:
        stage.hear(0.1)
        return 9 in values(stage.speaker.pulled)

    stage.until(heard)


def test_muting_and_volume_reach_the_loudspeaker_and_are_remembered(stage: Stage) -> None:
    stage.settings.volume = 0.5
    assert stage.speaker.volume == pytest.approx(0.25)
    stage.settings.muted = True
    assert stage.speaker.volume == 0
    stage.settings.muted = False
    assert stage.speaker.volume == pytest.approx(0.25)


def test_frames_are_stepped_one_by_one_paused(stage: Stage) -> None:
    stage.open(THREE)
    stage.play()
    stage.hear(10.5)
    stage.at(10)
    stage.playback.step(1)
    assert (stage.playback.position, stage.playback.playing) == (11, False)
    stage.playback.step(-2)
    assert stage.playback.position == 9
    stage.playback.skip(-5)
    assert stage.playback.position == 0


def test_another_lecture_begins_at_its_start_paused(stage: Stage) -> None:
    stage.open(THREE)
    stage.playback.seek(100)
    stage.play()
    stage.open(lecture(slide(7, "Seven.")))
    assert (stage.playback.position, stage.playback.playing) == (0, False)
    assert not stage.speaker.sounds


def test_nothing_plays_where_nothing_is_open(stage: Stage) -> None:
    stage.playback.play()
    assert not stage.playback.playing


_ALONE = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from tests.fakes import lecture, slide
from tests.ui.laid_out import MEANS, records
from ui.app import compose
from ui.settings import Settings
app = QApplication([])
hub = (made := compose(Settings(store=QSettings(sys.argv[1], QSettings.Format.IniFormat)), processes=False)).hub
assert "PySide6.QtMultimedia" not in sys.modules
talk = lecture(slide(1, "One."), slide(2, "Two."))
hub.session.open(talk)
hub.workbench.feed(records(talk), MEANS)
begun = []
def look():
    if hub.workbench.is_current and not hub.playback.playing and not begun:
        begun.append(time.monotonic()); hub.playback.play()
    if hub.playback.position >= 15:
        print(hub.playback.is_silent, hub.playback.position, f"{time.monotonic() - begun[0]:.2f}"); app.quit()
timer = QTimer(interval=5); timer.timeout.connect(look); timer.start()
QTimer.singleShot(8000, app.quit)
app.exec(); made.close()
"""


def test_a_machine_without_a_sound_device_plays_in_its_own_time(tmp_path: Path) -> None:
    """The real loudspeaker, in a process of its own that no sound server answers."""
    env = {
        **os.environ,
        "PULSE_SERVER": "/nowhere",
        "PIPEWIRE_REMOTE": "nowhere",
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, "-c", _ALONE, str(tmp_path / "alone.ini")]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, timeout=120, check=True)
    silent, position, seconds = done.stdout.split()
    assert silent == "True"
    assert float(seconds) > int(position) / 30 - 0.04


def test_where_qtmultimedia_cannot_be_loaded_there_is_no_sound_and_no_crash(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    sound = Sound()
    with qtbot.waitSignal(sound.changed):
        sound.find()
    assert sound.is_known
    assert not sound.is_there
    assert not sound.start(lambda count: bytes(2 * count))
