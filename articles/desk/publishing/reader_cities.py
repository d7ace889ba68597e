"""Where the readers of a language mostly live: a time of publication is shown as their clocks will show it."""

from zoneinfo import ZoneInfo

from django.utils.translation import pgettext_lazy

CITIES = {"en": (pgettext_lazy("city", "London"), "Europe/London")}


def city_of(language):
    """`(name, name of the time zone)`; None where readers share the newsroom's clock."""
    return CITIES.get(language)


def time_in_city(moment, language):
    """`moment` on the clocks of the readers: `2025-12-05 00:00`; "" without a city."""
    city = city_of(language)
    return f"{moment.astimezone(ZoneInfo(city[1])):%Y-%m-%d %H:%M}" if city else ""
