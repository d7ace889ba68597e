"""What changed in the shared fields of a page, in words: the name of a picture, of a topic, a date, a source."""

from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.text import capfirst
from django.utils.translation import gettext
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField

from articles import lanes
from articles.desk.changes.block_values import Objects, leaves
from articles.desk.changes.wording_changes import ADDED, CHANGED, REMOVED, Change, Passage, kind_of, replaced
from articles.lanes.text_diff import text_diff
from articles.lanes.units import raw_blocks
from articles.models import Picture


def shared_changes(model, before, after):
    """A `Change` for each shared field that differs between two contents, one per block for a list of blocks."""
    old, new = (lanes.lane_content(model, content, lanes.SHARED) for content in (before, after))
    keys = [key for key in lanes.lane_keys(model, lanes.SHARED) if old.get(key) != new.get(key)]
    objects = Objects(pair for key in keys for part in (old, new) for pair in _references(model, key, part.get(key)))
    found = []
    for key in keys:
        found += _changes(model, key, old.get(key), new.get(key), objects)
    return found


def _references(model, key, value):
    """Pairs of a model and an id that the value of a field names."""
    if key in lanes.child_relations(model):
        return [pair for child in value or [] for pair in _child_references(model, key, child)]
    field = model._meta.get_field(key)
    if isinstance(field, StreamField):
        found = [leaf for item in raw_blocks(value) for leaf in _item_leaves(field, item)]
        return [(leaf.model, leaf.value) for leaf in found if leaf.model]
    if field.many_to_many:
        return [(field.related_model, pk) for pk in value or []]
    return [(field.related_model, value)] if field.is_relation else []


def _child_references(model, key, child):
    fields = [f for f in _child_model(model, key)._meta.fields if f.is_relation and not isinstance(f, ParentalKey)]
    return [(f.related_model, child.get(f.name)) for f in fields if child.get(f.name)]


def _child_model(model, key):
    return next(rel.related_model for rel in model._meta.related_objects if rel.get_accessor_name() == key)


def _changes(model, key, before, after, objects):
    if key in lanes.child_relations(model):
        label = capfirst(str(_child_model(model, key)._meta.verbose_name))
        names = ([objects.get(*pair) for pair in _references(model, key, part)] for part in (before, after))
        return [_list_change(key, label, *names)]
    field = model._meta.get_field(key)
    label = capfirst(str(field.verbose_name))
    if isinstance(field, StreamField):
        return _block_changes(field, label, before, after, objects)
    if field.many_to_many:
        names = ([objects.get(field.related_model, pk) for pk in part or []] for part in (before, after))
        return [_list_change(key, label, *names)]
    if field.is_relation:
        pair = tuple(objects.get(field.related_model, pk) for pk in (before, after))
        words = [_name(one, pk) for one, pk in zip(pair, (before, after), strict=True)]
        pictures = pair if field.related_model is Picture else ()
        return [Change(key, kind_of(before, after), label, [Passage("", replaced(*words))], pictures)]
    return [_value_change(field, label, before, after)]


def _name(found, pk):
    if not pk:
        return ""
    return str(found) if found is not None else gettext("(deleted)")


def _value_change(field, label, before, after):
    words = [_words(field, value) for value in (before, after)]
    is_prose = isinstance(field, (models.TextField, models.CharField)) and all(words)
    is_address = isinstance(field, (models.SlugField, models.URLField))
    return Change(
        field.name,
        kind_of(*words),
        label,
        [Passage("", text_diff(*words) if is_prose and not is_address else replaced(*words))],
    )


def _words(field, value):
    if isinstance(field, models.BooleanField):
        return gettext("Yes") if value else gettext("No")
    if isinstance(field, models.DateTimeField) and value:
        moment = timezone.localtime(parse_datetime(value), timezone.get_default_timezone())
        return f"{moment:%Y-%m-%d %H:%M}"
    return "" if value is None else str(value)


def _list_change(key, label, before, after):
    """What left a list and what came; when neither did, its order changed."""
    old, new = ([_name(one, True) for one in part] for part in (before, after))
    gone, come = ([name for name in one if name not in other] for one, other in ((old, new), (new, old)))
    if not gone and not come:
        return Change(key, CHANGED, label, [Passage(gettext("New order"), replaced("", " · ".join(new)))])
    passages = [*(Passage("", replaced(name, "")) for name in gone), *(Passage("", replaced("", n)) for n in come)]
    return Change(key, kind_of(gone, come), label, passages)


def _item_leaves(field, item):
    return leaves(field.stream_block.child_blocks.get(item["type"]), item["value"])


def _block_changes(field, label, before, after, objects):
    old, new = ({item["id"]: item for item in raw_blocks(part)} for part in (before, after))
    found = []
    for key in [*new, *(key for key in old if key not in new)]:
        sides = [_sayings(field, side.get(key), objects) for side in (old, new)]
        if sides[0] == sides[1]:
            continue
        kind = CHANGED if key in old and key in new else ADDED if key in new else REMOVED
        found.append(Change(f"{field.name}/{key}", kind, label, _passages(*sides)))
    if not found:
        order = " · ".join(next(iter(_sayings(field, item, objects).values()), ("", ""))[1] for item in new.values())
        found.append(Change(field.name, CHANGED, label, [Passage(gettext("New order"), replaced("", order))]))
    return found


def _sayings(field, item, objects):
    """`{path: (label, words)}` of one block; empty for none."""
    return {leaf.path: (leaf.label, objects.words(leaf)) for leaf in (_item_leaves(field, item) if item else [])}


def _passages(before, after):
    found = []
    for path in dict.fromkeys([*after, *before]):
        (label, old), (other, new) = before.get(path, ("", "")), after.get(path, ("", ""))
        if old != new:
            found.append(Passage(label or other, replaced(old, new)))
    return found
