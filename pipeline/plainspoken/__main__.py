"""The way in: `plainspoken` and `python -m plainspoken`.

A signal is answered from here on: at once while there is nothing to clean up, then as `interrupts`
does. Nothing else is imported before, not even `signal`.
"""

import _signal  # type: ignore[import-not-found]
import os
import sys
from types import FrameType

_CLOSED = ((0, os.O_WRONLY), (1, os.O_RDONLY), (2, os.O_WRONLY))


def run() -> int:
    """Run the command line; give its exit code."""
    for number in (_signal.SIGINT, _signal.SIGTERM, _signal.SIGHUP):
        if _signal.getsignal(number) != _signal.SIG_IGN:
            _signal.signal(number, _exit_at_once)
    _open_closed_streams()
    from .cli import main, report
    from .interrupts import get_exit_code, ignore_signals, raise_on_signals

    try:
        raise_on_signals()
        try:
            code = main()
        except SystemExit as end:  # of argparse
            code = int(end.code or 0)
        ignore_signals()
    except KeyboardInterrupt:  # a moment before main() began, or after its end
        ignore_signals()
        report("Stopped.")
        return get_exit_code()
    return code


def _exit_at_once(number: int, _frame: FrameType | None) -> None:
    try:
        os.write(2, b"Stopped.\n")
    finally:
        os._exit(128 + number)


def _open_closed_streams() -> None:
    """Keep files from taking the numbers of streams that were closed (`>&-`): what is printed would
    go into them. Output cannot be written then, and messages go nowhere.
    """
    for number, mode in _CLOSED:
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, mode)  # takes the lowest number that is free
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8", closefd=False)


if __name__ == "__main__":
    sys.exit(run())
