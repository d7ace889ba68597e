# Two commands are enough: `make run` and `make test`. `make help` lists the rest.
# Recipes are plain POSIX sh, so that a bare Debian or Ubuntu with git, make and python3 can run them.

.DEFAULT_GOAL := help
.PHONY: help run test test-postgres test-browser test-thorough tour test-newest lint check-migrations check-deploy check-translations check audit audit-lighthouse \
	messages requirements clean packages packages-dev

# Overridable: make run PYTHON=python3.13 PORT=8001, make test ARGS="-k feeds"
PYTHON ?=
ARGS ?=
RUNS ?= 3
ONLY ?=
POSTGRES_URL ?= postgres://dajp:dajp@127.0.0.1:5432/dajp

BIN := .venv/bin

# $(call install,LISTS) makes .venv hold the pinned packages of LISTS, and says each step in one line.
# - A stamp per list keeps its checksum and the Python version: a change of either builds a fresh .venv.
# - `.unfinished` stays behind when an installation is interrupted, and is answered in the same way.
# - The base interpreter is taken, not an activated .venv that is about to be replaced.
# - Wheels only: a user has no compiler, and a missing wheel should say so in one line.
define install
set -eu; \
python=; too_old=; \
for candidate in $(or $(PYTHON),python3 python3.13 python3.12 python3.11); do \
	if version=$$("$$candidate" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3]); sys.exit(sys.version_info < (3, 11))' 2>/dev/null); \
	then python=$$candidate; break; \
	elif [ -n "$$version" ]; then too_old="$$too_old $$candidate is $$version;"; fi; \
done; \
if [ -z "$$python" ]; then \
	echo "Python 3.11 or newer is needed:$${too_old:- none was found;} install it, or name one: make $(firstword $(MAKECMDGOALS)) PYTHON=/path/to/python3" >&2; exit 1; \
fi; \
echo "[1/4] Python $$version ($$python)"; \
base=$$("$$python" -c 'import sys; print(getattr(sys, "_base_executable", "") or sys.executable)'); \
if ! "$$base" -c 'import ensurepip, venv' 2>/dev/null; then \
	echo "Python $$version has no venv module. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; \
fi; \
keep=yes; missing=; \
if [ -f .venv/.unfinished ]; then keep=; \
elif [ "$$($(BIN)/python -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null)" != "$$version" ]; then keep=; fi; \
for list in requirements.txt requirements-dev.txt; do \
	stamp=.venv/.$$list; \
	if [ -f "$$stamp" ] && [ "$$(cat "$$stamp")" != "$$version $$(cksum < $$list)" ]; then keep=; fi; \
done; \
if [ -n "$$keep" ]; then echo "[2/4] Virtual environment .venv: ready"; \
else \
	echo "[2/4] Virtual environment .venv: creating"; \
	rm -rf .venv; mkdir .venv; : > .venv/.unfinished; \
	"$$base" -m venv .venv > .venv/install.log 2>&1 || { echo "The virtual environment could not be made; see .venv/install.log" >&2; exit 1; }; \
fi; \
for list in $(1); do [ -f ".venv/.$$list" ] || missing="$$missing $$list"; done; \
if [ -z "$$missing" ]; then echo "[3/4] Packages: ready"; \
else \
	echo "[3/4] Packages: installing$$missing, once, for about a minute"; \
	: > .venv/.unfinished; \
	if ! $(BIN)/python -m pip install --disable-pip-version-check --no-input --progress-bar off --require-hashes \
		--only-binary :all: $$(for list in $$missing; do printf ' -r %s' "$$list"; done) > .venv/install.log 2>&1; then \
		if grep -Eq 'NewConnectionError|ConnectTimeout|ReadTimeout|NameResolutionError|name resolution|Network is unreachable|ProxyError' .venv/install.log; \
		then echo "The packages could not be downloaded: is there a network? (details: .venv/install.log)" >&2; \
		else echo "The packages could not be installed: $$(grep '^ERROR' .venv/install.log | tail -n 1 | cut -c 1-160) (details: .venv/install.log)" >&2; fi; \
		exit 1; \
	fi; \
	for list in $$missing; do echo "$$version $$(cksum < $$list)" > ".venv/.$$list"; done; \
	rm -f .venv/.unfinished; \
fi
endef

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-20s %s\n", $$1, $$2 }' Makefile

packages:
	@$(call install,requirements.txt)

packages-dev:
	@$(call install,requirements.txt requirements-dev.txt)

run: packages ## the site on http://127.0.0.1:8000/ with demo content (PORT=8001 for another port)
	@echo "[4/4] Starting the site"
	@DEBUG=1 SITE_URL="$${SITE_URL:-http://127.0.0.1:$${PORT:-8000}}" $(BIN)/python manage.py start $(ARGS)

test: packages-dev ## the whole suite on SQLite (ARGS="-k feeds" selects)
	@echo "[4/4] Tests"
	@unset DATABASE_URL; $(BIN)/python -m pytest $(ARGS)

test-postgres: packages-dev ## the same suite on PostgreSQL (POSTGRES_URL=postgres://user:password@host/name)
	@echo "[4/4] Tests on PostgreSQL"
	@DATABASE_URL="$(POSTGRES_URL)" $(BIN)/python -m pytest $(ARGS)

test-browser: packages-dev ## the tests that drive Chromium (apt install chromium fonts-noto-cjk)
	@echo "[4/4] Tests in the browser"
	@unset DATABASE_URL; $(BIN)/python -m pytest -m browser $(ARGS)

test-thorough: packages-dev ## every publishing path with every held lane, and whatever readers can open
	@echo "[4/4] Thorough tests"
	@unset DATABASE_URL; $(BIN)/python -m pytest -m thorough $(ARGS)

tour: packages-dev ## draw the pictures of the README's tour anew
	@echo "[4/4] Pictures of the tour"
	@unset DATABASE_URL; TOUR=1 $(BIN)/python -m pytest -m browser tests/test_browser_editor.py

test-newest: ## the suite on the newest Python and Django to be had, beside the pinned ones
	@bash .ci/newest

lint: packages-dev ## style and the import floors
	@echo "[4/4] ruff and import-linter"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports

check-migrations: packages-dev
	@echo "[4/4] Migrations match the models"
	@DEBUG=1 DATABASE_URL=sqlite://:memory: $(BIN)/python manage.py makemigrations --check --dry-run

# Static files are collected too: it is the step of a deployment that finds a reference to a missing file.
check-deploy: packages-dev
	@echo "[4/4] Production settings"
	@static=$$(mktemp -d); trap 'rm -rf "$$static"' EXIT; \
	unset DEBUG; export DATABASE_URL="$(POSTGRES_URL)" ALLOWED_HOSTS=news.example.jp SITE_URL=https://news.example.jp \
		BACKGROUND_WORKER=1 STATIC_ROOT="$$static"; \
	SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))'); export SECRET_KEY; \
	$(BIN)/python manage.py check --deploy --fail-level WARNING && \
	$(BIN)/python manage.py collectstatic --no-input --verbosity 0

check-translations: packages-dev
	@echo "[4/4] Translations are complete and compiled"
	@DEBUG=1 $(BIN)/python .ci/check_translations.py

check: lint check-migrations check-deploy check-translations test test-postgres test-browser test-thorough audit ## all that CI requires (needs PostgreSQL, Chromium, gettext, Node, Java)

audit: packages ## accessibility, markup and weight of every kind of page, on a demo site (apt install chromium nodejs npm default-jre-headless)
	@echo "[4/4] Audit"
	@$(BIN)/python -m tests.audit access markup weight

audit-lighthouse: packages ## Lighthouse on the pages of readers: slow, and noisy on a busy machine (RUNS=1 ONLY=home,explainer for a first look)
	@echo "[4/4] Audit by Lighthouse"
	@RUNS="$(RUNS)" ONLY="$(ONLY)" $(BIN)/python -m tests.audit lighthouse

# dajp_site has no texts of its own: makemessages would empty its catalogue, which is of the installed apps' texts.
messages: packages-dev ## collect and compile the texts of the interface (apt install gettext)
	@command -v msgfmt >/dev/null || { echo "gettext is missing: apt install gettext" >&2; exit 1; }
	@DEBUG=1 $(BIN)/python manage.py makemessages --all --no-obsolete --add-location file --ignore dajp_site --ignore node_modules
	@DEBUG=1 $(BIN)/python .ci/installed_texts.py
	@DEBUG=1 $(BIN)/python manage.py compilemessages --ignore .venv --ignore node_modules

# pip-tools lives apart from .venv: it would bring an unpinned pip and setuptools into the pinned lists.
COMPILE = CUSTOM_COMPILE_COMMAND="make requirements" .venv/compile/bin/pip-compile --quiet --generate-hashes --strip-extras \
	--no-emit-options --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

requirements: packages ## recompile the pinned lists from the .in files (ARGS=--upgrade for newer versions)
	@echo "[4/4] Compiling requirements.txt and requirements-dev.txt"
	@[ -x .venv/compile/bin/pip-compile ] || { \
		$(BIN)/python -m venv .venv/compile && .venv/compile/bin/python -m pip install --quiet pip-tools==7.6.2; }
	@$(COMPILE) $(ARGS) --output-file requirements.txt requirements.in
	@$(COMPILE) $(ARGS) --output-file requirements-dev.txt requirements-dev.in

clean: ## remove what can be made again; the database and the uploaded media stay
	rm -rf .venv .venv-newest .pytest_cache .ruff_cache .import_linter_cache .hypothesis staticfiles tests/audit/node_modules tests/screenshots/output
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
