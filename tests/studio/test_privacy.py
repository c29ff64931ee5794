"""Notes that a speaker wrote for himself are not read out; everything else is."""

from __future__ import annotations

import pytest

from studio.privacy import is_private, marked


@pytest.mark.parametrize(
    "text",
    [
        "Note to self: hand out the worksheets.",
        "(note to self – slower here)",
        "Private: the head of school is in the room.",
        "[private] skip if late",
        "Do not read: old figures",
        "Don't read this aloud.",
        "TODO check the numbers",
        "To do: new photo",
        "Presenter notes:",
        "Presenter note: two minutes for this slide",
        "Speaker: remember to smile",
        "Not for the audience: exam question",
        "私人備註：先發學習單",
        "不要唸：舊的數字",
        "請不要唸這一段",
        "備忘：帶投影筆",
        "給自己：慢一點",
        "【私人】學生名單",
        "読み上げない：古い数字",
        "自分用メモ：ゆっくり",
        "Nota para mí: repartir las hojas",
        "No leer: cifras antiguas",
        "Note à moi-même : ralentir",
        "Ne pas lire : anciens chiffres",
        "Notiz an mich: langsamer",
        "Nicht vorlesen: alte Zahlen",
        "Nota per me: rallentare",
        "Non leggere: vecchi dati",
    ],
)
def test_what_is_meant_for_the_speaker(text: str) -> None:
    assert is_private(text)


@pytest.mark.parametrize(
    "text",
    [
        "Note that this section is long.",
        "Do not read e-mails from people you do not know.",
        "Private keys stay on your machine.",
        "Todo el mundo sabe que el agua hierve.",
        "To do this, open the menu.",
        "The speaker notes are below each slide.",
        "Presenters remember the first minute best.",
        "給自己一點時間想一想。",
        "備忘錄是一種文件。",
        "Privat genutzte Geräte sind erlaubt.",
        "Notes to remember what we learned are useful.",
        "メモリは揮発性です。",
    ],
)
def test_what_is_meant_for_everybody(text: str) -> None:
    assert not is_private(text)


def test_a_label_alone_covers_the_lines_under_it() -> None:
    lines = ["Hello.", "Private:", "Ask Anna first.", "Then Ben.", "", "Now we begin."]
    assert [p.private for p in marked(lines)] == [False, True, True, True, False]


def test_a_heading_over_notes_hides_only_itself() -> None:
    lines = ["Presenter notes:", "Welcome to the lesson."]
    assert [p.private for p in marked(lines)] == [True, False]


@pytest.mark.parametrize(
    ("line", "heard", "kept_back"),
    [
        (
            "Do exercise 3 on p. 42. Private: collect the phones.",
            "Do exercise 3 on p. 42.",
            "Private: collect",
        ),
        ("水會蒸發。私人備註：發學習單。", "水會蒸發。", "私人備註"),
        ("Is it private? No. Everybody may know.", "Is it private? No. Everybody may know.", ""),
    ],
)
def test_a_private_mark_in_the_middle_of_a_paragraph_counts(line: str, heard: str, kept_back: str) -> None:
    paragraphs = marked([line])
    assert "".join(p.text for p in paragraphs if not p.private) == heard
    assert [p.text.startswith(kept_back) for p in paragraphs if p.private] == ([True] if kept_back else [])
