"""Fails when a text of the interface is not in its catalogue, not translated, or not in the compiled .mo.

Ours are collected from the code; those of the installed apps are what their own catalogues lack.
Works on a copy: a check must not edit the tree it judges.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import installed_texts
import polib
from installed_texts import ROOT, key

SKIPPED = shutil.ignore_patterns(".git", ".venv*", "node_modules", "media", "staticfiles", "db.sqlite3*", "__pycache__")

# What the program fills in or the browser reads: a translation has to carry it over.
CARRIED_OVER = re.compile(r"%\(\w+\)[a-z]|%[a-z]|\{\w*\}|</?[a-z][^>]*>|&#?\w+;")


def translations(entries):
    return {key(entry): entry.msgstr_plural or entry.msgstr for entry in entries}


def needed_in(committed, copy):
    """The keys of the texts that belong in a catalogue."""
    if committed.parent == installed_texts.FOLDER:
        return set(installed_texts.lacking(committed.stem))
    return {key(entry) for entry in polib.pofile(str(copy / committed.relative_to(ROOT))) if not entry.obsolete}


def carries_over(entry):
    """Whether a translation has the placeholders and the markup of its text, the plural's where there is one."""
    wanted = sorted(CARRIED_OVER.findall(entry.msgid_plural or entry.msgid))
    texts = entry.msgstr_plural.values() or [entry.msgstr]
    return all(sorted(CARRIED_OVER.findall(text)) == wanted for text in texts)


def problems_of(committed, needed):
    """Yield a line for each difference between a committed .po, the texts that belong in it and the .mo."""
    name = committed.relative_to(ROOT)
    source = polib.pofile(str(committed))
    known = {key(entry) for entry in source if not entry.obsolete}
    for _, msgid, _ in sorted(needed - known):
        yield f"{name}: not collected: {msgid!r}"
    for _, msgid, _ in sorted(known - needed):
        yield f"{name}: no longer used: {msgid!r}"
    for entry in source.untranslated_entries() + source.fuzzy_entries():
        yield f"{name}: {'fuzzy' if entry.fuzzy else 'untranslated'}: {entry.msgid!r}"
    for entry in source.translated_entries():
        if not carries_over(entry):
            yield f"{name}: placeholders or markup differ: {entry.msgid!r}"
    compiled = committed.with_suffix(".mo")
    if not compiled.exists():
        yield f"{name}: not compiled"
    elif translations(polib.mofile(str(compiled))) != translations(source.translated_entries()):
        yield f"{name}: {compiled.name} is older than the .po"


def main():
    catalogues = sorted(path for path in ROOT.glob("**/locale/*/LC_MESSAGES/*.po") if ".venv" not in str(path))
    if not catalogues:
        sys.exit("No catalogue of translations (locale/*/LC_MESSAGES/*.po) was found.")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "tree"
        shutil.copytree(ROOT, copy, ignore=SKIPPED)
        command = [
            sys.executable,
            "manage.py",
            "makemessages",
            "--all",
            "--no-obsolete",
            "--add-location",
            "file",
            "--ignore",
            "dajp_site",
        ]
        subprocess.run(command, cwd=copy, check=True, stdout=subprocess.DEVNULL)
        problems = [line for path in catalogues for line in problems_of(path, needed_in(path, copy))]
    if problems:
        sys.exit("\n".join([*problems, "Run `make messages`, translate, and commit the .po and .mo files."]))
    print(f"{len(catalogues)} catalogue(s) complete and compiled.")


if __name__ == "__main__":
    main()
