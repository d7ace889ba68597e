from typing import NamedTuple


class DemoAccount(NamedTuple):
    username: str
    password: str
    role: str


# Published in this file, so good for a development machine only: whoever creates or shows them checks settings.DEBUG.
DEMO_ACCOUNTS = [
    DemoAccount("admin", "demo-admin-password", "administrator"),
    DemoAccount("editor", "demo-editor-password", "editor"),
]
