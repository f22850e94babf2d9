#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Times a site whose table has a million rows: a first build, a build after a page was changed, and `briefing data`.

The rows are made up by a fixed rule: 84 months, 200 partners, 30 products, two flows, with a primary key of all four.
"""
import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile
import time

from bench import MEMORY, ROOT

PACKAGE = """sources: [{title: Bench}]
licenses: [{name: CC0-1.0}]
resources:
  - name: trade
    path: trade.csv
    retrieved: 2025-01-01
    schema:
      primaryKey: [month, partner, product, flow]
      fields:
        - {name: month, type: yearmonth}
        - {name: partner, type: string}
        - {name: product, type: string}
        - {name: flow, type: string, constraints: {enum: [export, import]}}
        - {name: value, type: number, unit: USD}
"""
PAGE = "---\ntitle: Home\nsummary: Home.\nvalues: {all: SELECT sum(value) FROM trade}\n---\nAll of it: {{ all usd }}.\n"


def write_site(root, count):
    data = root / "Content" / "Data"
    data.mkdir(parents=True)
    (data.parent / "site.yml").write_text("title: Bench\nurl: https://bench.example/\npublisher: Bench\nlanguages: [en]\n")
    (data.parent / "index.md").write_text(PAGE)
    (data / "datapackage.yaml").write_text(PACKAGE)
    with (data / "trade.csv").open("w") as file:
        file.write("month,partner,product,flow,value\n")
        for row in range(count):
            rest, flow = divmod(row, 2)
            rest, product = divmod(rest, 30)
            month, partner = divmod(rest, 200)
            value = row * 7_919_777 % 1_000_000_007
            file.write(
                f"{2000 + month // 12}-{month % 12 + 1:02},P{partner:03},{product:02},{'export' if flow else 'import'},"
                f"{value}.{row % 100:02}\n"
            )
    return (data / "trade.csv").stat().st_size


def run(command, root):
    """Seconds of wall and of CPU, peak megabytes, and what was said."""
    begin = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([str(part) for part in command], cwd=root, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        said.seek(0)
        text = said.read().decode()
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{command} failed:\n{text}")
    stage = re.search(r"^data: ([\d.]+) ms", text, re.MULTILINE)
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, float(stage[1]) / 1000 if stage else wall


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", type=pathlib.Path, default=ROOT / ".build" / "release" / "briefing")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    tool = options.tool.resolve()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY if MEMORY.is_dir() else None) as folder:
        root = pathlib.Path(folder)
        size = write_site(root, options.rows)
        build = [tool, "build", "--timings"]
        runs = {"first build": [], "build after a page changed": [], "briefing data, nothing kept": []}
        for number in range(options.rounds):
            for name in ["Public", ".briefing"]:
                shutil.rmtree(root / name, ignore_errors=True)
            runs["briefing data, nothing kept"].append(run([tool, "data"], root))
            runs["first build"].append(run(build, root))
            (root / "Content" / "index.md").write_text(PAGE + f"\nChange {number}.\n")
            runs["build after a page changed"].append(run(build, root))
        print(f"### a table of {options.rows:,} rows, {size / 1e6:.0f} MB\n")
        print("Least and median of", options.rounds, "rounds.\n")
        print("| | data stage s | wall s | CPU s | peak MB |\n|:--|--:|--:|--:|--:|")
        for name, all_runs in runs.items():
            cells = []
            for column in [3, 0, 1, 2]:
                values = [one[column] for one in all_runs]
                form = "{:.0f}" if column == 2 else "{:.2f}"
                cells.append(" · ".join(form.format(value) for value in [min(values), statistics.median(values)]))
            print(f"| {name} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
