"""Tables for spreadsheets that cannot carry a formula."""

import csv
import unicodedata

from django.http import StreamingHttpResponse

BOM = "\ufeff"  # or Excel takes UTF-8 for something else
FORMULA_SIGNS = "=+-@\u2212"
LINE_SIGNS = "\t\r\n"
UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp"}  # categories of characters that a spreadsheet may skip


class _Line:
    """What `csv` writes a row to: hands it on."""

    def write(self, text):
        return text.encode()


def csv_response(filename, rows):
    """Streams `rows` as they come."""
    response = StreamingHttpResponse(_lines(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}.csv"'
    response["Cache-Control"] = "private, no-store"
    return response


def _lines(rows):
    # All cells quoted: a spreadsheet that separates by other signs must not find a cell within a cell.
    writer = csv.writer(_Line(), quoting=csv.QUOTE_ALL)
    yield BOM.encode()
    for row in rows:
        yield writer.writerow([safe_cell(value) for value in row])


def safe_cell(value):
    """`value` as text that no spreadsheet takes for a formula: an apostrophe stands before what could be one."""
    text = "" if value is None else str(value)
    return f"'{text}" if _could_be_formula(text) else text


def _could_be_formula(text):
    if text[:1] in tuple(LINE_SIGNS):
        return True
    first = next((sign for sign in text if unicodedata.category(sign) not in UNSEEN), "")
    # Full-width signs are turned into the plain ones by some programs.
    return unicodedata.normalize("NFKC", first)[:1] in tuple(FORMULA_SIGNS)
