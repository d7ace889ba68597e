"""Several files as one: a language that does not fit into a file, packed as it is written and unpacked with care."""

import io
import lzma
import struct
import zipfile
import zlib

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from articles.exchange.documents import Reason, XliffError
from articles.exchange.xliff_reader import LIMIT

MOST_FILES = 100
MOST_BYTES = 10 * LIMIT  # of all files of an archive
LEFT_BY_SYSTEMS = ("__MACOSX/", ".DS_Store")  # nobody put these in
BEGINNING = b"PK"
# RuntimeError: under a password.
SPOILT = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, RuntimeError, EOFError, OSError, ValueError)


class _Outbox(io.RawIOBase):
    """What `zipfile` writes to; `taken` hands it on, so that no more than one file is in memory."""

    def __init__(self):
        self.written = []

    def writable(self):
        return True

    def write(self, data):
        self.written.append(bytes(data))
        return len(data)

    def taken(self):
        found, self.written = b"".join(self.written), []
        return found


def packed(files):
    """A ZIP archive of `(name, bytes)`, in pieces as the files come."""
    outbox = _Outbox()
    with zipfile.ZipFile(outbox, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
            yield outbox.taken()
    yield outbox.taken()


def unpacked(name, data):
    """Yields `(name, bytes)`: the files of an archive, or the file itself; XliffError when it is not to be opened."""
    if not data.startswith(BEGINNING):
        yield name, data
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from _members(archive)
    except SPOILT as error:
        raise _refused(_("The archive is damaged or locked with a password.")) from error


def _members(archive):
    inside, left = [member for member in archive.infolist() if not _is_noise(member)], MOST_BYTES
    if not inside or len(inside) > MOST_FILES:
        raise _refused(_("An archive holds from 1 to %(count)d files.") % {"count": MOST_FILES})
    for member in inside:
        with archive.open(member) as file:  # whatever the archive says of its size
            data = file.read(min(left, LIMIT) + 1)
        left -= len(data)
        if left < 0:
            text = _("The files in the archive are larger than %(limit)s together. Send them in several steps.")
            raise _refused(text % {"limit": filesizeformat(MOST_BYTES)})
        yield member.filename, data


def _is_noise(member):
    return member.is_dir() or member.filename.startswith(LEFT_BY_SYSTEMS) or member.filename.endswith(LEFT_BY_SYSTEMS)


def _refused(message):
    return XliffError([Reason(_("File"), message)], is_legible=False)
