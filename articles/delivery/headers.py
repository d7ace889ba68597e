"""Headers that every response carries."""

PLAYERS = "https://www.youtube-nocookie.com https://player.vimeo.com"
COMMON = {"base-uri": "'none'", "object-src": "'none'", "frame-ancestors": "'self'", "form-action": "'self'"}
PUBLIC = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "frame-src": PLAYERS,
    **COMMON,
}
# Wagtail's editor, explorer, history and reports write scripts and styles into the page.
ADMIN = {
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "frame-src": f"'self' {PLAYERS}",
    **COMMON,
    "base-uri": "'self'",
}


def policy(directives):
    return "; ".join(f"{name} {value}" for name, value in directives.items())


class ContentSecurityPolicyMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response
        self.public, self.admin = policy(PUBLIC), policy(ADMIN)

    def __call__(self, request):
        response = self.get_response(request)
        is_admin = request.path_info.startswith("/admin/")
        response.headers.setdefault("Content-Security-Policy", self.admin if is_admin else self.public)
        return response
