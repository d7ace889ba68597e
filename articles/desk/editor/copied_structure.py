"""After a translation took over the structure of the source language: say how much, and show its tab."""

from django.utils.translation import gettext, ngettext
from wagtail.admin import messages

from articles import languages
from articles.desk.wording import language_name
from articles.models.forms import COPY_ACTION


class CopiedStructureMixin:
    """For the create and edit views, which save a draft when the copy button is pressed."""

    def redirect_and_remain(self):
        response = super().redirect_and_remain()
        language = self.request.POST.get(COPY_ACTION)
        if language in languages.translations():
            self._report_copy(language, self.form.copied_blocks)
            response["Location"] += f"#tab-{language}"
        return response

    def _report_copy(self, language, count):
        if not count:
            text = gettext("%(language)s has every block already: nothing was copied.")
            messages.info(self.request, text % {"language": language_name(language)})
            return
        text = ngettext(
            "Copied %(count)d block into %(language)s. Its texts wait to be translated.",
            "Copied %(count)d blocks into %(language)s. Their texts wait to be translated.",
            count,
        )
        messages.success(self.request, text % {"count": count, "language": language_name(language)})
