"""Collects the sentences for people that are made in English, as templates with numbered holes.

The rule: every string or f-string counts that reads like prose (two words or more, one of them in small letters,
no signs of code), unless it is a docstring, a pattern, what a programmer's error says or stands in a module of
tables.
They come from studio and renderers; of ui, from the errors it raises; and from the titles of the export profiles.
Single words that reach people are named in `EXTRA`. A choice inside an f-string ("{'s' if n != 1 else ''}") gives
one template for each outcome.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, product
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("studio", "renderers", "ui")

WITHOUT_SENTENCES = (
    "studio/abbreviations.py",
    "studio/directions.py",
    "studio/importers/outline/notes.py",
    "studio/importers/pptx/sections.py",
    "studio/languages.py",
    "studio/privacy.py",
    "studio/sentences.py",
    "renderers/worker_check.py",
    "renderers/encode/mux.py",
    "renderers/encode/video.py",
    "renderers/slides/builtin/meta*",
    "renderers/slides/builtin/presets*",
    "renderers/slides/builtin/tablestyles.py",
    "ui/cli/*",
    "ui/cli/commands/*",
)
"""Tables, patterns, and what only a programmer gets to see."""

EXTRA = (
    "Cut",
    "Hold",
    "Move",
    "Reshape",
    "Dissolve",
    "Dip",
    "Push",
    "Wipe",
    "Cover",
    "Speaking",
    "{1}: {2}",
    "{1}; {2}",
    "{1}, {2}",
    "{1} and {2}",
    "{1} “{2}”",
    "“{1}”: {2}",
    "an NVIDIA graphics card that can encode, and its driver ({1})",
    "an Intel graphics processor with Quick Sync Video, and its driver ({1})",
    "an AMD graphics card that can encode, and its driver ({1})",
    "“{1}” of {2}",
    "“{1}” files",
    " ({1} s)",
    " ({1}, since {2})",
    "{1} (scene {2}).",
    "{1} ({2}/{3})",
    "once",
    "{1} times",
    "a dissolve",
    "a push",
    "a wipe",
    "a cover",
    "unreadable picture",
    "{1} picture",
    "{1} threads",
    "scene {1}",
    "scene {1} (“{2}”)",
    "Scene {1}",
    "Scene {1} (“{2}”)",
    "Slide {1}",
    "1 card",
    "{1} cards",
    "1 point",
    "{1} points",
    "1 page",
    "{1} pages",
    "1 picture",
    "{1} pictures",
    "1 bookmark",
    "{1} bookmarks",
    "1 sticky note",
    "{1} sticky notes",
    "1 section",
    "{1} sections",
    "1 slide",
    "{1} slides",
    "1 part",
    "{1} parts",
    "picture",
    "video",
    "sound",
    "chart",
    "table",
    "diagram",
    "shape",
)
"""Words and joints that no rule would find, as they appear within sentences."""

_PROGRAMMERS = frozenset(
    {"ValueError", "TypeError", "KeyError", "AssertionError", "RuntimeError", "LookupError"}
)
_ERRORS = frozenset(
    {
        "StudioError",
        "BadFileError",
        "MissingToolError",
        "WorkerError",
        "OutputError",
        "EditError",
        "LockedError",
    }
)
_CODE = re.compile(r'[<>\\|=_*\[\]^$#@~`"]|(?<!\} )%|://|\?:|[A-Z]{3,} [A-Z]{3,}')
_HOLE = re.compile(r"\{\d+\}")
_MOST_OUTCOMES = 16


@dataclass(frozen=True, slots=True)
class Found:
    """A template, what its holes hold in the source, and the module it stands in."""

    text: str
    holes: tuple[str, ...]
    module: str


def collect(root: Path = ROOT) -> tuple[Found, ...]:
    """All templates, each once, by text."""
    found = {text: Found(text, (), "") for text in (*EXTRA, *_profile_titles(root))}
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            module = path.relative_to(root).as_posix()
            if not any(Path(module).match(pattern) for pattern in WITHOUT_SENTENCES):
                for one in _of_module(ast.parse(path.read_text(encoding="utf-8")), module):
                    found.setdefault(one.text, one)
    return tuple(sorted(found.values(), key=lambda one: one.text))


def _profile_titles(root: Path) -> Iterator[str]:
    for path in sorted((root / "resources" / "profiles").glob("*.toml")):
        yield tomllib.loads(path.read_text(encoding="utf-8"))["title"]


def _of_module(tree: ast.Module, module: str) -> Iterator[Found]:
    """Sentences of one module. What ui says goes through Qt, but for its errors, which are sentences too."""
    within_ui = module.startswith("ui/")
    places: Iterable[ast.AST] = filter(_makes_errors, ast.walk(tree)) if within_ui else (tree,)
    for node in chain.from_iterable(_strings(place) for place in places):
        for text, holes in _outcomes(node):
            if is_prose(text) and (text.endswith(".") or not within_ui):
                yield Found(text, holes, module)


def _makes_errors(node: ast.AST) -> bool:
    """Whether a function makes errors for people; the sentence may stand in a line before."""
    return isinstance(node, ast.FunctionDef) and any(
        isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in _ERRORS
        for part in ast.walk(node)
    )


def is_prose(text: str) -> bool:
    """Whether a template reads like something for people."""
    if _CODE.search(text) or not text.replace("’", "'").isprintable():
        return False
    words = [word.strip(".,:;!?()“”‘’'…") for word in _HOLE.sub("0", text).split()]
    words = [word for word in words if word.replace("-", "").replace("'", "").isalpha()]
    return len(words) >= 2 and any(word.islower() and len(word) > 1 for word in words)


def _strings(node: ast.AST) -> Iterator[ast.expr]:
    """String expressions below a node, without docstrings, annotations and what is for programmers."""
    if isinstance(node, ast.Assert):
        return
    if isinstance(node, ast.Raise) and _raised(node) in _PROGRAMMERS:
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Call) and _is_of_code(node):
        return
    if isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str)):
        yield node
        return
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _strings(child)


def _raised(node: ast.Raise) -> str:
    call = node.exc
    function = call.func if isinstance(call, ast.Call) else call
    return function.id if isinstance(function, ast.Name) else ""


def _is_of_code(call: ast.Call) -> bool:
    """Patterns, SQL, words in a row that are split, and what Qt translates."""
    function = call.func
    if not isinstance(function, ast.Attribute):
        return False
    on_text = isinstance(function.value, ast.Constant)
    of_patterns = isinstance(function.value, ast.Name) and function.value.id == "re"
    return (
        of_patterns
        or function.attr in ("execute", "executemany", "tr", "translate")
        or (on_text and function.attr == "split")
    )


def _outcomes(node: ast.expr) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The templates of one string: one, or one for each outcome of the choices within."""
    ways = list(_pieces(node))
    if len(ways) > _MOST_OUTCOMES:
        ways = ways[:1]
    for pieces in ways:
        text, holes = "", list[str]()
        for piece in pieces:
            if isinstance(piece, str):
                text += piece.replace("{", "").replace("}", "")
            else:
                holes.append(ast.unparse(piece))
                text += f"{{{len(holes)}}}"
        yield text, tuple(holes)


def _pieces(node: ast.expr) -> Iterator[tuple[str | ast.expr, ...]]:
    """Each way to write a string: literal text and expressions."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield (node.value,)
    elif isinstance(node, ast.IfExp) and _is_text(node.body) and _is_text(node.orelse):
        yield from _pieces(node.body)
        yield from _pieces(node.orelse)
    elif isinstance(node, ast.FormattedValue):
        if isinstance(node.value, ast.IfExp):
            yield from _pieces(node.value)
        else:
            yield (node.value,)
    elif isinstance(node, ast.JoinedStr):
        for ways in product(*(list(_pieces(value)) for value in node.values)):
            yield tuple(piece for way in ways for piece in way)
    else:
        yield (node,)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))
