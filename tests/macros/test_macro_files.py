"""Macros as files: read with distrust, written back without loss, handed on without surprises."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workspace.domain.errors import StoreError, UsageError
from workspace.domain.macro_reading import FILE_CAP, parse
from workspace.domain.macro_toml import write
from workspace.domain.macros import Changes, Macro, Variant, is_safe_file_name, new_id
from workspace.macro_exchange import export, offered, take
from workspace.macro_files import attachment, missing_files, read_file, read_library, save
from workspace.paths import Paths

FULL = """\
# Team billing; ask Tomas before changing it.
name = "Refund on its way"
keywords = ["refund", "환불"]
key = "Ctrl+Alt+1"
snooze = "monday 9:00"
files = ["forms/return.pdf"]
accounts = ["store"]
channels = ["email"]
colour = { shade = "red", since = 2020-01-01 }

[set]
status = "pending"
assignee = "me"
tags_add = ["refund"]
odd = 1.5

[set.fields]
"Order number" = "A-1"
many = ["a", "b"]

[language.en]
text = '''
Hello {{customer.first_name or "there"}},

it's on its way.
'''

[language.ko]
name = "환불 안내"
text = "안녕하세요 {{customer.name}}님"
note = 'Said "yes"'
"""


@pytest.fixture
def base(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "base").ensure()


def test_what_was_read_is_written_back_with_what_this_version_does_not_know() -> None:
    macro, faults = parse("refund", FULL)
    assert macro is not None
    assert {(one.field, one.line) for one in faults} == {("colour", 9), ("set.odd", 15)}
    again = write(macro)
    assert parse("refund", again)[0] == macro
    assert again.startswith("# Team billing")
    assert "shade" in again
    assert "odd = 1.5" in again


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@example(name="0", text="", note="", tag="", value="", kept="\n0")
@given(name=words, text=words, note=words, tag=words, value=words, kept=words)
def test_any_words_survive_a_file(
    name: str, text: str, note: str, tag: str, value: str, kept: str
) -> None:
    macro = Macro(
        "x",
        name,
        (tag,),
        variants={"": Variant("", text, note), "ko": Variant(name, note, text)},
        changes=Changes(status="open", tags_add=(tag,), fields={value: (value, tag)}),
        comment="# c",
        unknown={"later": {kept: [kept, 1, True]}},
    )
    read, _ = parse("x", write(macro))
    if read is None:  # no name is left of control characters and blanks
        assert not any(sign.isprintable() and not sign.isspace() for sign in name)
        return
    assert parse("x", write(read))[0] == read
    assert read.unknown == macro.unknown
    printable = "".join(c for c in text.replace("\r\n", "\n").replace("\r", "\n"))
    assert read.variants.get("", Variant()).text == "".join(
        c for c in printable if c in "\n\t" or c.isprintable()
    ).strip("\n")


@given(st.text(max_size=300) | st.binary(max_size=300).map(lambda b: b.decode("latin-1")))
def test_no_text_breaks_the_reader(source: str) -> None:
    macro, faults = parse("x", source)
    assert macro is not None or any(one.level == "error" for one in faults)


@pytest.mark.parametrize(
    ("source", "field", "line"),
    [
        ("name = 3", "name", 1),
        ('name = "a"\ntext = "b"\nkey = "a"', "key", 3),
        ('name = "a"\ntext = "b"\nkey = "Shift+A"', "key", 3),
        ('name = "a"\n\nfiles = ["../../etc/passwd"]', "files", 3),
        ('name = "a"\nfiles = ["/etc/passwd"]', "files", 2),
        ('name = "a"\nfiles = ["c:x"]', "files", 2),
        ('name = "a"\n[set]\nstatus = ""', "set.status", 3),
        ('name = "a"\n[set]\ntags_add = "vip"', "set.tags_add", 3),
        ('name = "a"\n[language.english_]\ntext = "b"', "language.english_", 2),
        ('name = "a"\nsnooze = "whenever"', "snooze", 2),
        ('name = "a"\ntext = "b', "", 2),
        ('name = "a"', "", 0),
        ("x = " + "[" * 2_000 + "]" * 2_000, "", 0),
        ("a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v = 1", "", 0),
        ("#" * FILE_CAP + "##", "", 0),
    ],
)
def test_a_fault_names_its_field_and_line(source: str, field: str, line: int) -> None:
    macro, faults = parse("x", source)
    assert macro is None
    assert (field, line) in {(one.field, one.line) for one in faults if one.level == "error"}


def test_a_placeholder_that_nothing_fills_is_warned_of_with_its_line() -> None:
    macro, faults = parse("x", 'name = "a"\ntext = """\nHello\n\n{{customer.nam}}"""\n')
    assert macro is not None
    assert [(one.level, one.line) for one in faults] == [("warning", 5)]


@pytest.mark.parametrize(
    "name",
    [
        "..",
        "a/../b",
        "/a",
        "a//b",
        "a\\b",
        "c:a",
        "",
        " a",
        "a\nb",
        "a/ b",
        "x" * 201,
        "a.",
        "a/NUL.b",
    ],
)
def test_names_that_could_lead_elsewhere_are_refused(name: str) -> None:
    assert not is_safe_file_name(name)


def test_one_s_own_macro_comes_before_the_team_s_of_the_same_name(
    base: Paths, tmp_path: Path
) -> None:
    team = tmp_path / "team"
    team.mkdir()
    (team / "a.toml").write_text('name = "theirs"\ntext = "x"', encoding="utf-8")
    (team / "b.toml").write_text('name = "b"\ntext = "x"', encoding="utf-8")
    save(base.macros, Macro("a", "mine", variants={"": Variant("", "y")}), replaces=False)
    library = read_library(base, [str(team), str(tmp_path / "gone"), "relative"])
    assert [(one.id, one.own, one.hidden) for one in library.files] == [
        ("a", True, False),
        ("a", False, True),
        ("b", False, False),
    ]
    found = library.find("a")
    assert found is not None
    assert found.macro is not None
    assert found.macro.name == "mine"
    assert [folder.name for folder, _ in library.problems] == ["gone"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_pipes_and_links_out_of_a_shared_folder_are_not_followed(
    base: Paths, tmp_path: Path
) -> None:
    team = tmp_path / "team"
    team.mkdir()
    secret = tmp_path / "secret.toml"
    secret.write_text('name = "secret"\ntext = "x"', encoding="utf-8")
    (team / "link.toml").symlink_to(secret)
    os.mkfifo(team / "pipe.toml")
    (team / "folder.toml").mkdir()
    (team / "odd.toml").write_bytes(b"\xff\xfe")
    (team / "good.toml").write_text('name = "g"\nfiles = ["leak", "here.txt"]', encoding="utf-8")
    (team / "leak").symlink_to(secret)
    (team / "here.txt").write_text("x", encoding="utf-8")
    library = read_library(base, [str(team)])
    assert [one.id for one in library.usable()] == ["good"]
    assert len(library.files) == 5
    [good] = library.usable()
    assert missing_files(good) == {"leak"}
    assert attachment(good, "here.txt").read_text(encoding="utf-8") == "x"


def test_saving_refuses_to_replace_unless_told(base: Paths) -> None:
    macro = Macro("a", "A", variants={"": Variant("", "one")})
    save(base.macros, macro, replaces=False)
    with pytest.raises(UsageError):
        save(base.macros, macro, replaces=False)
    with pytest.raises(UsageError):
        save(base.macros, Macro("../a", "A", variants={"": Variant("", "one")}), replaces=True)
    assert [path.name for path in base.macros.iterdir()] == ["a.toml"]


def _library_with_files(base: Paths) -> None:
    (base.macros / "forms").mkdir(parents=True)
    (base.macros / "forms" / "return.pdf").write_bytes(b"%PDF")
    (base.macros / "refund.toml").write_text(FULL, encoding="utf-8")
    (base.macros / "hi.toml").write_text('name = "Hi"\ntext = "Hello"', encoding="utf-8")


@pytest.mark.parametrize("target", ["out.zip", "out"])
def test_exported_macros_arrive_with_their_files(base: Paths, tmp_path: Path, target: str) -> None:
    _library_with_files(base)
    assert export(read_library(base).usable(), tmp_path / target) == 2
    other = Paths(tmp_path / "other").ensure()
    assert {one.done for one in take(tmp_path / target, other)} == {"added"}
    for name in ("refund.toml", "hi.toml", "forms/return.pdf"):
        assert (other.macros / name).exists()
    assert [one.macro for one in read_library(other).usable()] == [
        one.macro for one in read_library(base).usable()
    ]
    assert {one.done for one in take(tmp_path / target, other)} == {"same"}


def test_an_import_asks_before_it_replaces(base: Paths, tmp_path: Path) -> None:
    _library_with_files(base)
    export(read_library(base).usable(), tmp_path / "m.zip")
    other = Paths(tmp_path / "other").ensure()
    (other.macros / "forms").mkdir(parents=True)
    (other.macros / "forms" / "return.pdf").write_bytes(b"another form")
    (other.macros / "hi.toml").write_text('name = "Hi"\ntext = "Mine"', encoding="utf-8")
    assert [(one.id, one.conflict) for one in offered(tmp_path / "m.zip", other)] == [
        ("hi", True),
        ("refund", False),
    ]
    with pytest.raises(UsageError, match="hi"):
        take(tmp_path / "m.zip", other)
    assert not (other.macros / "refund.toml").exists()
    done = {one.offered_id: (one.id, one.done) for one in take(tmp_path / "m.zip", other, "rename")}
    assert done == {"hi": ("hi-2", "renamed"), "refund": ("refund", "added")}
    assert "Mine" in (other.macros / "hi.toml").read_text(encoding="utf-8")
    refund = read_file(other.macros / "refund.toml")
    assert refund.macro is not None
    assert refund.macro.files == ("refund/forms/return.pdf",)
    assert attachment(refund, refund.macro.files[0]).read_bytes() == b"%PDF"
    assert (other.macros / "forms" / "return.pdf").read_bytes() == b"another form"


def test_a_hostile_zip_writes_nothing_elsewhere(base: Paths, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "m.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../evil.toml", 'name = "e"\ntext = "x"')
        archive.writestr("/abs.toml", 'name = "e"\ntext = "x"')
        archive.writestr("top/good.toml", 'name = "g"\nfiles = ["../evil.toml"]\ntext = "x"')
        archive.writestr("top/fine.toml", 'name = "f"\ntext = "x"')
        archive.writestr("top/broken.toml", "name")
    done = {one.id: one.done for one in take(tmp_path / "m.zip", base)}
    assert done == {"broken": "faulty", "fine": "added", "good": "faulty"}
    assert sorted(path.name for path in base.macros.iterdir()) == ["fine.toml"]
    assert not list(tmp_path.rglob("evil.toml"))


def test_a_zip_that_swells_is_stopped(base: Paths, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "m.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.toml", " " * (FILE_CAP * 50))
    with pytest.raises(StoreError, match="too large"):
        take(tmp_path / "m.zip", base)
    (tmp_path / "no.zip").write_bytes(b"no zip")
    with pytest.raises(StoreError):
        offered(tmp_path / "no.zip", base)


def test_new_names_are_free_and_fit_every_system() -> None:
    assert new_id("환불 안내: A/B", set()) == "환불-안내-a-b"
    assert new_id("…", {"macro"}) == "macro-2"
