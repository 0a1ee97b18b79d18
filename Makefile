# All that is needed is make and Python 3.11 or newer; everything else goes into .venv.
#
#   make demo       shows what tonekit does with messages in five languages
#   make test       runs the tests            make test ARGS="-k swedish -x"
#   make check      ruff and mypy
#   make accuracy   measures the classification on labelled messages; installs other libraries into .venv-peers
#                   to compare with: ARGS=--no-peers leaves them out; ARGS=--write writes docs/accuracy.md
#   make fit        fits the weights anew and prints their held-out scores; installs the extra `fit`;
#                   ARGS=--write replaces the shipped weights
#   make speed      measures the speed beside other libraries, in .venv-peers too
#   make soak       runs long: memory over a million messages (an hour at most), threads against one thread
#   make spark      installs the extra `spark` and reads 100,000 messages on a local Spark; needs Java 17
#   make clean      removes .venv and everything that was built
#
# PYTHON=… chooses the interpreter; ARGS=… goes to the program that is run.

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
INTERPRETERS := $(PYTHON) python3.13 python3.12 python3.11 python3
ARGS ?=
QUIETLY := --quiet --disable-pip-version-check
CODE := src tests $(wildcard benchmarks/*.py)

.PHONY: help demo test check accuracy fit speed soak spark clean

help:
	@sed -n 's/^#   //p' Makefile

demo: $(INSTALLED)
	@$(BIN)/tonekit demo $(ARGS)

# A file to a process, so that what a file builds for its tests is built once; a process takes up to 1 GB.
test: $(INSTALLED)
	$(BIN)/python -m pytest --numprocesses=auto --maxprocesses=4 --dist=loadfile $(ARGS)

check: $(INSTALLED)
	$(BIN)/ruff check $(CODE) $(ARGS)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy --strict $(CODE)

accuracy: $(INSTALLED)
	@$(BIN)/python benchmarks/accuracy.py $(ARGS)

fit: $(INSTALLED)
	@$(BIN)/python -m pip install $(QUIETLY) --constraint constraints.txt --editable '.[fit]'
	@$(BIN)/python benchmarks/fit_weights.py $(ARGS)

speed: $(INSTALLED)
	@$(BIN)/python benchmarks/speed.py $(ARGS)

soak: $(INSTALLED)
	@$(BIN)/python benchmarks/soak.py threads
	@$(BIN)/python benchmarks/soak.py endurance $(ARGS)

spark: $(INSTALLED)
	@$(BIN)/python -m pip install $(QUIETLY) --constraint constraints.txt --editable '.[parquet,spark]'
	@$(BIN)/python benchmarks/spark_run.py $(ARGS)

clean:
	rm -rf $(VENV) .venv-peers build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find src tests benchmarks -type d -name __pycache__ -prune -exec rm -rf {} +

# Each interpreter is tried by running it: a version manager may have put a name on the path that leads nowhere.
$(INSTALLED): pyproject.toml constraints.txt
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { \
	    for python in $(INTERPRETERS) none; do \
	        $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && break; \
	    done; \
	    if [ $$python = none ]; then \
	        echo "tonekit needs Python 3.11 or newer; tried: $(strip $(INTERPRETERS)). Name one with make PYTHON=…" >&2; \
	        exit 1; \
	    fi; \
	    echo "Making $(VENV) with $$($$python --version) …"; \
	    $$python -m venv --clear $(VENV) || { \
	        echo "This Python cannot make virtual environments; on Debian and Ubuntu: apt install python3-venv" >&2; \
	        exit 1; \
	    }; \
	}
	@echo "Installing tonekit and what it needs into $(VENV) …"
	@$(BIN)/python -m pip install $(QUIETLY) --constraint constraints.txt --editable '.[test,check]'
	@touch $@
