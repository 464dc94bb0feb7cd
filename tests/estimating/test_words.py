"""What models say stands in the catalogue, and the catalogue holds nothing that no model says."""

from __future__ import annotations

import re
from pathlib import Path

from analysis import estimating
from analysis.estimating.minimums import MINIMUM_POINTS, refuse_few
from analysis.words.catalogue import FOLDER, LANGS

KINDS = "method|assumption|warning|note|refusal|minimum|counted"
IN_CODE = re.compile(rf'"((?:{KINDS})-[a-z_-]+)"')
IN_CATALOGUE, IN_OTHERS = re.compile(rf"^((?:{KINDS})-[a-z_-]+) =", re.MULTILINE), re.compile(r"\{ ([a-z]+-[a-z-]+) \}")


def keys_in_code() -> set[str]:
    code = "\n".join(path.read_text("utf-8") for path in Path(estimating.__file__).parent.glob("*.py"))
    minimums = {f"minimum-{model}" for model in MINIMUM_POINTS}
    return {*IN_CODE.findall(code), *minimums, *(f"counted-{least.counted}" for least in MINIMUM_POINTS.values())}


def test_models_and_catalogue_name_the_same_messages() -> None:
    for lang in LANGS:
        text = (FOLDER / lang / "models.ftl").read_text("utf-8")
        assert set(IN_CATALOGUE.findall(text)) == keys_in_code() | set(IN_OTHERS.findall(text)), lang


def test_each_minimum_is_said_in_each_language() -> None:
    for model in MINIMUM_POINTS:
        refusal = refuse_few(model, 0, "sites.CN")
        for lang in LANGS:
            assert "sites.CN" in refusal.sentence.in_(lang)
    assert "对数线性" in refuse_few("loglinear", 1, "sites.CN").sentence.in_("zh")
