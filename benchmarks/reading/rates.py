"""How fast texts are read, beside what a user would pick instead; ratios of one run.

python benchmarks/reading/rates.py [--megabytes 2]

The others only find numerals; this project's reader also says what they mean. recognizers-text, jionlp and cn2an come
with the extra `bench`; those that are not installed are left out. The floor is polars with a bare figure pattern.
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from texts import repeated, unrepeated

FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[余多]?[万亿]?%?|[二两三四五六七八九十百千]+[万亿]?[家个条项次]"


def read_here(text: str) -> int:
    from analysis.reading import read_text

    return len(read_text(text))


def read_frame(text: str) -> int:
    from analysis.reading.frame import FrameBuilder

    builder = FrameBuilder()
    builder.add_text("text", text)
    return builder.build().height


def scan_polars(text: str) -> int:
    import polars as pl

    return pl.Series(text.split("\n")).str.extract_all(FIGURE).list.len().sum()


def read_jionlp(text: str) -> int:
    parse = importlib.import_module("jionlp").parse_money
    count = 0
    for candidate in re.findall(FIGURE, text):
        try:
            parse(candidate)
            count += 1
        except (ValueError, TypeError, KeyError):
            pass
    return count


def read_cn2an(text: str) -> int:
    convert = importlib.import_module("cn2an").cn2an
    count = 0
    for candidate in re.findall(FIGURE, text):
        try:
            convert(candidate.rstrip("%余多").replace(",", ""), "smart")
            count += 1
        except ValueError:
            pass
    return count


def read_recognizers(text: str) -> int:
    module = importlib.import_module("recognizers_number")
    model = module.NumberRecognizer("zh-cn").get_number_model()
    return sum(len(model.parse(line)) for line in text.split("\n"))


def rate(name: str, read: Callable[[str], int], text: str, least: float = 1.0) -> float:
    """Return characters a second; short runs are repeated until they take `least` seconds. 0 where not installed."""
    try:
        read(text[:2000])
    except ImportError:
        print(f"{name:44} not installed")
        return 0.0
    best, spent = 0.0, 0.0
    while spent < least:
        _forget()
        start = time.perf_counter()
        count = read(text)
        took = time.perf_counter() - start
        spent += took
        best = max(best, len(text) / took)
    megabytes = len(text.encode()) / len(text) * best / 1e6
    print(f"{name:44} {best / 1e6:8.3f} M characters/s {megabytes:8.2f} MB/s  {count:8,} found")
    return best


def _forget() -> None:
    from analysis.reading.reader import forget_lines

    forget_lines()


def main() -> None:
    """Measure all and print the ratios."""
    warnings.simplefilter("ignore")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=2.0)
    size = parser.parse_args().megabytes
    varied, fresh = repeated(size), unrepeated(min(size, 0.3))
    once = "\n".join(dict.fromkeys(varied.split("\n")))
    ours = rate("bulletins read, table (repeated passages)", read_frame, varied)
    rate("bulletins read, objects (repeated passages)", read_here, varied)
    cold = rate_cold(fresh)
    floor = rate("polars, bare pattern (scan floor)", scan_polars, varied)
    jionlp = rate("jionlp.parse_money on regex candidates", read_jionlp, varied)
    cn2an = rate("cn2an on regex candidates", read_cn2an, once)
    recognizers = rate("recognizers-text, zh-cn numbers", read_recognizers, once, 0.5)
    for name, other in (
        ("jionlp", jionlp),
        ("recognizers-text", recognizers),
        ("cn2an + regex", cn2an),
        ("scan floor", floor),
    ):
        if other:
            print(f"ratio to {name:20} {ours / other:8.2f}   without repetition {cold / other:8.2f}")


def rate_cold(text: str) -> float:
    """Return the rate on text in which no line comes twice, the caches empty."""
    _forget()
    start = time.perf_counter()
    count = read_frame(text)
    took = time.perf_counter() - start
    print(
        f"{'bulletins read, table (nothing repeated)':44} {len(text) / took / 1e6:8.3f} M characters/s "
        f"{len(text.encode()) / took / 1e6:8.2f} MB/s  {count:8,} found"
    )
    return len(text) / took


if __name__ == "__main__":
    main()
