"""Tables as points: a row each, its first cell before a colon."""

from __future__ import annotations

from collections.abc import Sequence

from studio.importers.outline.blocks import Block, Point, Remark

MOST_ROWS = 40


def table_blocks(rows: Sequence[Sequence[str]]) -> list[Block]:
    """The rows of a table, the first one its head, as points; what cards cannot show is told in the report."""
    filled = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        return []
    body = filled[1:] if len(filled) > 2 or len(filled[0]) > 2 else filled
    points: list[Block] = [Point(_line(row)) for row in (body or filled)[:MOST_ROWS]]
    told = Remark("replaced", "table", f"A table of {len(filled)} rows is shown as points.")
    more = len(body) - MOST_ROWS
    if more > 0:
        return [*points, told, Remark("left out", "table", f"{more} further rows of a table are left out.")]
    return [*points, told]


def _line(row: Sequence[str]) -> str:
    cells = [cell for cell in row if cell]
    if len(cells) == 1:
        return cells[0]
    if cells[0].rstrip(".").isdigit():
        return f"{cells[0].rstrip('.')}. {_line(cells[1:])}"
    joint = " " if cells[0].endswith((".", "?", "!", "。", "？", "！")) else ": "
    return f"{cells[0].rstrip(':')}{joint}{' · '.join(cells[1:])}"
