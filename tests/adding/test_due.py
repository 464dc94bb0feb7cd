from __future__ import annotations

from types import SimpleNamespace

from analysis.adding.due import due_bulletins


def bulletin(name, period, issuer="a-go", kind="spot_check", number=""):
    return {"bulletin_id": name, "issuer": issuer, "kind": kind, "period": period, "published": period[:4],
            "document_no": number}  # fmt: skip


COPIES = {"a-2023q2": [{"page_kind": "mirror", "address": "m"}, {"page_kind": "news", "address": "n"}]}


def due(year, *rows):
    register = SimpleNamespace(bulletins=list(rows), copies_of=lambda name: COPIES.get(name, []))
    return due_bulletins(year, register)


def test_what_was_published_before_and_not_yet_is_due():
    rows = (
        bulletin("a-2022q1", "2022-Q1"),
        bulletin("a-2023q2", "2023-Q2", number="7号"),
        bulletin("a-2024q1", "2024-Q1"),
    )
    assert [one.period for one in due(2024, *rows)] == ["2024-Q2"]
    assert due(2024, *rows)[0][3:] == ("a-2023q2", "7号", "n")


def test_what_ended_long_ago_is_not():
    assert due(2024, bulletin("a-2020", "2020")) == []


def test_kinds_and_issuers_are_apart():
    rows = (
        bulletin("a-2023", "2023"),
        bulletin("b-2024", "2024", "b-go"),
        bulletin("a-2024", "2024", kind="evaluation"),
    )
    assert [(one.issuer, one.kind) for one in due(2024, *rows)] == [("a-go", "spot_check")]


def test_no_mirror_is_a_place_to_look():
    assert due(2024, bulletin("m-2023", "2023"))[0].address == ""


def test_what_is_published_once_is_never_due():
    assert due(2024, bulletin("n-2023", "2023", kind="news_report")) == []
