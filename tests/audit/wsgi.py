"""The site as gunicorn serves it, with the pictures that nginx would hand out in front of it (deploy/nginx.conf)."""

from django.conf import settings
from whitenoise import WhiteNoise

from dajp_site.wsgi import application as site

# Looks at each request: renditions are made when a page is first seen.
application = WhiteNoise(site, root=settings.MEDIA_ROOT, prefix=settings.MEDIA_URL, autorefresh=True, max_age=2_592_000)
