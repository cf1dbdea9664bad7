"""`python -m citedeck`: the same command where the script is not on the PATH."""

from citedeck.cli import main

if __name__ == "__main__":
    main()
