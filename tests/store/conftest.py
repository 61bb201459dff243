"""A cache with an account, for every test of the store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.builders import StoreForTests, a_store
from tests.conftest import SetClock
from workspace.keys import MasterKey
from workspace.paths import Paths


@pytest.fixture
def store(paths: Paths, key: MasterKey, set_clock: SetClock) -> Iterator[StoreForTests]:
    with a_store(paths, key, set_clock) as store:
        store.account("store")
        yield store
