from typing import NamedTuple

from articles.newsroom.roles import all_roles


class DemoAccount(NamedTuple):
    username: str
    password: str
    key: str  # of its role in `newsroom.roles`

    @property
    def role(self):
        """As it is shown where the accounts are listed."""
        return all_roles()[self.key].group


# Published in this file, so good for a development machine only: whoever creates or shows them checks settings.DEBUG.
# One for each side of the four eyes. `editor` edits Japanese.
DEMO_ACCOUNTS = [
    DemoAccount("admin", "demo-admin-password", "administrator"),
    DemoAccount("writer", "demo-writer-password", "writer"),
    DemoAccount("editor", "demo-editor-password", "ja-editor"),
    DemoAccount("translator", "demo-translator-password", "en-translator"),
    DemoAccount("reviewer", "demo-reviewer-password", "en-reviewer"),
    DemoAccount("publisher", "demo-publisher-password", "publisher"),
]
