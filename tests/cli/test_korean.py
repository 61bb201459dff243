"""The command line in Korean: all that the source says to people, by LANG or settings."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests import ROOT
from workspace import plain_words
from workspace.domain.errors import NotFound
from workspace.plain_words import PlainWords
from workspace.resources import resource
from workspace.settings import Settings, save_settings

HANGUL = re.compile("[가-힣]")
PLACE = re.compile(r"\{(\w+)\}")
# Nothing in them is a word of a language.
SAME = {"status= assignee= (me, a name, empty)", "mine, unassigned, open, all, channel:X"}


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def texts() -> set[str]:
    found: set[str] = tool("plain_texts").plain_texts()
    return found


@pytest.fixture(scope="module")
def korean() -> dict[str, str]:
    found: dict[str, str] = json.loads(resource("i18n", "plain_ko.json").read_text("utf-8"))
    return found


def test_every_error_and_remark_of_the_source_has_its_korean(
    texts: set[str], korean: dict[str, str]
) -> None:
    assert len(texts) > 450  # the walk finds them
    assert sorted(texts - korean.keys()) == []
    for text in texts:
        own = korean[text]
        assert set(PLACE.findall(own)) == set(PLACE.findall(text)), text
        if not text.startswith(tuple(SAME)):
            assert HANGUL.search(own), text


def test_the_walk_knows_how_errors_are_written(tmp_path: Path) -> None:
    source = tmp_path / "some.py"
    source.write_text(
        "raise NotFound(f'There is no {row.name} in “{place}”.' if x else 'It is gone now.',\n"
        "    action='Look again: ' + f'{self.paths.logs}')\n",
        encoding="utf-8",
    )
    assert tool("plain_texts").texts_of(source, {"NotFound"}) == {
        "There is no {name} in “{place}”.",
        "It is gone now.",
        "Look again: {logs}",
    }


def test_what_is_said_is_found_again_with_its_values(korean: dict[str, str]) -> None:
    words = PlainWords(korean)
    for text, own in korean.items():
        values = {name: f"Wert{n}" for n, name in enumerate(PLACE.findall(text))}
        said = words.say(PLACE.sub(lambda m, v=values: v[m.group(1)], text))
        assert said != text or text == own, text
        assert not PLACE.search(said), (text, said)
        for value in values.values():
            assert value in said, (text, said)


def test_particles_values_and_messages_within_messages() -> None:
    words = plain_words.words("ko")
    error = NotFound("There is no account “가게”.", "Try again.")
    assert words.say(error.message) == "계정 “가게”가 없습니다."
    assert words.say("There is no account “상점”.") == "계정 “상점”이 없습니다."
    # A value is a value, whatever it looks like.
    assert "{name}" in words.say("There is no account “{name}”.")
    inner = "It is safe in the outbox and goes out later: The sync engine is not running."
    assert words.say(inner).endswith("동기화 엔진이 실행되고 있지 않습니다.")
    assert words.say("Something nobody wrote down.") == "Something nobody wrote down."
    assert words.say("") == ""


def test_hostile_values_cost_no_time_to_speak_of() -> None:
    words = plain_words.words("ko")
    text = "The connector “" + "“a” in " * 2_000 + "” failed (X)."
    assert "실패" in words.say(text) or words.say(text) == text


def test_language_is_chosen_by_wish_then_environment() -> None:
    assert plain_words.language("en", {"LANG": "ko_KR.UTF-8"}) == "en"
    assert plain_words.language("", {"LANG": "ko_KR.UTF-8"}) == "ko"
    assert plain_words.language("", {"LC_ALL": "C", "LANG": "ko_KR.UTF-8"}) == "en"
    assert plain_words.language("", {}) == "en"


def run(*arguments: str, lang: str = "C.UTF-8") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "workspace", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"LC_ALL": lang, "PATH": "", "PYTHONUTF8": "1", **_python_path()},
        timeout=120,
        check=False,
    )


def _python_path() -> dict[str, str]:
    import os

    return {name: os.environ[name] for name in ("PYTHONPATH", "HOME") if name in os.environ}


def test_help_complaints_and_errors_of_the_real_command(tmp_path: Path) -> None:
    base = str(tmp_path / "base")
    told = run("--basedir", base, "--help", lang="ko_KR.UTF-8")
    assert told.returncode == 0
    assert told.stdout.startswith("사용법: workspace")
    assert "고객에게 답장합니다" in told.stdout
    assert "usage" not in told.stdout
    missing = run("--basedir", base, "search", lang="ko_KR.UTF-8")
    assert missing.returncode == 2
    assert "오류: 다음 인수가 필요합니다: QUERY" in missing.stderr

    (tmp_path / "base").mkdir(mode=0o700)
    save_settings(tmp_path / "base" / "settings.json", Settings(language="ko"))
    refused = run("--basedir", base, "open", "nonsense")
    assert refused.returncode == 2
    assert "“nonsense”는 티켓 참조가 아닙니다." in refused.stderr
    passphrase = tmp_path / "empty"
    passphrase.touch()
    for json_too in ((), ("--json",)):
        wrong = run("--basedir", base, "--passphrase-file", str(passphrase), "tickets", *json_too)
        assert wrong.returncode == 1
        assert "비어 있습니다" in wrong.stderr
    body = json.loads(wrong.stderr)["error"]
    assert body.keys() == {"kind", "message", "action"}
    assert body["kind"] == "key_unavailable"
    english = run("--basedir", base, "--language", "en", "open", "nonsense")
    assert "is not a ticket reference" in english.stderr
