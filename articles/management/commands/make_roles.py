from django.core.management.base import BaseCommand
from django.db import transaction

from articles.newsroom.review.workflow import ensure_workflow
from articles.newsroom.roles import all_roles, ensure_roles


class Command(BaseCommand):
    help = "Make the newsroom's groups and its review workflow, or complete them after a language was added."

    @transaction.atomic
    def handle(self, *args, **options):
        ensure_roles()
        ensure_workflow()
        for role in all_roles().values():
            self.stdout.write(role.group)
