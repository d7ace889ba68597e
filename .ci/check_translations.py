"""Fails when a text of the interface is not in its catalogue, not translated, or not in the compiled .mo.

Works on a copy: a check must not edit the tree it judges.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
SKIPPED = shutil.ignore_patterns(".git", ".venv*", "media", "staticfiles", "db.sqlite3*", "__pycache__")


def key(entry):
    return entry.msgctxt or "", entry.msgid, entry.msgid_plural or ""


def translations(entries):
    return {key(entry): entry.msgstr_plural or entry.msgstr for entry in entries}


def problems_of(committed, collected):
    """Yield a line for each difference between a committed .po, the texts in the code and the .mo."""
    name = committed.relative_to(ROOT)
    source = polib.pofile(str(committed))
    known = {key(entry) for entry in source if not entry.obsolete}
    needed = {key(entry) for entry in polib.pofile(str(collected)) if not entry.obsolete}
    for _, msgid, _ in sorted(needed - known):
        yield f"{name}: not collected: {msgid!r}"
    for _, msgid, _ in sorted(known - needed):
        yield f"{name}: no longer used: {msgid!r}"
    for entry in source.untranslated_entries() + source.fuzzy_entries():
        yield f"{name}: {'fuzzy' if entry.fuzzy else 'untranslated'}: {entry.msgid!r}"
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
        ]
        subprocess.run(command, cwd=copy, check=True, stdout=subprocess.DEVNULL)
        problems = [line for path in catalogues for line in problems_of(path, copy / path.relative_to(ROOT))]
    if problems:
        sys.exit("\n".join([*problems, "Run `make messages`, translate, and commit the .po and .mo files."]))
    print(f"{len(catalogues)} catalogue(s) complete and compiled.")


if __name__ == "__main__":
    main()
