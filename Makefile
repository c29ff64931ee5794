# Lecture Studio. `make demo`, `make studio` and `make test` do their own set-up on a fresh Debian machine.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := resources/samples/water-cycle.pptx
SYSTEM_PACKAGES := python3-venv libreoffice-impress libegl1 libgl1 libfontconfig1 libdbus-1-3 libpulse0 \
	libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 \
	libwayland-client0 libwayland-cursor0 fonts-crosextra-carlito fonts-crosextra-caladea fonts-liberation fonts-noto-core \
	fonts-noto-cjk fonts-open-sans fonts-dejavu fonts-roboto-unhinted fonts-horai-umefont fonts-urw-base35
# A display of its own and a hand on the keyboard, for the tests that use the editor as a person would.
TEST_PACKAGES := xvfb xdotool openbox
# Decoders and players of other people, for `make prove`.
PROOF_PACKAGES := gstreamer1.0-tools gstreamer1.0-plugins-base gstreamer1.0-plugins-good gstreamer1.0-plugins-bad \
	chromium

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo studio test bench prove decks ladder strips confusion fidelity setup clean

demo: setup ## render the sample lesson to demo.mp4
	@$(BIN)/lecture-studio render $(SAMPLE) -o demo.mp4

studio: setup ## start the editor (make studio FILE=deck.pptx opens a file)
	@$(BIN)/lecture-studio $(FILE)

test: setup $(VENV)/.test-ready ## all checks and tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(BIN)/pyright
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist loadfile

DECKS ?= ../shared/decks
decks: setup ## import every deck of a folder and write docs/decks.md (make decks DECKS=folder PAGES=--pages draws them too)
	@nice $(BIN)/python -m tests.tools.decks $(DECKS) $(PAGES) --out docs/decks.md >/dev/null

ladder: setup ## the moving pictures of docs/coherence.md, by real exports
	@QT_QPA_PLATFORM=offscreen nice $(BIN)/python -m tests.tools.ladder

strips: setup ## filmstrips of real changes at every level, into docs/review/ladder (make strips DECKS=folder)
	@QT_QPA_PLATFORM=offscreen nice $(BIN)/python -m tests.tools.filmstrips $(DECKS)

confusion: setup ## how often a change is placed right from its frames alone; writes docs/measuring.md (minutes)
	@nice $(BIN)/python -m tests.tools.real_moves $(DECKS)
	@nice $(BIN)/python -m tests.tools.confusion --out docs/measuring.md

fidelity: setup ## pages against PowerPoint's own pictures of first slides (make fidelity DECKS=folder)
	@$(BIN)/python -m tests.tools.fidelity $(DECKS) --out docs/fidelity.md

prove: setup ## prove the sample lesson with other decoders and players (make prove SAMPLE=deck.pptx); minutes
	@$(call install,$(PROOF_PACKAGES),for decoders that share no code with ours,GStreamer and Chromium)
	@mkdir -p build/prove
	@$(BIN)/lecture-studio render $(SAMPLE) -o build/prove/lesson.mp4 --json --force >build/prove/lesson.json
	@$(BIN)/python -m tests.tools.prove build/prove/lesson.mp4 build/prove/lesson.json --source $(SAMPLE)

bench: setup $(VENV)-bench/.ready ## how fast a lesson of an hour is exported, against other programs; writes docs/bench.md
	@$(BIN)/python -m tests.bench $(DECKS)/lectures --moviepy $(VENV)-bench/bin/python --table docs/bench.md

# moviepy wants an older Pillow than the program: it is measured from an environment of its own.
$(VENV)-bench/.ready: $(VENV)/.ready
	@$(PYTHON) -m venv $(VENV)-bench
	@$(VENV)-bench/bin/python -m pip install --quiet moviepy==2.2.1
	@touch $@

setup: $(VENV)/.ready

# $(call install,PACKAGES,what they are good for,what they are): Debian packages, where apt is there and we may.
define install
	if command -v apt-get >/dev/null && ! dpkg-query -W $(1) >/dev/null 2>&1; then \
		if [ "$$(id -u)" = 0 ]; then as=; elif sudo -n true 2>/dev/null; then as=sudo; else as=none; fi; \
		if [ "$$as" = none ]; then \
			echo "Some system packages are missing; $(2) run once:"; \
			echo "  sudo apt-get install $(1)"; \
		else \
			echo "Installing system packages ($(3)) …"; \
			$$as apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$as apt-get install -qq -y \
				--no-install-recommends $(1) >/dev/null || \
				echo "System packages could not be installed; going on without them."; \
		fi; \
	fi
endef

# System packages first: without python3-venv there is no environment to make.
$(VENV)/.ready: pyproject.toml constraints.txt Makefile
	@$(call install,$(SYSTEM_PACKAGES),for exact slides and the editor's window,LibreOffice and fonts)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing Python packages (torch is the largest) …"
	@PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --constraint constraints.txt --editable ".[dev]"
	@touch $@

$(VENV)/.test-ready: $(VENV)/.ready
	@$(call install,$(TEST_PACKAGES),for the tests of the window,a virtual display)
	@touch $@

clean:
	rm -rf $(VENV) $(VENV)-bench build *.egg-info demo.mp4 demo.srt demo.vtt demo.chapters.txt
