"""A macro chosen for one ticket or several: what it comes to on each, and which are left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workspace.domain.macro_plan import Into, Plan, make_plan
from workspace.macro_files import MacroFile
from workspace.store.queries.macro_targets import TicketTarget
from workspace.store.queries.rows import TicketRow
from workspace.ui.i18n import t


@dataclass(frozen=True, slots=True)
class Chosen:
    """`plans` stand beside `targets`, in their order."""

    file: MacroFile
    targets: tuple[TicketTarget, ...]
    plans: tuple[Plan, ...]

    @property
    def goes(self) -> list[tuple[TicketTarget, Plan]]:
        """The tickets to which it is applied."""
        return [
            (target, plan)
            for target, plan in zip(self.targets, self.plans, strict=True)
            if not self._why_not(target, plan)
        ]

    @property
    def left_out(self) -> list[tuple[TicketRow, str]]:
        """Those to which it isn't, and why."""
        return [
            (target.row, why)
            for target, plan in zip(self.targets, self.plans, strict=True)
            if (why := self._why_not(target, plan))
        ]

    def _why_not(self, target: TicketTarget, plan: Plan) -> str:
        macro = self.file.macro
        assert macro is not None
        if not macro.applies_to(target.row.account, target.row.channel):
            return t("Macros", "it is not meant for this account or channel")
        if plan.does_nothing:
            return t("Macros", "nothing of it can be done here")
        if len(self.targets) == 1:
            return ""  # what is open is filled in by hand before it is sent
        if plan.unresolved:
            names = ", ".join(dict.fromkeys(f"{{{{{one.name}}}}}" for one in plan.unresolved))
            return t("Macros", "nothing is known for {names}", names=names)
        if macro.has_words and not plan.text:
            return t("Macros", "its text can't be sent here")
        return ""


def choose(file: MacroFile, targets: Sequence[TicketTarget], into: Into) -> Chosen:
    """What this macro would do to these tickets. Pure; safe on any thread."""
    assert file.macro is not None
    macro = file.macro
    plans = tuple(
        make_plan(macro, replace(one.target, missing=file.missing), into) for one in targets
    )
    return Chosen(file, tuple(targets), plans)
