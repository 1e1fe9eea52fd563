# `make demo` and `make test` need nothing but Python 3.11, make and (for the tests, as root on Debian) apt.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test check format bench-accuracy bench-speed docs pictures lock wheel clean browser

demo: $(VENV)/.run
	$(BIN)/testimonia demo

test: $(VENV)/.dev browser
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy tests benchmarks
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -m "not slow"

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# One table of accuracy on the sets in the folder DATA; OUT=FILE writes it as JSON too.
bench-accuracy: $(VENV)/.dev
	@test -n "$(DATA)" || { echo "make bench-accuracy: name the folder of the sets: make bench-accuracy DATA=FOLDER [OUT=FILE]" >&2; exit 2; }
	$(BIN)/python -m pip install -q -e ".[training]"
	$(BIN)/python -m benchmarks.accuracy $(DATA) $(if $(OUT),--out $(OUT)) $(RIVALS)

bench-speed: $(VENV)/.dev
	$(BIN)/python -m benchmarks.speed

docs: $(VENV)/.dev
	$(BIN)/python scripts/cli_reference.py > docs/reference/cli.md

pictures: $(VENV)/.dev browser
	$(BIN)/python scripts/pictures.py docs/pictures

# The lock files name every package with its version and the digests of its files.
lock:
	uv pip compile pyproject.toml --group build --generate-hashes --universal --python-version 3.11 -q \
	  --custom-compile-command "make lock" -o requirements.lock
	uv pip compile pyproject.toml --group build --extra dev --generate-hashes --universal --python-version 3.11 -q \
	  --custom-compile-command "make lock" -o requirements-dev.lock

wheel: $(VENV)/.dev
	$(BIN)/python -m build --wheel --no-isolation

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .coverage htmlcov

$(BIN)/python:
	sh scripts/make-venv "$(PYTHON)" "$(VENV)"

$(VENV)/.run: $(BIN)/python requirements.lock pyproject.toml
	@test -e $(VENV)/.dev || $(BIN)/python -m pip install -q --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(BIN)/python requirements-dev.lock pyproject.toml
	$(BIN)/python -m pip install -q --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	@touch $@

browser:
	@sh scripts/find-browser
