"""Where links may lead, what saved files are called, and that they are known as foreign."""

from __future__ import annotations

import itertools
import unicodedata
from pathlib import Path

import pytest

from workspace.domain.file_names import is_device
from workspace.ui.conversation.attachments import copy_out, safe_file_name
from workspace.ui.conversation.links import readable_target, safe_url
from workspace.ui.conversation.origin_mark import mark, quarantine_command, zone_stream
from workspace.ui.conversation.text_blocks import Link

_NAMES = (
    "about acrobat afp apt blob calculator chrome cid data dav dict facetime feed file ftp gopher"
    " help hcp icap intent itms javascript jar ldap livescript mid mocha ms-appinstaller ms-cxh"
    " ms-msdt ms-officecmd ms-settings ms-word news nfs qrc res search search-ms shell sip skype"
    " slack smb sms ssh steam telnet vbscript view-source vnc webcal wss x-apple.systempreferences"
)
SCHEMES = _NAMES.split()
ALLOWED = ("https://example.com/a?b=c#d", "http://example.com", "mailto:a@example.com", "tel:+821")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_other_schemes_lead_nowhere(scheme: str) -> None:
    for form in (
        "{}://host/x",
        "{}:x",
        "{}:///etc/passwd",
        " {}:x",
        "{}\u200b:x",
        "\x01{}:x",
        "{}:%2f%2fhost",
    ):
        for spelt in (scheme, scheme.upper(), scheme.title()):
            url = safe_url(Link(form.format(spelt), "shown"))
            assert url is None, form.format(spelt)


@pytest.mark.parametrize(
    "target",
    [
        "//host/share",
        "\\\\host\\share",
        "https:\\\\host\\x",
        "/etc/passwd",
        "x.html",
        "",
        " ",
        "https://",
        "https:///x",
        "http:host",
        "C:\\Windows\\x.exe",
        "https://ho st/",
        "javascript",
        "https://host:99999999/",
        "HTTPS://" + "x" * 5000,
    ],
)
def test_what_is_no_whole_address_leads_nowhere(target: str) -> None:
    assert safe_url(Link(target, "shown")) is None


@pytest.mark.parametrize("target", ALLOWED)
def test_four_schemes_may_be_opened_and_show_where_they_lead(target: str) -> None:
    assert len(SCHEMES) >= 40
    assert safe_url(Link(target, "shown")) is not None
    assert target.split(":")[0] in readable_target(Link(target, "shown"))


def test_a_look_alike_host_is_shown_as_it_is_on_the_wire() -> None:
    shown = readable_target(Link("https://аpple.example/", "apple.example"))  # a Cyrillic letter
    assert "xn--" in shown
    assert shown.isascii()


STEMS = (
    "invoice",
    "../../../etc/cron.d/x",
    "..\\..\\Startup\\x",
    "/etc/passwd",
    "C:\\Windows\\x",
    "~/.ssh",
    "con",
    "NUL",
    "com1",
    "lpt9.tar",
    "청구서",
    "a\u202egpj",
    "\u2066x\u2069",
    "a\nb",
    "a\x00b",
    "a\x1b[31m",
    " lead",
    "trail ",
    "dots...",
    ".hidden",
    "-rf",
    "a:b",
    'a"b',
    "a|b*?<c>",
    "x" * 400,
    "한" * 200,
    "e\u0301" * 50,
    "",
    ".",
    "..",
    "...",
    "a/b/c",
    "\ufeffbom",
    "$(reboot)",
    "%2e%2e%2f",
    "file\u00a0name",
)
ENDINGS = (
    "",
    ".pdf",
    ".PDF ",
    ".exe",
    ".pdf.exe",
    ".txt.",
    ".j\u202eexe",
    "." + "e" * 300,
    ".tar.gz",
    ":stream",
)


@pytest.mark.parametrize(
    "name", ["con", "NUL.tar.gz", "Aux .pdf", "com1.txt", "COM¹", "lpt9", "CONOUT$", "prn:x"]
)
def test_no_saved_file_is_a_device_of_windows(name: str) -> None:
    assert is_device(name.partition(":")[0])
    assert not is_device(safe_file_name(name))
    assert not is_device("console.log")
    assert not is_device("com.pdf")


@pytest.mark.parametrize("stem", STEMS)
def test_names_stay_in_their_folder_and_show_their_ending(stem: str, tmp_path: Path) -> None:
    for ending in ENDINGS:
        name = safe_file_name(stem + ending)
        assert (tmp_path / name).resolve().parent == tmp_path.resolve(), name
        assert 0 < len(name.encode()) <= 200
        assert name == unicodedata.normalize("NFC", name)
        assert name == name.strip(" .")
        assert not set(name) & set('<>:"/\\|?*')
        assert all(sign.isprintable() for sign in name)
        assert all(
            unicodedata.bidirectional(s) not in {"RLO", "LRO", "RLE", "LRE", "PDF"} for s in name
        )
        head = name.split(".")[0].lower()
        assert head not in {"con", "prn", "aux", "nul"} | {
            f"{d}{n}" for d in ("com", "lpt") for n in range(10)
        }
        (tmp_path / name).write_bytes(b"x")  # the system takes it
    for one, other in itertools.pairwise(["a.pdf", "b.exe"]):
        assert safe_file_name(one).endswith(".pdf")
        assert safe_file_name(other).endswith(".exe")


def test_a_saved_file_has_no_right_to_run_even_where_one_stood(tmp_path: Path) -> None:
    target = tmp_path / "script.sh"
    target.write_text("old")
    target.chmod(0o755)
    source = tmp_path / "source"
    source.write_bytes(b"#!/bin/sh\n")
    copy_out(source.open("rb"), target)
    assert target.read_bytes() == b"#!/bin/sh\n"
    assert target.stat().st_mode & 0o111 == 0


def test_marks_of_the_other_systems(tmp_path: Path) -> None:
    name, words = zone_stream(Path("C:/Users/a/report.docx"))
    assert name.endswith("report.docx:Zone.Identifier")
    assert words.splitlines() == ["[ZoneTransfer]", "ZoneId=3"]
    command = quarantine_command(Path("/Users/a/-x report.pkg"), 0x5F000000, "TOKEN")
    assert command[1:4] == ["-w", "com.apple.quarantine", "0081;5f000000;Workspace;TOKEN"]
    assert command[-1] == "/Users/a/-x report.pkg"  # absolute, so never taken for an option
    target = tmp_path / "f"
    target.write_bytes(b"x")
    target.chmod(0o777)
    mark(target, "win32")  # a plain file here; on Windows the file's alternate stream
    assert "ZoneId=3" in (tmp_path / "f:Zone.Identifier").read_text()
