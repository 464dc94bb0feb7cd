"""Refuse what a run would ask of the network, and write it down; first on the path, Python reads this at its start."""

import os
import sys

ASKING = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
# Kernels of notebooks talk to the steps on this machine, and ask for its own name.
HERE = ("127.", "::1", "0.0.0.0", "localhost", os.uname().nodename)


def _refuse(event: str, words: tuple[object, ...]) -> None:
    if event not in ASKING:
        return
    asked = words[1] if event in ("socket.connect", "socket.sendto") else words
    host = asked[0] if isinstance(asked, tuple) else asked
    if isinstance(asked, tuple) and host and not str(host).startswith(HERE):
        with open(os.environ["BULLETINS_OFFLINE"], "a", encoding="utf-8") as file:  # noqa: PTH123 - it starts so early
            file.write(f"{event} {asked}\n")
        raise OSError(f"{event}: no network after set-up ({host})")


if "BULLETINS_OFFLINE" in os.environ:
    sys.addaudithook(_refuse)
