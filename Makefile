# Two commands are enough: `make play` and `make test`. Each makes what it needs; only python3 with venv must be there.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

# Some machines forbid Python to keep what it has compiled. Each of the hundreds of programs that tests and benchmarks
# start would then compile the whole game anew, which no player's installation does.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help play test test-fast mutants mutate fuzz looks check lint types imports pack schema pictures docs bench requirements clean

help: ## Show these targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.game: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# Dependency groups need pip 25.1; an older pip is brought up to date inside the venv first.
$(VENV)/.dev: $(VENV)/.game
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

play: $(VENV)/.game ## Install and start the game
	@$(BIN)/carriages

# Readers of our exports that others wrote in JavaScript. Without npm their tests are left out, and say so.
$(VENV)/.js: tests/js/package.json $(VENV)/.dev
	@if command -v npm >/dev/null; then npm install --prefix tests/js --no-package-lock --silent; \
	else echo "npm is not here: the tests with readers written in JavaScript are left out."; fi
	@touch $@

# worksteal: a worker that is done takes over tests of another, since a few tests take as long as hundreds of others.
PYTEST := $(BIN)/python -m pytest -n auto --dist worksteal

# With GATE=1, as in check, it also fails where too few branches are run.
test: $(VENV)/.dev $(VENV)/.js ## Run all tests
	$(PYTEST) $(if $(GATE),--cov --cov-report=term)

test-fast: $(VENV)/.dev ## Run the tests that need no screen, no terminal and no other program
	$(PYTEST) -m "not slow"

mutants: $(VENV)/.dev ## Break the code in small ways and see whether a test fails; SEED=7 draws others
	$(BIN)/python -m benchmarks.mutants $(if $(SEED),--seed $(SEED))

mutate: $(VENV)/.game ## Make false edits in a copy of our pack and print which share the rules notice; SEED=7 makes others
	$(BIN)/carriages check --mutate 323 --seed $(or $(SEED),1)

fuzz: $(VENV)/.dev ## Throw hostile files, arguments, keys, packs and answers at the game; SEED=7 draws others
	$(BIN)/python -m fuzz $(if $(SEED),--seed $(SEED))

# Pinned and hashed, for every Python and system the group supports; and without an address, so it holds for every index.
requirements: $(VENV)/.dev ## Write requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.5"
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --group dev --generate-hashes --no-annotate \
	    --no-emit-index-url --no-emit-find-links --custom-compile-command "make requirements" pyproject.toml -o requirements-dev.txt

looks: $(VENV)/.dev ## Accept new pictures of screens, after looking at them
	$(BIN)/python -m pytest -q tests/tui/test_looks.py tests/tui/test_quiz_screen.py tests/tui/test_class_report.py --snapshot-update

lint: $(VENV)/.dev ## Format and lint
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.dev ## Check types
	$(BIN)/mypy

imports: $(VENV)/.dev ## Check that imports point down
	$(BIN)/lint-imports

# The articles are not ours to ship. Where they lie beside the checkout, the pack is checked against them too.
ARTICLES := $(wildcard ../shared/articles)

pack: $(VENV)/.game ## Check the rooms we ship
	$(BIN)/carriages check $(if $(ARTICLES),--articles $(ARTICLES))

schema: $(VENV)/.game ## Write the JSON Schemas beside the rooms, and the name of the shape of a pack
	$(BIN)/carriages schema --out rooms/schema
	$(BIN)/python -m tests.layout

pictures: $(VENV)/.dev ## Record the pictures of README, and those of a class in the browser (with Chromium)
	$(BIN)/python docs/record.py
	$(BIN)/python docs/picture_class.py

docs: $(VENV)/.dev ## Write the generated parts of the documents
	$(BIN)/python docs/generate.py

check: lint types imports pack ## All of the above, and the tests with the gate on covered branches, as CI does
	$(MAKE) test GATE=1

bench: $(VENV)/.dev ## Measure start, turns, packs and memory, as ratios
	$(BIN)/python -m benchmarks

clean: ## Remove what was made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
