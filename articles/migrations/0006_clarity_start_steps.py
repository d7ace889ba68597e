import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_standard_page"),
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
    ]
