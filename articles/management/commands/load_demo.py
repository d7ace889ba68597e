from django.core.management.base import BaseCommand, CommandError

from articles.demo.loader import DemoClash, load


class Command(BaseCommand):
    help = (
        "Load the demo newsroom: explainers of Japan's digital government and their news, in two languages. "
        "Makes only what is missing; changes nothing that is there."
    )

    def handle(self, *args, **options):
        try:
            load(self._report)
        except DemoClash as clash:
            raise CommandError(f"The demo was not loaded, and nothing was changed. {clash}") from None

    def _report(self, line):
        self.stdout.write(line)
        self.stdout.flush()
