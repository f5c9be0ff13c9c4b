# make site    install and build the sample site into public/
# make test    install and run every check and test
# make serve   preview the sample site at http://127.0.0.1:8000/
# make lint    style and types only
# make tables  write the README's tables of keys from the program
# make wheel   build the package into dist/

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site test serve lint tables wheel screenshots clean

site: $(VENV)/installed
	$(BIN)/digest build

serve: $(VENV)/installed
	$(BIN)/digest serve

test: lint
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

wheel: $(VENV)/developing
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

tables: $(VENV)/installed
	$(BIN)/python -m generator.config.make_tables

screenshots: $(VENV)/developing
	$(BIN)/python -m tests.browser.screenshots docs/screenshots

clean:
	rm -rf $(VENV) .digest .public.next dist build

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; make PYTHON=python3.11 …" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	$(BIN)/python -m compileall -q generator  # pip does it for what it copies; a start is quicker
	touch $@

$(VENV)/developing: pyproject.toml $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@
