"""The review as a page in JupyterLab: `review("fujian-2024q3", by="R. Viewer")` in a notebook, then keys alone.

The page is served by the kernel to its own machine, under an address that nobody can guess, and shown in a frame; so it
needs no extension of JupyterLab. Decisions are those of the terminal: kept at once, and either can go on with them.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from IPython.display import IFrame

from analysis.adding.register import the_register
from analysis.adding.session import Session
from analysis.adding.telling import history, pieces, told
from analysis.base import paths
from analysis.base.errors import ProjectError

HTML = Path(__file__).with_name("page.html")
CELLS = ("time_period", "area", "level", "method", "entity", "qualifier", "note")
Answer = dict[str, Any]


def review(bulletin_id: str, by: str, height: int = 620) -> IFrame:
    """Return the page on which the candidates of a bulletin are reviewed by keys."""
    return IFrame(serve(Session(bulletin_id, by, paths.INCOMING, the_register())), width="100%", height=height)


def serve(session: Session) -> str:
    """Serve the review of a session until the program ends; return the address of its page."""
    token = secrets.token_urlsafe(24)
    handler = type("Handler", (_Handler,), {"desk": PageDesk(session), "token": token})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/{token}/"


class PageDesk:
    """What the page shows and what its keys do."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.lock = Lock()
        self._deeds: dict[str, Callable[[int, Answer], Answer]] = {
            "accept": self._decide, "reject": self._decide, "skip": self._decide, "reject_sentence": self._sentence,
            "undo": self._undo, "correct": self._correct, "options": self._options, "new": self._new,
            "rows": self._rows, "write": self._write, "show": lambda *_: {},
        }  # fmt: skip

    def act(self, asked: Answer) -> Answer:
        """Do what a key stands for and return what is to be shown then; a mistake is a sentence in `said`."""
        number = int(asked.get("number", 0))
        with self.lock:
            try:
                done = self._deeds[str(asked.get("do", "show"))](number, asked)
                number = done.pop("number", number)
            except (ProjectError, KeyError, ValueError) as error:
                done = {"said": str(error)}
            return self._shown(number) | done

    def _decide(self, number: int, asked: Answer) -> Answer:
        self.session.decide(number, asked["do"])
        return {"number": self.session.after(number)}

    def _sentence(self, number: int, _: Answer) -> Answer:
        self.session.reject_sentence(number)
        return {"number": self.session.after(number)}

    def _undo(self, number: int, _: Answer) -> Answer:
        return {"number": self.session.undo() or number}

    def _correct(self, number: int, asked: Answer) -> Answer:
        self.session.correct(number, asked["cell"], asked["value"])
        return {}

    def _options(self, number: int, asked: Answer) -> Answer:
        cell = asked["cell"]
        words = asked.get("value", "")
        values = self.session.found(cell, words) if words else self.session.options(number, cell)
        return {"options": [[value, self.session.label(cell, value)] for value in values]}

    def _new(self, number: int, asked: Answer) -> Answer:
        """Propose a row of the codebook, then add the one that a person made of it."""
        if "row" not in asked:
            return {"row": self.session.propose_row(number, asked["cell"], asked["value"])}
        self.session.add_row(number, asked["cell"], asked["row"])
        return {}

    def _rows(self, *_: object) -> Answer:
        rows = self.session.to_insert()
        told = [f"! {doubt}" for doubt in self.session.doubts_of_rows(rows)]
        return {"rows": [*(f"{row['statement_id']}  {row['printed']}" for row in rows), *told]}

    def _write(self, *_: object) -> Answer:
        return {"said": f"{len(self.session.seal())} rows are in statements.csv; now run `bulletins check`."}

    def _shown(self, number: int) -> Answer:
        session = self.session
        number = number or session.after(0)
        state = {"bulletin": session.bulletin_id, "counts": told(session.counts()), "total": len(session.candidates)}
        if number not in session.standings:
            return state | {"number": 0, "skipped": next(iter(session.open()), 0)}
        view = session.view(number)
        row, labels = view.standing.row, session.register.indicators
        return state | {
            "number": number, "pieces": pieces(view), "printed": row["printed"], "indicator": row["indicator"],
            "verdict": view.standing.verdict, "sure": f"{view.standing.candidate.sure:.0%}",
            "cells": {name: row[name] for name in CELLS}, "history": history(view), "doubts": view.doubts,
            "near": [[n, labels[n]["label_en"], labels[n]["label_zh"]] for n in view.near if n in labels],
        }  # fmt: skip


class _Handler(BaseHTTPRequestHandler):
    """Answers the page alone: any other address, or another host's name for this one, is unknown."""

    desk: PageDesk
    token: str

    def do_GET(self) -> None:
        if self._is_ours(""):
            self._answer(HTML.read_bytes(), "text/html; charset=utf-8")

    def do_POST(self) -> None:
        if self._is_ours("act"):
            asked = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or "{}")
            answer = self.desk.act(asked)
            self._answer(json.dumps(answer, ensure_ascii=False).encode(), "application/json")

    def _is_ours(self, name: str) -> bool:
        host = self.headers.get("Host", "").partition(":")[0]
        ours = host in ("127.0.0.1", "localhost") and self.path == f"/{self.token}/{name}"
        if not ours:
            self.send_error(HTTPStatus.NOT_FOUND)
        return ours

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the notebook is no log."""
