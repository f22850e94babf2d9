# The only entry: each target does all that it needs, on a fresh Debian with Swift.

PYTHON = .venv/bin/python -B
PYTHON3 = python3 -B
TOOL = .build/release/briefing
BUILD_PACKAGES = pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libcurl4-openssl-dev libsqlite3-dev \
	zlib1g-dev
TEST_PACKAGES = cmark-gfm openssl chromium fonts-liberation fonts-noto-cjk default-jre-headless python3-venv \
	git openssh-client rsync rclone brotli librsvg2-bin nginx-light

PREFIX = /usr/local
SHARE = $(DESTDIR)$(PREFIX)/share

.PHONY: site build install test test-swift test-command test-preview test-publish test-browser \
	lint bench venv deps deps-test
ifndef READY
.NOTPARALLEL:
endif

# The tool in release and the site in Public/.
site: build
	$(if $(READY),,$(TOOL) build)

build: deps
	$(if $(READY),,swift build -c release --static-swift-stdlib --product briefing)

# The tool, its completions for three shells, and its manual page.
install: build
	install -D -m 755 -s $(TOOL) "$(DESTDIR)$(PREFIX)/bin/briefing"
	mkdir -p "$(SHARE)/bash-completion/completions" "$(SHARE)/zsh/site-functions" \
		"$(SHARE)/fish/vendor_completions.d" "$(SHARE)/man/man1"
	$(TOOL) --generate-completion-script bash > "$(SHARE)/bash-completion/completions/briefing"
	$(TOOL) --generate-completion-script zsh > "$(SHARE)/zsh/site-functions/_briefing"
	$(TOOL) --generate-completion-script fish > "$(SHARE)/fish/vendor_completions.d/briefing.fish"
	$(TOOL) --experimental-dump-help | $(PYTHON3) .ci/manual-page > "$(SHARE)/man/man1/briefing.1"

# The suites that run the tool go two at a time, the longest first; READY says that all that they need is there.
test: test-swift venv site
	$(MAKE) --jobs=2 --output-sync=target READY=1 test-browser test-publish test-command test-preview

test-swift: deps-test
	swift test

# Runs the tool as its users do.
test-command: deps-test build
	TOOL=$(TOOL) $(PYTHON3) Tests/Command/command_test.py
	TOOL=$(TOOL) $(PYTHON3) Tests/Command/import_test.py
	TOOL=$(TOOL) $(PYTHON3) Tests/Command/check_test.py
	TOOL=$(TOOL) $(PYTHON3) Tests/Command/disk_test.py

# Previews a site as an editor does, also in Chromium.
test-preview: venv build
	TOOL=$(TOOL) $(PYTHON) Tests/Preview/preview_test.py

# Sends a site to folders, git, rsync, rclone and S3, breaks them half way, and serves it by nginx.
test-publish: venv build
	TOOL=$(TOOL) $(PYTHON) Tests/Publish/publish_test.py

lint:
	swift format lint --strict --recursive Sources Templates Tests Package.swift

# Checks Public/ from outside, after showing that each check can fail.
test-browser: venv site
	$(PYTHON) Tests/Browser/harness_test.py
	SITE=Public CONTENT=Content $(PYTHON) Tests/Browser/site_test.py

# The floor, Hugo and us on the same pages, then the time from a save to the page; see Benchmarks/README.md.
bench: build
	.ci/install-packages python3-venv
	swift build -c release --static-swift-stdlib --product chart-speed
	python3 Benchmarks/bench.py --tool $(TOOL)
	python3 Benchmarks/charts.py --tool $(TOOL) --speed .build/release/chart-speed
	python3 Benchmarks/data.py --tool $(TOOL)
	python3 Benchmarks/preview.py --tool $(TOOL)

venv: .venv/stamp

.venv/stamp: Tests/Browser/requirements.txt | deps-test
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	touch $@

# The Debian packages that are missing: what a build needs, and what the tests need besides.
deps:
	$(if $(READY),,.ci/install-packages $(BUILD_PACKAGES))

deps-test:
	$(if $(READY),,.ci/install-packages $(BUILD_PACKAGES) $(TEST_PACKAGES))
