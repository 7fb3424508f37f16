"""Which addresses may be fetched: http and https, usual ports, hosts at public addresses only."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from detente.errors import InputError
from detente.ingest.limits import Limits

LOCAL_HINT = "Only public web pages are read; save the page and give the file."
_TUNNELS = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))


def parts_of(where: str, limits: Limits) -> tuple[str, int, bool, str]:
    """Host, port, whether encrypted, and request target of an address that may be fetched."""
    try:
        parts = urlsplit(where)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise InputError(f"{where} is no valid address.", "Check the address.", "address") from None
    if parts.scheme.lower() not in ("http", "https") or not host:
        raise InputError(f"{where} is no web address.", "Give an address with http or https.", "address")
    secure = parts.scheme.lower() == "https"
    port = port if port is not None else 443 if secure else 80
    if parts.username is not None or (port not in (80, 443) and not limits.local(host, port)):
        raise InputError(f"{where} may not be fetched.", LOCAL_HINT, "address")
    if any(ord(character) < 33 for character in where):
        raise InputError(f"{where!r} is no valid address.", "Check the address.", "address")
    try:
        host = host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        raise InputError(f"{where} is no valid address.", "Check the address.", "address") from None
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return host, port, secure, target


def checked(host: str, port: int, limits: Limits) -> str:
    """The first address of a host; all of them must be public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise InputError(
            f"{host} is not known to the network.", "Check the address and the network.", "fetch"
        ) from None
    addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
    if not addresses or not (limits.local(host, port) or all(map(is_public, addresses))):
        raise InputError(f"{host} is a local or private address.", LOCAL_HINT, "address")
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public network, looking through IPv6 forms that carry an IPv4 address."""
    parsed = ipaddress.ip_address(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            return is_public(str(parsed.ipv4_mapped))
        if any(parsed in tunnel for tunnel in _TUNNELS):
            return False
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved
