# Two commands are all a reader needs: `make run` plays, `make test` checks. Both install what this machine lacks, may
# be repeated at will, and are quick when nothing has changed. `make bench` is for who makes something faster. What they
# do is in scripts/, one file for each.

.DEFAULT_GOAL := help
.PHONY: help run test bench

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## build Callboard and start it with a demo company; more options: make run ARGS='--help'
	@scripts/run $(ARGS)

test: ## run everything that CI runs; a part of it: make test ARGS='lints browser'
	@scripts/test $(ARGS)

bench: ## measure how fast it is, beside how fast it could be; some of it: make bench ARGS='world fight'
	@scripts/bench $(ARGS)
