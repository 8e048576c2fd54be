"""Ask a service on the network. Whatever it does, an answer or an error comes in time, and no more
than a few megabytes of it are held.
"""

from __future__ import annotations

import email.utils
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import urljoin, urlsplit

_MOST_BYTES = 5_000_000
_MOST_REDIRECTS = 5
_AT_ONCE = 65_536
_LONGEST_WAIT = 1e9


@dataclass(frozen=True, slots=True)
class Answer:
    """What a service answers."""

    status: int
    wait: float
    """Seconds that it asks to wait before it is asked again: RFC 9110 §10.2.3."""
    content: bytes
    """Empty where the status is not 200."""


class ServiceError(Exception):
    """A service that gives no answer."""

    def __init__(self, reason: str, may_retry: bool, wait: float = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        """What it does instead, with `it` for the service."""
        self.may_retry = may_retry
        self.wait = wait


def post(url: str, body: str, headers: Mapping[str, str], seconds: float) -> Answer:
    """Send a body and take the answer, redirects included. Raises ServiceError: there is none after
    `seconds`, or none that may be taken.
    """
    # A thread of its own, as a name that is looked up, a handshake and a header that come a byte
    # at a time keep a socket's timeout from ending. One that is too late ends with the process.
    answers: SimpleQueue[Answer | Exception] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(_follow(url, body, headers, seconds))
        except Exception as error:
            answers.put(error)

    Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        reason = f"it gives no whole answer in {seconds:.3g} s"
        raise ServiceError(reason, may_retry=True) from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _follow(url: str, body: str, headers: Mapping[str, str], seconds: float) -> Answer:
    import requests

    with requests.Session() as session:
        for _ in range(_MOST_REDIRECTS + 1):
            try:
                answer = _send(session, url, body, headers, seconds)
            except requests.exceptions.SSLError as error:
                reason = f"its certificate is not trusted ({error})"
                raise ServiceError(reason, may_retry=False) from None
            except OSError as error:
                reason = f"it cannot be reached ({type(error).__name__})"
                raise ServiceError(reason, may_retry=True) from None
            if isinstance(answer, Answer):
                return answer
            url = _check_redirect(url, answer)
    raise ServiceError(f"it redirects more than {_MOST_REDIRECTS} times", may_retry=False)


def _send(
    session: Any, url: str, body: str, headers: Mapping[str, str], seconds: float
) -> Answer | str:
    """An answer, or the address that it redirects to."""
    import requests

    headers = {**headers, "Accept-Encoding": "identity"}
    request = session.prepare_request(requests.Request("POST", url, headers, data=body))
    settings = session.merge_environment_settings(url, {}, True, None, None)
    # By the adapter, as the session itself reads all that comes with a redirect, and unpacks it.
    # Its timeout only ends a thread that nobody waits for any more.
    with session.get_adapter(url).send(request, timeout=seconds + 1, **settings) as answer:
        location = answer.headers.get("Location", "")
        if answer.is_redirect and location:
            return str(location)
        is_ok = answer.status_code == requests.codes.ok
        wait = _read_wait(answer.headers.get("Retry-After", ""))
        return Answer(answer.status_code, wait, _read(answer) if is_ok else b"")


def _read(answer: Any) -> bytes:
    import urllib3

    coding = answer.headers.get("Content-Encoding", "identity")
    if coding.strip().lower() != "identity":
        reason = f"it answers in the coding {coding[:20]!r}, which nobody asked for"
        raise ServiceError(reason, may_retry=False)
    content = bytearray()
    try:
        for piece in answer.raw.stream(_AT_ONCE):
            content += piece
            if len(content) > _MOST_BYTES:
                reason = f"its answer is larger than {_MOST_BYTES // 1_000_000} MB"
                raise ServiceError(reason, may_retry=False)
    except (urllib3.exceptions.HTTPError, ValueError):
        raise ServiceError("its answer breaks off", may_retry=True) from None
    return bytes(content)


def _check_redirect(url: str, location: str) -> str:
    """The next address. Raises ServiceError: what is sent would leave the host unprotected."""
    try:
        target = urljoin(url, location)
        before, after = urlsplit(url), urlsplit(target)
        is_same = (before.scheme, before.hostname) == (after.scheme, after.hostname)
        may_follow = is_same or after.scheme == "https"
    except ValueError:
        may_follow = False
    if may_follow:
        return target
    reason = f"it redirects to {location[:80]!r}, which is neither https nor the same host"
    raise ServiceError(reason, may_retry=False)


def _read_wait(value: str) -> float:
    """The seconds of a Retry-After header, a number or a date; 0 for anything else."""
    value = value.strip()
    if re.fullmatch(r"[0-9]+", value):
        return min(float(value), _LONGEST_WAIT)
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return 0
    now = datetime.now(UTC)
    seconds = (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds()
    return min(max(seconds, 0), _LONGEST_WAIT)
