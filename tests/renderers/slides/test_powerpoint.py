"""PowerPoint is asked for exact pages as its object model says; a scripted stand-in answers: no Windows is here."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pypdfium2
import pytest
from pptx import Presentation
from pptx.util import Inches

from renderers import page_plan
from renderers.messages import Message
from renderers.slides import libreoffice, pages_worker, painters, powerpoint
from renderers.steps import ConvertStep, PageStep
from studio.errors import BadFileError, MissingToolError
from studio.progress import NEVER
from tests import fakes
from tests.sheets import Sheet, write_sheets

COLOURS = ((0.9, 0.5, 0.5), (0.5, 0.9, 0.5), (0.5, 0.5, 0.9))


@dataclass
class Script:
    """What the stand-in does and what it was asked."""

    author_has_open: int = 0
    refuses_to_open: bool = False
    refuses_to_export: bool = False
    told: list[str] = field(default_factory=list[str])
    given: list[Path] = field(default_factory=list[Path])
    decks: list[Any] = field(default_factory=list[Any])


class App:
    """An Application object: what `renderers.slides.powerpoint` uses of it."""

    def __init__(self, script: Script) -> None:
        object.__setattr__(self, "script", script)
        object.__setattr__(self, "Presentations", Presentations(script))
        object.__setattr__(self, "values", {"AutomationSecurity": 1, "DisplayAlerts": 2, "Visible": 0})

    def __getattr__(self, name: str) -> Any:
        return self.values[name]

    def __setattr__(self, name: str, value: Any) -> None:
        self.values[name] = value
        self.script.told.append(f"{name} = {value}")

    def Quit(self) -> None:
        self.script.told.append("Quit")


class Presentations:
    def __init__(self, script: Script) -> None:
        self.script, self.Count = script, script.author_has_open

    def Open(self, name: str, read_only: int, untitled: int, window: int) -> Opened:
        self.script.told.append(f"Open {read_only} {untitled} {window}")
        if self.script.refuses_to_open:
            raise OSError("(-2147352567, 'Exception occurred.')")
        self.script.given.append(Path(name))
        self.script.decks.append(Presentation(name))
        self.Count += 1
        return Opened(self, self.script)


class Opened:
    def __init__(self, among: Presentations, script: Script) -> None:
        self.among, self.script, self.Saved = among, script, 0

    def ExportAsFixedFormat(self, name: str, kind: int, **how: Any) -> None:
        self.script.told.append(f"Export {kind} slides={how['OutputType']} hidden={how['PrintHiddenSlides']}")
        if self.script.refuses_to_export:
            raise TypeError("The Python instance can not be converted to a COM object")
        self._write(name, with_hidden=how["PrintHiddenSlides"] == -1)

    def SaveAs(self, name: str, kind: int) -> None:
        self.script.told.append(f"SaveAs {kind}")
        self._write(name, with_hidden=False)

    def Close(self) -> None:
        self.among.Count -= 1
        self.script.told.append("Close")

    def _write(self, name: str, with_hidden: bool) -> None:
        shown = [s for s in self.script.decks[-1].slides if with_hidden or s.element.get("show") != "0"]
        words = ["\n".join(shape.text_frame.text for shape in s.shapes) for s in shown]
        write_sheets(Path(name), [Sheet(text, COLOURS[at]) for at, text in enumerate(words)])


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Callable[[Script], Script]:
    """Put the stand-in where pywin32 would be."""

    def put(script: Script) -> Script:
        com, client, package = ModuleType("pythoncom"), ModuleType("win32com.client"), ModuleType("win32com")
        vars(com)["CoInitialize"] = lambda: None
        vars(client)["DispatchEx"] = lambda name: App(script) if name == "PowerPoint.Application" else None
        vars(package)["client"] = client
        for module in (com, client, package):
            monkeypatch.setitem(sys.modules, module.__name__, module)
        return script

    return put


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """Three slides; the second is hidden, the third shows a picture from outside."""
    made = Presentation()
    for number in (1, 2, 3):
        slide = made.slides.add_slide(made.slide_layouts[6])
        slide.shapes.add_textbox(0, 0, Inches(5), Inches(1)).text_frame.text = f"Slide {number}"
    made.slides[1].element.set("show", "0")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    made.slides[2].part.rels.get_or_add_ext_rel(kind, "http://example.invalid/spy.png")
    made.save(str(tmp_path / "lesson.pptx"))
    return tmp_path / "lesson.pptx"


def converted(deck: Path) -> Message:
    asked = {
        "do": "convert",
        "deck": str(deck),
        "first": 1,
        "last": page_plan.WHOLE,
        "painter": "PowerPoint 16",
    }
    (answer,) = pages_worker.handle(Message(asked), NEVER)
    return answer


def test_every_slide_arrives_as_powerpoint_draws_it(deck: Path, install: Callable[[Script], Script]) -> None:
    install(Script())
    answer = converted(deck)
    assert answer.header == {"pages": 3, "painter": "PowerPoint"}
    for index, colour in enumerate(COLOURS):
        asked = Message({"do": "raster", "page": index, "width": 160, "height": 90}, answer.blobs)
        (page,) = pages_worker.handle(asked, NEVER)
        corner = np.frombuffer(page.blobs[0], np.uint8).reshape(90, 160, 3)[-1, -1]
        assert corner == pytest.approx(np.array(colour) * 255, abs=2)
    document = pypdfium2.PdfDocument(answer.blobs[0])
    assert [page.get_textpage().get_text_range() for page in document] == ["Slide 1", "Slide 2", "Slide 3"]
    document.close()


def test_it_is_asked_without_macros_questions_or_windows_and_left_as_it_was(
    deck: Path, install: Callable[[Script], Script]
) -> None:
    script = install(Script())
    converted(deck)
    assert script.told == [
        "AutomationSecurity = 3",
        "DisplayAlerts = 1",
        "Open -1 0 0",
        "Export 2 slides=1 hidden=-1",
        "Close",
        "AutomationSecurity = 1",
        "DisplayAlerts = 2",
        "Quit",
    ]


def test_what_it_is_given_shows_all_slides_and_points_nowhere(
    deck: Path, install: Callable[[Script], Script]
) -> None:
    script = install(Script())
    converted(deck)
    (given,) = script.decks
    assert [slide.element.get("show") for slide in given.slides] == [None, None, None]
    outside = [rel.target_ref for rel in given.slides[2].part.rels.values() if rel.is_external]
    assert outside == ["file:///nonexistent"]
    assert not script.given[0].exists()  # nothing of it stays behind


def test_a_powerpoint_that_the_author_works_in_is_not_closed(
    deck: Path, install: Callable[[Script], Script]
) -> None:
    script = install(Script(author_has_open=2))
    converted(deck)
    assert "Quit" not in script.told
    assert script.told.count("Close") == 1


def test_where_the_exact_export_is_refused_the_plain_one_does(
    deck: Path, install: Callable[[Script], Script]
) -> None:
    script = install(Script(refuses_to_export=True))
    assert converted(deck).header["pages"] == 3
    assert script.told[3:6] == ["Export 2 slides=1 hidden=-1", "SaveAs 32", "Close"]


def test_what_powerpoint_cannot_open_libreoffice_draws_and_says_why(
    deck: Path, install: Callable[[Script], Script], monkeypatch: pytest.MonkeyPatch
) -> None:
    install(Script(refuses_to_open=True))
    if libreoffice.executable() is not None:
        answer = converted(deck)
        assert answer.header["painter"] == "LibreOffice"
        assert answer.header["why"] == "PowerPoint cannot open this presentation; look at it there."
        assert answer.header["pages"] == 3
    monkeypatch.setattr(libreoffice, "executable", lambda: None)
    with pytest.raises(BadFileError, match="PowerPoint cannot open this presentation"):
        converted(deck)


def test_without_powerpoint_one_sentence_says_so(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "executable", lambda: None)
    with pytest.raises(MissingToolError, match="PowerPoint is not installed here"):
        converted(deck)


def test_it_is_found_in_the_registry_without_being_started(
    tmp_path: Path, install: Callable[[Script], Script], monkeypatch: pytest.MonkeyPatch
) -> None:
    script = install(Script())
    (tmp_path / "POWERPNT.EXE").write_bytes(b"MZ")
    keys = {
        r"PowerPoint.Application\CLSID": "{91493441-5A91-11CF-8700-00AA0060263B}",
        r"CLSID\{91493441-5A91-11CF-8700-00AA0060263B}\LocalServer32": f'"{tmp_path / "POWERPNT.EXE"}" /AUTOMATION',
    }
    monkeypatch.setitem(sys.modules, "winreg", registry(keys))
    monkeypatch.setattr(powerpoint, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(powerpoint.importlib.util, "find_spec", lambda name: name == "win32com" or None)
    powerpoint.version.cache_clear()
    try:
        assert powerpoint.version().startswith("PowerPoint 2 ")
        assert painters.version() == powerpoint.version()
        assert painters.told() == "PowerPoint draws them."
        assert script.told == []
        powerpoint.version.cache_clear()
        monkeypatch.setenv("LECTURE_STUDIO_POWERPOINT", "")
        assert powerpoint.version() == ""
        powerpoint.version.cache_clear()
        monkeypatch.delenv("LECTURE_STUDIO_POWERPOINT")
        keys.clear()
        assert powerpoint.version() == ""
    finally:
        powerpoint.version.cache_clear()


def registry(keys: dict[str, str]) -> ModuleType:
    """A `winreg` with these default values."""
    made = ModuleType("winreg")

    class Key(str):
        def __enter__(self) -> Key:
            return self

        def __exit__(self, *_: object) -> None:
            return None

    def opened(_: object, name: str) -> Key:
        if name not in keys:
            raise FileNotFoundError(name)
        return Key(name)

    vars(made).update(HKEY_CLASSES_ROOT=0, OpenKey=opened, QueryValueEx=lambda key, name: (keys[str(key)], 1))
    return made


def test_a_command_of_the_registry_names_its_program(tmp_path: Path) -> None:
    program = tmp_path / "Microsoft Office" / "POWERPNT.EXE"
    program.parent.mkdir()
    program.write_bytes(b"MZ")
    assert powerpoint.program_of(f'"{program}" /AUTOMATION') == program
    assert powerpoint.program_of(f"{program} /AUTOMATION") == program
    assert powerpoint.program_of(str(program)) == program
    assert powerpoint.program_of("") is None


def test_powerpoint_converts_a_deck_as_a_whole() -> None:
    means = fakes.means(fakes.PROFILE, converter="PowerPoint 16")
    lecture = fakes.lecture(*(fakes.slide(number) for number in (1, 7, 40)))
    steps = page_plan.with_conversions(
        (page_plan.page_step(scene, lecture, fakes.PROFILE, means) for scene in lecture.scenes), means
    )
    conversions = [step for step in steps if isinstance(step, ConvertStep)]
    assert [(step.first, step.last) for step in conversions] == [(1, page_plan.WHOLE)]
    assert [step.index for step in steps if isinstance(step, PageStep)] == [0, 6, 39]
