import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0006_readings"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClarityCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=12)),
                ("version", models.PositiveIntegerField()),
                ("yes", models.PositiveIntegerField(default=0)),
                ("no", models.PositiveIntegerField(default=0)),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="articles.explainerpage"
                    ),
                ),
            ],
            options={
                "verbose_name": "count of answers",
                "verbose_name_plural": "counts of answers",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("page", "language", "version"), name="one_count_per_text")
                ],
            },
        ),
        migrations.AddField(
            model_name="topic",
            name="start_here",
            field=models.ForeignKey(
                blank=True,
                help_text="The explainer to read first, in the languages in which it is published. Without one, the explainer that most readers found clear stands first, else the newest.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="articles.explainerpage",
                verbose_name="Start here",
            ),
        ),
        migrations.AddField(
            model_name="picks",
            name="steps",
            field=wagtail.fields.StreamField(
                [("step", 3)],
                blank=True,
                block_lookup={
                    0: ("wagtail.blocks.CharBlock", (), {"label": "Heading", "max_length": 60}),
                    1: ("wagtail.blocks.CharBlock", (), {"label": "Text", "max_length": 120, "required": False}),
                    2: ("wagtail.blocks.PageChooserBlock", (), {"label": "Page"}),
                    3: ("wagtail.blocks.StructBlock", [[("heading", 0), ("text", 1), ("page", 2)]], {}),
                },
                help_text="At most three, on the front page; left out where the page is not published.",
                verbose_name="For first-time readers",
            ),
        ),
        migrations.AddField(
            model_name="picks",
            name="steps_en",
            field=wagtail.fields.StreamField(
                [("step", 3)],
                blank=True,
                block_lookup={
                    0: ("wagtail.blocks.CharBlock", (), {"label": "Heading", "max_length": 60}),
                    1: ("wagtail.blocks.CharBlock", (), {"label": "Text", "max_length": 120, "required": False}),
                    2: ("wagtail.blocks.PageChooserBlock", (), {"label": "Page"}),
                    3: ("wagtail.blocks.StructBlock", [[("heading", 0), ("text", 1), ("page", 2)]], {}),
                },
                help_text="At most three, on the front page; left out where the page is not published.",
                null=True,
                verbose_name="For first-time readers",
            ),
        ),
        migrations.AddField(
            model_name="picks",
            name="steps_ja",
            field=wagtail.fields.StreamField(
                [("step", 3)],
                blank=True,
                block_lookup={
                    0: ("wagtail.blocks.CharBlock", (), {"label": "Heading", "max_length": 60}),
                    1: ("wagtail.blocks.CharBlock", (), {"label": "Text", "max_length": 120, "required": False}),
                    2: ("wagtail.blocks.PageChooserBlock", (), {"label": "Page"}),
                    3: ("wagtail.blocks.StructBlock", [[("heading", 0), ("text", 1), ("page", 2)]], {}),
                },
                help_text="At most three, on the front page; left out where the page is not published.",
                null=True,
                verbose_name="For first-time readers",
            ),
        ),
    ]
