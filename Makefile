# Everything that a researcher needs: `make report` and `make test` set themselves up on a machine that has only
# Python 3.11 or newer (with pip and venv) and make. After set-up nothing touches the network.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help env report test test-slow mutations coverage lab verify verify-matrix kills check release bench lint licences audit clean

help: ## list the commands
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

env: $(STAMP) ## create .venv from the lock

$(STAMP): pyproject.toml uv.lock requirements-uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 ...'; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --require-hashes --requirement requirements-uv.txt
	@echo 'Installing the environment from uv.lock (1.6 GB, about a minute) ...'
	@UV_PROJECT_ENVIRONMENT=$(VENV) $(BIN)/uv sync --quiet --frozen --inexact --compile-bytecode
	@# The way to src without the project's own path, which Python 3.11 cannot read under LC_ALL=C if it is Chinese.
	@for file in $(VENV)/lib/python3*/site-packages/_editable_impl_*.pth; do echo ../../../../src > "$$file"; done
	@touch $@

report: $(STAMP) ## tables, notebooks, exhibits and the annual report, as far as anything changed
	@$(BIN)/bulletins run

test: $(STAMP) ## the tests, in a few minutes
	@$(BIN)/python -m pytest -m 'not slow' -n auto

test-slow: $(STAMP) ## also the full simulations and new examples of properties, in about an hour
	@HYPOTHESIS_PROFILE=search $(BIN)/python -m pytest -n auto

mutations: $(STAMP) ## slips planted in a copy of the raw tables: what seals and rules catch, as a table of the report
	@$(BIN)/python tests/helpers/mutations.py

coverage: $(STAMP) ## the tests once more, with the shares of statements and branches that each room's tests reach
	@$(BIN)/python -m pytest -m 'not slow' -n auto --cov --cov-report=json:bld/coverage.json
	@$(BIN)/python tests/helpers/rooms.py bld/coverage.json

lab: $(STAMP) ## JupyterLab on the notebooks
	@$(BIN)/jupyter lab notebooks

check: $(STAMP) ## validate the raw and processed tables
	@$(BIN)/bulletins check

verify: $(STAMP) ## rerun in a temporary folder and compare every output, byte by byte
	@$(BIN)/bulletins verify

verify-matrix: $(STAMP) ## the same under other time zones, locales, seeds, cores, processors, folders and Pythons, in an hour
	@$(BIN)/python tests/helpers/matrix.py

kills: report ## kill 50 runs in a copy of the project and see that each heals, in an hour
	@$(BIN)/python tests/helpers/kills.py 50

release: $(STAMP) ## everything up to date in one archive: code, data, exhibits, site, PDFs, citation metadata
	@$(BIN)/bulletins release

bench: $(STAMP) ## benchmarks, as ratios
	@UV_PROJECT_ENVIRONMENT=$(VENV) $(BIN)/uv sync --quiet --frozen --inexact --extra bench
	@$(BIN)/python benchmarks/reading/rates.py
	@$(BIN)/python benchmarks/reading/cluster.py
	@$(BIN)/python benchmarks/cleaning/columns.py
	@$(BIN)/python benchmarks/round/rates.py

lint: $(STAMP) ## style of code and notebooks, imports between rooms, types
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . \
	  && $(BIN)/lint-imports --no-cache && $(BIN)/ty check src

licences: $(STAMP) ## list the licences of the locked packages in LICENCES.md
	@$(BIN)/python tests/helpers/licences.py

audit: $(STAMP) ## known weaknesses of the locked packages, from osv.dev: the one command that needs the network
	@$(BIN)/uv audit --frozen --preview-features audit-command || { \
	  echo 'Weaknesses are listed above; or, where it says that a request failed, nothing was audited.'; exit 1; }

clean: ## remove the environment and all that is built
	rm -rf $(VENV) bld reports/_site reports/notebooks reports/fonts
