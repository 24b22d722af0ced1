.PHONY: help run test check core browser screenshots simulate deep soak bench

help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile

run: ## install what is missing, build, and serve a demo town on http://127.0.0.1:8001
	@scripts/run

test: ## install what is missing, build, and pass every check and every test
	@scripts/test

check: ## the format, the imports and the tidy tests
	@scripts/check

core: ## the tests of the rules alone, in seconds
	@scripts/core

browser: ## the tests of the pages in Chromium; WORDS='till and not camera' for some of them
	@scripts/browser $(if $(WORDS),-k '$(WORDS)')

screenshots: ## pictures of every page of the demo town at three widths, light and dark, in .build/screenshots
	@scripts/screenshots

simulate: ## play random histories against an independent model; SEED=7 for one, SECONDS=600 for as long as told
	@scripts/simulate $(if $(SEED),--seed $(SEED) --histories 1) $(if $(SECONDS),--seconds $(SECONDS))

deep: ## all proofs for longer, planted faults too, and histories for so many SECONDS
	@scripts/deep $(or $(SECONDS),3600)

soak: ## serve for two hours on either engine, or for so many SECONDS, and see whether the memory grows
	@scripts/soak $(or $(SECONDS),7200)

bench: ## measure a release build against its references
	@scripts/bench
