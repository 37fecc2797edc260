# make run | test | screens | bench | quality | fuzz | format | lint | build | install | deps | lexicon | train

PREFIX ?= /usr/local
DESTDIR ?=
DATA ?= ../shared/data
SWIFT ?= swift

RELEASE = $(SWIFT) build -c release --product onrecord --static-swift-stdlib
BINARY = .build/release/onrecord
SWIFT_SOURCES = Sources Tests Package.swift

.DEFAULT_GOAL := build
.PHONY: run test screens bench kills quality fuzz lexicon train train format lint build install uninstall deps clean

build: deps
	$(RELEASE)

run: build
	$(BINARY) seeds

test: deps
	$(SWIFT) test

# Figures of reading and drawing; with N=100000 those of an archive of so many articles (CURVE=1 draws
# docs/archive-cost.svg over sizes up to N).
bench: build
	$(if $(N),CURVE=$(CURVE) bench/archive $(N),bench/run)

# Kills imports at random moments and looks at what is left.
kills: build
	bench/kills $(KILLS)

# make fuzz TARGET=json MINUTES=10
fuzz: deps
	Fuzz/run $(TARGET) $(MINUTES)

format:
	$(SWIFT) format --in-place --parallel --recursive $(SWIFT_SOURCES)

lint:
	$(SWIFT) format lint --strict --parallel --recursive $(SWIFT_SOURCES)

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/onrecord/seeds"
	install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/onrecord"
	install -m 644 seeds/* "$(DESTDIR)$(PREFIX)/share/onrecord/seeds"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/onrecord"
	rm -rf "$(DESTDIR)$(PREFIX)/share/onrecord"

# Installs what is missing where it may, and otherwise says what to type.
deps:
	@SWIFT="$(SWIFT)" .ci/dependencies

clean:
	rm -rf .build

# Makes the word lists anew; needs the measuring data.
lexicon:
	python3 Training/lexicon.py "$(DATA)" Sources/Model/Language/Lists

# The scorers' tables for people and quotes, with floors; needs the measuring data.
quality: build
	bench/quality "$(DATA)"

# The screens of README, by the program itself.
screens: build
	$(BINARY) screens seeds --size 120x24 --keys 'j,Enter,],]' > docs/screen.txt
	$(BINARY) screens seeds --size 80x24 --keys Q > docs/screen-narrow.txt
	$(BINARY) screens seeds --size 120x30 --keys 'j,Enter,],]' --svg > docs/screen.svg
	docs/place-screens

# Trains the quote model anew (Python 3 with venv); needs the measuring data.
train: .build/venv/ready
	.build/venv/bin/python Training/quotes/train.py --data "$(DATA)" \
		--out Sources/CQuoteModel/quotes.model

.build/venv/ready: Training/requirements.txt
	python3 -m venv .build/venv
	.build/venv/bin/pip install --quiet --requirement $<
	touch $@
