"""What an editor's browser sends: the forms of the admin, filled from a page."""

from django.urls import reverse
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.test.utils.form_data import nested_form_data, rich_text

from articles.blocks.text import INLINE


def form_of(page, **changes):
    """The editing form of `page` as its newest draft fills it, with raw values in `changes` typed over it."""
    form = page.edit_handler.bind_to_model(type(page)).get_form_class()
    fields = [name for name in form.base_fields if name != "comment_notifications"]
    values = {name: _typed(page, name, changes[name] if name in changes else _current(page, name)) for name in fields}
    for name in form.formsets:
        values[name] = {
            "TOTAL_FORMS": "0",
            "INITIAL_FORMS": "0",
            "MIN_NUM_FORMS": "0",
            "MAX_NUM_FORMS": "1000",
        }
    if page.pk and "explainer_links" in values:
        values["explainer_links"] |= _links(page)
    values |= {name: value for name, value in changes.items() if name not in fields}
    if page.pk and page.latest_revision_id:
        values["loaded_revision_id"] = str(page.latest_revision_id)
        values["loaded_revision_created_at"] = page.latest_revision.created_at.isoformat()
    several = {name: values.pop(name) for name in list(values) if isinstance(values[name], list)}
    return nested_form_data(values) | several


def post_edit(client, page, **changes):
    """Send the editing form; `action-publish` and other buttons are given as `**{"action-publish": "ja"}`.

    Asked what a new Japanese text means for the translations, it answers that they need an update.
    """
    if "action-publish" in changes:
        changes = {"significance": "update", **changes}
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form_of(page, **changes))


def post_new(client, parent, page, **changes):
    """Send the form of a page that does not exist yet."""
    where = ["articles", page._meta.model_name, parent.pk]
    return client.post(reverse("wagtailadmin_pages:add", args=where), form_of(page, **changes))


def _current(page, name):
    field = page._meta.get_field(name)
    if isinstance(field, StreamField):
        stream = getattr(page, name)
        return stream.stream_block.get_prep_value(stream) if stream else []
    if field.many_to_many:
        return [str(other.pk) for other in getattr(page, name).all()] if page.pk else []
    return getattr(page, field.attname)


def _typed(page, name, value):
    field = page._meta.get_field(name)
    if isinstance(field, StreamField):
        return _stream(value)
    if field.many_to_many:
        return [str(getattr(other, "pk", other)) for other in value]
    if value is None:
        return ""
    if hasattr(value, "tzinfo"):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M:%S.%f")
    return str(value)


def _stream(blocks):
    typed = {"count": str(len(blocks))}
    for index, block in enumerate(blocks):
        value = rich_text(block["value"], features=INLINE) if block["type"] == "paragraph" else block["value"]
        typed[str(index)] = {
            "type": block["type"],
            "value": value,
            "id": block["id"],
            "order": str(index),
            "deleted": "",
        }
    return typed


def _links(page):
    links = list(page.explainer_links.all())
    rows = {
        str(index): {
            "id": str(link.pk or ""),
            "explainer": str(link.explainer_id),
            "ORDER": str(index),
            "DELETE": "",
        }
        for index, link in enumerate(links)
    }
    return {
        **rows,
        "TOTAL_FORMS": str(len(links)),
        "INITIAL_FORMS": str(len([link for link in links if link.pk])),
    }
