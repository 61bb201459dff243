"""Which colours lie on which in what is painted; the stylesheet's pairs are read from itself.

For each module of workspace.ui that asks the theme for colours: what it writes in (`text`) on what
(`on`), and what else it draws with (`marks`: lines, dots, glyphs and grounds without words). A test
compares the names with the source, so a new one has to be put here, where its contrast is
computed. `chosen` are expressions that choose a name, with the names that they can choose.
"""

from __future__ import annotations

from dataclasses import dataclass, field

ROW = ("panel", "panel_quiet", "accent_soft")  # of a list: at rest, under the pointer, chosen
BUBBLE = ("inbound", "outbound", "note")
DISABLED = "text_faint"  # of a control out of order: exempt, but told apart all the same


@dataclass(frozen=True)
class Use:
    """Words in any of `text` on any of `on`."""

    text: tuple[str, ...]
    on: tuple[str, ...]


@dataclass(frozen=True)
class Painted:
    """One module. `glyphs` say something without words, on these grounds: 3:1."""

    words: tuple[Use, ...] = ()
    glyphs: tuple[Use, ...] = ()
    marks: tuple[str, ...] = ()
    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def names(self) -> set[str]:
        """All that is accounted for."""
        uses = (*self.words, *self.glyphs)
        named = {name for use in uses for name in (*use.text, *use.on)}
        return named.union(self.marks, *self.chosen.values())


_CHIPS = ("inbound", "accent_soft", "good_soft", "warn_soft", "bad_soft", "note")
_INKS = ("text_quiet", "accent", "good", "warn", "bad", "note_text")
_CHANNELS = tuple(
    f"channel.{name}"
    for name in (
        *("whatsapp", "messenger", "apple", "email", "phone"),
        *("web", "sms", "matrix", "kakao", "line_app"),
    )
)

PAINTED: dict[str, Painted] = {
    "composer/banner.py": Painted(
        words=(Use(("warn", "text", "text_quiet"), ("warn_soft",)),), marks=("warn",)
    ),
    "composer/completion_popup.py": Painted(words=(Use(("text_faint",), ROW),)),
    "composer/composer.py": Painted(marks=("line",)),
    "composer/draft_history.py": Painted(
        words=(
            Use(("good",), ("good_soft",)),
            Use(("text", "text_faint"), ("panel",)),
        )
    ),
    "composer/marks.py": Painted(
        words=(
            Use(("text", "text_quiet", "accent"), ("inbound", "panel", "note")),
            Use(("warn",), ("warn_soft",)),
        ),
        glyphs=(Use(("bad",), ("panel", "note", "inbound", "warn_soft")),),  # the wave below
    ),
    "composer/mode_pane.py": Painted(
        words=(Use(("note_text",), ("note",)), Use(("text", "text_faint"), ("panel",))),
        glyphs=(
            Use(("accent", "field_line"), ("panel",)),
            Use(("note_text", "note_field_line"), ("note", "panel")),
        ),
        chosen={"line": ("note_field_line", "accent", "field_line", "note_text")},
    ),
    "composer/preview.py": Painted(words=(Use(("accent",), ("panel",)),)),
    "composer/recipient_label.py": Painted(
        words=(Use(("text_faint",), ("panel",)), Use(("note_text",), ("panel", "note"))),
        chosen={"self._token": ("note_text", "text_faint")},
    ),
    "composer/tools.py": Painted(
        glyphs=(Use(("text_quiet", "accent"), (*ROW, "inbound", "note")),),
        chosen={"color_name": ("text_quiet", DISABLED, "accent")},
    ),
    "contact_pane/contact_page.py": Painted(
        words=(Use(("note_text",), ("note",)),),  # the label's, by the sheet
        marks=("note_line",),
    ),
    "contact_pane/copy_row.py": Painted(
        words=(Use(("text", "text_faint"), ("panel", "panel_quiet")),),
    ),
    "contact_pane/earlier_row.py": Painted(
        words=(Use(("text", "text_faint"), ("panel", "panel_quiet")),),
    ),
    "contact_pane/press_row.py": Painted(
        glyphs=(Use(("accent",), ("panel", "panel_quiet")),),
        marks=("line",),
    ),
    "conversation/conversation_canvas.py": Painted(marks=("panel",)),
    "conversation/conversation_layout.py": Painted(words=(Use(("accent",), BUBBLE),)),
    "conversation/conversation_painter.py": Painted(
        words=(
            Use(("text", "text_quiet", "accent"), BUBBLE),
            Use(("note_text",), ("note", "panel")),
            Use(("text_faint", "text_quiet", "text", "accent", "bad", "warn"), ("panel",)),
            Use(("on_accent",), ("accent",)),  # chosen
            Use(("text", "text_quiet", "note_text", "accent"), ("warn_soft",)),  # found
            Use(("panel",), ("warn",)),  # found, the one at hand
        ),
        glyphs=(
            Use(("warn",), ("warn_soft",)),
            Use(("text_quiet",), ("line", "panel")),
            Use(("text_faint",), (*BUBBLE, "panel")),
            Use(("note_field_line",), ("note", "panel")),  # the dashes of what is kept only here
        ),
        marks=("line", "note_line"),
        chosen={
            "edge": ("note_field_line", "note_line"),
            "line.tone": ("text_faint", "bad", "warn"),
            "text": ("text", "note_text", "text_faint", "text_quiet", "accent"),
            "link": ("note_text", "accent"),
            "quiet": ("text_quiet", "accent"),
        },
    ),
    "macros/box.py": Painted(
        words=(Use(("text",), ("note", "panel")),),
        glyphs=(
            Use(("accent", "field_line"), ("panel",)),
            Use(("note_text", "note_field_line"), ("note", "panel")),
        ),
        chosen={"line": ("note_field_line", "accent", "field_line", "note_text")},
    ),
    "macros/editor_list.py": Painted(
        words=(Use(("text", "text_faint", "bad"), ("panel", "accent_soft")),)
    ),
    "macros/palette_list.py": Painted(
        words=(Use(("text", "text_quiet", "text_faint"), ("panel", "accent_soft")),)
    ),
    "macros/preview.py": Painted(words=(Use(("warn",), ("warn_soft",)),)),
    "macros/strip.py": Painted(
        words=(Use(("warn", "text_quiet"), ("warn_soft",)), Use(("text_quiet",), ("accent_soft",))),
        marks=("warn", "line"),
    ),
    "queue_nav/delegate.py": Painted(
        words=(
            Use(("text", "accent"), ("accent_soft",)),
            Use(("text_quiet", "text_faint"), ("panel_quiet", "inbound")),
        ),
        glyphs=(Use(("accent", "bad"), ("panel_quiet", "inbound", "accent_soft")),),
    ),
    "queue_nav/queue_dialog.py": Painted(glyphs=(Use(("bad", "warn"), ("panel",)),)),
    "rail.py": Painted(
        words=(Use(("on_channel",), ("badge", "badge_bad")),),
        glyphs=(Use(("rail_text", "on_rail"), ("rail",)),),
    ),
    "search/results_delegate.py": Painted(
        words=(Use(("text", "text_quiet", "text_faint", "accent"), ("panel", "accent_soft")),),
        glyphs=(Use(("note_text",), ("panel", "accent_soft")),),
    ),
    "status_bar.py": Painted(
        glyphs=(Use(("text_faint", "accent", "good", "warn", "bad"), ("panel_quiet",)),),
        chosen={"self._colour": ("text_faint", "accent", "good", "warn", "bad")},
    ),
    "ticket_header/ticket_header.py": Painted(
        words=(Use(("text_quiet",), ("panel",)),), marks=("line",)
    ),
    "ticket_list/delegate.py": Painted(
        words=(
            Use(("text", "text_quiet", "text_faint"), ROW),
            Use(("warn",), ("panel", "panel_quiet")),
        ),
        glyphs=(Use(("accent",), ROW), Use(("on_accent",), ("accent",))),
        marks=("line", "inbound"),
        chosen={"color": ("text", "text_quiet", "text_faint", "warn")},
    ),
    "ticket_tabs/ticket_pane.py": Painted(marks=("panel",)),
    "transcript/paper_preview.py": Painted(marks=("background", "line")),
    "widgets/avatar.py": Painted(
        words=(Use(("on_channel",), _CHANNELS),), chosen={"disc_token(name)": _CHANNELS}
    ),
    "widgets/channel_badge.py": Painted(
        words=(Use(("on_channel",), _CHANNELS),), chosen={"channel_token(channel)": _CHANNELS}
    ),
    "widgets/chips.py": Painted(
        words=(
            *(Use((ink,), (ground,)) for ink, ground in zip(_INKS, _CHIPS, strict=True)),
            Use(("accent",), ("panel",)),  # on a chosen row
        ),
        marks=("line",),
        chosen={
            "ground": (*_CHIPS, "panel"),
            "_INK[tone]": _INKS,
            "_GROUND[self._tone]": _CHIPS,
            "_INK[self._tone]": (*_INKS, DISABLED),
        },
    ),
    "widgets/glyph_button.py": Painted(
        glyphs=(Use(("text_quiet",), (*ROW, "inbound", "background")),),
        chosen={"token": ("text_quiet", DISABLED)},
    ),
    "widgets/glyph_icon.py": Painted(
        glyphs=(
            Use(("text_quiet",), (*ROW, "inbound")),
            Use(("note_text",), ("note", "panel", "background")),
            Use(("on_accent",), ("accent",)),
        ),
        chosen={"token": ("text_quiet", "note_text", "on_accent", DISABLED)},
    ),
    "widgets/time_button.py": Painted(words=(Use(("text_faint",), ("panel", "inbound")),)),
}
