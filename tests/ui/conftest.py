"""Fixtures of the window's tests."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.ui.desk import Desk, a_desk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.conftest import SetClock
    from workspace.keys import MasterKey
    from workspace.paths import Paths


@pytest.fixture(scope="session", autouse=True)
def loop_of_flows_is_closed(qapp: QApplication) -> Iterator[None]:
    yield
    flows = sys.modules.get("workspace.ui.runtime.flows")
    if flows is not None:
        flows.close()


@pytest.fixture
def any_language(qapp: QApplication) -> Iterator[QApplication]:
    """What a test chooses ends with it, with all that was found in it."""
    from PySide6.QtCore import QLocale

    from workspace.ui import i18n

    before = QLocale()
    yield qapp
    for translator, _ in i18n._installed:
        qapp.removeTranslator(translator)
    for kept in (i18n._installed, i18n._in_force, i18n._found):
        kept.clear()
    QLocale.setDefault(before)


@pytest.fixture
def korean(any_language: QApplication) -> None:
    from workspace.ui import i18n

    i18n.install(any_language, "ko")


@pytest.fixture
def desk(qapp: QApplication, paths: Paths, key: MasterKey, set_clock: SetClock) -> Iterator[Desk]:
    """A store with one account and a window's context over it; no engine process."""
    # Worker threads run Python too: were the collector to run on one of them, it would destroy
    # widgets there.
    gc.collect()
    gc.disable()
    try:
        with a_desk(paths, key, set_clock) as made:
            made.store.account("store")
            yield made
            qapp.processEvents()
    finally:
        gc.enable()


@pytest.fixture
def unconnected(
    qapp: QApplication, paths: Paths, key: MasterKey, set_clock: SetClock
) -> Iterator[Desk]:
    """A desk without an account, whose engine knows connectors."""
    from tests.ui.accounts import knows_connectors

    with a_desk(paths, key, set_clock) as made:
        knows_connectors(made)
        yield made
