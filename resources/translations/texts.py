"""Collects the texts of ui/ that are marked for translation, as Qt will look them up.

lupdate reads Python in part only: it loses a call whose number is itself a call, and the class where `tr` is a
short name for `self.tr`. So the texts are read from the syntax tree and handed to lupdate in the one form it knows
well.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from resources.translations.collect import ROOT, Found

_MARKS = frozenset({"translate", "QT_TRANSLATE_NOOP"})


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """One text: the class (or name) it is looked up under, what it says, a remark that tells it from its twins."""

    context: str
    source: str
    comment: str = ""
    counted: bool = False
    """Whether it comes with a number, and so in forms for one and for many."""


class UnreadableError(Exception):
    """A call of `tr` from which no text can be read: it wants a literal, within a class."""


def texts(root: Path = ROOT) -> tuple[Text, ...]:
    """All texts of ui/, each once. Raises UnreadableError, naming file and line."""
    found: set[Text] = set()
    for path in sorted((root / "ui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node, context in _calls(tree, ""):
            text = _text(node, context)
            if text is None or not text.context:
                raise UnreadableError(f"{path.relative_to(root)}:{node.lineno}: {ast.unparse(node)}")
            found.add(text)
    return tuple(sorted(found))


def _calls(node: ast.AST, context: str) -> Iterator[tuple[ast.Call, str]]:
    """Calls that mark a text, with the class around them."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and _marks(child):
            yield child, context
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else context)


def _marks(call: ast.Call) -> bool:
    named = _name(call) in _MARKS and len(call.args) >= 2 and _literal(call.args[1]) is not None
    return named or _is_tr(call)


def _is_tr(call: ast.Call) -> bool:
    return _name(call) == "tr" and bool(call.args)


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _text(call: ast.Call, context: str) -> Text | None:
    arguments = call.args
    if not _is_tr(call):
        context, arguments = _literal(arguments[0]) or "", arguments[1:]
    source = _literal(arguments[0])
    if source is None:
        return None
    comment = _literal(arguments[1]) if len(arguments) > 1 else ""
    counted = len(arguments) > 2 or any(keyword.arg == "n" for keyword in call.keywords)
    return Text(context, source, comment or "", counted)


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def as_source(marked: Iterable[Text], sentences: Iterable[Found]) -> str:
    """All texts and sentences as a program that lupdate reads without loss."""
    lines: list[str] = []
    context = ""
    for text in sorted(marked):
        if text.context != context:
            context = text.context
            lines.append(f"class {context}(QObject):\n def texts(self, n):")
        count = f", {_quoted(text.comment)}, n" if text.counted else ""
        comment = f", {_quoted(text.comment)}" if text.comment and not count else ""
        lines.append(f"  self.tr({_quoted(text.source)}{comment}{count})")
    lines.append("class Sentences(QObject):\n def texts(self):")
    for one in sentences:
        if one.holes:
            lines.append("  #: " + ", ".join(f"{{{n}}}: {hole}" for n, hole in enumerate(one.holes, 1)))
        lines.append(f"  self.tr({_quoted(one.text)})")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
