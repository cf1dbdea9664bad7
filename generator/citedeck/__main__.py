"""The command, from the first import on: `citedeck`, or `python -m citedeck` where the script is not on the PATH."""

import gc
import os
import sys

_INTERRUPTED = 130


def main() -> None:
    """Run the command. Ctrl-C ends it without a traceback also while it still loads.

    What a run makes are values, which refer to no one that refers to them: looking for cycles among them finds nothing,
    and took a fifth of the time. So at its end, too, where Python would look through all that is there once more.
    """
    gc.disable()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none has a say here; to look for them takes a while
    try:
        from citedeck.cli import main as command

        command()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
