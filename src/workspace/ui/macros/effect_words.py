"""What a macro would do, in the window's words: one line per effect, with the reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from workspace.domain.macro_plan import Effect, Plan
from workspace.domain.snooze import Fault
from workspace.ui.i18n import t
from workspace.ui.snooze_words import fault_words, until_words
from workspace.ui.words import one_line, priority_word, status_word

State = Literal["done", "same", "not"]


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One effect: what, and why not where it isn't; `state` also says it to those who don't see."""

    text: str
    why: str
    state: State

    @property
    def spoken(self) -> str:
        """All of it in one sentence."""
        return f"{self.text}: {self.why}" if self.why else self.text


def effect_lines(plan: Plan, now_ms: int) -> list[EffectLine]:
    """The preflight of a plan, in the order in which things are done."""
    return [effect_line(effect, now_ms) for effect in plan.effects]


def effect_line(effect: Effect, now_ms: int) -> EffectLine:
    """One effect."""
    text = _what(effect, now_ms)
    if effect.why:
        return EffectLine(text, _why(effect), "not")
    if effect.same:
        return EffectLine(text, t("Macros", "already so"), "same")
    return EffectLine(text, "", "done")


def _what(effect: Effect, now_ms: int) -> str:
    value = one_line(effect.value)[:120]
    if effect.kind == "status":
        if effect.ours:  # where several of the backend's are one of ours, its own word tells them
            value = one_line(effect.name) or status_word(effect.ours)
        return t("Macros", "Status → {value}", value=value)
    if effect.kind == "assignee":
        if effect.value == "me":
            value = t("Macros", "me")
        return t("Macros", "Assignee → {value}", value=value or t("Macros", "nobody"))
    if effect.kind == "snooze":
        return _snooze(effect, now_ms)
    if effect.kind == "field":
        return t("Macros", "{name} → {value}", name=one_line(effect.name), value=value)
    if effect.kind == "priority":
        return t("Macros", "Priority → {value}", value=priority_word(value))
    words = {
        "reply": t("Macros", "Puts text into the reply"),
        "note_draft": t("Macros", "Puts text into the internal note"),
        "note": t("Macros", "Adds an internal note"),
        "file": t("Macros", "Attaches {value}", value=value),
        "team": t("Macros", "Team → {value}", value=value),
        "tag_add": t("Macros", "Adds the tag {value}", value=value),
        "tag_remove": t("Macros", "Removes the tag {value}", value=value),
    }
    return words[effect.kind]


def _snooze(effect: Effect, now_ms: int) -> str:
    if effect.why:
        return t("Macros", "Snoozes: {value}", value=one_line(effect.value))
    if not effect.at_ms:
        return t("Macros", "Snoozes until the customer writes")
    return t("Macros", "Snoozes until {time}", time=until_words(effect.at_ms, now_ms))


def _why(effect: Effect) -> str:
    if effect.why == "cannot":
        return one_line(effect.told) or t("Macros", "this account can't do that")
    if effect.why == "snooze":
        return fault_words(cast(Fault, effect.told))
    return {
        "unknown": t("Macros", "this account does not know it"),
        "choice": t("Macros", "this field takes other values"),
        "single": t("Macros", "this field takes one value only"),
        "note_mode": t("Macros", "you are writing an internal note"),
        "missing": t("Macros", "the file is not in the macro's folder"),
        "me": t("Macros", "this account has not said who you are"),
    }[effect.why]
