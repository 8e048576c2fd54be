"""Real servers on this machine that do all that a service should not, and what is said of each."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from threading import Thread

import pytest

from plainspoken.audio.http_post import Answer, ServiceError, post

SECONDS = 0.6
SLACK = 2.0
"""Seconds more that a busy machine may take."""
OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
Serve = Callable[["Connection"], None]


class Connection:
    """What a server sends on one connection; it has read the request."""

    def __init__(self, client: socket.socket) -> None:
        self.client = client
        self.sent = 0

    def send(self, *pieces: bytes) -> None:
        for piece in pieces:
            self.client.sendall(piece)
            self.sent += len(piece)

    def drip(self, head: bytes, drop: bytes) -> None:
        """Send a head, then the same again and again until nobody listens."""
        self.send(head)
        while True:
            time.sleep(0.02)
            self.send(drop)

    def flood(self, head: bytes, piece: bytes) -> None:
        """The same without a pause."""
        self.send(head)
        while True:
            self.send(piece)


class Server:
    """A server, and what was asked of it."""

    def __init__(self) -> None:
        self.url = ""
        self.requests: list[bytes] = []
        self.connections: list[Connection] = []


@contextmanager
def serving(serve: Serve) -> Iterator[Server]:
    server = Server()

    def answer(client: socket.socket) -> None:
        connection = Connection(client)
        server.connections.append(connection)
        with client, suppress(OSError):
            request = b""
            while b"\r\n\r\nbody" not in request:
                request += client.recv(65_536)
            server.requests.append(request)
            serve(connection)

    def accept(listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                Thread(target=answer, args=(listener.accept()[0],), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        server.url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        Thread(target=accept, args=(listener,), daemon=True).start()
        yield server
        listener.shutdown(socket.SHUT_RDWR)


def ask(server: Server, seconds: float = SECONDS) -> Answer:
    """Ask, and see that the answer or the error comes in time."""
    begun = time.monotonic()
    try:
        return post(server.url, "body", {"X-Test": "yes"}, seconds)
    finally:
        assert time.monotonic() - begun < seconds + SLACK


def redirect(location: str, code: int = 302) -> Serve:
    head = f"HTTP/1.1 {code} Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"
    return lambda connection: connection.send(head.encode())


def test_an_answer_comes_with_its_content_and_is_asked_for_as_it_is() -> None:
    with serving(lambda c: c.send(OK, b"Content-Length: 5\r\n\r\nhello, and more")) as server:
        assert ask(server) == Answer(200, 0, b"hello")
    (request,) = server.requests
    assert request.startswith(b"POST / HTTP/1.1\r\n")
    assert b"\r\nAccept-Encoding: identity\r\n" in request
    assert b"\r\nX-Test: yes\r\n" in request


def test_an_answer_in_chunks_is_whole() -> None:
    with serving(lambda c: c.send(CHUNKED, b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n")) as server:
        assert ask(server).content == b"abcde"


NEVER_DONE = {
    "says nothing": (b"", b""),
    "drips its first line": (b"", b"H"),
    "drips a header": (OK + b"X: ", b"x"),
    "drips headers": (OK, b"X: x\r\n"),
    "drips its body": (OK + b"\r\n", b"x"),
    "drips what has a length": (OK + b"Content-Length: 999\r\n\r\n", b"x"),
    "drips chunks": (CHUNKED, b"1\r\nx\r\n"),
    "drips a chunk": (CHUNKED + b"fff\r\n", b"x"),
    "stops in its body": (OK + b"Content-Length: 9\r\n\r\nab", b""),
    "stops in a chunk": (CHUNKED + b"9\r\nab", b""),
    "stops before its last chunk": (CHUNKED + b"1\r\na\r\n", b""),
    "goes on after its last chunk": (CHUNKED + b"0\r\n", b"X: x\r\n"),
}


@pytest.mark.parametrize(("head", "drop"), NEVER_DONE.values(), ids=NEVER_DONE)
def test_a_server_that_is_never_done_is_left_in_time(head: bytes, drop: bytes) -> None:
    with serving(lambda c: c.drip(head, drop)) as server, pytest.raises(ServiceError) as raised:
        ask(server)
    assert raised.value.reason == "it gives no whole answer in 0.6 s"
    assert raised.value.may_retry


FLOODS = {
    "a body": (OK + b"\r\n", b"x" * 65_536, "larger than 5 MB"),
    "a body with a length": (
        OK + b"Content-Length: 99999999\r\n\r\n", b"x" * 65_536, "larger than 5 MB",
    ),
    "chunks": (CHUNKED, b"ffff\r\n" + b"x" * 0xFFFF + b"\r\n", "larger than 5 MB"),
    "one chunk": (CHUNKED + b"ffffffff\r\n", b"x" * 65_536, "larger than 5 MB"),
    "the length of a chunk": (CHUNKED, b"0" * 65_536, "breaks off"),
    "a header": (OK + b"X: ", b"x" * 65_536, "cannot be reached"),
    "headers": (OK, b"X: x\r\n" * 999, "cannot be reached"),
    "its first line": (b"", b"x" * 65_536, "cannot be reached"),
}  # fmt: skip


@pytest.mark.parametrize(("head", "piece", "reason"), FLOODS.values(), ids=FLOODS)
def test_a_server_that_sends_without_end_is_left_early(
    head: bytes, piece: bytes, reason: str
) -> None:
    with (
        serving(lambda c: c.flood(head, piece)) as server,
        pytest.raises(ServiceError, match=reason),
    ):
        ask(server, 20)
    time.sleep(0.1)
    assert server.connections[0].sent < 30_000_000, "5 MB, and what the sockets hold"


BROKEN = {
    "nothing": (b"", "cannot be reached"),
    "another protocol": (b"220 mail.example ready\r\n", "cannot be reached"),
    "half a line": (b"HTTP/1.1 2", "cannot be reached"),
    "fewer bytes than it said": (OK + b"Content-Length: 99\r\n\r\nab", "breaks off"),
    "half a chunk": (CHUNKED + b"9\r\nab", "breaks off"),
    "no last chunk": (CHUNKED + b"1\r\na\r\n", "breaks off"),
    "a chunk of no length": (CHUNKED + b"soon\r\nab\r\n", "breaks off"),
    "a chunk of less than nothing": (CHUNKED + b"-5\r\nab\r\n", "breaks off"),
    "two lengths": (
        OK + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "cannot be reached",
    ),
}


@pytest.mark.parametrize(("content", "reason"), BROKEN.values(), ids=BROKEN)
def test_an_answer_that_is_broken_is_none(content: bytes, reason: str) -> None:
    with serving(lambda c: c.send(content)) as server, pytest.raises(ServiceError) as raised:
        ask(server)
    assert reason in raised.value.reason
    assert raised.value.may_retry


@pytest.mark.parametrize("length", ["soon", "-5", "1e3", ""])
def test_a_length_that_is_none_is_no_length(length: str) -> None:
    head = OK + f"Content-Length: {length}\r\n\r\n".encode()
    with serving(lambda c: c.send(head, b"all of it")) as server:
        assert ask(server).content == b"all of it"


@pytest.mark.parametrize(
    "coding", ["gzip", "GZip", "deflate", "br", "zstd", "gzip, gzip", "x" * 99]
)
def test_what_is_packed_is_not_unpacked(coding: str) -> None:
    bomb = gzip.compress(bytes(9_000_000))
    head = OK + f"Content-Encoding: {coding}\r\nContent-Length: {len(bomb)}\r\n\r\n".encode()
    with serving(lambda c: c.send(head, bomb)) as server, pytest.raises(ServiceError) as raised:
        ask(server)
    assert f"in the coding {coding[:20]!r}" in raised.value.reason
    assert not raised.value.may_retry


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_with_what_was_asked(code: int) -> None:
    def serve(connection: Connection) -> None:
        if len(server.requests) == 1:
            redirect("/there?a=b", code)(connection)
        else:
            connection.send(OK, b"Content-Length: 2\r\n\r\nhi")

    with serving(serve) as server:
        assert ask(server).content == b"hi"
    assert server.requests[1].startswith(b"POST /there?a=b ")
    assert server.requests[1].endswith(b"body")


def test_a_circle_of_redirects_ends_after_five() -> None:
    with serving(redirect("/again")) as server, pytest.raises(ServiceError) as raised:
        ask(server)
    assert raised.value.reason == "it redirects more than 5 times"
    assert not raised.value.may_retry
    assert len(server.requests) == 6


@pytest.mark.parametrize(
    "location",
    ["http://plainspoken.invalid/", "ftp://127.0.0.1/", "file:///etc/passwd", "javascript:alert(1)",
     "http://[::1", "//plainspoken.invalid/"],
)  # fmt: skip
def test_a_redirect_elsewhere_is_followed_by_https_alone(location: str) -> None:
    with serving(redirect(location)) as server, pytest.raises(ServiceError) as raised:
        ask(server)
    assert raised.value.reason == (
        f"it redirects to {location!r}, which is neither https nor the same host"
    )
    assert not raised.value.may_retry
    with serving(redirect("https://127.0.0.1:1/")) as server, pytest.raises(ServiceError) as raised:
        ask(server)
    assert "cannot be reached" in raised.value.reason


@pytest.mark.parametrize("coding", ["", "Content-Encoding: gzip\r\n"])
def test_what_comes_with_a_redirect_is_not_read(coding: str) -> None:
    head = f"HTTP/1.1 302 Found\r\nLocation: /again\r\n{coding}\r\n".encode()

    packed = gzip.compress(bytes(10_000_000))
    with (
        serving(lambda c: c.flood(head, packed)) as server,
        pytest.raises(ServiceError, match="redirects more than 5 times"),
    ):
        ask(server, 20)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("3", 3), (" 120 ", 120), ("-5", 0), ("1.5", 0), ("soon", 0), ("", 0), ("²", 0), ("1e9", 0),
     ("9" * 400, 1e9), ("Wed, 21 Oct 2015 07:28:00 GMT", 0), ("Fri, 31 Dec 9999 23:59:59 GMT", 1e9),
     ("Fri, 99 Dec 9999 99:99:99 GMT", 0), ("Wed, 21 Oct 2015 07:28:00", 0)],
)  # fmt: skip
def test_the_wait_that_is_asked_for_is_a_number_of_seconds(value: str, seconds: float) -> None:
    head = f"HTTP/1.1 429 Slow\r\nRetry-After: {value}\r\nContent-Length: 0\r\n\r\n".encode()
    with serving(lambda c: c.send(head)) as server:
        assert ask(server) == Answer(429, seconds, b"")


def test_the_wait_may_be_a_date() -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    head = f"HTTP/1.1 503 Later\r\nRetry-After: {date}\r\nContent-Length: 0\r\n\r\n".encode()
    with serving(lambda c: c.send(head)) as server:
        assert 90 < ask(server).wait <= 100


def test_what_comes_with_an_error_is_not_read() -> None:
    head = b"HTTP/1.1 500 Sorry\r\n\r\n"
    with serving(lambda c: c.flood(head, b"x" * 65_536)) as server:
        assert ask(server, 20) == Answer(500, 0, b"")


@pytest.mark.parametrize(
    "url", ["", "nowhere", "http://", "http://[::1", "http://a b/", "gopher://a/"]
)
def test_an_address_that_is_none_is_an_error(url: str) -> None:
    with pytest.raises(ServiceError, match="cannot be reached"):
        post(url, "body", {}, SECONDS)
