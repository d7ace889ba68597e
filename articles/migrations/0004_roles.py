from django.conf import settings
from django.db import migrations

from articles.newsroom import roles

from articles.newsroom.review import workflow as review_workflow


def make_roles(apps, schema_editor):
    roles.ensure_roles(apps)
    review_workflow.ensure_workflow(apps)


def remove_roles(apps, schema_editor):
    review_workflow.remove_workflow(apps)
    roles.remove_roles(apps)


class Migration(migrations.Migration):
    """Groups and the review workflow, from the same tables that tests and `manage.py make_roles` use."""

    dependencies = [
        ("articles", "0003_review_task"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [migrations.RunPython(make_roles, remove_roles)]
