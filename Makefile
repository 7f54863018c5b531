# make demo   from a fresh clone to a finished page
# make test   from a fresh clone to a green suite
# make check  test, then format, lint, types, import contract, docs, quality floors
# make bench  measure in full against public data (ONRECORD_BENCH_DATA)

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
STAMP := $(VENV)/.ready

.PHONY: demo test check checks format lint types imports docs floors bench shape clean python

demo: $(STAMP)
	@$(BIN)/onrecord demo -o demo

test: $(STAMP)
	@$(PY) -m pytest

check: test checks

checks: format lint types imports docs floors shape

format: $(STAMP)
	@$(BIN)/ruff format --check src tests bench scripts

lint: $(STAMP)
	@$(BIN)/ruff check src tests bench scripts

types: $(STAMP)
	@$(BIN)/mypy

imports: $(STAMP)
	@$(BIN)/lint-imports

docs: $(STAMP)
	@$(PY) scripts/make_reference.py --check

floors: $(STAMP)
	@$(PY) bench/floors.py

bench: $(STAMP)
	@$(PY) bench/floors.py --full

shape: $(STAMP)
	@$(PY) scripts/shape.py

clean:
	rm -rf $(VENV) demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The first interpreter that runs and is new enough: a name on the PATH may be a shim that fails.
$(STAMP): pyproject.toml constraints.txt
	@set -e; found=""; \
	for candidate in "$(PYTHON)" python3.14 python3.13 python3.12 python3 python \
	    $$HOME/.pyenv/versions/3.1[2-9]*/bin/python /usr/local/bin/python3.1[2-9] /opt/homebrew/bin/python3.1[2-9]; do \
	  [ -n "$$candidate" ] || continue; \
	  if "$$candidate" -c 'import sys, venv, ensurepip; sys.exit(not ((3, 12) <= sys.version_info[:2] < (3, 15)))' >/dev/null 2>&1; then \
	    found="$$candidate"; break; fi; \
	done; \
	[ -n "$$found" ] || { echo "Onrecord needs Python 3.12 or newer; name one: make PYTHON=/path/to/python3.12"; exit 1; }; \
	echo "setting up $(VENV) with $$("$$found" --version)"; \
	"$$found" -m venv $(VENV); \
	$(PY) -m pip install --quiet --disable-pip-version-check --upgrade pip -c constraints.txt; \
	$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $(STAMP)
