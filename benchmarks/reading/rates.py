"""How fast texts are read, beside what a user would pick instead; ratios of one run.

python benchmarks/reading/rates.py [--megabytes 2]

The others only find numerals; this project's reader also says what they mean. recognizers-text, jionlp and cn2an come
with the extra `bench`; those that are not installed are left out. The floor is polars with a bare figure pattern on one
thread. No passage comes twice, so that nothing is gained by remembering: run it as
POLARS_MAX_THREADS=1 python benchmarks/reading/rates.py
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
from texts import fresh_text

FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[余多]?[万亿]?%?|[二两三四五六七八九十百千]+[万亿]?[家个条项次]"


def read_here(text: str) -> int:
    from analysis.reading import read_text

    return len(read_text(text))


def read_frame(text: str) -> int:
    from analysis.reading.frame import FrameBuilder
    from analysis.reading.terms import load_terms

    builder = FrameBuilder(load_terms())
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


def rate(name: str, read: Callable[[str], int], text: str) -> float:
    """Return characters a second on text that was not read before; 0 where the reader is not installed."""
    try:
        read(text[:2000])
    except ImportError:
        print(f"{name:44} not installed")
        return 0.0
    # Time of this process alone: what else the machine does must not count.
    start = time.process_time()
    count = read(text)
    took = time.process_time() - start
    megabytes = len(text.encode()) / took / 1e6
    print(f"{name:44} {len(text) / took / 1e6:8.3f} M characters/s {megabytes:8.2f} MB/s  {count:8,} found")
    return len(text) / took


def main() -> None:
    """Measure all on one core and print the ratios."""
    warnings.simplefilter("ignore")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=2.0)
    size = parser.parse_args().megabytes
    text = fresh_text(size)
    ours = rate("bulletins read, table", read_frame, text)
    rate("bulletins read, objects", read_here, text)
    others = {
        "scan floor": rate("polars, bare pattern (scan floor)", scan_polars, text),
        "jionlp": rate("jionlp.parse_money on regex candidates", read_jionlp, text),
        "cn2an + regex": rate("cn2an on regex candidates", read_cn2an, text),
        "recognizers-text": rate("recognizers-text, zh-cn numbers", read_recognizers, fresh_text(min(size, 0.3), 3)),
    }
    for name, other in others.items():
        if other:
            print(f"ratio to {name:20} {ours / other:8.2f}")


if __name__ == "__main__":
    main()
