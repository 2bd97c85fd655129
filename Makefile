# Tracemend. `make help` lists what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup compiled dev demo test lint unit e2e check prove corpus bench wheel clean

help:  ## List the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(VENV)/.setup  ## Make .venv with the server in it (needs Python only)

$(VENV)/.setup: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet -e .
	@touch $@

dev: $(VENV)/.dev  ## The same with everything that tests need

$(VENV)/.dev: $(VENV)/.setup
	$(BIN)/python -m pip install --quiet -e '.[dev,ws]'
	@touch $@

# As pip does with what it installs; an editable install has no byte code until something writes it.
compiled: setup
	@$(BIN)/python -m compileall -q server/tracemend

demo: compiled  ## A program fails, the server explains it, its quick fix mends it
	@$(BIN)/python docs/demo/demo.py

test: lint check prove unit e2e  ## All tests: lint, rules of the knowledge, unit, end to end, proofs

lint: dev  ## ruff, mypy --strict, import layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The schema of SARIF 2.1.0 as Microsoft's matchers for it ship it; the tests say so where there is no npm to get it.
.cache/sarif-schema.json:
	@mkdir -p .cache
	npm pack --silent --pack-destination .cache @microsoft/jest-sarif@1.0.0-beta.0
	tar -xzOf .cache/microsoft-jest-sarif-1.0.0-beta.0.tgz package/lib/schemas/sarif-2.1.0-rtm.5.json > $@

unit: dev $(if $(shell command -v npm),.cache/sarif-schema.json)  ## Tests in process
	$(BIN)/python -m pytest tests/unit tests/corpus -n 2

e2e: dev compiled  ## Tests over real stdio, TCP and WebSocket
	$(BIN)/python -m pytest tests/e2e

check: dev  ## The rules of the knowledge base
	$(BIN)/tracemend knowledge check

prove: dev  ## Every proof: fails, is mended by the server's code action, passes
	$(BIN)/tracemend knowledge prove

corpus: dev  ## Read a corpus (CORPUS=FOLDER, else the project's own) and count what was read right
	$(BIN)/python tests/corpus/measure.py $(CORPUS)

$(VENV)/.bench: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet -e '.[bench]'
	@touch $@

bench: $(VENV)/.bench compiled  ## Start-up, answers and memory, as ratios to real servers in one run
	$(BIN)/python tests/bench/run.py

wheel: dev  ## dist/*.whl with the knowledge and its index inside
	$(BIN)/python -m build --wheel --outdir dist .

clean:  ## Take away what the other targets made
	rm -rf $(VENV) .cache dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
