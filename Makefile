# The commands of the portal. `make help` lists them; README.md explains them.
#
# A bare machine needs python3 (3.11 or newer, with its venv module) and make: everything else goes into .venv,
# and everything that a running copy writes goes into var/ (PORTAL_HOME= moves it).

PYTHON ?= python3
PORT ?= 8000
PORTAL_HOME ?= var
SITE_URL ?= http://localhost:$(PORT)
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
HOME_DIR := $(abspath $(PORTAL_HOME))
KEY_FILE := $(HOME_DIR)/secret_key
PO := $(wildcard locale/*/LC_MESSAGES/*.po)
MO := $(PO:.po=.mo)
STATIC := $(shell find static */static -type f 2>/dev/null | grep -v ' ')
MANIFEST := $(HOME_DIR)/static/staticfiles.json

export PORTAL_HOME := $(HOME_DIR)
export PORT
export PIP_DISABLE_PIP_VERSION_CHECK = 1

# A key from the environment wins over the kept one.
WITH_KEY = if [ -z "$$SECRET_KEY" ] && [ -z "$$SECRET_KEY_FILE" ]; then export SECRET_KEY_FILE='$(KEY_FILE)'; fi; \
	export SITE_URL='$(SITE_URL)';
MANAGE = $(WITH_KEY) $(BIN)/python manage.py
# Commands that touch no kept data: a key of their own, and an empty database in memory.
DRY = SECRET_KEY=nothing-is-kept DATABASE_URL='sqlite://:memory:' $(BIN)/python manage.py

# pytest rewrites every file of tests unless it may keep what it wrote: that is 7 s of each run, in every process.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test mutate check messages translations pins backup restore alerts sample bench screenshots manual lighthouse manage clean
.DEFAULT_GOAL := help
.NOTPARALLEL:

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/run.stamp $(MO) $(KEY_FILE) $(MANIFEST) ## serve the portal on http://localhost:8000 (PORT= changes it)
	@echo "==> Bringing the database up to date"
	@$(MANAGE) migrate --verbosity 0
	@echo "==> Loading the starting data (what an officer changed is kept)"
	@$(MANAGE) load_starting_data
	@$(MANAGE) rebuild_search --if-needed
	@$(MANAGE) ensure_first_officer
	@echo "==> Starting"
	@$(WITH_KEY) exec $(BIN)/gunicorn --config deploy/gunicorn.conf.py iad_portal.wsgi

test: $(VENV)/dev.stamp $(MO) ## run every test (ARGS= goes to pytest; DATABASE_URL= tests on PostgreSQL; REQUIRE_BROWSER=1)
	@$(BIN)/pytest -n auto $(ARGS)

mutate: $(VENV)/dev.stamp $(MO) ## lay small faults into the rules, one at a time: do the tests notice? (ARGS="networks.models.*")
	@$(BIN)/mutmut run $(ARGS)
	@echo "==> Faults that no test noticed (docs/mutants.md; mutmut show NAME)"
	@$(BIN)/mutmut results

check: $(VENV)/dev.stamp $(MO) ## lint, and look for what was forgotten
	@echo "==> Python: ruff"
	@$(BIN)/ruff check --quiet . && $(BIN)/ruff format --check --quiet .
	@echo "==> Templates: djlint"
	@$(BIN)/djlint --lint --quiet templates
	@echo "==> Imports run one way: import-linter"
	@$(BIN)/lint-imports --no-logo --no-cache
	@echo "==> Types: mypy"
	@$(BIN)/mypy --no-error-summary
	@echo "==> Settings and models: Django's own checks"
	@$(DRY) check --fail-level WARNING
	@echo "==> Missing migrations"
	@$(DRY) makemigrations --check --dry-run
	@echo "==> Missing, empty, fuzzy or stale Thai strings"
	@$(DRY) check_translations
	@echo "==> Static files"
	@home=$$(mktemp -d) && trap 'rm -rf "$$home"' EXIT && PORTAL_HOME="$$home" $(DRY) collectstatic --no-input --verbosity 0
	@echo "Everything is in order."

messages: $(VENV)/dev.stamp ## bring the Thai catalogue in step with the code: new strings come in empty, stale ones go
	@$(DRY) check_translations --update

translations: $(MO) ## compile the catalogues (run, test and the image do it by themselves)

pins: $(VENV)/dev.stamp ## compile requirements*.in into hashed pins (ARGS=--upgrade takes newer releases)
	@for name in requirements requirements-dev; do \
		$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url \
			--no-header $(ARGS) $$name.in -o $$name.txt || exit 1; done
	@if grep -n '://' requirements*.txt; then echo "An address slipped into the pins." >&2; exit 1; fi

backup: $(VENV)/run.stamp $(KEY_FILE) ## keep database and uploads in one archive under var/backups
	@$(MANAGE) backup $(ARGS)

restore: $(VENV)/run.stamp $(KEY_FILE) ## put an archive back: FROM=archive, into an empty place unless FORCE=1
	@if [ -z '$(FROM)' ]; then echo "Say which archive: make restore FROM=var/backups/portal-....tar.gz" >&2; exit 2; fi
	@$(MANAGE) restore '$(FROM)' $(if $(filter 1,$(FORCE)),--force)

alerts: $(VENV)/run.stamp $(MO) $(KEY_FILE) ## send the alerts by e-mail that are due (EMAIL_URL= says how)
	@$(MANAGE) send_alerts $(ARGS)

sample: $(VENV)/run.stamp $(MO) $(KEY_FILE) ## add marked sample content (SIZE= articles), or take it away again: REMOVE=1
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_starting_data --verbosity 0
	@$(MANAGE) sample $(if $(filter 1,$(REMOVE)),--remove,$(if $(SIZE),--size '$(SIZE)')) $(ARGS)

bench: $(VENV)/run.stamp $(MO) $(KEY_FILE) $(MANIFEST) ## measure time, SQL queries and bytes of every kind of page, kept in var/bench
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_starting_data --verbosity 0
	@$(MANAGE) bench $(ARGS)

screenshots: $(VENV)/run.stamp $(VENV)/dev.stamp $(MO) ## photograph twelve kinds of page into var/screenshots, from a portal of its own
	@$(BIN)/python -m tests.browser.screenshots

manual: $(VENV)/dev.stamp $(MO) ## take the pictures of the desk's manual anew, into static/img/manual
	@MANUAL_PICTURES=1 REQUIRE_BROWSER=1 $(BIN)/pytest -q tests/browser/test_manual.py -k what_a_picture_shows

lighthouse: $(VENV)/run.stamp $(VENV)/dev.stamp $(MO) ## ask Lighthouse about the main pages of a portal of its own (LIGHTHOUSE= its program)
	@$(BIN)/python -m tests.browser.lighthouse

manage: $(VENV)/run.stamp $(KEY_FILE) ## any Django command, with this copy's settings: make manage ARGS="changepassword officer"
	@$(MANAGE) $(ARGS)

clean: ## remove what can be made again (never var/)
	rm -rf $(VENV) .venv-image .pytest_cache .ruff_cache .mypy_cache .hypothesis .coverage .coverage.* htmlcov mutants
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -f $(MO)

# ---- What the commands stand on. A stamp is younger than the pins it was made from.

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "The portal needs Python 3.11 or newer; '$(PYTHON)' is missing or older. PYTHON=/path/to/python3 names another." >&2; \
		exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "Python's venv module is missing. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "==> Making a virtual environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt | $(BIN)/python
	@echo "==> Installing what the portal needs"
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt | $(BIN)/python
	@echo "==> Installing what the tests and checks need"
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.txt
	@touch $@

# Babel compiles, in the way that catalogue.py says: no gettext tools are needed. Either set of pins has it.
$(MO): $(PO) iad_portal/lib/operations/catalogue.py | $(BIN)/python
	@[ -e $(VENV)/run.stamp ] || [ -e $(VENV)/dev.stamp ] || $(MAKE) --no-print-directory $(VENV)/run.stamp
	@$(DRY) compile_translations

$(KEY_FILE): | $(BIN)/python
	@umask 077 && mkdir -p '$(HOME_DIR)'
	@umask 077 && $(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50), end="")' > '$@.new' && mv '$@.new' '$@'

$(MANIFEST): $(STATIC) $(VENV)/run.stamp $(KEY_FILE)
	@echo "==> Collecting static files"
	@$(MANAGE) collectstatic --no-input --clear --verbosity 0
