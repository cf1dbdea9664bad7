# make decks          set up, verify the decks and write build/*.apkg
# make test           set up, then run every test
# make test-engines   ask old Ankis too what becomes of our packages; one of them alone: make test-on-24.11
# make lint           ruff and mypy
# make docs           write again what follows from the code: docs/reference.md, the schema, the texts of tests/mistakes/

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CHROMIUMS := chromium chromium-browser google-chrome google-chrome-stable chrome microsoft-edge
ENGINES := 23.10.1 24.11 25.2 26.9.3
ENGINE_TESTS := $(addprefix tests/,exporters/apkg/test_anki_engine.py exporters/apkg/test_engine.py \
	exporters/apkg/test_markup.py exporters/apkg/test_pictures.py history/test_machine.py)

.PHONY: decks test test-engines $(ENGINES:%=test-on-%) lint docs clean

decks: $(VENV)/.installed
	$(BIN)/citedeck build

test: $(VENV)/.chromium $(VENV)/.gift
	$(BIN)/python -m pytest -n auto -rs

test-engines: $(ENGINES:%=test-on-%)

$(ENGINES:%=test-on-%): test-on-%: $(VENV)/engines/%/.installed
	$(VENV)/engines/$*/bin/python -m pytest -n auto -rs $(ENGINE_TESTS)

lint: $(VENV)/.for-lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: $(VENV)/.for-tests
	$(BIN)/citedeck schema > decks/deck.schema.json
	$(BIN)/python -m pytest -q tests/test_docs.py tests/test_mistakes.py --bless

# GIFT is read back by a parser for Node.js. Where there is none, those tests are skipped and say so.
GIFT := tests/exporters/gift

$(VENV)/.gift: $(GIFT)/package.json $(GIFT)/package-lock.json $(VENV)/.for-tests
	@if command -v npm >/dev/null; then npm ci --prefix $(GIFT) --ignore-scripts --no-audit --no-fund --loglevel=error && touch $@; \
	  else echo "No Node.js: the tests that read GIFT back will be skipped." >&2; fi

clean:
	rm -rf $(VENV) build $(GIFT)/node_modules

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || \
	  { echo "citedeck needs Python 3.10 or newer; name one: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.installed: setup.cfg pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --editable .
	$(BIN)/python -m compileall -q generator
	@touch $@

$(VENV)/.for-tests: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@

$(VENV)/.for-lint: $(VENV)/.for-tests
	$(BIN)/python -m pip install --quiet --editable '.[test,lint]'
	@touch $@

# An engine needs neither a browser nor what checks the schema.
$(ENGINES:%=$(VENV)/engines/%/.installed): $(VENV)/engines/%/.installed: setup.cfg pyproject.toml | $(BIN)/python
	$(PYTHON) -m venv $(@D) || { rm -rf $(@D); exit 1; }
	$(@D)/bin/python -m pip install --quiet --editable . hypothesis pytest pytest-xdist anki==$*
	@touch $@

# The cards are looked at in a real browser. Where there is none to be had, those tests are skipped and say so.
$(VENV)/.chromium: $(VENV)/.for-tests
	@for name in $(CHROMIUMS); do command -v $$name >/dev/null && exit 0; done; \
	  $(BIN)/playwright install chromium || echo "No Chromium: the tests that need one will be skipped." >&2
	@touch $@
