"""The fault proxy does what each fault says: a rule proves nothing if its fault did not happen."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from workspace.sync.connectors.testing.memory_driver import MemoryDriver
from workspace.sync.connectors.testing.proxy import Fault, FaultProxy, nth, spoil_charset


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[MemoryDriver]:
    driver = MemoryDriver(tmp_path)
    yield driver
    driver.close()


@pytest.fixture
def proxy(driver: MemoryDriver) -> Iterator[FaultProxy]:
    proxy = FaultProxy(driver.account().url)
    yield proxy
    proxy.close()


def upload(driver: MemoryDriver, proxy: FaultProxy) -> tuple[int, bytes]:
    """Send a writing request through the proxy; status and body of the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", proxy.port, timeout=20)
    try:
        token = {"Authorization": f"Bearer {driver.account().secret}"}
        connection.request("POST", "/files", b"bytes", token)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def test_without_fault_it_only_passes_on(driver: MemoryDriver, proxy: FaultProxy) -> None:
    status, body = upload(driver, proxy)
    assert (status, list(driver.backend.files)) == (200, [json.loads(body)["id"]])
    assert [(request.method, request.path) for request in proxy.requests] == [("POST", "/files")]


@pytest.mark.parametrize("fault", list(Fault))
def test_a_fault_reaches_the_backend_or_not(
    driver: MemoryDriver, proxy: FaultProxy, fault: Fault
) -> None:
    with proxy.faulting(nth(0, fault, writes=True)):
        try:
            answer: object = upload(driver, proxy)
        except (http.client.HTTPException, ConnectionError) as error:
            answer = type(error)
    assert bool(driver.backend.files) == fault.reaches_backend
    assert answer != (200, json.dumps({"id": next(iter(driver.backend.files), "")}).encode())
    assert upload(driver, proxy)[0] == 200


def test_a_cut_answer_promises_more_than_comes(driver: MemoryDriver, proxy: FaultProxy) -> None:
    proxy.spoil_all(Fault.CUT_ANSWER)
    with pytest.raises(http.client.IncompleteRead) as caught:
        upload(driver, proxy)
    assert caught.value.partial.startswith(b'{"id"')


@pytest.mark.parametrize("value", [{"id": "한글"}, ["done"], {}, {"list": [1, {"a": None}]}])
def test_a_spoilt_answer_still_means_the_same(value: object) -> None:
    spoilt = spoil_charset(json.dumps(value).encode())
    with pytest.raises(UnicodeDecodeError):
        spoilt.decode("utf-8")
    read = json.loads(spoilt.decode("latin-1"))
    if isinstance(read, dict):
        read.pop("_")
        assert read == value
    else:
        assert [read[0].lstrip("ü")] == value
