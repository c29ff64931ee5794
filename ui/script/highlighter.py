"""Shows directions as chips and private paragraphs greyed, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ui.look import theme
from ui.script.directions import chips


class Highlighter(QSyntaxHighlighter):
    """Looks at one paragraph at a time; `private` holds the numbers of the private ones."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._private: frozenset[int] = frozenset()
        self._take_colours()
        theme.changed.connect(self._recolour)

    def set_private(self, private: frozenset[int]) -> None:
        """Say which paragraphs are private; only those that became so or no longer are look different."""
        other, self._private = private ^ self._private, private
        for number in other:
            block = self.document().findBlockByNumber(number)
            if block.isValid():
                self.rehighlightBlock(block)

    def _recolour(self) -> None:
        self._take_colours()
        self.rehighlight()

    def _take_colours(self) -> None:
        colours = theme.current()
        self._grey = QTextCharFormat()
        self._grey.setForeground(colours.muted)
        self._grey.setFontItalic(True)
        self._chip, self._wrong = _chip(colours.accent, colours.selection), _wrong()

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Format one paragraph."""
        private = self.currentBlock().blockNumber() in self._private
        if private:
            self.setFormat(0, len(text.encode("utf-16-le", "surrogatepass")) // 2, self._grey)
            return
        for chip in chips(text):
            self.setFormat(chip.start, chip.stop - chip.start, self._chip if chip.understood else self._wrong)


def _chip(text: QColor, ground: QColor) -> QTextCharFormat:
    found = QTextCharFormat()
    found.setForeground(text)
    found.setBackground(ground)
    found.setFontWeight(QFont.Weight.Medium)
    return found


def _wrong() -> QTextCharFormat:
    colours = theme.current()
    found = _chip(colours.warning, colours.warning_surface)
    found.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    found.setUnderlineColor(colours.warning)
    return found
