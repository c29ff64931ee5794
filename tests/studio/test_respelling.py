"""What the voice is given in place of what is written."""

from __future__ import annotations

import pytest

from studio.lecture import Respelling
from studio.respelling import respelled


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("See https://www.gnu.org/licenses/list.html#GPL for more.", "See gnu.org for more."),
        ("It is at http://oss-watch.ac.uk/resources/duallicence2.", "It is at oss-watch.ac.uk."),
        (
            "(e.g. ghostscript https://en.wikipedia.org/wiki/Ghostscript)",
            "(e.g. ghostscript en.wikipedia.org)",
        ),
        ("詳しくはhttps://example.org/a/b?c=1をご覧ください。", "詳しくはexample.orgをご覧ください。"),
        ("https://example.org", "example.org"),
        ("and/or 3/15, a:b", "and/or 3/15, a:b"),
    ],
)
def test_of_a_web_address_the_site_alone_is_said(written: str, spoken: str) -> None:
    assert respelled(written, "en", ()) == spoken


def test_a_rule_for_an_address_comes_first() -> None:
    rule = Respelling("https://example.org/x", "the course page", "en")
    assert respelled("See https://example.org/x.", "en", (rule,)) == "See the course page."
