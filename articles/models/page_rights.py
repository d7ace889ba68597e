"""Who may do what to a page as a whole: Wagtail's right to the page, and ours to every lane that it is done to."""

from wagtail.models import PagePermissionTester

from articles import lanes, rights


class LanePagePermissionTester(PagePermissionTester):
    """Asked by every screen, bulk action and API call; `LanePage.permissions_for_user()`."""

    def can_delete(self, ignore_bulk=False):
        return not self.kept_from_removing() and super().can_delete(ignore_bulk)

    def can_set_view_restrictions(self):
        return not self._kept_from(rights.RELEASE, self._public) and super().can_set_view_restrictions()

    def kept_from_removing(self):
        """Lanes that keep the user from deleting or moving the page, which takes texts from colleagues and readers."""
        missing = [*self._kept_from(rights.EDIT, self._written), *self._kept_from(rights.RELEASE, self._public)]
        return [lane for lane in lanes.all_lanes() if lane in missing]

    def _kept_from(self, act, held):
        """Lanes that the page holds and that the user has no right to; what lies below a page may hold any."""
        missing = [lane for lane in lanes.all_lanes() if not rights.may(self.user, act, lane)]
        if not missing or not self.page.is_leaf():
            return missing
        found = held()
        return [lane for lane in missing if lane in found]

    def _written(self):
        """Lanes with a text in the newest draft or in a release."""
        rows = self.page.lane_statuses.all()  # a list of pages has them at hand
        if rows:
            return [row.lane for row in rows if row.draft_digest or row.released_digest]
        states = self.page.lane_states(self.page.draft_content())  # without a draft yet, or an alias
        return [lane for lane, (digest, release) in states.items() if digest or release]

    def _public(self):
        return self.page.released_languages()
