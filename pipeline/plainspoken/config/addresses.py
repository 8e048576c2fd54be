"""Check the addresses that readers follow: URIs as RFC 3986 writes them, so that no program has
to guess, with a host, a mailbox or a telephone number that can be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote

WEB = ("https", "http")
"""The schemes of addresses that are named in tables."""
LINKED = (*WEB, "mailto", "tel")
"""The schemes of links in the text."""
# RFC 3986 appendix B.
_PARTS = re.compile(r"(?:([^:/?#]+):)?(?://([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?", re.DOTALL)
_UNSAFE = re.compile(r"[^A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ENCODED_CONTROL = re.compile(r"%(?:[01][0-9A-F]|7F)", re.IGNORECASE)
_AUTHORITY = re.compile(r"(\[.*\]|[^:]*)(?::(.*))?")
# Labels of RFC 1123 §2.1.
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?!.{{254}}){_LABEL}(?:\.{_LABEL})*", re.IGNORECASE)
_NUMBER_LAST = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)", re.IGNORECASE)
"""Programs take such a host for an IPv4 address, in more ways than one."""
# RFC 6068 §2: a dot-atom of RFC 5322 §3.2.3, without what would need a code.
_LOCAL_PART = re.compile(r"(?!.{65})[A-Za-z0-9!$'*+_~-]+(?:\.[A-Za-z0-9!$'*+_~-]+)*")
_MAIL_FIELDS = re.compile(r"\?[A-Za-z-]+=[^=&]*(?:&[A-Za-z-]+=[^=&]*)*")
# RFC 3966 §3. A number such as 112 has no context: people call it where they are.
_TELEPHONE = re.compile(
    r"(?=[^;]*[0-9])\+?(?:[0-9*().-]|%23)+(?:;[A-Za-z0-9-]+(?:=[A-Za-z0-9+.:%-]+)?)*"
)
_WEB_HINT = "Write it as in https://example.org/page."
_MAIL_HINT = "Write it as in mailto:name@example.org."


def find_address_error(address: str, schemes: Sequence[str] = LINKED) -> tuple[str, str] | None:
    """Find what is wrong with an address that may have one of some schemes: message and hint."""
    for message, hint in _find_errors(address, schemes):
        return f"{address!r} {message}", hint
    return None


def normalize_address(address: str) -> str:
    """The one form of an address without errors: scheme and host in small letters (RFC 3986
    §6.2.2.1), letters outside ASCII by their codes (RFC 3987 §3.1).
    """
    scheme, authority, path, query, fragment = _split(address)
    host = f"//{authority.lower()}" if authority else ""
    rest = quote(f"{path}{query}{fragment}", safe="/?#%:@!$&'()*+,;=~")
    return f"{scheme.lower()}:{host}{rest}"


def _split(address: str) -> tuple[str, str, str, str, str]:
    found = _PARTS.fullmatch(address)
    assert found, "every text has these parts, if empty ones"
    scheme, authority, path, query, fragment = found.groups("")
    return scheme, authority, path, query, fragment


def _find_errors(address: str, schemes: Sequence[str]) -> Iterator[tuple[str, str]]:
    scheme, authority, path, query, fragment = _split(address)
    scheme = scheme.lower()
    if scheme not in schemes:
        if "mailto" in schemes:
            yield "is not an address that readers can follow", "Use https://, mailto: or tel:."
        else:
            yield "is not a web address", "Begin with https://."
        return
    yield from _find_character_errors(address, path + query + fragment[1:])
    if scheme == "mailto":
        yield from _find_mail_errors(authority, path, query + fragment)
    elif scheme == "tel":
        if not _TELEPHONE.fullmatch(address.partition(":")[2]):
            yield "has no telephone number", "Write it as in tel:+15550100."
    else:
        yield from _find_web_errors(authority, path + query + fragment)


def _find_character_errors(address: str, rest: str) -> Iterator[tuple[str, str]]:
    """Find what stands where no address has it; `rest` is what follows the host."""
    for sign in _UNSAFE.findall(address) + re.findall(r"[\[\]#]", rest):
        if not sign.isprintable():
            yield f"holds a character that hides, U+{ord(sign):04X}", "Remove it."
        elif sign == " ":
            yield "holds a space", "Write %20 for it, or take it out."
        elif sign.isascii():
            yield f"holds {sign}, which no address may", f"Write {quote(sign, safe='')} for it."
    if _STRAY_PERCENT.search(address):
        yield "has a % without two digits of a code after it", "Write %25 for a plain sign."


def _find_web_errors(authority: str, rest: str) -> Iterator[tuple[str, str]]:
    if "@" in authority:
        yield "has a name before its host", "Leave it out: it hides where the address leads."
        return
    found = _AUTHORITY.fullmatch(authority)
    host, port = found.groups() if found else ("", None)
    if not host:
        yield "has no host", _WEB_HINT
    elif not host.isascii():
        yield _describe_foreign_host(host, _WEB_HINT)
    elif not _is_host(host):
        yield f"has {host!r} for a host, which cannot be one", _WEB_HINT
    if port is not None and not (re.fullmatch("[0-9]{1,5}", port) and 0 < int(port) < 65536):
        yield f"has {port!r} for a port", "Leave it out, or write a number from 1 to 65535."
    if control := _ENCODED_CONTROL.search(rest):
        yield f"holds {control[0]}, the code of a character that hides", "Remove it."


def _find_mail_errors(authority: str, path: str, fields: str) -> Iterator[tuple[str, str]]:
    for mailbox in path.split(","):
        local, _, host = mailbox.rpartition("@")
        if not host.isascii():
            yield _describe_foreign_host(host, _MAIL_HINT)
        elif authority or not (_LOCAL_PART.fullmatch(local) and _is_name(host)):
            yield f"has {mailbox!r} for a mailbox, which cannot be one", _MAIL_HINT
    if fields and not _MAIL_FIELDS.fullmatch(fields):
        yield f"has {fields!r} after its mailbox", "Write it as in ?subject=Help, or leave it out."


def _describe_foreign_host(host: str, hint: str) -> tuple[str, str]:
    """Say how a host with letters outside ASCII is written (RFC 5891 §4, UTS #46)."""
    import idna

    try:
        encoded = idna.encode(host, uts46=True).decode()
    except idna.IDNAError:
        return f"has {host!r} for a host, which cannot be one", hint
    return f"has {host!r} for a host, which is not in ASCII", f"Write {encoded} for it."


def _is_host(host: str) -> bool:
    try:
        if host.startswith("["):
            IPv6Address(host[1:-1])
            return "%" not in host
        if _NUMBER_LAST.fullmatch(host):
            IPv4Address(host)
            return True
    except ValueError:
        return False
    return _is_name(host)


def _is_name(host: str) -> bool:
    if not _HOST.fullmatch(host) or _NUMBER_LAST.fullmatch(host):
        return False
    if "xn--" not in host.lower():
        return True
    import idna

    try:
        idna.decode(host.lower())
    except idna.IDNAError:
        return False
    return True
