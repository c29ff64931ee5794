"""An export: nothing twice, nothing half, nothing of others overwritten."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from renderers import outputs, page_plan, pages, plan
from renderers.cache import Entry
from renderers.export import Order, Outcome, export
from renderers.workshop import Workshop
from studio.errors import BadFileError, Cancelled, OutputError
from studio.lecture import Choices, Lecture, Level, Paragraph, Script, Transition
from studio.lecture_json import dumps
from studio.timebase import SAMPLE_RATE
from tests.fakes import PROFILE, finish, lecture, means, run, slide, workshop, written

CUT = Transition(Level.CUT)
ROOT = Path(__file__).resolve().parents[2]
PAGES = {f"s{n}": written(text) for n, text in enumerate(("Rain", "Snow", "Sea"), 1)}


def three() -> Lecture:
    return lecture(*(slide(n, f"Sentence number {n}.") for n in (1, 2, 3)))


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Workshop]:
    with workshop(tmp_path) as made:
        yield made


def rendered(whole: Lecture, out: Path, shop: Workshop, *, force: bool = False) -> Outcome:
    steps = plan.prepare(whole, PROFILE, means())
    finish(shop, [step for step in steps if step.key not in shop.cache], PAGES)
    return run(export(Order(whole, PROFILE, out, force), shop, means(), 2))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_a_second_export_of_an_unchanged_lecture_renders_nothing(shop: Workshop, tmp_path: Path) -> None:
    out = tmp_path / "lesson.mp4"
    first = rendered(three(), out, shop)
    assert names(tmp_path) == ["lesson.chapters.txt", "lesson.mp4", "lesson.srt", "lesson.vtt"]
    assert not first.unchanged
    written_at = out.stat().st_mtime_ns
    second = rendered(three(), out, shop)
    assert (second.fresh, second.unchanged) == (0, True)
    assert out.stat().st_mtime_ns == written_at
    assert second.cuts == first.cuts


def test_the_same_lecture_makes_the_same_file_elsewhere(shop: Workshop, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    rendered(three(), tmp_path / "lesson.mp4", shop)
    with workshop(other) as fresh:
        rendered(three(), other / "copy.mp4", fresh)
    assert (tmp_path / "lesson.mp4").read_bytes() == (other / "copy.mp4").read_bytes()


def test_a_changed_sentence_renders_one_sound(shop: Workshop, tmp_path: Path) -> None:
    rendered(three(), tmp_path / "lesson.mp4", shop)
    scenes = three().scenes
    changed = replace(scenes[1], script=Script((Paragraph("Quite another sentence."),), "en"))
    whole = lecture(scenes[0], changed, scenes[2])
    again = rendered(whole, tmp_path / "lesson.mp4", shop)
    assert (again.fresh, again.unchanged) == (1, False)
    assert "Quite another sentence." in (tmp_path / "lesson.srt").read_text("utf-8")


def test_the_longest_work_is_not_left_for_the_end(shop: Workshop, tmp_path: Path) -> None:
    """A change that is begun last holds up everybody; sounds are short, and keep all processors busy beside it."""
    numbers = (1, 2, 3)
    whole = lecture(*(slide(n, f"Sentence {n}, slide {at}.") for at, n in enumerate(numbers * 3)))
    whole = replace(
        whole, scenes=tuple(replace(each, id=f"scene {at}") for at, each in enumerate(whole.scenes))
    )
    steps = plan.prepare(whole, PROFILE, means())
    finish(shop, steps, {f"scene {at}": written(f"Word {at}") for at in range(9)})
    told = list(export(Order(whole, PROFILE, tmp_path / "lesson.mp4"), shop, means(), 1))
    done = [each.what for each in told if each.stage == "render"]
    assert done.count("Encoding sound") == 9
    assert set(done[-5:]) == {"Encoding sound"}


def test_a_file_that_was_touched_is_written_again(shop: Workshop, tmp_path: Path) -> None:
    out = tmp_path / "lesson.mp4"
    rendered(three(), out, shop)
    (tmp_path / "lesson.srt").unlink()
    again = rendered(three(), out, shop)
    assert (again.fresh, again.unchanged) == (0, False)
    assert (tmp_path / "lesson.srt").exists()


def test_a_video_of_others_is_not_overwritten_unless_asked(shop: Workshop, tmp_path: Path) -> None:
    out = tmp_path / "lesson.mp4"
    out.write_text("mine")
    with pytest.raises(OutputError, match=r"“lesson\.mp4” exists and was not made by Lecture Studio"):
        outputs.check(out, force=False)
    with pytest.raises(OutputError):
        rendered(three(), out, shop)
    assert out.read_text() == "mine"
    rendered(three(), out, shop, force=True)
    assert out.read_bytes() != b"mine"


def test_a_video_of_ours_is_replaced(shop: Workshop, tmp_path: Path) -> None:
    out = tmp_path / "lesson.mp4"
    rendered(three(), out, shop)
    shorter = lecture(*three().scenes[:2])
    rendered(shorter, out, shop)
    with av.open(str(out)) as container:
        assert sum(1 for _ in container.demux(video=0)) - 1 < 150


def test_a_place_that_is_none_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="does not exist; make it or choose another"):
        outputs.check(tmp_path / "nowhere" / "x.mp4", force=False)
    with pytest.raises(OutputError, match="is a folder"):
        outputs.check(tmp_path, force=False)


def test_a_lecture_of_which_nothing_is_shown_is_one_sentence(shop: Workshop, tmp_path: Path) -> None:
    for whole in (
        lecture(),
        lecture(slide(1, hidden=True)),
        lecture(slide(1), choices=Choices(unscripted="skip")),
    ):
        with pytest.raises(BadFileError, match="There is nothing to show"):
            rendered(whole, tmp_path / "x.mp4", shop)
    assert names(tmp_path) == []


@pytest.mark.parametrize("stage", ["prepare", "measure", "render", "join"])
def test_a_cancel_at_any_stage_leaves_no_file(shop: Workshop, tmp_path: Path, stage: str) -> None:
    whole = lecture(*(slide(n, f"Sentence number {n}.", least=Fraction(60)) for n in (1, 2, 3)))
    steps = plan.prepare(whole, PROFILE, means())
    finish(shop, steps[1:] if stage == "prepare" else steps, PAGES)
    work = export(Order(whole, PROFILE, tmp_path / "lesson.mp4"), shop, means(), 1)
    while next(work).stage != stage:
        pass
    shop.cancel.cancel()
    with pytest.raises(Cancelled):
        run(work)
    assert names(tmp_path) == []


def test_a_voice_that_says_nothing_moves_no_sound_of_the_scenes_behind(
    shop: Workshop, tmp_path: Path
) -> None:
    whole = lecture(slide(1, "Mute.", least=Fraction(1, 10)), slide(2, "Rain falls.", transition=CUT))
    steps = plan.prepare(whole, PROFILE, means())
    finish(shop, steps, PAGES)
    (mute,) = plan.sound_steps(whole.scenes[0], whole, means())
    shop.cache.put(mute.key, Entry({"seconds": "0"}, (b"",)))
    out = tmp_path / "lesson.mp4"
    outcome = run(export(Order(whole, PROFILE, out), shop, means(), 1))
    clip = outcome.timeline.clips[1]
    assert clip.frames.start == 3
    with av.open(str(out)) as container:
        samples = np.concatenate([frame.to_ndarray()[0] for frame in container.decode(audio=0)])
    onset = int(np.argmax(np.abs(samples) > 0.05)) / SAMPLE_RATE
    assert abs(onset - float(clip.heard(PROFILE.rate))) < 0.02


def test_an_abandoned_export_leaves_no_file(shop: Workshop, tmp_path: Path) -> None:
    finish(shop, plan.prepare(three(), PROFILE, means()), PAGES)
    work = export(Order(three(), PROFILE, tmp_path / "lesson.mp4"), shop, means(), 1)
    assert any(progress.stage == "join" for progress in work)
    work.close()
    finish(shop, plan.prepare(three(), PROFILE, means()), PAGES)
    other = export(Order(three(), PROFILE, tmp_path / "other.mp4"), shop, means(), 1)
    while next(other).stage != "join":
        pass
    other.close()
    assert not [name for name in names(tmp_path) if name.startswith((".", "other"))]


CHILD = """
import resource, sys
from pathlib import Path
from renderers.cache import Entry
from renderers.export import Order, export
from studio.errors import OutputError
from studio.lecture_json import loads
from tests.fakes import PROFILE, means, run, workshop

folder, out, limit = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
with workshop(folder) as shop:
    lecture = loads(sys.stdin.read())
    tools = means()
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        run(export(Order(lecture, PROFILE, out), shop, tools, 1))
    except OutputError as error:
        print(error)
"""


@pytest.mark.skipif(os.name == "nt", reason="limits of processes are a matter of POSIX")
@pytest.mark.parametrize("share", [0.0, 0.02, 0.5, 0.98])
def test_a_full_disk_is_one_sentence_and_leaves_no_file(shop: Workshop, tmp_path: Path, share: float) -> None:
    rendered(three(), tmp_path / "lesson.mp4", shop)
    limit = int(share * (tmp_path / "lesson.mp4").stat().st_size)
    folder = tmp_path / "full"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path), str(folder / "lesson.mp4"), str(limit)],
        input=dumps(three()), capture_output=True, text=True, cwd=ROOT, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") == 1
    assert done.stdout.endswith(".\n")
    assert "could not be written" in done.stdout
    assert names(folder) == []


def test_any_number_of_damaged_results_is_made_again(shop: Workshop, tmp_path: Path) -> None:
    """As after a power cut: the beginning of an entry is right, its end never came to the disk."""
    rendered(three(), tmp_path / "lesson.mp4", shop)
    parts = [path for path in shop.cache.folder.glob("??/*") if path.stat().st_size > 1000]
    stills = [path for path in parts if b"coded" in path.read_bytes()[:80]]
    assert len(stills) > 3
    for path in stills:
        path.write_bytes(path.read_bytes()[:-50] + bytes(50))
    rendered(three(), tmp_path / "again.mp4", shop)
    assert (tmp_path / "again.mp4").read_bytes() == (tmp_path / "lesson.mp4").read_bytes()


def test_a_folder_in_the_place_of_the_captions_is_said_before_work_begins(tmp_path: Path) -> None:
    (tmp_path / "lesson.vtt").mkdir()
    with pytest.raises(OutputError, match=r"lesson\.vtt” is a folder"):
        outputs.check(tmp_path / "lesson.mp4", force=True)


def test_a_video_that_is_write_protected_stays(shop: Workshop, tmp_path: Path) -> None:
    out = tmp_path / "lesson.mp4"
    rendered(three(), out, shop)
    out.chmod(0o444)
    with pytest.raises(OutputError, match="write-protected"):
        rendered(replace(three(), title="Another title"), out, shop)


def test_a_broken_off_export_leaves_all_files_as_they_were_and_knows_them_for_its_own(
    shop: Workshop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "lesson.mp4"
    rendered(three(), out, shop)
    before = {path: path.read_bytes() for path in outputs.files(out)}

    replace_ = Path.replace

    def full(path: Path, target: Path) -> Path:
        if target.suffix == ".mp4":
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace_(path, target)

    other = lecture(*(slide(n, f"Another sentence {n}.") for n in (1, 2, 3)))
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="disk is full"):
        rendered(other, out, shop)
    monkeypatch.undo()
    assert {path: path.read_bytes() for path in outputs.files(out)} == before
    third = lecture(*(slide(n, f"A third sentence {n}.") for n in (1, 2, 3)))
    assert rendered(third, out, shop).remarks == ()
    assert names(tmp_path) == ["lesson.chapters.txt", "lesson.mp4", "lesson.srt", "lesson.vtt"]


def test_captions_corrected_by_hand_are_kept_under_another_name(shop: Workshop, tmp_path: Path) -> None:
    out = tmp_path / "lesson.mp4"
    rendered(three(), out, shop)
    captions = out.with_suffix(".srt")
    captions.write_text("my corrections", "utf-8")
    outcome = rendered(replace(three(), title="Another title"), out, shop)
    assert (tmp_path / "lesson.1.srt").read_text("utf-8") == "my corrections"
    assert captions.read_text("utf-8") != "my corrections"
    assert any("lesson.1.srt" in remark for remark in outcome.remarks)
    assert not (tmp_path / "lesson.1.vtt").exists(), "what the export itself left is replaced"


@pytest.mark.parametrize("name", ["lesson.srt", "lesson.mov", "lesson"])
def test_only_an_mp4_can_be_asked_for(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="MP4"):
        outputs.check(tmp_path / name, force=True)


def test_what_could_not_be_drawn_is_said(shop: Workshop, tmp_path: Path) -> None:
    step = page_plan.page_step(three().scenes[1], three(), PROFILE, means())
    shop.cache.put(step.key, pages.pack(PAGES["s2"], left_out=["WMF picture “Pump”"]))
    outcome = rendered(three(), tmp_path / "lesson.mp4", shop)
    assert [remark for remark in outcome.remarks if "WMF picture “Pump”" in remark]


def test_a_still_written_with_other_settings_is_never_joined_unseen(shop: Workshop, tmp_path: Path) -> None:
    whole = replace(three(), choices=Choices(level=Level.CUT))
    rendered(whole, tmp_path / "lesson.mp4", shop)
    steps = plan.prepare(whole, PROFILE, means())
    records = {step.key: shop.cache.record(step.key) or {} for step in steps}
    compared = plan.measure(whole, PROFILE, means(), records)
    records |= {step.key: shop.cache.record(step.key) or {} for step in compared}
    timeline = plan.compiled(whole, PROFILE, means(), records)
    last = plan.render(timeline, whole, PROFILE, means(), records)[-1].still.key
    entry = shop.cache.get(last)
    assert entry is not None
    shop.cache.put(last, Entry(entry.record, (b"another", *entry.blobs[1:])))
    with pytest.raises(AssertionError, match="different parameter sets"):
        rendered(whole, tmp_path / "other.mp4", shop)
    assert not (tmp_path / "other.mp4").exists()
