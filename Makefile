# Pioneer Kiosk. `make run` opens the kiosk on the sample packs; `make test` is everything that must hold.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := run

PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
STAMP  := $(VENV)/.installed

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

.PHONY: soak run tour test search lint style types imports qml translations pytest bench content i18n format lock bundle deb package-test setup system peers clean

run: setup            ## the kiosk on the sample packs; without a display it plays the tour
	$(PY) -m kiosk demo

tour: setup           ## the recorded walk through every screen
	$(PY) -m kiosk tour --out build/tour/portrait --platform offscreen
	$(PY) -m kiosk tour --out build/tour/landscape --size 1920x1080 --platform offscreen
	$(PY) -m kiosk tour --out build/tour/english --lang en --platform offscreen

content: setup        ## build, sign, publish and sync the sample packs
	$(PY) -m kiosk demo --build-only

test: setup lint pytest ## everything that must hold

pytest: setup peers content
	$(PY) -m pytest -n 3 --dist loadfile --no-loadscope-reorder   # most tests wait for something: three at a time on two cores

search: setup peers content ## other examples for every property, and many more of them
	KIOSK_EXAMPLES=search $(PY) -m pytest -n 2 -m hypothesis --timeout 3600

lint: style types imports qml translations ## all five; `make -k lint` goes on after a finding

style: setup
	$(PY) -m ruff check
	$(PY) -m ruff format --check --quiet kiosk tests content tools

types: setup
	$(PY) -m mypy

imports: setup
	$(VENV)/bin/lint-imports --no-logo

qml: setup
	$(PY) tools/qmlformat.py
	$(PY) tools/qmllint.py

translations: setup
	$(PY) tools/i18n.py check

bench: setup          ## time the start, the scrolling and the sync
	$(PY) -m benchmarks

soak: setup content   ## an hour of abuse: 10,000 random acts, 50 kills, 10,000 visits; the result goes into benchmarks/RESULTS.md
	KIOSK_MONKEY=10000 KIOSK_KILLS=50 $(PY) -m pytest -q -n 0 --timeout 3600 tests/unattended
	BENCH_VISITS=10000 $(PY) -m benchmarks soak

i18n: setup           ## collect strings into assets/i18n/en.ts, compile en.qm, list what is untranslated
	$(PY) tools/i18n.py update

format: setup         ## rewrite Python and QML in the house style
	$(PY) -m ruff check --fix --exit-zero
	$(PY) -m ruff format
	$(PY) tools/qmlformat.py --write

lock: setup           ## pin what pyproject.toml allows, with hashes
	$(VENV)/bin/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --custom-compile-command "make lock" --upgrade --quiet --output-file requirements.lock

bundle: setup content ## dist/kiosk: one folder with everything a kiosk needs, started and tried
	$(PY) tools/bundle.py all

deb: setup            ## dist/pioneer-kiosk_VERSION_amd64.deb of the bundle
	test -f dist/kiosk/BUNDLE.json || $(MAKE) --no-print-directory bundle
	$(PY) tools/deb.py

package-test: deb     ## install, use, upgrade, remove and purge the package on a fresh Debian; root on Debian, 2 minutes
	$(PY) tools/debtest.py

setup: system $(STAMP)

system:
	@packaging/debian-setup.sh "$(PYTHON)"

peers:                ## servers and file systems the tests of sync talk to
	@packaging/debian-setup.sh "$(PYTHON)" tests

$(STAMP): requirements.lock pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	test -x $(PY) || "$(PYTHON)" -m venv $(VENV)
	$(PY) -m pip install --quiet --require-hashes --requirement requirements.lock
	$(PY) -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

clean:                ## remove everything that was made, except the virtual environment
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find kiosk tests tools content benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
