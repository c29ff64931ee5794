"""`mc:AlternateContent`: of each the branch that is understood here and that PowerPoint shows, and only that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.studio.importers.making import MC, P14, change, make, read, slide_of

A14 = "http://schemas.microsoft.com/office/drawing/2010/main"
FUTURE = "http://schemas.microsoft.com/office/drawing/2099/smells"
NAMES = f'xmlns:mc="{MC}" xmlns:p14="{P14}" xmlns:a14="{A14}" xmlns:x="{FUTURE}"'


def shape(words: str) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="99" name="Box"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        '<a:off x="914400" y="914400"/><a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"/></p:spPr>'
        f"<p:txBody><a:bodyPr/><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def choice(words: str, requires: str) -> str:
    return f'<mc:Choice Requires="{requires}">{shape(words)}</mc:Choice>'


def alternates(*branches: str) -> str:
    return f"<mc:AlternateContent {NAMES}>{''.join(branches)}</mc:AlternateContent>"


def fallback(content: str) -> str:
    return f"<mc:Fallback>{content}</mc:Fallback>"


NESTED = alternates(choice("far", "x"), fallback(shape("near")))
CASES = {
    "what is understood comes first": (alternates(choice("new", "a14"), fallback(shape("old"))), "new"),
    "what is not understood gives way": (alternates(choice("new", "x"), fallback(shape("old"))), "old"),
    "the first choice understood": (
        alternates(choice("a", "x"), choice("b", "p14"), choice("c", "a14")),
        "b",
    ),
    "one of two prefixes is not understood": (
        alternates(choice("new", "p14 x"), fallback(shape("old"))),
        "old",
    ),
    "two prefixes that are understood": (
        alternates(choice("new", "p14 a14"), fallback(shape("old"))),
        "new",
    ),
    "a choice alone that is not understood": (alternates(choice("new", "x")), ""),
    "a fallback alone": (alternates(fallback(shape("old"))), "old"),
    "a prefix that is declared nowhere": (alternates(choice("new", "zz"), fallback(shape("old"))), "old"),
    "alternates inside a fallback": (alternates(choice("new", "x"), fallback(NESTED)), "near"),
    "alternates inside a choice": (
        alternates(f'<mc:Choice Requires="a14">{NESTED}</mc:Choice>', fallback(shape("old"))),
        "near",
    ),
}


def before_the_end(markup: str) -> Callable[[bytes], bytes]:
    return lambda data: data.replace(b"</p:spTree>", markup.encode() + b"</p:spTree>")


@pytest.mark.parametrize("case", CASES)
def test_one_branch_arrives(tmp_path: Path, case: str) -> None:
    markup, words = CASES[case]
    path = make(tmp_path / "deck.pptx", ("One", ""))
    lecture, _ = read(change(path, {"ppt/slides/slide1.xml": before_the_end(markup)}), tmp_path)
    assert [item.text for item in slide_of(lecture, 1).objects if item.shape_id == 99] == [words][
        : bool(words)
    ]
