"""The selected text: always inside one part of one message."""

from __future__ import annotations

import msgspec

from workspace.ui.conversation.conversation_layout import RowLayout
from workspace.ui.conversation.text_blocks import Selection, utf16_slice


class TextSelection(msgspec.Struct):
    """Where the mouse went down and where it is now; positions as Qt counts them.

    Attributes:
        has_caret: the keyboard moves in the text, so the place is shown.
    """

    key: str = ""
    part: str = ""
    anchor: int = 0
    cursor: int = 0
    has_caret: bool = False

    def begin(self, key: str, part: str, position: int) -> None:
        """Start anew at a place in a text."""
        self.has_caret = False
        self.key, self.part = key, part
        self.anchor = self.cursor = position

    def select(self, key: str, part: str, selection: Selection) -> None:
        """Take a whole word or text."""
        self.key, self.part = key, part
        self.anchor, self.cursor = selection.start, selection.end

    def clear(self) -> None:
        """Nothing is selected."""
        self.key = self.part = ""
        self.has_caret = False
        self.anchor = self.cursor = 0

    @property
    def range(self) -> Selection | None:
        """In order; None if empty."""
        if self.anchor == self.cursor:
            return None
        return Selection(min(self.anchor, self.cursor), max(self.anchor, self.cursor))

    def text_in(self, layout: RowLayout) -> str:
        """The selected words of this laid-out row."""
        part, selected = layout.part(self.part), self.range
        if part is None or selected is None:
            return ""
        source = part.block.text()
        text = utf16_slice(source, selected.start, selected.end)
        if part.block.is_html:
            text = text.replace("\ufffc", "").replace("\xa0", " ")
        return text.replace("\u2028", "\n")
