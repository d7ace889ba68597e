"""Files come back from a translator's tool: checked if one likes, then all taken in, or refused with reasons."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from articles import languages, rights
from articles.desk.translation_desk.outcomes import listed
from articles.exchange import XliffError
from articles.exchange.xliff_reader import LIMIT
from articles.newsroom.translation import exchange

UNPROCESSABLE = 422


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Cleans to a list."""

    widget = FilesInput(attrs={"accept": ".xlf,.xliff,.zip"})

    def clean(self, data, initial=None):
        files = [super(FilesField, self).clean(one, initial) for one in data or [None]]
        if any(file.size > LIMIT for file in files):
            raise forms.ValidationError(_("The file is larger than %(limit)s.") % {"limit": filesizeformat(LIMIT)})
        return files


class ImportForm(forms.Form):
    file = FilesField(label=gettext_lazy("XLIFF files"))


class ImportTranslationsView(WagtailAdminTemplateMixin, FormView):
    form_class = ImportForm
    template_name = "articles/desk/translation_desk/import.html"
    page_title = gettext_lazy("Import translations")
    header_icon = "upload"

    def dispatch(self, request, *args, **kwargs):
        if not any(rights.may(request.user, rights.EDIT, code) for code in languages.translations()):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        desk = {"url": reverse("desk_translations"), "label": _("Translation desk")}
        return [*super().get_breadcrumbs_items(), desk, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "limit": LIMIT}

    def form_valid(self, form):
        sent = form.cleaned_data["file"]
        files = ((file.name, file.read()) for file in sent)
        said = {"sent": len(sent), "file_name": sent[0].name}
        is_check = self.request.POST.get("action") != "import"
        try:
            arrivals = (exchange.check if is_check else exchange.take_in)(files, self.request.user)
        except XliffError as error:
            refused = {"refused": _by_file(error.reasons), "is_legible": error.is_legible}
            return self._answer(form, {**said, **refused}, status=UNPROCESSABLE)
        if is_check:
            return self._answer(form, {**said, "arrivals": arrivals})
        self._report(arrivals)
        return redirect(f"{reverse('desk_translations')}?language={arrivals[0].work.language}")

    def form_invalid(self, form):
        return self._answer(form, {}, status=UNPROCESSABLE)

    def _answer(self, form, context, status=200):
        return self.render_to_response(self.get_context_data(form=form, **context), status=status)

    def _report(self, arrivals):
        brought = [arrival for arrival in arrivals if arrival.texts]
        if not brought:
            messages.info(self.request, _("The drafts have every text of the file already: nothing was changed."))
            return
        count = sum(arrival.count for arrival in brought)
        said = ngettext("Imported %(count)d text.", "Imported %(count)d texts.", count) % {"count": count}
        messages.success(self.request, listed(said, [f"{_title(one)}: {one.count}" for one in brought]))
        if warnings := [str(warning) for arrival in arrivals for warning in arrival.warnings]:
            messages.warning(self.request, listed(_("Please check:"), warnings))


def _by_file(reasons):
    """`[(name of the file, its reasons)]`"""
    found = {}
    for reason in reasons:
        found.setdefault(reason.file, []).append(reason)
    return list(found.items())


def _title(arrival):
    return arrival.page.get_admin_display_title()
