# Lecture Studio. `make demo` and `make test` do their own set-up on a fresh Debian machine.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := resources/samples/water-cycle.pptx
SYSTEM_PACKAGES := python3-venv libreoffice-impress libegl1 libgl1 libfontconfig1 libxkbcommon0 libdbus-1-3 \
	libpulse0 libxcb-cursor0 fonts-crosextra-carlito fonts-crosextra-caladea fonts-liberation fonts-noto-core \
	fonts-noto-cjk fonts-open-sans fonts-dejavu

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test setup clean

demo: setup ## render the sample lesson to demo.mp4
	@$(BIN)/lecture-studio render $(SAMPLE) -o demo.mp4

test: setup ## all checks and tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(BIN)/pyright
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

setup: $(VENV)/.ready

# System packages first: without python3-venv there is no environment to make.
$(VENV)/.ready: pyproject.toml constraints.txt Makefile
	@if command -v apt-get >/dev/null && ! dpkg-query -W $(SYSTEM_PACKAGES) >/dev/null 2>&1; then \
		if [ "$$(id -u)" = 0 ]; then as=; elif sudo -n true 2>/dev/null; then as=sudo; else as=none; fi; \
		if [ "$$as" = none ]; then \
			echo "Some system packages are missing; for exact slides run once:"; \
			echo "  sudo apt-get install $(SYSTEM_PACKAGES)"; \
		else \
			echo "Installing system packages (LibreOffice and fonts) …"; \
			$$as apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$as apt-get install -qq -y \
				--no-install-recommends $(SYSTEM_PACKAGES) >/dev/null || \
				echo "System packages could not be installed; going on without them."; \
		fi; \
	fi
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing Python packages (torch is the largest) …"
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]"
	@touch $@

clean:
	rm -rf $(VENV) build *.egg-info demo.mp4 demo.srt demo.vtt demo.chapters.txt
