# The front door. Everything stays inside the checkout: uv and the environment in .venv, caches in .cache.
PYTHON ?= python3
DATA_DIR ?= data
TRANSCRIPTS ?= samples
BIN := .venv/bin
STAMP := .venv/.synced
export UV_CACHE_DIR ?= $(CURDIR)/.cache/uv
export UV_PROJECT_ENVIRONMENT := $(CURDIR)/.venv
export UV_PYTHON_DOWNLOADS := never

.DEFAULT_GOAL := help
.PHONY: help setup warehouse test lint types format bench dashboard docs dagster clean

help: ## Show what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## Set up .venv with the locked dependencies

$(STAMP): pyproject.toml uv.lock
	@test -x $(BIN)/uv || { $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name one with 'make PYTHON=python3.12 …'." >&2; exit 1; }; \
	  $(PYTHON) -m venv .venv && $(BIN)/python -m pip install --quiet --disable-pip-version-check uv; }
	@$(BIN)/uv sync --locked --quiet --inexact
	@touch $@

warehouse: $(STAMP) ## Load the transcripts of TRANSCRIPTS (samples) into DATA_DIR (data)
	$(BIN)/earnings ingest $(TRANSCRIPTS) --data-dir $(DATA_DIR)
	@$(BIN)/earnings status --data-dir $(DATA_DIR)

test: $(STAMP) ## Run the tests
	$(BIN)/pytest

lint: $(STAMP) ## Check style and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

types: $(STAMP) ## Check types
	$(BIN)/mypy

format: $(STAMP) ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(STAMP) ## Measure speed and accuracy; CALLS names a folder of transcripts
	$(BIN)/python -m benchmarks $(if $(CALLS),--calls $(CALLS))

dashboard: $(STAMP) ## Serve the dashboard of DATA_DIR on localhost
	$(BIN)/earnings dashboard --data-dir $(DATA_DIR)

docs: $(STAMP) ## Build Great Expectations Data Docs of DATA_DIR
	$(BIN)/earnings docs --data-dir $(DATA_DIR)

dagster: $(STAMP) ## Start Dagster on localhost, watching DATA_DIR/landing
	@mkdir -p $(DATA_DIR)/landing $(DATA_DIR)/dagster
	@echo "Put transcripts into $(DATA_DIR)/landing; the sensor landing_folder picks them up."
	EARNINGS_DATA_DIR=$(abspath $(DATA_DIR)) DAGSTER_HOME=$(abspath $(DATA_DIR))/dagster $(BIN)/dagster dev

clean: ## Remove the environment and caches, never data
	rm -rf .venv .cache .ruff_cache .mypy_cache .pytest_cache
