"""What a quick entry asks for: the source language of a news item, and what it is filed under."""

import unicodedata
import uuid

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles import languages
from articles.models import Category, NewsItemPage, Topic
from articles.newsroom import flash

HEADLINE_HINT = 40  # characters that a headline should keep to
SEPARATORS = "、，,;；\n"


def named(snippet):
    """By its name in the language of the interface, where it has one."""
    return languages.read(snippet, "name", languages.current()) or str(snippet)


class Categories(forms.ModelChoiceField):
    def label_from_instance(self, category):
        return named(category)


class TopicNames(forms.CharField):
    """Topics by their names, as one types them: whole or as far as they are unmistakable. Cleans to a list."""

    def clean(self, value):
        topics = list(Topic.objects.all())
        text = super().clean(value)
        for separator in SEPARATORS:
            text = text.replace(separator, "\n")
        found = [_topic(name.strip(), topics) for name in text.split("\n") if name.strip()]
        return list(dict.fromkeys(found))


def _topic(name, topics):
    wanted = _folded(name)
    names = {topic: [_folded(said) for said in _names(topic)] for topic in topics}
    for matches in (str.__eq__, str.startswith):
        found = [topic for topic in topics if any(matches(said, wanted) for said in names[topic])]
        if len(found) == 1:
            return found[0]
        if found:
            text = gettext("“%(name)s” could be several topics: %(topics)s.")
            listed = ", ".join(map(str, found))
            raise forms.ValidationError(text % {"name": name, "topics": listed})
    raise forms.ValidationError(gettext("There is no topic “%(name)s”.") % {"name": name})


def _names(topic):
    return [*(languages.read(topic, "name", code) or "" for code in languages.codes()), topic.slug]


def _folded(text):
    return unicodedata.normalize("NFKC", text).casefold()


class FlashForm(forms.Form):
    """`step` (of `newsroom.flash`) says what is needed: a draft may be unfinished."""

    headline = forms.CharField(
        label=_("Headline"), max_length=200, error_messages={"required": _("Write the headline.")}
    )
    summary = forms.CharField(
        label=_("Summary (1 to 3 sentences)"),
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Write the summary.")},
    )
    category = Categories(label=_("Category"), queryset=Category.objects.all(), required=False)
    topics = TopicNames(
        label=_("Topics"),
        required=False,
        help_text=_("Separated by commas; the beginning of a name is enough."),
        widget=forms.TextInput({"list": "flash-topic-names"}),
    )
    source_name = forms.CharField(label=_("Name of the source (optional)"), max_length=200, required=False)
    source_url = forms.URLField(
        label=_("URL of the source"),
        max_length=200,
        assume_scheme="https",
        error_messages={
            "required": _("Enter the address of the source."),
            "invalid": _("Enter the whole address of the source, beginning with https://."),
        },
    )
    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    shown = forms.CharField(widget=forms.HiddenInput, required=False)
    place = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, step="", **kwargs):
        super().__init__(*args, auto_id="flash-%s", **kwargs)
        self.step = step
        if step == flash.DRAFT:
            self.fields["summary"].required = self.fields["source_url"].required = False
        category = self.fields["category"]
        category.initial = category.queryset.first()
        if category.initial:
            category.empty_label = None
        for name in ("headline", "summary"):
            self.fields[name].widget.attrs["lang"] = languages.default()
        self._describe()

    def _describe(self):
        """What stands below a field is said with it."""
        for name, field in self.fields.items():
            described = [f"flash-{name}-help"] if field.help_text or name == "headline" else []
            if self.is_bound and name in self.errors:
                described.append(f"flash-{name}-error")
                field.widget.attrs["aria-invalid"] = "true"
            if described:
                field.widget.attrs["aria-describedby"] = " ".join(described)

    def clean(self):
        cleaned = super().clean()
        if self.step == flash.PUBLISH:
            source = languages.default()
            fields = {languages.column(name, source): name for name in ("headline", "summary")}
            for column, message in self.item().release_blockers(source).items():
                name = fields.get(column)
                if name not in self.errors:
                    self.add_error(name, message)
        return cleaned

    def item(self):
        """The news item that was written, not saved; of what is valid."""
        said, source = self.cleaned_data, languages.default()
        words = {languages.column(name, source): said.get(name, "") for name in ("headline", "summary")}
        filed = {name: said.get(name) or "" for name in ("source_name", "source_url")}
        item = NewsItemPage(**words, **filed, category=said.get("category"))
        item.topics.set(said.get("topics") or [])
        return item

    @property
    def first_wrong(self):
        """The field to put right first, or None."""
        return next((name for name in self.fields if name in self.errors), None) if self.is_bound else None

    def afresh(self):
        """Whatever was sent before, the next press means a new item."""
        self.data = self.data.copy()
        self.data["token"] = str(uuid.uuid4())

    def was_shown(self, pk):
        """Whether the browser had warned of this similar item before the form was sent."""
        return str(pk) in self.cleaned_data.get("shown", "").split()
