"""The glossary: how the newsroom words things in each language, and which wordings it does not use."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import JSONObject
from django.utils.crypto import get_random_string
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from articles import lanes, languages, terms
from articles.models.glossary_form import GlossaryTermForm, KeepOldNamePanel
from articles.models.glossary_wording import conflict_message
from articles.models.panels import Tab, Tabs, language_panels
from articles.models.taxonomy import NamedSnippet


class TermTab(Tab):
    """A tab of a term: who may change the term may change it in every language, whatever lanes of pages they have."""

    class BoundPanel(Tab.BoundPanel):
        is_locked = False


def _language_tab(code):
    panels = [*language_panels(["name"], code), KeepOldNamePanel(code)]
    if code == languages.default():
        panels.append(FieldPanel("reading"))
    panels += language_panels(["definition", "forbidden"], code)
    return TermTab(panels, name=code, lane=code, heading=languages.name(code), classname=f"lane-{code}")


class GlossaryTerm(NamedSnippet):
    class Kind(models.TextChoices):
        TERM = "term", _("Term")
        PERSON = "person", _("Person")
        ORGANISATION = "organisation", _("Organisation")

    name = models.CharField(_("Approved name"), max_length=160, blank=True)
    definition = models.TextField(_("Definition"), blank=True, help_text=_("For readers, in one or two sentences."))
    forbidden = models.TextField(
        _("Variants not to use"), blank=True, help_text=_("One per line. Each is replaced by the approved name.")
    )
    reading = models.CharField(
        _("Reading"), max_length=200, blank=True, help_text=_("Of the Japanese name, in hiragana. It sorts the list.")
    )
    kind = models.CharField(
        _("What it is"),
        max_length=12,
        choices=Kind,
        default=Kind.TERM,
        help_text=_("People and organisations are listed apart below a text that names them."),
    )
    slug = models.SlugField(
        _("Slug"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_("Stands in the address of the term. Left empty, one is made from the English name."),
    )
    severity = models.CharField(
        _("A variant not to use"),
        max_length=8,
        choices=[(terms.BLOCK, _("stops a publish")), (terms.WARN, _("is only warned of"))],
        default=terms.BLOCK,
    )
    case_sensitive = models.BooleanField(
        _("Capitals matter"), default=False, help_text=_("“web3” and “Web3” are then different wordings.")
    )
    source = models.CharField(_("Source"), max_length=200, blank=True, help_text=_("Who says so: a law, an agency."))
    source_url = models.URLField(_("Address of the source"), max_length=500, blank=True)
    note = models.TextField(_("Note for the newsroom"), blank=True)
    updated_at = models.DateTimeField(auto_now=True, db_index=True)

    search_fields = [index.AutocompleteField("name_ja"), index.AutocompleteField("name_en")]
    base_form_class = GlossaryTermForm
    edit_handler = Tabs(
        [
            *(_language_tab(code) for code in languages.codes()),
            TermTab(
                [
                    FieldPanel("kind"),
                    FieldPanel("severity"),
                    FieldPanel("case_sensitive"),
                    FieldPanel("source"),
                    FieldPanel("source_url"),
                    FieldPanel("note"),
                    FieldPanel("slug"),
                ],
                name="shared",
                lane=lanes.SHARED,
                heading=_("Shared"),
            ),
        ]
    )

    class Meta:
        ordering = ["reading", "slug"]
        constraints = [
            models.UniqueConstraint(
                fields=[languages.column("name", languages.default())], name="one_term_per_source_name"
            )
        ]
        verbose_name = _("term")
        verbose_name_plural = _("terms")

    def variants(self, language):
        """The forbidden variants in `language`, as they were typed, without blank lines and repetitions."""
        lines = (line.strip() for line in (languages.read(self, "forbidden", language) or "").splitlines())
        distinct = {terms.comparable(line, self.case_sensitive): line for line in lines if line}
        return tuple(distinct.values())

    def term(self):
        """This term as the matching knows it."""
        return terms.Term(
            pk=self.pk,
            names={code: languages.read(self, "name", code) or "" for code in languages.codes()},
            forbidden={code: self.variants(code) for code in languages.codes()},
            severity=self.severity,
            case_sensitive=self.case_sensitive,
        )

    def full_clean(self, *args, **kwargs):
        self._fill_slug()
        super().full_clean(*args, **kwargs)

    def clean(self):
        super().clean()
        for code in languages.codes():
            setattr(self, languages.column("forbidden", code), "\n".join(self.variants(code)))
        problems = self._conflicts()
        reading = terms.hiragana(self.reading)
        if reading is None:
            problems["reading"] = [_("Write the reading in kana only.")]
        if problems:
            raise ValidationError(problems)
        self.reading = reading

    def _conflicts(self):
        term, others, found = self.term(), current_terms(), {}
        for code in languages.codes():
            for conflict in terms.conflicts(term, others, code, unique=code == languages.default()):
                column = languages.column("name" if conflict.is_about_name else "forbidden", code)
                found.setdefault(column, []).append(conflict_message(conflict))
        return found

    def _fill_slug(self):
        if self.slug:
            return
        wanted = slugify(self.name_en or "")[:70] or f"term-{get_random_string(6).lower()}"
        self.slug, number = wanted, 1
        while GlossaryTerm.objects.filter(slug=self.slug).exclude(pk=self.pk).exists():
            number += 1
            self.slug = f"{wanted}-{number}"


class Glossary:
    """The terms as they are stored now: `rows` by id, and ready for matching (`termset`)."""

    def __init__(self, rows):
        self.rows = {row.pk: row for row in rows}
        self.termset = terms.Termset([row.term() for row in rows])

    def explains(self, pk, language):
        """Whether readers of `language` can make use of the term: it has a name and a meaning in it."""
        return all(languages.read(self.rows[pk], name, language) for name in ("name", "definition"))


_compiled = (None, Glossary([]))  # of this process: which version of the glossary, and what it says
_UNASKED = object()


def _version():
    return JSONObject(terms=models.Count("pk"), last=models.Max("pk"), at=models.Max("updated_at"))


def glossary_version():
    """For `annotate()` of rows of any kind: another value after every change of the glossary, None for an empty one."""
    in_one = GlossaryTerm.objects.order_by().values(one=models.Value(1))
    return models.Subquery(in_one.annotate(version=_version()).values("version"))


def current_glossary(version=_UNASKED):
    """The `Glossary` as it is stored now: one small query, and a second when it has changed.

    Whoever has asked for `glossary_version()` along with something else saves the first.
    """
    global _compiled
    if version is _UNASKED:
        version = GlossaryTerm.objects.aggregate(version=_version())["version"]
        version = version if version["terms"] else None
    if version is None:
        return Glossary([])
    if _compiled[0] != version:
        _compiled = version, Glossary(list(GlossaryTerm.objects.order_by("pk")))
    return _compiled[1]


def current_terms():
    """The terms as they are stored now, ready for matching."""
    return current_glossary().termset


def suggestions(source_text, source_language, target_language):
    """`(name in source, approved name in target, pk)` of the terms that the text is about, in its order."""
    return current_terms().suggestions(source_text, source_language, target_language)
