# collabgov: `make run` and `make test` are all a newcomer needs.

PYTHON ?= python3
PY := .venv/bin/python
SETTINGS := DJANGO_SETTINGS_MODULE=collabgov.settings
.DEFAULT_GOAL := help
.PHONY: run test dev lint css messages reset help base tools python

run: base ## start the site with demo data at http://127.0.0.1:8000 (PORT=8001 make run)
	@exec $(PY) manage.py serve --with-parent

test: tools ## every test on a real PostgreSQL (REQUIRE_BROWSER=1: a missing Chromium, gettext or clamd fails)
	@exec $(PY) -m pytest -q -rs -n 2 $(ARGS)

dev: tools ## like run, with autoreload and the debug toolbar
	@$(SETTINGS).dev exec $(PY) manage.py serve --dev --with-parent

lint: tools ## style, types, imports, templates, migrations, settings, locks: all but the tests
	@exec $(PY) .ci/lint.py

css: ## compile static/scss into static/css/site.css (needs npm)
	@command -v npm >/dev/null || { echo "make css needs npm (Node.js). The compiled file is committed; only changing it needs npm."; exit 1; }
	@[ -d node_modules ] || npm ci --no-audit --no-fund --silent
	@npm run --silent css && echo "static/css/site.css compiled."

messages: tools ## collect the sentences to translate and compile the catalogue (needs gettext)
	@command -v msgfmt >/dev/null || { echo "make messages needs gettext. On Debian and Ubuntu: apt install gettext"; exit 1; }
	@$(SETTINGS).test $(PY) manage.py makemessages --locale id --no-location --no-obsolete --no-wrap --ignore 'tests/*' --ignore 'node_modules/*' --ignore 'staticfiles/*' --ignore '.venv/*' --ignore '.local/*'
	@$(SETTINGS).test $(PY) manage.py compilemessages --locale id --ignore .venv --ignore node_modules

reset: python ## stop the embedded PostgreSQL and empty .local: all data of this checkout is gone
	@exec $(PYTHON) -m collabgov.embedded.reset

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name words; do printf '%-16s %s\n' "$$name" "$$words"; done

base: python
	@$(PYTHON) collabgov/install.py requirements/base.txt

tools: python
	@$(PYTHON) collabgov/install.py requirements/dev.txt

python:
	@command -v $(PYTHON) >/dev/null || { echo "collabgov needs Python 3.11 or newer, and there is no $(PYTHON) here."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "collabgov needs Python 3.11 or newer; this is $$($(PYTHON) --version 2>&1). Another one can be named: make run PYTHON=python3.12"; exit 1; }
