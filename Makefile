# Tracemend. `make help` lists what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CLIENT := vscode-client
VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
WHEEL := dist/tracemend-$(VERSION)-py3-none-any.whl
VSIX := dist/tracemend-$(VERSION).vsix
SCENES := 1-it-fails 2-hover 3-fixes 3-command 4-card 6-pyright
# The date in the VSIX: the same sources make the same file.
COMMITTED = $(shell git log -1 --format=%ct 2>/dev/null || echo 1577836800)
SHIPPED := $(shell find server/tracemend -name '*.py') $(shell find knowledge -name '*.yaml') pyproject.toml hatch_build.py README.md LICENSE
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup compiled dev demo test lint unit e2e check prove prove-large proof-deps coverage corpus corpus-texts mend mend-honest bench bench-actions bench-scan bench-live bench-linear fuzz site wheel clean
.PHONY: client vsix vsix-test install-vscode editor-deps editors editors-load pictures

help:  ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(VENV)/.setup  ## Make .venv with the server in it (needs Python only)

$(VENV)/.setup: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet -e .
	@touch $@

dev: $(VENV)/.dev  ## The same with everything that tests need

$(VENV)/.dev: $(VENV)/.setup
	$(BIN)/python -m pip install --quiet -e '.[dev,ws]'
	@touch $@

# As pip does with what it installs; an editable install has no byte code until something writes it, and no compiled
# knowledge, which would keep the first server busy for longer than it is waited for.
compiled: setup
	@$(BIN)/python -m compileall -q server/tracemend
	@$(BIN)/tracemend explain "KeyError: 'key'" > /dev/null

demo: compiled  ## A program fails, the server explains it, its quick fix mends it
	@$(BIN)/python docs/demo/demo.py

test: lint check prove unit e2e client vsix-test  ## All tests but those in real editors (`make editors`)

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

prove: dev .venv-mend/.done  ## Every proof: fails, is mended by the server's code action, passes
	$(BIN)/tracemend knowledge prove --python .venv-mend/bin/python

# An environment of its own: these take up to 5 GB, and nothing else needs them. With a build of PyTorch for CUDA some
# proofs run, with one for the CPU others.
LARGE := torch.no-cuda torch.no-driver torch.load-device qt.base-not-initialised qt.exec-renamed qt.class-moved jupyter.display-undefined langchain.module-moved langchain.name-moved openai.error-module
prove-large: dev  ## The proofs that need large libraries: PyTorch, Qt, IPython, LangChain
	$(PYTHON) -m venv .venv-large
	.venv-large/bin/python -m pip install --quiet -r tests/mend/requirements-large.txt
	$(BIN)/tracemend knowledge prove --python .venv-large/bin/python $(addprefix library.,$(LARGE))

proof-deps:  ## Install with the system's package manager the database servers that proofs need
	tests/proof_deps.sh

coverage: dev  ## Which rules of checkers, exceptions, numbers of systems and removed names of Python no entry explains
	$(BIN)/python tests/coverage/checkers.py
	$(BIN)/python tests/coverage/language.py

corpus: dev  ## Read a corpus (CORPUS=FOLDER, else the project's own) and count what was read right
	$(BIN)/python tests/corpus/measure.py $(CORPUS)
	$(BIN)/python tests/corpus/explained.py $(CORPUS)

.venv-mend/.done: tests/mend/requirements.txt
	$(PYTHON) -m venv .venv-mend
	.venv-mend/bin/python -m pip install --quiet -r $<
	@touch $@

mend: dev .venv-mend/.done  ## Mend failing programs (of CORPUS=FOLDER, else our own) by the preferred fix alone, and count
	$(BIN)/python tests/mend/run.py $(CORPUS)

mend-honest: dev .venv-mend/.done  ## Whether our own failing programs end well with the honest edit that each has
	$(BIN)/python tests/mend/honest.py

corpus-texts: dev  ## Provoke the corpus' texts again, with the Pythons and tools of this machine
	$(BIN)/python tests/corpus/make_python.py
	$(BIN)/python tests/corpus/make_tools.py

$(VENV)/.bench: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet -e '.[bench]'
	@touch $@

bench: $(VENV)/.bench compiled  ## Start-up, answers and memory, as ratios to real servers in one run
	$(BIN)/python tests/bench/run.py
	$(BIN)/python tests/bench/actions.py

bench-actions: $(VENV)/.bench compiled  ## How soon fixes are listed and made in files of 5,000 lines
	$(BIN)/python tests/bench/actions.py

bench-scan: $(VENV)/.bench compiled  ## A log of 100 MB through the scanner, against ripgrep, grep and wc in one run
	$(BIN)/python tests/bench/scan.py

bench-live: $(VENV)/.bench compiled  ## How soon a live error is shown, and what a hover meanwhile costs
	$(BIN)/python tests/bench/live.py

bench-linear: $(VENV)/.dev  ## Eight times the text takes at most twelve times as long, for every reader
	$(BIN)/python tests/bench/linear.py

fuzz: $(VENV)/.bench  ## Texts that nobody would think of through the readers, MINUTES (10) long, by ENGINE (hypothesis, atheris, repeated)
	$(if $(filter atheris,$(ENGINE)),$(BIN)/python -m pip install --quiet atheris)
	$(BIN)/python tests/fuzz/reading.py --minutes $(or $(MINUTES),10) --engine $(or $(ENGINE),hypothesis)

site: dev .venv-site/.done  ## A page for each entry, searchable: dist/site/
	$(BIN)/python docs/site/build.py .cache/site dist/site
	NO_MKDOCS_2_WARNING=true .venv-site/bin/mkdocs build --quiet --strict --config-file .cache/site/mkdocs.yml

.venv-site/.done: docs/site/requirements.txt
	$(PYTHON) -m venv .venv-site
	.venv-site/bin/python -m pip install --quiet -r $<
	@touch $@

wheel: $(WHEEL)  ## dist/*.whl with the knowledge and its index inside

$(WHEEL): $(SHIPPED) | $(VENV)/.dev
	$(BIN)/python -m build --wheel --outdir dist .

$(CLIENT)/node_modules/.installed: $(CLIENT)/package-lock.json
	cd $(CLIENT) && npm ci --no-audit --no-fund
	@touch $@

client: $(CLIENT)/node_modules/.installed  ## The VS Code client: types, unit tests
	cd $(CLIENT) && npm run --silent check && npm test --silent

vsix: $(VSIX)  ## dist/*.vsix, one for every platform, the server and what it needs inside

$(VSIX): $(WHEEL) $(CLIENT)/node_modules/.installed $(shell find $(CLIENT)/src $(CLIENT)/tools -type f) $(wildcard $(CLIENT)/*.txt) \
		$(CLIENT)/package.json $(CLIENT)/esbuild.mjs $(CLIENT)/bundled/start.py $(CLIENT)/README.md CHANGELOG.md
	$(BIN)/python $(CLIENT)/tools/bundle.py $(WHEEL)
	cp LICENSE CHANGELOG.md $(CLIENT)/
	cd $(CLIENT) && npm run --silent build && SOURCE_DATE_EPOCH=$(COMMITTED) \
		node --require ./tools/unobserved.cjs node_modules/@vscode/vsce/vsce package --no-dependencies --allow-missing-repository --out ../$(VSIX)

vsix-test: $(VSIX)  ## The VSIX: nothing native in it, starts offline on the oldest and the newest Python
	TRACEMEND_VSIX=$(abspath $(VSIX)) $(BIN)/python -m pytest tests/vsix

install-vscode: $(VSIX)  ## Install the VSIX into the VS Code that is there (or VSCODE=PATH)
	$(PYTHON) $(CLIENT)/tools/install.py $(VSIX) $(if $(VSCODE),--editor $(VSCODE))

editor-deps:  ## Install with the system's package manager what the tests in real editors need
	tests/editors/editor_deps.sh

$(VENV)/.editors: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet -e '.[editors]'
	@touch $@

# What cannot be installed is told by the tests: they are skipped with the reason, or fail where they are demanded.
editors: $(VENV)/.editors $(VSIX) compiled  ## Tests in real editors, those that can be had here
	-tests/editors/install_code_server.sh
	-$(BIN)/python tests/editors/install_neovim.py
	-$(BIN)/python tests/editors/install_emacs.py
	TRACEMEND_VSIX=$(abspath $(VSIX)) $(BIN)/python -m pytest tests/editors

editors-load: $(VENV)/.editors $(VSIX)  ## A terminal that prints 1 MB/s for five minutes, in the real VS Code
	-tests/editors/install_code_server.sh
	TRACEMEND_VSIX=$(abspath $(VSIX)) $(BIN)/python -m pytest tests/editors/vscode -m load -s

pictures:  ## docs/pictures/ from the screenshots that `make editors` has made
	@mkdir -p docs/pictures
	cd tests/editors/vscode/screenshots && cp $(foreach scene,$(SCENES),$(scene)-light.png $(scene)-dark.png) $(CURDIR)/docs/pictures/

clean:  ## Take away what the other targets made
	rm -rf $(VENV) .cache dist build $(CLIENT)/node_modules $(CLIENT)/dist $(CLIENT)/bundled/libs .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
