"""The sections of a deck ([MS-PPTX] 2.6.21 `p14:sectionLst`), mapped by slide id."""

from __future__ import annotations

from studio.importers.lines import one_line
from studio.importers.pptx.markup import Element, integer, qn

_UNNAMED = frozenset(
    {
        "default section",
        "untitled section",
        "預設章節",
        "默认节",
        "無標題的章節",
        "无标题节",
        "既定のセクション",
        "タイトルなしのセクション",
        "sección predeterminada",
        "section par défaut",
        "standardabschnitt",
        "sezione predefinita",
        "seção padrão",
    }
)
"""What PowerPoint writes where the author gave no name: no name for a chapter."""


def read_sections(presentation: Element) -> dict[int, str]:
    """The section's name for each slide id; slides in none or in an unnamed one are not in it."""
    names: dict[int, str] = {}
    for section in presentation.iter(qn("p14:section")):
        name = one_line(section.get("name") or "")
        if not name or name.lower() in _UNNAMED:
            continue
        for entry in section.iter(qn("p14:sldId")):
            number = integer(entry.get("id"))
            if number is not None:
                names.setdefault(number, name)
    return names
