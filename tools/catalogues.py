"""Collects the window's texts into resources/i18n/*.ts and compiles them to .qm.

    python tools/catalogues.py            update the .ts files, compile those
    python tools/catalogues.py --check    say what is missing, unfinished or out of date; exit 1

Texts are the literal arguments of `t("Context", "text", …)` in src/workspace/ui, what the
connectors' manifests say, and errors, remarks and help of the commands (plain_texts.py): these are
compiled to plain_*.json, to be read without Qt. Translations that are there are kept; texts that
are gone go.
"""

from __future__ import annotations

import argparse
import ast
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import plain_texts

ROOT = Path(__file__).parents[1]
UI = ROOT / "src" / "workspace" / "ui"
CATALOGUES = ROOT / "resources" / "i18n"
FORMS = {"en": 2, "ko": 1}  # plural forms as Qt Linguist counts them
COPIED = {"en"}  # the source text is the translation, but for plurals


@dataclass(frozen=True, order=True)
class Text:
    """A text to translate; `plural` has %n."""

    context: str
    source: str
    plural: bool


def texts_of(path: Path) -> set[Text]:
    """The texts of one module. ValueError names a call whose arguments are no literals."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node.func, ast.Name) else name
        if name != "t" or len(node.args) < 2:
            continue
        parts = [a.value for a in node.args[:2] if isinstance(a, ast.Constant)]
        if len(parts) != 2 or not all(isinstance(part, str) for part in parts):
            raise ValueError(f"{path.name}:{node.lineno}: t() needs literal texts")
        found.add(Text(parts[0], parts[1], len(node.args) > 2))
    return found


def manifest_texts() -> set[Text]:
    """What our own connectors' manifests say to people."""
    from workspace.sync.connectors.desk import DeskConnector
    from workspace.sync.connectors.rt import RtConnector

    words = set()
    for manifest in (DeskConnector.manifest, RtConnector.manifest):
        words.add(manifest.title)
        for setting in manifest.settings:
            words |= {setting.label, setting.help, *setting.choices}
    return {Text("Connectors", word, False) for word in words if word}


def all_texts() -> set[Text]:
    """Every text of the window."""
    found = manifest_texts()
    found |= {Text(plain_texts.CONTEXT, text, False) for text in plain_texts.plain_texts()}
    for path in sorted(UI.rglob("*.py")):
        found |= texts_of(path)
    return found


def read_catalogue(path: Path) -> dict[tuple[str, str], list[str]]:
    """(context, source) -> translations, one or a plural's forms."""
    known: dict[tuple[str, str], list[str]] = {}
    if not path.exists():
        return known
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            known[name, message.findtext("source", "")] = forms or [translation.text or ""]
    return known


def translations(language: str, text: Text, known: dict[tuple[str, str], list[str]]) -> list[str]:
    """What is known of a text, in as many forms as the language has; "" where nothing is."""
    count = FORMS[language] if text.plural else 1
    forms = known.get((text.context, text.source), [])
    if len(forms) == count and all(forms):
        return forms
    if language in COPIED and not text.plural:
        return [text.source]
    return (forms + [""] * count)[:count]


def catalogue(language: str, texts: set[Text], known: dict[tuple[str, str], list[str]]) -> bytes:
    """The .ts file as bytes."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = None
    for text in sorted(texts):
        if context is None or context.findtext("name") != text.context:
            context = ET.SubElement(root, "context")
            ET.SubElement(context, "name").text = text.context
        message = ET.SubElement(context, "message")
        if text.plural:
            message.set("numerus", "yes")
        ET.SubElement(message, "source").text = text.source
        forms = translations(language, text, known)
        translation = ET.SubElement(message, "translation")
        if not all(forms):
            translation.set("type", "unfinished")
        if text.plural:
            for form in forms:
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0]
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'.encode()


def plain(source: Path) -> bytes:
    """The plain words of a .ts file as JSON; those without a translation are left out."""
    known = read_catalogue(source)
    found = {
        text: forms[0]
        for (context, text), forms in known.items()
        if context == plain_texts.CONTEXT and forms[0]
    }
    return (json.dumps(found, ensure_ascii=False, indent=0, sort_keys=True) + "\n").encode()


def for_window(source: Path) -> bytes:
    """The .ts file without the plain words."""
    tree = ET.parse(source)
    for context in list(tree.getroot().iter("context")):
        if context.findtext("name") == plain_texts.CONTEXT:
            tree.getroot().remove(context)
    return ET.tostring(tree.getroot(), encoding="utf-8")


def compile_all(language: str) -> dict[Path, bytes]:
    """What is made of a language's .ts file, by path."""
    source = CATALOGUES / f"workspace_{language}.ts"
    made = {source.with_suffix(".qm"): compiled(source)}
    if language not in COPIED:
        made[CATALOGUES / f"plain_{language}.json"] = plain(source)
    return made


def compiled(source: Path) -> bytes:
    """The .qm bytes of a .ts file, by Qt's own lrelease."""
    import PySide6

    folder = Path(PySide6.__file__).parent
    tool = next(path for path in (folder / "lrelease", folder / "lrelease.exe") if path.exists())
    with tempfile.TemporaryDirectory() as temporary:
        window, target = Path(temporary) / "in.ts", Path(temporary) / "out.qm"
        window.write_bytes(for_window(source))
        subprocess.run([str(tool), "-silent", str(window), "-qm", str(target)], check=True)
        return target.read_bytes()


def faults(texts: set[Text]) -> list[str]:
    """What is wrong with the committed catalogues, one line each."""
    found = []
    for language in FORMS:
        path = CATALOGUES / f"workspace_{language}.ts"
        known = read_catalogue(path)
        wanted = {(text.context, text.source) for text in texts}
        found += [f"{language}: no longer used: {key}" for key in sorted(known.keys() - wanted)]
        for text in sorted(texts):
            forms = known.get((text.context, text.source), [])
            count = FORMS[language] if text.plural else 1
            if len(forms) != count or not all(forms):
                found.append(f"{language}: unfinished: {text.context}: {text.source}")
        for made, data in compile_all(language).items() if path.exists() else ():
            if not made.exists() or made.read_bytes() != data:
                found.append(f"{language}: {made.name} is older than the .ts file")
    return found


def main() -> int:
    """Update or check; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    texts = all_texts()
    if not arguments.check:
        for language in FORMS:
            path = CATALOGUES / f"workspace_{language}.ts"
            path.write_bytes(catalogue(language, texts, read_catalogue(path)))
            for made, data in compile_all(language).items():
                made.write_bytes(data)
    lines = faults(texts)
    sys.stdout.write("\n".join([*lines, f"{len(texts)} texts, {len(lines)} faults"]) + "\n")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
