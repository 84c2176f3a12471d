"""The port of the pages of the hall: whether it is free."""

from __future__ import annotations

from tipfloor.commands.readiness.finding import Finding, bad, good


def look(host: str, port: int) -> Finding:
    """Return whether the pages can be served at an address; nothing is served."""
    from tipfloor.hall.server import PortTaken, listen

    try:
        listen(host, port).close()
    except PortTaken as taken:
        return bad("port_taken", host=host, port=port, reason=str(taken))
    return good("port", host=host, port=port)
