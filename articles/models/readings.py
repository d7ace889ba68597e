"""How the words of a released text are read, worked out when it was released: no reader waits for it."""

import hashlib

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.lane_records import LaneRecord
from articles.readings import parsed


class LaneReadings(LaneRecord):
    """`texts` maps the `key` of each text to its readings: `[[start, end, reading], …]`."""

    texts = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "lane"], name="one_set_of_readings_per_lane")]
        default_permissions = ()


def key(text):
    """16 hexadecimal digits that stand for a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def readings_field():
    return models.TextField(
        _("Readings"),
        blank=True,
        validators=[check_readings],
        help_text=_("For the furigana, where they are read wrongly. One per line: 発足 = ほっそく"),
    )


def check_readings(text):
    """Raises `ValidationError` naming each line that gives no word a reading in kana."""
    _words, bad = parsed(text)
    if bad:
        message = _("Line %(number)d does not give a word with kanji a reading in kana: %(text)s")
        raise ValidationError([ValidationError(message, params=vars(line)) for line in bad])
