"""What every view of the side-by-side translation asks first: is there such a translation, and who may see it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import View
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from articles import languages
from articles.models import LanePage


class TranslationView(View):
    """`page` and `language`, for those who see the page in the admin."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.language = kwargs["lang"]
        self.page = get_object_or_404(Page, pk=kwargs["page_id"]).specific
        if not isinstance(self.page, LanePage) or self.language not in languages.translations():
            raise Http404

    def dispatch(self, request, *args, **kwargs):
        if not PagePermissionPolicy().explorable_instances(request.user).filter(pk=self.page.pk).exists():
            raise PermissionDenied
        if self.page.alias_of_id:  # it shows what its source shows
            return redirect("desk_translate", self.page.alias_of_id, self.language)
        return super().dispatch(request, *args, **kwargs)
