"""Registrations with the admin; what they register is built in `desk`."""

from wagtail.snippets.models import register_snippet

from articles.models import Author, Category, Promo, Topic

for model in (Topic, Author, Category, Promo):
    register_snippet(model)
