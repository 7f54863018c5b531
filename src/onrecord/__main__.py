"""`python -m onrecord` does what `onrecord` does."""

from onrecord.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
