# Countywise: make help lists what there is to do.

PORT ?= 8050
DATA ?=
STATE ?= nc
-include .env
export
# Each command of a test is a process of its own: none reads our files from source again.
export PYTHONDONTWRITEBYTECODE :=

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run demo real test check fix bench pictures style install clean
PY := .venv/bin/python
BIN := .venv/bin
UNIT := tests/unit tests/catalog tests/house
# Two processes, and a file of tests stays in one of them: its server is started once.
# A third one makes it no quicker on two cores.
PYTEST := $(PY) -m pytest -n 2 --dist loadfile

help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 12

run: install ## everything that is needed, then the dashboard on http://127.0.0.1:8050
	@scripts/serve.sh $(PORT)

demo: install ## make the demonstration state again
	@scripts/demo.sh $(STATE)

real: install ## load the published figures in DATA and build them
	@scripts/real.sh $(DATA)

test: .venv/.dev node_modules/.installed ## lint, types, contracts, every test
	@scripts/chromium.sh
	@scripts/pango.sh
	@scripts/postgres.sh
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST)

check: .venv/.dev node_modules/.installed ## the fast part of test
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) $(UNIT)

fix: .venv/.dev ## let ruff mend what it can
	$(BIN)/ruff check --fix .

bench: .venv/.dev node_modules/.installed ## build, audited release, page times and page weight (20 minutes)
	@scripts/chromium.sh
	$(PY) -m scripts.bench --build

pictures: .venv/.dev node_modules/.installed ## the ten pictures in docs/pictures
	@scripts/chromium.sh
	$(PY) -m scripts.screenshots

style: .venv/.dev node_modules/.installed ## the pictures of every component that tests keep to
	@scripts/chromium.sh
	$(PY) -m scripts.style_pictures

install: .venv/.run node_modules/.installed ## the virtual environment and front-end files

clean: ## remove what was built and installed
	rm -rf var .venv node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/.run: requirements.txt
	@scripts/venv.sh requirements.txt
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.run
	@scripts/venv.sh requirements-dev.txt
	@touch $@

node_modules/.installed: package.json package-lock.json .venv/.run
	@scripts/npm.sh
	@touch $@
