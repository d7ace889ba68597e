"""Who may do what to which lane. A right is a permission of a group, so administrators give it in the usual place."""

from articles.lanes import all_lanes

EDIT, APPROVE, RELEASE = "edit", "approve", "release"
ACTS = {EDIT: "Can edit", APPROVE: "Can approve", RELEASE: "Can release, withdraw and schedule"}

OVERRIDE = "override_four_eyes"
FLASH = "publish_flash"
HISTORY = "hide_superseded"

MINIMUM_REASON = 20  # characters that an override has to be explained with


def codename(act, lane):
    return f"{act}_lane_{lane}"


def may(user, act, lane):
    """Whether `user` may `act` on a lane; nobody may without signing in."""
    return has(user, codename(act, lane))


def has(user, permission):
    return bool(user and user.is_active and user.has_perm(f"articles.{permission}"))


def lanes_for(user, act):
    """The lanes that `user` may `act` on, in the order of the lanes."""
    return [lane for lane in all_lanes() if may(user, act, lane)]


def permissions():
    """`(codename, name)` of every right there is, for `Meta.permissions`; a new language brings its own."""
    return [
        *((codename(act, lane), f"{words} the lane {lane}") for lane in all_lanes() for act, words in ACTS.items()),
        (OVERRIDE, "Can approve what they edited, with a written reason"),
        (FLASH, "Can publish breaking news alone"),
        (HISTORY, "Can hide a superseded text"),
    ]
