"""A cache with an account, for tests of what is read from it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.builders import START, StoreForTests, a_store
from tests.conftest import SetClock
from workspace.keys import MasterKey
from workspace.paths import Paths


@pytest.fixture
def store(paths: Paths, key: MasterKey) -> Iterator[StoreForTests]:
    with a_store(paths, key, SetClock(START + 10**6)) as filled:
        filled.account("store")
        yield filled
