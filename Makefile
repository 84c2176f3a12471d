# The steps of CI, one by one, in the environment that is active: `make layout`, `make tests`, …
# `.ci/run` alone is the whole: it makes a fresh environment first.

STEPS = layout habits types floors words deep speed mutants

.PHONY: all tests $(STEPS)

all: layout habits types floors words tests

$(STEPS):
	.ci/run $@

tests:
	python3 start.py test
