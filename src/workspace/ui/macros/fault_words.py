"""What is wrong with a macro, in the window's words."""

from __future__ import annotations

from workspace.domain.macros import Fault
from workspace.ui.i18n import t
from workspace.ui.words import one_line


def fault_words(fault: Fault) -> str:
    """One sentence without its full stop; names a value where that helps."""
    value = one_line(fault.value)[:120]
    words = {
        "file_name": t("Macros", "“{value}” can't be a macro's file name", value=value),
        "too_large": t("Macros", "The file is larger than {value} KiB", value=value),
        "not_toml": t("Macros", "This is not TOML: {value}", value=value),
        "too_deep": t("Macros", "The file is nested too deeply"),
        "unreadable": t("Macros", "The file can't be read: {value}", value=value),
        "elsewhere": t("Macros", "The file lies outside of its folder"),
        "not_utf8": t("Macros", "The file is not UTF-8 text"),
        "no_name": t("Macros", "The macro has no name"),
        "bad_key": t("Macros", "“{value}” is no key such as Ctrl+Alt+1 or F6", value=value),
        "plain_key": t(
            "Macros", "“{value}” needs Ctrl or Alt: the key alone would write a letter", value=value
        ),
        "bad_file": t(
            "Macros", "“{value}” is no name of a file below the macro's folder", value=value
        ),
        "bad_time": t("Macros", "“{value}” names no time", value=value),
        "does_nothing": t(
            "Macros", "The macro does nothing: it has no text, note, changes, snooze or files"
        ),
        "bad_language": t(
            "Macros", "“{value}” is no language such as en, ko or pt-BR", value=value
        ),
        "not_table": t("Macros", "[{value}] is not a table", value=value),
        "empty": t("Macros", "{value} is empty", value=value),
        "not_text": t("Macros", "{value} is not a text in quotes", value=value),
        "too_long": t("Macros", "{value} is too long", value=value),
        "not_list": t("Macros", "{value} is not a list of texts", value=value),
        "too_much": t("Macros", "{value} holds too much", value=value),
        "no_placeholder": t("Macros", "Nothing fills {value}", value=value),
        "kept": t("Macros", "“{value}” is not known to this version; it is kept", value=value),
    }
    return words[fault.kind]
