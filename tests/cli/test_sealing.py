"""`bulletins seal` seals nothing without a reason, or against what nobody knows."""

from __future__ import annotations

import pytest

from analysis.base.errors import ProjectError
from analysis.cli.sealing import seal_ids


@pytest.mark.parametrize(
    ("ids", "reason", "against", "says"),
    [
        (["gov-2017q2-running-all"], " ", "", "--reason is missing"),
        (["gov-2017q2-running-all"], "seen", "textt", "unknown review 'textt': did you mean text"),
        ([], "seen", "text", "name the rows by their ids"),
    ],
)  # fmt: skip
def test_what_cannot_be_sealed_is_refused_with_one_sentence(ids, reason, against, says):
    with pytest.raises(ProjectError, match=says):
        seal_ids(ids, reason, against, "R. Viewer", new=False)
