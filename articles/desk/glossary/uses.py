"""The list of pages that use a wording of a term."""

from itertools import islice

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from articles import languages
from articles.desk.editor.lane_chips import lane_chips
from articles.desk.glossary.search import uses
from articles.desk.typed import storable
from articles.models import GlossaryTerm

PER_SCREEN = 20


class TermUsesView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """The pages that use one wording of a term: `?text=&language=`, by default its approved name in the source."""

    model = GlossaryTerm
    any_permission_required = ["add", "change", "delete", "view"]
    template_name = "articles/desk/glossary_uses.html"
    page_title = _("Where used")
    header_icon = "search"

    @cached_property
    def object(self):
        return get_object_or_404(GlossaryTerm, pk=self.kwargs["pk"])

    @cached_property
    def language(self):
        asked = self.request.GET.get("language")
        return asked if asked in languages.codes() else languages.default()

    @cached_property
    def text(self):
        asked = storable(self.request.GET.get("text"))
        return asked or languages.read(self.object, "name", self.language) or ""

    @cached_property
    def before(self):
        asked = self.request.GET.get("before", "")
        if not asked:
            return None
        if not asked.isdecimal() or len(asked) > 18:
            raise Http404
        return int(asked)

    def get_page_subtitle(self):
        return str(self.object)

    def get_breadcrumbs_items(self):
        urls = self.model.snippet_viewset
        return [
            *self.breadcrumbs_items,
            {"url": reverse(urls.get_url_name("list")), "label": capfirst(self.model._meta.verbose_name_plural)},
            {"url": self.edit_url, "label": str(self.object)},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    @property
    def edit_url(self):
        return reverse(self.model.snippet_viewset.get_url_name("edit"), args=[self.object.pk])

    @cached_property
    def header_buttons(self):
        if not self.user_has_permission("change"):
            return []
        return [HeaderButton(gettext("Edit"), url=self.edit_url, icon_name="edit")]

    def get_context_data(self, **kwargs):
        found = self._found()
        shown = found[:PER_SCREEN]
        more = self._address(self.language, self.text, before=shown[-1].page_id) if len(found) > PER_SCREEN else ""
        return super().get_context_data(
            **kwargs,
            text=self.text,
            language=self.language,
            wordings=self._wordings(),
            rows=self._rows(shown),
            first_url=self._address(self.language, self.text) if self.before else "",
            more_url=more,
        )

    def _found(self):
        """The uses of this screen, and one more when there are further ones."""
        if not self.text:
            return []
        pages = PagePermissionPolicy(Page).explorable_instances(self.request.user).order_by().values("pk")
        found = uses(self.object.term(), self.text, self.language, pages, self.before)
        return list(islice(found, PER_SCREEN + 1))

    def _rows(self, found):
        user, ids = self.request.user, [use.page_id for use in found]
        pages = {page.pk: page for page in Page.objects.filter(pk__in=ids).specific()}
        changeable = PagePermissionPolicy(Page).instances_user_has_permission_for(user, "change")
        editable = set(changeable.filter(pk__in=ids).values_list("pk", flat=True))
        chips = lane_chips(list(pages.values()), self.request)
        return [
            {
                "page": pages[use.page_id],
                "edit_url": self._edit_page_url(use.page_id) if use.page_id in editable else "",
                "chips": [chip for chip in chips[use.page_id] if chip.lane == self.language],
                "passages": use.passages.items(),
            }
            for use in found
            if use.page_id in pages
        ]

    def _edit_page_url(self, page_id):
        return f"{reverse('wagtailadmin_pages:edit', args=[page_id])}#tab-{self.language}"

    def _wordings(self):
        """Links to the other wordings of the term, what is shown now among them."""
        listed = {}
        for code in languages.codes():
            if name := languages.read(self.object, "name", code):
                listed[code, name] = "approved"
            listed |= {(code, variant): "forbidden" for variant in self.object.variants(code)}
        if self.text:
            listed.setdefault((self.language, self.text), "other")
        return [
            {
                "text": text,
                "language": code,
                "kind": kind,
                "url": self._address(code, text),
                "is_current": (code, text) == (self.language, self.text),
            }
            for (code, text), kind in listed.items()
        ]

    def _address(self, language, text, **more):
        return f"?{urlencode({'text': text, 'language': language, **more})}"
