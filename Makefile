.DEFAULT_GOAL := help
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
SITE ?= dist/site
BUNDLE ?= --windows 3.12

.PHONY: help run test check bench docs site bundle clean

help: ## List what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $(STAMP)

run: $(STAMP) ## Build the sample pack into outputs/
	$(BIN)/ita-docs build

test: $(STAMP) ## Run the tests, the long ones in part
	$(BIN)/python -m pytest

check: $(STAMP) ## Run everything that must hold before a commit
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -m ""

docs: $(STAMP) ## Make the generated pages of docs/ anew
	$(BIN)/python tools/make_docs.py

site: $(STAMP) ## Make the site of documentation (SITE=dist/site)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[docs]'
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --site-dir $(SITE)

bundle: $(STAMP) ## Make the zip for offices without a network (BUNDLE='--windows 3.12 --python-installer FILE')
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bundle]'
	$(BIN)/python -m tools.bundle $(BUNDLE)

bench: $(STAMP) ## Measure speed and memory
	$(BIN)/python -m bench

clean: ## Remove the environment and everything made
	rm -rf $(VENV) outputs/* dist build *.egg-info
