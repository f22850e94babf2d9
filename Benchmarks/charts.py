#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Times 1,000 pages with three line charts of 5 x 25 points each, and 1,000 such charts beside vl-convert.

The data is made up by a fixed rule: 100 flows of 125 rows, which the charts take in turn. One build of the site without
its charts is taken off, so that what is left is the charts: queries, both pictures, description, table, pages and files.
"""
import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from bench import MEMORY, ROOT, VENV, Command, measure, note

SERIES = ["Cars", "Chips", "Ships", "Steel", "Paper"]
YEARS = range(2000, 2025)
FLOWS = 100
FORM = """
```chart
id: {id}
type: line
data: flows
where: flow = {flow}
x: year
y: amount
series: item
title: Flow {flow} in its five items
subtitle: South Korea's trade by item, units, 2000 to 2024
```
"""


def amount(flow, series, year):
    return 100 + (flow * 7919 + series * 104729 + (year - 2000) * (13 + series) * 31) % 900


def rows(flow):
    return [(flow, item, year, amount(flow, number, year)) for number, item in enumerate(SERIES) for year in YEARS]


def write_site(root, pages, charts):
    """A site of so many pages with so many charts each."""
    content = root / "Content"
    (content / "Data").mkdir(parents=True)
    (content / "briefings").mkdir()
    (content / "site.yml").write_text(
        "title: Bench\nurl: https://bench.example/\npublisher: Bench\nlanguages: [en]\n"
        "cards: false\nchecks: {chart-series-many: off}\n")
    (content / "index.md").write_text("---\ntitle: Home\nsummary: Home.\n---\nText.\n")
    (content / "briefings" / "index.md").write_text("---\ntitle: All\nsummary: All.\n---\n")
    fields = "{name: flow, type: integer}, {name: item, type: string}, {name: year, type: year}, "
    fields += "{name: amount, type: number, unit: '1'}"
    (content / "Data" / "datapackage.yaml").write_text(
        "name: bench\nresources:\n  - name: flows\n    title: Flows\n    path: flows.csv\n    publisher: Bench\n"
        "    retrieved: 2025-01-01\n    sources: [{title: Bench, path: 'https://bench.example/'}]\n"
        f"    licenses: [{{name: CC0-1.0}}]\n    schema:\n      fields: [{fields}]\n"
        "      primaryKey: [flow, item, year]\n"
    )
    lines = ["flow,item,year,amount"]
    lines += [",".join(map(str, row)) for flow in range(FLOWS) for row in rows(flow)]
    for page in range(pages):
        body = ""
        for chart in range(charts):
            number = page * charts + chart
            body += FORM.format(id=f"flow-{number}", flow=number % FLOWS)
        (content / "briefings" / f"2024-01-01-page-{page}.md").write_text(
            f"---\ntitle: Page {page}\nsummary: A page.\ndate: 2024-01-01\n---\nText.\n{body}"
        )
    (content / "Data" / "flows.csv").write_text("\n".join(lines) + "\n")


def build(tool, root, rounds, pages):
    """The median run of a cold build."""
    command = Command([tool, "build", "--output", root / "out"], root, root / "out")
    runs = []
    for _ in range(rounds):
        shutil.rmtree(root / "out", ignore_errors=True)
        shutil.rmtree(root / ".briefing", ignore_errors=True)
        runs.append(measure("briefing", command, pages))
    return sorted(runs, key=lambda run: run.wall)[len(runs) // 2]


def vega(flow):
    """The same chart in Vega-Lite, bare."""
    values = [{"item": item, "year": str(year), "amount": value} for _, item, year, value in rows(flow)]
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": 700,
        "height": 394,
        "title": f"Flow {flow} in its five items",
        "data": {"values": values},
        "mark": "line",
        "encoding": {
            "x": {"field": "year", "type": "temporal"},
            "y": {"field": "amount", "type": "quantitative"},
            "color": {"field": "item", "type": "nominal"},
        },
    }


VEGA = """
import json, sys, time
import vl_convert
charts = json.load(open(sys.argv[1]))
vl_convert.vegalite_to_svg(charts[0])
wall, cpu, size = time.perf_counter(), time.process_time(), 0
for chart in charts: size += len(vl_convert.vegalite_to_svg(chart).encode())
print(time.perf_counter() - wall, time.process_time() - cpu, size)
"""


def run_vega(work, count):
    """Seconds of wall, of CPU, and bytes of vl-convert for so many charts, after a first one that warms it up."""
    if not (VENV / "bin" / "python3").exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    requirements = pathlib.Path(__file__).resolve().parent / "requirements.txt"
    subprocess.run([VENV / "bin" / "pip", "install", "--quiet", "--requirement", requirements], check=True)
    specs = work / "vega.json"
    specs.write_text(json.dumps([vega(number % FLOWS) for number in range(count)]))
    done = subprocess.run(
        [VENV / "bin" / "python3", "-c", VEGA, specs], check=True, capture_output=True, text=True
    ).stdout.split()
    return float(done[0]), float(done[1]), int(done[2])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", type=pathlib.Path, default=ROOT / ".build" / "release" / "briefing")
    parser.add_argument("--speed", type=pathlib.Path, help="the program that draws charts without a site around them")
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--vega", type=int, default=1000, help="how many charts vl-convert draws, 0 for none")
    options = parser.parse_args()
    tool = options.tool.resolve()
    with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY if MEMORY.is_dir() else None) as folder:
        work = pathlib.Path(folder)
        print(f"### charts, {options.pages:,} pages\n\n| charts a page | wall s | CPU s | peak MB | files | MB |")
        print("|--:|--:|--:|--:|--:|--:|")
        runs = {}
        for charts in [0, 1, 3]:
            site = work / str(charts)
            write_site(site, options.pages, charts)
            runs[charts] = run = build(tool, site, options.rounds, options.pages)
            note(f"charts: {charts} a page {run.wall:.2f} s")
            print(
                f"| {charts} | {run.wall:.2f} | {run.cpu:.2f} | {run.peak_mb:.0f} | {run.files} | {run.written_mb:.0f} |"
            )
            if charts == 3:
                sizes = [path.stat().st_size for path in (site / "out" / "charts").glob("*.svg")]
            shutil.rmtree(site)
        count = 3 * options.pages
        cpu = (runs[3].cpu - runs[0].cpu) / count * 1000
        print(f"\n- a chart with its page, its bare page and three files: {cpu:.2f} ms CPU")
        print(f"- a picture as a file of its own: {statistics.median(sizes) / 1000:.1f} KB in the median")
        if options.speed:
            runs = [subprocess.run([options.speed.resolve()], check=True, capture_output=True, text=True).stdout.split()
                    for _ in range(options.rounds)]
            draw, read, wide, narrow = (statistics.median(float(run[column]) for run in runs) for column in range(4))
            print(f"- a chart alone, with both pictures, table, description, file and rules: {draw:.2f} ms CPU, "
                  f"{wide / 1000:.1f} and {narrow / 1000:.1f} KB; reading its block: {read:.2f} ms")
        if options.vega:
            wall, cpu, size = run_vega(work, options.vega)
            each = f"{wall / options.vega * 1000:.1f} ms wall, {cpu / options.vega * 1000:.1f} ms CPU"
            print(f"- vl-convert, the picture only: {each}, {size / options.vega / 1000:.1f} KB")


if __name__ == "__main__":
    main()
