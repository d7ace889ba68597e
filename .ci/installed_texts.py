"""The Japanese that Wagtail and the other installed apps lack: `make messages` lists it in dajp_site/locale.

Their texts are not in our code, so makemessages cannot collect them. What an app translates itself is left to it.
"""

import os
import sys
from pathlib import Path

import django
import polib
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dajp_site.settings")
django.setup()

LANGUAGE = "ja"
FOLDER = ROOT / "dajp_site" / "locale" / LANGUAGE / "LC_MESSAGES"
DOMAINS = ["django", "djangojs"]
HEADER = "Japanese texts that the installed apps (Wagtail above all) lack. Listed and compiled by `make messages`."
METADATA = {
    "Language": LANGUAGE,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}


def key(entry):
    return entry.msgctxt or "", entry.msgid, entry.msgid_plural or ""


def _entries(folder, language, domain):
    path = Path(folder, "locale", language, "LC_MESSAGES", f"{domain}.po")
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete] if path.exists() else []


def _translated(domain):
    """The keys of all that is in Japanese without us; a text with a plural also serves where it has none."""
    folders = [Path(django.__file__).parent / "conf", *(app.path for app in apps.get_app_configs())]
    for folder in folders:
        for entry in _entries(folder, LANGUAGE, domain):
            if entry.translated():
                context, text, plural = key(entry)
                yield context, text, plural
                yield context, text, ""


def lacking(domain):
    """An untranslated entry, by its key, for each text of the installed apps that has no Japanese."""
    known = set(_translated(domain))
    found = {}
    for app in apps.get_app_configs():
        for entry in _entries(app.path, "en", domain):
            if key(entry) in known:
                continue
            # One entry for a text with a plural here and without one there: a catalogue has room for no more.
            new = found.setdefault(key(entry)[:2], polib.POEntry(msgctxt=entry.msgctxt, msgid=entry.msgid))
            if entry.msgid_plural:
                new.msgid_plural, new.msgstr_plural = entry.msgid_plural, {0: ""}
            new.comment = new.comment or entry.comment
            new.flags = new.flags or [flag for flag in entry.flags if flag.endswith("-format")]
            if (app.name, "") not in new.occurrences:
                new.occurrences.append((app.name, ""))
    return {key(entry): entry for entry in found.values()}


def write(domain):
    """Add to the catalogue what is lacking, and drop the rest; what has been translated stays."""
    path = FOLDER / f"{domain}.po"
    ours = {key(entry): entry for entry in polib.pofile(str(path))} if path.exists() else {}
    catalogue = polib.POFile(wrapwidth=120)
    catalogue.header, catalogue.metadata = HEADER, METADATA
    for name, entry in lacking(domain).items():
        if name in ours:
            entry.msgstr, entry.msgstr_plural = ours[name].msgstr, ours[name].msgstr_plural
            entry.fuzzy = ours[name].fuzzy
        catalogue.append(entry)
    catalogue.save(str(path))


if __name__ == "__main__":
    for each in DOMAINS:
        write(each)
