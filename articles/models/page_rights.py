"""Who may do what to a page as a whole: Wagtail's right to the page, and ours to every lane that it is done to."""

from wagtail.models import PagePermissionTester

from articles import lanes, rights


class LanePagePermissionTester(PagePermissionTester):
    """Asked by every screen, bulk action and API call; `LanePage.permissions_for_user()`."""

    def can_delete(self, ignore_bulk=False):
        return not self.kept_from_removing() and super().can_delete(ignore_bulk)

    def can_publish(self):
        """An alias has no text of its own to publish, and none that Wagtail could save."""
        return not self.page.alias_of_id and super().can_publish()

    def can_unpublish(self):
        return not self.kept_from_unpublishing() and super().can_unpublish()

    def can_set_view_restrictions(self):
        return not self._missing_below(rights.RELEASE, self._public) and super().can_set_view_restrictions()

    def kept_from_removing(self):
        """Lanes that keep the user from deleting or moving the page, which takes texts from colleagues and readers."""
        missing = self._missing_below(rights.EDIT, self._written) + self._missing_below(rights.RELEASE, self._public)
        return [lane for lane in lanes.all_lanes() if lane in missing]

    def kept_from_unpublishing(self):
        """Languages that readers would lose with the page, whatever is below it, and that the user may not take."""
        return self._missing(rights.RELEASE, self._public)

    def _missing(self, act, held):
        """Lanes that the page holds and that the user has no right to."""
        missing = [lane for lane in lanes.all_lanes() if not rights.may(self.user, act, lane)]
        found = held() if missing else []
        return [lane for lane in missing if lane in found]

    def _missing_below(self, act, held):
        """`_missing`, for what is done to all that is below the page too: that may hold any lane."""
        return self._missing(act, held if self.page.is_leaf() else lanes.all_lanes)

    def _written(self):
        """Lanes with a text in the newest draft or in a release."""
        rows = self.page.lane_statuses.all()  # a list of pages has them at hand
        if rows:
            return [row.lane for row in rows if row.draft_digest or row.released_digest]
        states = self.page.lane_states(self.page.draft_content())  # without a draft yet, or an alias
        return [lane for lane, (digest, release) in states.items() if digest or release]

    def _public(self):
        return self.page.released_languages()
