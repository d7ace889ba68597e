"""What surrounds every page: name, navigation, language switch, footer, feeds."""

from dataclasses import dataclass, field

from articles import languages
from articles.models import SiteFrame
from articles.models.glossary import current_glossary, glossary_version
from articles.public.addresses import localised, named, page_address
from articles.public.body import raw_blocks
from articles.public.links import Link, References


@dataclass
class Frame:
    site: SiteFrame
    language: str
    navigation: list = field(default_factory=list)  # {"label", "address", "outside", "current"}
    footer: list = field(default_factory=list)
    alternates: dict = field(default_factory=dict)  # {language: address} of the same thing in each released language
    feeds: list = field(default_factory=list)  # (address, title) for autodiscovery
    explainers: Link | None = None  # the two sections, where they are released
    news: Link | None = None

    @property
    def switch(self):
        """`(code, name, address or "")` in the settings' order; a language that is not released is left out."""
        return [
            (code, languages.name(code), "" if code == self.language else self.alternates[code])
            for code in languages.codes()
            if code in self.alternates or code == self.language
        ]


class FrameBuilder:
    """Made first, so that the pages its links lead to are fetched with the page's own (`references`)."""

    def __init__(self, language):
        self.language = language
        self.site = SiteFrame.objects.annotate(glossary_version=glossary_version()).first() or SiteFrame()
        self._navigation = raw_blocks(languages.read(self.site, "navigation", language))
        self._footer = raw_blocks(languages.read(self.site, "footer_links", language))

    def glossary(self):
        """The `Glossary`, whose version came with the frame."""
        stamp = {"version": self.site.glossary_version} if self.site.pk else {}
        return current_glossary(**stamp)

    @property
    def references(self):
        links = [*self._navigation, *self._footer]
        return References(pages={link["value"]["page"] for link in links if link["value"].get("page")})

    def build(self, resolved, *, path, alternates, feeds=()):
        """`alternates` maps languages to addresses of the same page; `path` marks the current section."""
        news = (named("feed-news", self.language), self.site.name or "DAJP")
        return Frame(
            site=self.site,
            language=self.language,
            navigation=list(self._links(self._navigation, resolved, path)),
            footer=list(self._links(self._footer, resolved, path)),
            alternates=alternates,
            feeds=[news, *feeds],
            explainers=resolved.explainers,
            news=resolved.news,
        )

    def _links(self, raw, resolved, path):
        """Links whose page readers of this language may see; the current one is the longest that `path` starts with."""
        found = []
        for item in raw:
            value = item["value"]
            link = resolved.links.get(value.get("page"))
            address = (
                link.address
                if link
                else ("" if value.get("page") else localised(value.get("address") or "", self.language))
            )
            if address:
                found.append(
                    {
                        "label": value["label"],
                        "address": address,
                        "outside": "://" in address,
                        "current": False,
                    }
                )
        home = f"/{self.language}/"
        around = [link for link in found if path.startswith(link["address"]) and link["address"] != home]
        here = [link for link in found if link["address"] == path]
        for link in here[:1] or sorted(around, key=lambda link: len(link["address"]))[-1:]:
            link["current"] = "page" if here else "true"
        return found


def page_alternates(page):
    """`{language: address}` of every language in which readers may see the page."""
    return {code: page_address(page.url_path, code) for code in page.released_languages()}
