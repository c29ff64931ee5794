"""Which fills, borders and letters a table style gives a cell (ECMA-376 part 1, 20.1.4.2)."""

from __future__ import annotations

from dataclasses import dataclass

from renderers.slides.builtin.node import Node
from renderers.slides.builtin.sheet import Sheet

_KNOWN = {
    "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}": ("medium 2", "accent1"),
    "{21E4AEA4-8DFA-4A89-87EB-49C32662AFE0}": ("medium 2", "accent2"),
    "{F5AB1C69-6EDB-4FF4-983F-18BD219EF322}": ("medium 2", "accent3"),
    "{00A15C55-8517-42AA-B614-E9B94910E393}": ("medium 2", "accent4"),
    "{7DF18680-E054-41AD-8BC1-D1AEF772440D}": ("medium 2", "accent5"),
    "{93296810-A885-4BE3-A3E7-6D5BEEA58F35}": ("medium 2", "accent6"),
    "{073A0DAA-6AF3-43AB-8588-CEC1D06C72B9}": ("medium 2", "dk1"),
    "{B301B821-A1FF-4177-AEE7-76D212191A09}": ("medium 1", "accent1"),
    "{9DCAF9ED-07DC-4A11-8D7F-57B35C25682E}": ("medium 1", "accent2"),
    "{793D81CF-94F2-401A-BA57-92F5A7B2D0C5}": ("medium 1", "dk1"),
    "{69CF1AB2-1976-4502-BF36-3FF5EA218861}": ("medium 4", "accent1"),
    "{8A107856-5554-42FB-B03E-39F5DBC370BA}": ("medium 4", "accent2"),
    "{0505E3EF-67EA-436B-97B2-0124C06EBD24}": ("medium 4", "accent3"),
    "{C4B1156A-380E-4F78-BDF5-A606A8083BF9}": ("medium 4", "accent4"),
    "{22838BEF-8BB2-4498-84A7-C5851F593DF1}": ("medium 4", "accent5"),
    "{16D9F66E-5EB9-4882-86FB-DCBF35E3C3E4}": ("medium 4", "accent6"),
}
"""PowerPoint knows its own styles by id alone; these are the ones that decks use most."""
_GRID = "{5940675A-B579-460E-94D1-54222C63F5DA}"


@dataclass(frozen=True, slots=True)
class TableStyle:
    """A style's parts for each kind of cell, looked up by the table's switches."""

    node: Node | None
    switches: frozenset[str]
    rows: int
    columns: int

    def parts(self, row: int, column: int) -> tuple[Node, ...]:
        """Return the style parts that apply to a cell, the strongest first."""
        if self.node is None:
            return ()
        names = [*self._edges(row, column), *self._bands(row, column), "wholeTbl"]
        return tuple(part for name in names if (part := self.node.child(name)) is not None)

    def _edges(self, row: int, column: int) -> list[str]:
        names: list[str] = []
        if "firstRow" in self.switches and row == 0:
            names.append("firstRow")
        if "lastRow" in self.switches and row == self.rows - 1:
            names.append("lastRow")
        if "firstCol" in self.switches and column == 0:
            names.append("firstCol")
        if "lastCol" in self.switches and column == self.columns - 1:
            names.append("lastCol")
        return names

    def _bands(self, row: int, column: int) -> list[str]:
        names: list[str] = []
        if "bandRow" in self.switches:
            names.append("band1H" if (row - ("firstRow" in self.switches)) % 2 == 0 else "band2H")
        if "bandCol" in self.switches:
            names.append("band1V" if (column - ("firstCol" in self.switches)) % 2 == 0 else "band2V")
        return names


def table_style(table: Node, sheet: Sheet, rows: int, columns: int) -> TableStyle:
    """Return the style of an a:tbl element."""
    props = table.child("tblPr")
    names = ("firstRow", "lastRow", "firstCol", "lastCol", "bandRow", "bandCol")
    switches = frozenset(name for name in names if props is not None and props.flag(name))
    wanted = props.child("tableStyleId", "tableStyle") if props is not None else None
    node = wanted if wanted is not None and wanted.tag == "tableStyle" else None
    if wanted is not None and node is None:
        node = _find(sheet, wanted.text.strip())
    return TableStyle(node, switches, rows, columns)


def _find(sheet: Sheet, identity: str) -> Node | None:
    main = sheet.package.first("", "officeDocument") or "ppt/presentation.xml"
    part = sheet.package.first(main, "tableStyles")
    styles = sheet.package.node(part) if part else None
    for style in styles if styles is not None else ():
        if (style.get("styleId") or "").upper() == identity.upper():
            return style
    if identity.upper() == _GRID:
        return Node.parse(f"<tblStyle>{_part('wholeTbl', '', 'tx1', 'tx1', False)}</tblStyle>".encode())
    kind, color = _KNOWN.get(identity.upper(), ("", ""))
    maker = {"medium 1": _medium_1, "medium 2": _medium_2, "medium 4": _medium_4}.get(kind)
    return None if maker is None else maker(color)


def _medium_2(color: str) -> Node:
    full, pale, paler = (_paint(color, tint) for tint in (None, 40000, 20000))
    head = [_part(name, full, "lt1", "lt1", True) for name in ("firstRow", "lastRow", "firstCol", "lastCol")]
    bands = [_part(name, pale, "", "", False) for name in ("band1H", "band1V")]
    whole = _part("wholeTbl", paler, "dk1", "lt1", False)
    return Node.parse(f"<tblStyle>{''.join((*head, *bands, whole))}</tblStyle>".encode())


def _medium_1(color: str) -> Node:
    head = [_part(name, _paint(color, None), "lt1", color, True) for name in ("firstRow", "lastRow")]
    sides = [_part(name, "", "dk1", "", True) for name in ("firstCol", "lastCol")]
    bands = [_part(name, _paint(color, 20000), "", "", False) for name in ("band1H", "band1V")]
    whole = _part("wholeTbl", _paint("lt1", None), "dk1", color, False)
    return Node.parse(f"<tblStyle>{''.join((*head, *sides, *bands, whole))}</tblStyle>".encode())


def _medium_4(color: str) -> Node:
    head = [_part(name, _paint(color, 20000), color, "", True) for name in ("firstRow", "lastRow")]
    sides = [_part(name, "", "dk1", "", True) for name in ("firstCol", "lastCol")]
    bands = [_part(name, _paint(color, 40000), "", "", False) for name in ("band1H", "band1V")]
    whole = _part("wholeTbl", _paint(color, 20000), "dk1", color, False)
    return Node.parse(f"<tblStyle>{''.join((*head, *sides, *bands, whole))}</tblStyle>".encode())


def _paint(color: str, tint: int | None) -> str:
    inner = "" if tint is None else f'<tint val="{tint}"/>'
    return f'<fill><solidFill><schemeClr val="{color}">{inner}</schemeClr></solidFill></fill>'


def _part(name: str, paint: str, ink: str, border: str, bold: bool) -> str:
    text = f'<tcTxStyle b="{"on" if bold else "off"}"><schemeClr val="{ink}"/></tcTxStyle>' if ink else ""
    line = f'<ln w="12700"><solidFill><schemeClr val="{border}"/></solidFill></ln>'
    sides = "".join(f"<{s}>{line}</{s}>" for s in ("left", "right", "top", "bottom", "insideH", "insideV"))
    borders = f"<tcBdr>{sides}</tcBdr>" if border else ""
    return f"<{name}>{text}<tcStyle>{borders}{paint}</tcStyle></{name}>"
