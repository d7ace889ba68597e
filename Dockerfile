# One image for the web server, the worker and the one-off commands: see compose.yaml.
FROM python:3.13-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /srv/dajp

# Before the code, so that a change of code does not install the packages again. Wheels only: no compiler is needed.
COPY requirements.txt ./
RUN pip install --require-hashes --only-binary :all: -r requirements.txt

COPY . .

# Collecting static files needs settings that load, not real secrets: these last for this one command.
RUN SECRET_KEY=used-to-build-only ALLOWED_HOSTS=localhost DATABASE_URL=sqlite://:memory: STATIC_ROOT=/srv/static \
        python manage.py collectstatic --no-input --verbosity 0 \
    && useradd --system --uid 10001 --no-create-home dajp \
    && install -d -o dajp /srv/media

ENV STATIC_ROOT=/srv/static MEDIA_ROOT=/srv/media
USER dajp
VOLUME /srv/media
EXPOSE 8000

CMD ["gunicorn", "--config", "deploy/gunicorn.conf.py", "dajp_site.wsgi"]
