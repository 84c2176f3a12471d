"""What `python -m tipfloor` runs."""

from tipfloor.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
