"""The news desk over HTTP: the page and its form, what resembles a headline, answers to the queue."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from articles import languages
from articles.desk.content_checks.advice import warn
from articles.desk.flash.form import FlashForm
from articles.desk.flash.queue import Answering, queue_context
from articles.desk.flash.screen import HOME, MEDIA, may_see, screen
from articles.desk.glossary.advice import advice_message, advise
from articles.desk.translate.views import has_shortcuts
from articles.desk.typed import storable
from articles.desk.wording import language_name
from articles.models import NewsItemPage
from articles.models.approvals import ApprovalRefused
from articles.models.term_check import term_blockers
from articles.newsroom import flash
from articles.newsroom.near_duplicates import similar_items
from articles.newsroom.review.reviews import ReviewRefused

STEPS = (flash.PUBLISH, flash.SUBMIT, flash.DRAFT)
REFUSED = 409
SHORTEST = 4  # characters of a headline that can resemble another


def flash_urls():
    """`register_admin_urls`"""
    return [
        path("flash/", FlashView.as_view(), name="desk_flash"),
        path("flash/similar/", SimilarView.as_view(), name="desk_flash_similar"),
        path("flash/queue/", QueueView.as_view(), name="desk_flash_queue"),
    ]


class FlashView(WagtailAdminTemplateMixin, View):
    template_name = "articles/desk/flash/page.html"
    header_icon = "tasks"
    form = None

    def dispatch(self, request, *args, **kwargs):
        if not may_see(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return _("Breaking news and reviews")

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), **screen(self.request, form=self.form), "media": MEDIA}

    def get(self, request):
        return self.render_to_response(self.get_context_data())

    def post(self, request):
        step = request.POST.get("step")
        if step not in STEPS:
            raise Http404
        feed = flash.news_feed()
        if not flash.may_write(request.user, feed):
            raise PermissionDenied
        self.form = FlashForm(request.POST, step=step)
        if not self.form.is_valid():
            return self.again()
        try:
            item, is_new = flash.enter(feed, request.user, self.form.item(), self.form.cleaned_data["token"], step)
        except (flash.FlashRefused, ApprovalRefused, ReviewRefused) as refused:
            self.form.add_error(None, refused.reason)
            self.form.afresh()
            return self.again()
        self.tell(item, step, is_new)
        place = "wagtailadmin_home" if self.form.cleaned_data["place"] == HOME else "desk_flash"
        return redirect(reverse(place))

    def again(self):
        return self.render_to_response(self.get_context_data(), status=422)

    # --- what became of it
    def tell(self, item, step, is_new):
        texts = {
            flash.PUBLISH: _("Published in %(language)s: “%(page)s”."),
            flash.SUBMIT: _("Sent for review: “%(page)s”."),
            flash.DRAFT: _("Saved as a draft: “%(page)s”."),
        }
        names = {"language": language_name(languages.default()), "page": item.headline_for_desk()}
        buttons = [messages.button(_edit_url(item), _("Open in the editor"))]
        if languages.default() in item.released_languages():
            with translation.override(languages.default()):
                url = item.get_url(self.request)
            buttons.insert(0, messages.button(url, _("See it as readers do"), new_window=True))
        text = texts[step] % names
        if not is_new:
            text = _("%(text)s It was sent twice, and exists once.") % {"text": text}
        messages.success(self.request, text, buttons=buttons)
        if step == flash.PUBLISH:
            advise(self.request, item, item.released_languages())
            warn(self.request, item, item.released_languages())
        elif advice := advice_message(item, languages.default()):
            messages.warning(self.request, advice)
        self.warn(item)

    def warn(self, item):
        """Of what the browser had not shown before: publishing is never held up by it."""
        said = self.form.cleaned_data
        found = similar_items(said["headline"], said["summary"], besides=item.pk)
        for similar in found:
            if not self.form.was_shown(similar.item.pk):
                text = _("There is a similar news item: “%(page)s”.") % {"page": similar.headline}
                button = messages.button(_edit_url(similar.item), _("Open in the editor"))
                messages.warning(self.request, text, buttons=[button])


def _edit_url(item):
    return reverse("wagtailadmin_pages:edit", args=[item.pk])


class SimilarView(View):
    """The warnings as pieces of a page: what resembles `headline` and `summary`, and what the glossary says of them."""

    def get(self, request):
        if not flash.may_write(request.user, flash.news_feed()):
            raise PermissionDenied
        said = [request.GET.get(name, "")[:1000] for name in ("headline", "summary")]
        context = {"found": similar_items(*said) if len(said[0].strip()) >= SHORTEST else [], "advice": _advice(*said)}
        return HttpResponse(render_to_string("articles/desk/flash/similar.html", context, request))


def _advice(headline, summary):
    """What the glossary says of the words before they are sent."""
    source = languages.default()
    words = {languages.column("headline", source): headline, languages.column("summary", source): summary}
    stops, advice = term_blockers(NewsItemPage, words, source)
    return [*stops, *advice]


class QueueView(View):
    def get(self, request):
        return redirect("desk_flash")

    def post(self, request):
        if not may_see(request.user):
            raise PermissionDenied
        answering = Answering(request.user, request.POST.get("row", ""))
        answered = answering.answer(request.POST.get("answer"), storable(request.POST.get("comment")))
        if not request.accepts("text/html"):
            return self.in_pieces(answered)
        if answered.url:
            return redirect(answered.url)
        tell = messages.error if answered.is_refused else messages.success
        tell(request, answered.said)
        return redirect("wagtailadmin_home" if request.POST.get("place") == HOME else "desk_flash")

    def in_pieces(self, answered):
        """For the script: what to say, where to go, and the queue as it is now."""
        context = {**queue_context(self.request), "has_shortcuts": has_shortcuts(self.request.user)}
        rows = render_to_string("articles/desk/flash/rows.html", context, self.request)
        answer = {"said": answered.said, "url": answered.url, "refused": answered.is_refused, "rows": rows}
        return JsonResponse(answer, status=REFUSED if answered.is_refused else 200)
