"""Reading a message with the caret: arrows go through its text, with Shift they select."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence

from workspace.ui.conversation.conversation_layout import RowLayout
from workspace.ui.conversation.text_blocks import Step
from workspace.ui.conversation.text_selection import TextSelection

_key = QKeySequence.StandardKey
_MOVES: tuple[tuple[QKeySequence.StandardKey, QKeySequence.StandardKey, Step, bool], ...] = (
    (_key.MoveToNextChar, _key.SelectNextChar, "character", True),
    (_key.MoveToPreviousChar, _key.SelectPreviousChar, "character", False),
    (_key.MoveToNextWord, _key.SelectNextWord, "word", True),
    (_key.MoveToPreviousWord, _key.SelectPreviousWord, "word", False),
)
_SELECTS: tuple[tuple[QKeySequence.StandardKey, Step, bool], ...] = (
    (_key.SelectNextLine, "line", True),
    (_key.SelectPreviousLine, "line", False),
    (_key.SelectEndOfLine, "edge", True),
    (_key.SelectStartOfLine, "edge", False),
    (_key.SelectEndOfDocument, "all", True),
    (_key.SelectStartOfDocument, "all", False),
)


def asked_step(event: QKeyEvent) -> tuple[Step, bool, bool] | None:
    """(how far, forward, selecting) of a key that moves the caret, else None.

    Up, Down, Home and End without Shift go from message to message and are none.
    """
    for move, select, step, forward in _MOVES:
        if event.matches(move):
            return step, forward, False
        if event.matches(select):
            return step, forward, True
    for select, step, forward in _SELECTS:
        if event.matches(select):
            return step, forward, True
    return None


def move_caret(
    selection: TextSelection, layout: RowLayout, step: Step, forward: bool, selecting: bool
) -> bool:
    """Move in the row's text, beginning at its start or end. False if it has no text."""
    key = layout.row.key
    part = layout.part(selection.part) if selection.key == key else None
    if part is None:
        part = next(iter(layout.parts), None)
        if part is None:
            return False
        end = part.block.moved(0, "all", True)
        selection.begin(key, part.name, 0 if forward or step in ("line", "edge") else end)
    elif selection.range is not None and not selecting:
        # As everywhere: an arrow without Shift ends a selection at the side it points to.
        at = selection.range.end if forward else selection.range.start
        selection.begin(key, part.name, at)
        selection.has_caret = True
        return True
    position = part.block.moved(selection.cursor, step, forward)
    if not selecting and position == selection.cursor:
        names = [each.name for each in layout.parts if each.name != "hint"]
        at = names.index(part.name) + (1 if forward else -1) if part.name in names else -1
        if 0 <= at < len(names):
            part = layout.parts[at]
            position = 0 if forward else part.block.moved(0, "all", True)
            selection.begin(key, part.name, position)
    anchor = selection.anchor if selecting else position
    selection.anchor, selection.cursor = anchor, position
    selection.has_caret = True
    return True
