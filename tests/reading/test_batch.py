"""One unit of work: one bad text does not keep the others from being read."""

from __future__ import annotations

from analysis.reading import batch
from analysis.reading.batch import Job, read_one, read_packed, unpack
from analysis.reading.inputs import Unit
from analysis.reading.terms import terms_source
from helpers.sentences import terms

TEXT = "抽查网站30家。"


def write(folder, *names):
    for name in names:
        (folder / name).write_text(f"{name}:{TEXT}", encoding="utf-8")
    return Unit("files", tuple(str(folder / name) for name in names))


def test_a_text_on_which_the_reader_stumbles_is_named_and_the_rest_is_read(tmp_path, monkeypatch):
    add = batch.FrameBuilder.add_source

    def stumble(self, doc, *given):
        return 1 / 0 if doc == "b.txt" else add(self, doc, *given)

    monkeypatch.setattr(batch.FrameBuilder, "add_source", stumble)
    (found,) = read_one(write(tmp_path, "a.txt", "b.txt", "c.txt"), Job(terms_source()), terms())
    assert found.frame["doc"].to_list() == ["a.txt", "c.txt"]
    assert [failure.doc for failure in found.failures] == ["b.txt"]
    assert "the reader failed (ZeroDivisionError: division by zero); please report" in found.failures[0].reason
    assert (found.texts, found.characters) == (3, 3 * len(f"a.txt:{TEXT}"))


def test_a_batch_comes_whole_from_another_process(tmp_path):
    unit, job = write(tmp_path, "a.txt"), Job(terms_source(), keep_folder=True)
    (here,), (packed,) = list(read_one(unit, job, terms())), read_packed(unit, job)
    there = unpack(packed)
    assert there.frame.equals(here.frame)
    assert there[1:] == here[1:]
    assert there.frame["doc"].to_list() == [str(tmp_path / "a.txt")]


def test_a_long_text_that_cannot_be_opened_is_a_failure(tmp_path):
    (found,) = read_one(Unit("long", (str(tmp_path / "gone.txt"),)), Job(terms_source()), terms())
    assert found.frame.is_empty()
    assert (found.failures[0].doc, found.texts) == ("gone.txt", 0)


def test_a_long_text_is_counted_once_and_its_pieces_come_whole_from_another_process(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"{TEXT}\n" * 3, encoding="utf-8")
    unit, job = Unit("long", (str(path),)), Job(terms_source())
    here = list(read_one(unit, job, terms()))
    assert [batch.frame.height for batch in here] == [3, 0]
    assert [(batch.texts, batch.characters) for batch in here] == [(0, 0), (1, path.stat().st_size)]
    piece, _ = batch.open_long(unit, job, terms())
    (there,) = map(unpack, batch.read_packed_piece(piece, "a.txt", job))
    assert there.frame.equals(here[0].frame)
