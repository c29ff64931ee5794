"""Brings the translations up to date: `python -m resources.translations.update`.

Collects the sentences of studio and renderers (`sentences.json`) and the texts of ui/, lets pyside6-lupdate merge
them into the .ts files, and pyside6-lrelease make the .qm files the program loads. What is new stands in the .ts
files as unfinished; a translator fills it in (pyside6-linguist) and runs this again.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from resources.translations.collect import Found, collect
from resources.translations.texts import as_source, texts

FOLDER = Path(__file__).resolve().parent
TABLE = FOLDER / "sentences.json"
TRANSLATED = FOLDER / "lecture-studio_zh_TW.ts"
ENGLISH = FOLDER / "lecture-studio_en.ts"
"""English needs no translation but the right forms for one and for many."""


def table(found: tuple[Found, ...]) -> str:
    """The table of templates as the program reads it."""
    return json.dumps([{"text": one.text} for one in found], ensure_ascii=False, indent=0) + "\n"


def merge(into: Path, language: str, *options: str) -> None:
    """Let lupdate bring one .ts file up to date."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "texts.py"
        source.write_text(as_source(texts(), collect()), encoding="utf-8")
        _run(
            "pyside6-lupdate",
            str(source),
            *_MERGING,
            *options,
            "-target-language",
            language,
            "-ts",
            str(into),
        )


def options(path: Path) -> tuple[str, ...]:
    """What lupdate is told for one file beyond the usual."""
    return ("-pluralonly",) if path == ENGLISH else ()


def fill_english(path: Path) -> None:
    """Write "%n scene" and "%n scenes" for each new "%n scene(s)"; what is irregular a person mends."""
    tree = ET.parse(path)
    for message in tree.iter("message"):
        source, translation = message.findtext("source", ""), message.find("translation")
        if translation is not None and translation.attrib.pop("type", None):
            for form, text in zip(translation, _forms(source), strict=True):
                form.text = text
    tree.write(path, encoding="utf-8", xml_declaration=True)


def release(path: Path) -> None:
    """Make the .qm file beside a .ts file."""
    _run("pyside6-lrelease", "-silent", str(path), "-qm", str(path.with_suffix(".qm")))


_MERGING = (
    *("-silent", "-no-obsolete", "-locations", "none", "-sort-messages"),
    *("-disable-heuristic", "sametext", "-disable-heuristic", "similartext"),
)


def _forms(source: str) -> tuple[str, str]:
    return source.replace("(s)", ""), source.replace("(s)", "s")


def _run(tool: str, *arguments: str) -> None:
    found = shutil.which(tool, path=str(Path(sys.executable).parent)) or shutil.which(tool)
    if found is None:
        raise SystemExit(f"{tool} is not installed; it comes with PySide6.")
    done = subprocess.run([found, *arguments], capture_output=True, text=True, check=False)
    told = re.sub(r"^\s*$\n", "", done.stdout + done.stderr, flags=re.MULTILINE)
    if done.returncode:
        raise SystemExit(f"{tool} failed:\n{told}")
    if told:
        print(told, end="")


def main() -> None:
    """Bring everything up to date and say what is left to translate."""
    TABLE.write_text(table(collect()), encoding="utf-8")
    merge(TRANSLATED, "zh_TW")
    merge(ENGLISH, "en", *options(ENGLISH))
    fill_english(ENGLISH)
    merge(ENGLISH, "en", *options(ENGLISH))
    for path in (TRANSLATED, ENGLISH):
        release(path)
        print(f"{path.name}: {path.read_text(encoding='utf-8').count('unfinished')} unfinished")


if __name__ == "__main__":
    main()
