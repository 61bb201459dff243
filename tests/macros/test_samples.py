"""The demo's macros are good ones: nothing wrong, both languages, usable on its desk."""

from __future__ import annotations

from workspace.demo.sample_macros import lay_macros
from workspace.macro_files import fault_lines, read_library
from workspace.paths import Paths


def test_the_samples_are_without_faults_in_both_languages(paths: Paths) -> None:
    lay_macros(paths)
    library = read_library(paths)
    assert fault_lines(library.files) == []
    assert len(library.usable()) >= 6
    for file in library.usable():
        assert file.macro is not None
        assert not file.missing, file.id
        assert file.macro.title("ko") != file.macro.name, file.id
    keys = [file.macro.key for file in library.usable() if file.macro and file.macro.key]
    assert len(keys) == len(set(keys))


def test_a_deleted_sample_does_not_come_back(paths: Paths) -> None:
    lay_macros(paths)
    (paths.macros / "size-advice.toml").unlink()
    lay_macros(paths)
    assert not (paths.macros / "size-advice.toml").exists()
