import errno
import os
import socket

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.utils.autoreload import DJANGO_AUTORELOAD_ENV

from articles.demo.accounts import DEMO_ACCOUNTS
from articles.languages import codes
from articles.models import HomePage

HOST = "127.0.0.1"


class Command(BaseCommand):
    help = "Start the development server, with migrations applied and demo content if there is none."

    def add_arguments(self, parser):
        parser.add_argument("--port", default=os.environ.get("PORT") or "8000", help="default: PORT, or 8000")
        parser.add_argument("--reload", action="store_true", help="restart when the code changes (slower to start)")

    def handle(self, *args, port, reload, **options):
        if not settings.DEBUG:
            raise CommandError("`start` is for development only: set DEBUG=1, or serve the site with gunicorn.")
        port = port_number(port)
        # The reloader runs this command again after every change: prepare once.
        if os.environ.get(DJANGO_AUTORELOAD_ENV) != "true":
            check_port_is_free(port)
            self.prepare_database()
            self.print_addresses(port)
        os.environ["DJANGO_RUNSERVER_HIDE_WARNING"] = "true"
        call_command("runserver", f"{HOST}:{port}", use_reloader=reload)

    def prepare_database(self):
        self.say("Database: applying migrations")
        call_command("migrate", interactive=False, verbosity=0)
        if HomePage.objects.exists():
            self.say("Content: found, kept as it is")
        else:
            self.say("Content: none yet, loading the demo newsroom")
            call_command("load_demo", stdout=self.stdout)

    def print_addresses(self, port):
        site = f"http://{HOST}:{port}"
        self.stdout.write("")
        for code in codes():
            self.stdout.write(f"  Site ({code})  {site}/{code}/")
        self.stdout.write(f"  Admin      {site}/admin/")
        for account in working_demo_accounts():
            self.stdout.write(f"             {account.username} / {account.password}  ({account.role})")
        self.stdout.write("")
        self.stdout.flush()  # the server never returns, and a redirected output would keep the addresses back

    def say(self, text):
        self.stdout.write(f"      {text}")
        self.stdout.flush()


def port_number(text):
    if not (text.isdecimal() and 0 < int(text) < 65536):
        raise CommandError(f"{text!r} is not a port number (1 to 65535).")
    return int(text)


def check_port_is_free(port):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # As the server does: a port whose last connections are still closing counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                problem = f"Port {port} is already in use"
            else:
                problem = f"Port {port} cannot be used ({error.strerror})"
            raise CommandError(f"{problem}. Choose another: make run PORT={other_port(port)}") from None


def other_port(port):
    """A port to suggest: the next one that needs no rights of an administrator."""
    return port + 1 if 1024 <= port < 65535 else 8001


def working_demo_accounts():
    """The demo accounts that exist and still have their published password."""
    users = (
        get_user_model()
        .objects.filter(is_active=True)
        .in_bulk([account.username for account in DEMO_ACCOUNTS], field_name="username")
    )
    return [
        account
        for account in DEMO_ACCOUNTS
        if account.username in users and users[account.username].check_password(account.password)
    ]
