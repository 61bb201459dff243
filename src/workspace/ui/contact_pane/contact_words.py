"""Words about a contact: kinds of addresses, language, local time, since when."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTime

from workspace.ui.i18n import t
from workspace.ui.words import channel_word, one_line

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

# Qt's own names of these without a territory speak of one ("American English").
_PLAIN = {"en": "English", "es": "español", "pt": "português", "zh": "中文"}


def address_word(kind: str) -> str:
    """What kind of contact point it is."""
    return one_line(channel_word(kind))[:40]


def language_word(code: str) -> str:
    """A language in its own name (ko -> 한국어); an unknown code stays as it is."""
    if code.casefold() in _PLAIN or not code:
        return _PLAIN.get(code.casefold(), "")
    locale = QLocale(code.replace("-", "_"))
    if locale.language() == QLocale.Language.C:
        return one_line(code)[:40]
    return locale.nativeLanguageName() or one_line(code)[:40]


def local_time(zone: ZoneInfo, now_ms: int) -> str:
    """ "Seoul, 18:44 local time"."""
    now = datetime.fromtimestamp(now_ms / 1000, UTC).astimezone(zone)
    clock = QLocale().toString(QTime(now.hour, now.minute), QLocale.FormatType.ShortFormat)
    city = zone.key.rsplit("/", 1)[-1].replace("_", " ")
    return t("ContactPane", "{city}, {time} local time", city=city, time=clock)


def since_word(since_ms: int | None) -> str:
    """Since which year this backend has known them."""
    if not since_ms:
        return ""
    year = datetime.fromtimestamp(since_ms / 1000).year
    return t("ContactPane", "since {year}", year=year)
