"""A real deck is changed in PowerPoint after the lecture was worked on: nothing of either side gets lost."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from studio import edits
from studio.errors import BadFileError, EditError
from studio.lecture import CardVisual, Lecture, Level, Respelling, Scene, SlideVisual
from studio.lecture_file import open_lecture, save_lecture
from studio.narration import lay_out
from studio.places import scripted
from studio.reimport import ReimportReport, use_deck_words
from tests.studio.edits.lessons import recording
from tests.studio.reimport import changing as deck
from tests.studio.reimport.changing import Workplace, instead, shortened, workplace

LESSON = "education__L06_DataProtection.pptx"


@pytest.fixture(scope="module")
def place(shared_decks: Path, tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    folder = tmp_path_factory.mktemp("lesson")
    return workplace(shortened(shared_decks / "lectures" / LESSON, 12, folder / LESSON), folder)


def of(lecture: Lecture, number: int) -> Scene:
    """The scene of slide `number`, wherever it stands."""
    return lecture.scenes[number - 1]


def kinds(report: ReimportReport) -> dict[str, set[str]]:
    """What was told, by scene."""
    return {scene.scene: {change.kind for change in scene.changes} for scene in report.changed}


def ids(lecture: Lecture) -> list[str]:
    return [scene.id for scene in lecture.scenes]


def without_deck(lecture: Lecture) -> Lecture:
    """A lecture but for which file its slides are read from."""
    scenes = (
        replace(s, visual=replace(s.visual, deck=None)) if isinstance(s.visual, SlideVisual) else s  # type: ignore[arg-type]
        for s in lecture.scenes
    )
    return replace(lecture, scenes=tuple(scenes))


def test_a_deck_that_did_not_change_changes_nothing(place: Workplace) -> None:
    mine = edits.set_script(place.lecture, "slide-331", "Other words.")
    done = place.bring(mine, place.deck)
    assert done.lecture is mine
    assert done.changes.changed == ()
    saved_again = place.update(mine)  # other bytes, the same slides
    assert saved_again.changes.changed == ()
    assert without_deck(saved_again.lecture) == without_deck(mine)


def test_changed_notes_and_slides_come_and_own_work_stays(place: Workplace) -> None:
    mine = place.lecture
    mine = edits.set_script(mine, "slide-340", "My own words for the goals.")
    mine = edits.set_level(mine, "slide-340", Level.MOVE)
    mine = edits.rename(mine, "slide-329", "Life of data")
    mine = edits.set_least(mine, ["slide-329"], Fraction(9))
    mine = edits.add_respelling(mine, Respelling("DataONE", "data one"))
    done = place.update(
        mine,
        deck.notes(2, instead("These slides will cover", "We shall look at")),
        deck.word(4, "Life", "Live"),
        deck.picture(7),
    )
    assert kinds(done.changes) == {
        "slide-331": {"notes"},
        "slide-329": {"slide", "title"},
        "slide-348": {"slide"},
    }
    after = done.lecture
    assert ids(after) == ids(mine)
    assert after.scene("slide-331").script.words.startswith("We shall look at")
    assert after.scene("slide-340").script is mine.scene("slide-340").script
    assert after.scene("slide-340").transition is mine.scene("slide-340").transition
    assert after.scene("slide-329").title == "Life of data"
    assert after.scene("slide-329").least == 9
    assert after.choices is mine.choices
    before, now = (each.scene("slide-329").visual for each in (mine, after))
    assert isinstance(before, SlideVisual)
    assert isinstance(now, SlideVisual)
    assert before.drawn != now.drawn
    assert "Live" in "".join(item.text for item in now.objects)
    untouched = {s.visual.drawn for s in mine.scenes if isinstance(s.visual, SlideVisual)} & {
        s.visual.drawn for s in after.scenes if isinstance(s.visual, SlideVisual)
    }
    assert len(untouched) == len(mine.scenes) - 2  # their pages are not drawn again


def test_the_lecture_can_be_saved_opened_and_updated_again(place: Workplace, tmp_path: Path) -> None:
    done = place.update(place.lecture, deck.word(4, "Life", "Live"), name="first.pptx")
    save_lecture(done.lecture, place.store, tmp_path / "x.lecture")
    opened = open_lecture(tmp_path / "x.lecture", place.store)
    assert opened == done.lecture
    assert len({s.visual.deck for s in opened.scenes if isinstance(s.visual, SlideVisual)}) == 1
    again = place.update(opened, deck.word(4, "Life", "Love"), name="second.pptx")
    assert kinds(again.changes) == {"slide-329": {"slide", "title"}}


def test_notes_changed_on_both_sides_are_merged_sentence_by_sentence(place: Workplace) -> None:
    words = of(place.lecture, 5).script.words
    sentences = [u.text for u in scripted(of(place.lecture, 5), place.lecture.choices).utterances]
    mine = edits.set_script(place.lecture, "slide-339", words.replace(sentences[0], "My own beginning."))
    done = place.update(mine, deck.notes(5, instead(sentences[-1], "The deck's own end.")))
    assert kinds(done.changes) == {"slide-339": {"merged"}}
    said = done.lecture.scene("slide-339").script.words
    assert said == words.replace(sentences[0], "My own beginning.").replace(
        sentences[-1], "The deck's own end."
    )


def test_where_both_changed_the_same_sentence_the_authors_stays_and_both_are_listed(place: Workplace) -> None:
    words = of(place.lecture, 5).script.words
    first = scripted(of(place.lecture, 5), place.lecture.choices).utterances[0].text
    mine = edits.set_script(place.lecture, "slide-339", words.replace(first, "Mine."))
    done = place.update(mine, deck.notes(5, instead(first, "Theirs.")))
    (report,) = done.changes.conflicts
    assert report.scene == "slide-339"
    assert [(c.base, c.mine, c.theirs) for c in report.conflicts] == [(first, "Mine.", "Theirs.")]
    assert done.lecture.scene("slide-339").script == mine.scene("slide-339").script
    chosen = use_deck_words(done.lecture, report)
    assert chosen.scene("slide-339").script.words == words.replace(first, "Theirs.")
    assert use_deck_words(chosen, report) is chosen
    edited = edits.set_script(done.lecture, "slide-339", "Something else.")
    with pytest.raises(EditError, match=r"^Scene 5 .* was edited since"):
        use_deck_words(edited, report)


def test_a_recording_over_a_changed_slide_or_words_is_stale_until_checked(place: Workplace) -> None:
    mine = place.lecture
    for name in ("slide-331", "slide-329", "slide-348", "slide-340"):
        mine = edits.set_recording(mine, name, recording(f"{name}.wav"))
    done = place.update(
        mine, deck.notes(2, "All other words."), deck.word(4, "Life", "Live"), deck.push(7), name="r.pptx"
    )
    stale = {s.id for s in done.lecture.scenes if s.recording is not None and s.recording.stale}
    assert stale == {"slide-331", "slide-329"}
    assert {s.scene for s in done.changes.about("stale")} == stale
    audio = [s.recording.audio for s in done.lecture.scenes if s.recording is not None]
    assert audio == [s.recording.audio for s in mine.scenes if s.recording is not None]
    checked = edits.check_recording(done.lecture, ["slide-331"])
    assert checked.scene("slide-331").recording == mine.scene("slide-331").recording
    assert edits.check_recording(checked, ["slide-331"]) is checked
    new = edits.set_recording(done.lecture, "slide-329", recording("new.wav"), replace=True)
    assert not new.scene("slide-329").recording.stale  # type: ignore[union-attr]
    assert (
        edits.trim_recording(done.lecture, "slide-329", Fraction(1), Fraction(0))
        .scene("slide-329")
        .recording.stale
    )  # type: ignore[union-attr]


def test_a_slide_gone_from_the_deck_goes_unless_it_holds_own_work(place: Workplace) -> None:
    mine = edits.set_recording(place.lecture, "slide-329", recording())
    mine = edits.set_script(mine, "slide-339", "My own words.")
    mine = edits.set_level(mine, "slide-337", Level.HOLD)
    done = place.update(mine, *(deck.delete(4) for _ in range(3)))
    assert kinds(done.changes) == {"slide-329": {"kept"}, "slide-339": {"kept"}, "slide-337": {"removed"}}
    assert ids(done.lecture) == [name for name in ids(mine) if name != "slide-337"]
    for name in ("slide-329", "slide-339"):
        kept, before = done.lecture.scene(name), mine.scene(name)
        assert kept.hidden
        assert replace(kept, hidden=False) == before  # it is still drawn from the old deck
    again = place.update(done.lecture, *(deck.delete(4) for _ in range(3)), deck.word(2, "Data", "Date"))
    assert kinds(again.changes) == {"slide-331": {"slide"}}
    assert again.lecture.scene("slide-329") is done.lecture.scene("slide-329")


def test_a_slide_the_author_took_out_stays_out(place: Workplace) -> None:
    mine = edits.remove(place.lecture, ["slide-329", "slide-339"])
    done = place.update(mine, deck.word(4, "Life", "Live"))
    assert ids(done.lecture) == ids(mine)
    assert kinds(done.changes) == {"slide-329": {"taken-out"}}


def test_new_slides_come_to_their_place_in_the_deck(place: Workplace) -> None:
    new = deck.add(4, "Brand new", "Nothing like it was here.", "New notes.")
    done = place.update(place.lecture, new)
    at = ids(place.lecture).index("slide-329")
    assert done.lecture.scenes[at].title == "Brand new"
    assert done.lecture.scenes[at].script.words == "New notes."
    assert [s.id for s in done.lecture.scenes if s.title != "Brand new"] == ids(place.lecture)
    moved = edits.move(place.lecture, ["slide-340"], 10)  # its deck neighbour stands elsewhere here
    done = place.update(moved, new)
    names = ids(done.lecture)
    assert done.lecture.scenes[names.index("slide-340") + 1].title == "Brand new"
    assert [s.id for s in done.lecture.scenes if s.title != "Brand new"] == ids(moved)


def test_the_order_follows_who_changed_it(place: Workplace) -> None:
    card = Scene("card", "Pause", CardVisual("Let us pause"))
    mine = edits.insert(place.lecture, [card], 5)  # behind slide 5, slide-339
    mine = edits.duplicate(mine, ["slide-339"])
    done = place.update(mine, deck.move(5, 2))
    assert ids(done.lecture)[:6] == [
        "slide-325",
        "slide-339",
        "slide-339-copy",
        "card",
        "slide-331",
        "slide-340",
    ]
    assert kinds(done.changes) == {"slide-339": {"moved"}}
    own = edits.move(mine, ["slide-331"], 9)
    kept = place.update(own, deck.word(4, "Life", "Live"))
    assert ids(kept.lecture) == ids(own)
    both = place.update(own, deck.move(5, 2))
    assert ids(both.lecture) == ids(own)
    assert [change.kind for change in both.changes.whole] == ["order"]


def test_pasted_and_renumbered_slides_are_recognised_by_content(place: Workplace) -> None:
    mine = edits.set_script(place.lecture, "slide-329", "My own words.")
    done = place.update(mine, deck.pasted(4, 999), deck.move(4, 8))
    assert kinds(done.changes) == {"slide-329": {"moved"}}
    assert done.lecture.scene("slide-329").script.words == "My own words."
    renumbered = place.update(mine, deck.new_ids(), deck.word(4, "Life", "Live"), deck.picture(7))
    assert ids(renumbered.lecture) == ids(mine)
    assert kinds(renumbered.changes) == {"slide-329": {"slide", "title"}, "slide-348": {"slide"}}


def test_ids_given_to_the_next_slide_do_not_mislead(place: Workplace) -> None:
    """Some exports number slides by their place: one more in front, and every id means another slide."""
    first = place.changed(deck.new_ids(256), name="numbered.pptx")
    numbered = workplace(first, place.folder)
    mine = edits.set_script(numbered.lecture, "slide-259", "My own words.")
    done = numbered.update(
        mine, deck.add(2, "Brand new", "Not there before."), deck.new_ids(256), name="n2.pptx"
    )
    assert [s.scene for s in done.changes.changed] == [done.lecture.scenes[1].id]
    assert [s.id for s in done.lecture.scenes if s.title != "Brand new"] == ids(mine)
    assert done.lecture.scene("slide-259").script.words == "My own words."


def test_another_slide_under_a_used_id_is_a_new_one(place: Workplace) -> None:
    mine = edits.set_recording(place.lecture, "slide-329", recording())
    other = deck.add(5, "Brand new", "Nothing in common with it.", "Quite other notes.")
    done = place.update(mine, other, deck.delete(4), deck.pasted(4, 329), name="used.pptx")
    assert done.lecture.scene("slide-329").hidden
    fresh = next(s for s in done.lecture.scenes if s.title == "Brand new")
    assert fresh.id == "slide-329-new"
    assert fresh.recording is None


def test_a_slide_rewritten_in_its_place_is_still_the_same(place: Workplace) -> None:
    mine = edits.set_recording(place.lecture, "slide-344", recording())
    done = place.update(mine, deck.notes(11, "All other words about this."), deck.picture(3))
    assert done.lecture.scene("slide-344").recording.stale  # type: ignore[union-attr]
    assert ids(done.lecture) == ids(mine)


def test_the_parts_of_a_split_scene_share_the_new_words(place: Workplace) -> None:
    scene = of(place.lecture, 6)
    said = scripted(scene, place.lecture.choices)
    texts = [u.text for u in said.utterances]
    mine = edits.split(place.lecture, "slide-337", 3, lay_out(said, {}))
    done = place.update(
        mine,
        deck.notes(
            6, lambda text: instead(texts[1], "A new second.")(instead(texts[-1], "A new last.")(text))
        ),
        deck.word(6, "Backup", "Backdown"),
    )
    first, second = (done.lecture.scene(name) for name in ("slide-337", "slide-337-part"))
    now = [u.text for u in scripted(replace(scene, script=first.script), mine.choices).utterances]
    then = [u.text for u in scripted(replace(scene, script=second.script), mine.choices).utterances]
    assert now == [texts[0], "A new second.", texts[2]]
    assert then == [*texts[3:-1], "A new last."]
    assert first.visual == second.visual
    assert first.visual != mine.scene("slide-337").visual
    assert kinds(done.changes)["slide-337"] == {
        "slide",
        "notes",
        *(["title"] if first.title != scene.title else []),
    }


def test_merged_scenes_take_changes_of_both_slides(place: Workplace) -> None:
    mine = edits.merge(place.lecture, ["slide-331", "slide-340"])
    done = place.update(mine, deck.notes(3, instead("By the end of this presentation", "In the end")))
    merged = done.lecture.scene("slide-331").script
    assert "In the end" in merged.words
    assert merged.words.startswith(of(place.lecture, 2).script.words)
    assert "slide-340" not in ids(done.lecture)


def test_private_words_stay_private(place: Workplace) -> None:
    mine = edits.set_paragraph_private(place.lecture, "slide-331", 0, True)
    done = place.update(mine, deck.notes(2, lambda text: text + "\nOne more thing."))
    assert done.lecture.scene("slide-331").script.paragraphs[0].private
    assert done.lecture.scene("slide-331").script.paragraphs[-1].text == "One more thing."
    assert not done.lecture.scene("slide-331").script.paragraphs[-1].private
    first = place.lecture.scene("slide-331").script.paragraphs[0].text
    done = place.update(mine, deck.notes(2, instead(first, "Rewritten in the deck.")))
    assert done.lecture.scene("slide-331").script.paragraphs[0].text == "Rewritten in the deck."
    assert done.lecture.scene("slide-331").script.paragraphs[0].private


def test_transitions_and_hiding_of_the_deck(place: Workplace) -> None:
    mine = edits.set_level(place.lecture, "slide-329", Level.MOVE)
    mine = edits.set_hidden(mine, ["slide-348"], True)
    done = place.update(mine, deck.push(4), deck.push(5), deck.hide(6))
    assert kinds(done.changes) == {
        "slide-329": {"transition"}, "slide-339": {"transition"}, "slide-337": {"hidden"}
    }  # fmt: skip
    chosen, followed = (done.lecture.scene(name).transition for name in ("slide-329", "slide-339"))
    assert chosen.requested is Level.MOVE
    assert chosen.stored is not None
    assert followed.stored is not None
    assert chosen.stored.kind == followed.stored.kind == "push"
    assert [s.id for s in done.lecture.scenes if s.hidden] == ["slide-337", "slide-348"]


def test_the_deck_that_fits_is_updated_where_there_are_several(place: Workplace, shared_decks: Path) -> None:
    other = workplace(shared_decks / "lectures" / "lecture-dsa-2__ch11_graph.pptx", place.folder)
    both = edits.insert(place.lecture, other.lecture.scenes, 3)
    done = place.bring(both, other.changed(deck.delete(2), name="graphs.pptx"))
    gone = other.lecture.scenes[1].id
    assert ids(done.lecture) == [name for name in ids(both) if name != gone]
    assert all(
        a is b
        for a, b in zip(done.lecture.scenes, both.scenes, strict=False)
        if a.id in ids(place.lecture)[:3]
    )


def test_another_deck_is_refused_in_one_sentence(place: Workplace, shared_decks: Path) -> None:
    other = shared_decks / "lectures" / "lecture-dsa-2__ch11_graph.pptx"
    with pytest.raises(BadFileError, match=r"“lecture-dsa-2__ch11_graph\.pptx” has no slide in common"):
        place.bring(place.lecture, other)
    card = Lecture("Cards", scenes=(Scene("a", "A", CardVisual("A")),))
    with pytest.raises(BadFileError, match=r"was not made from a PowerPoint deck"):
        place.bring(card, place.deck)


def test_notes_in_japanese_are_merged_by_sentence_too(shared_decks: Path, tmp_path: Path) -> None:
    name = "openchain-jwg__oss-education-scrm-jp.pptx"
    place = workplace(shortened(shared_decks / "lectures" / name, 6, tmp_path / name), tmp_path)
    scene = next(s for s in place.lecture.scenes if s.title.startswith("1.2"))
    number = place.lecture.scenes.index(scene) + 1
    texts = [u.text for u in scripted(scene, place.lecture.choices).utterances]
    mine = edits.set_script(place.lecture, scene.id, scene.script.words.replace(texts[0], "私の言葉です。"))
    done = place.update(mine, deck.notes(number, instead(texts[2], "新しい文です。")))
    assert kinds(done.changes) == {scene.id: {"merged"}}
    expected = scene.script.words.replace(texts[0], "私の言葉です。").replace(texts[2], "新しい文です。")
    assert done.lecture.scene(scene.id).script.words == expected
