#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Times the way of a save into the browser: preview.py --tool PATH [--pages 10000] [--rounds 30]

Starts a preview of the generated briefings, opens the event stream of one page as a browser does, saves that page
(a new file renamed over the old one), and stops the clock when the changed page has been fetched after the event.
"""
import argparse
import http.client
import pathlib
import re
import statistics
import subprocess
import tempfile
import time

from generate import generate


def get(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", path)
    text = connection.getresponse().read().decode()
    connection.close()
    return text


def save_to_page(port, source, path, number):
    """Milliseconds from the save to the event, and to the new page."""
    tag = re.search(r'data-digest="(\w*)" data-style="([\w.]*)"', get(port, path))
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", f"/.briefing/events?page={path}&digest={tag.group(1)}&style={tag.group(2)}")
    events = connection.getresponse()
    text = source.read_text(encoding="utf-8").split("\nSaved ")[0] + f"\nSaved {number} times.\n"
    temporary = source.with_name(source.name + "~")
    temporary.write_text(text, encoding="utf-8")
    start = time.perf_counter()
    temporary.rename(source)
    while events.readline() != b"event: reload\n":
        pass
    told = time.perf_counter()
    assert f"Saved {number} times." in get(port, path)
    connection.sock.close()
    return (told - start) * 1000, (time.perf_counter() - start) * 1000


def peak_megabytes(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", type=pathlib.Path, required=True)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=30)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="briefing-bench-") as folder:
        generate("briefings", options.pages, pathlib.Path(folder))
        root = pathlib.Path(folder) / "briefing"
        started = time.perf_counter()
        process = subprocess.Popen(
            [options.tool.resolve(), "preview", "--site", root, "--port", "8900"], stdout=subprocess.PIPE, text=True)
        try:
            port = next(int(match.group(1)) for line in process.stdout if (match := re.search(r":(\d+)/", line)))
            beginning = time.perf_counter() - started
            sources = sorted((root / "Content/briefings").glob("2*.md"))
            times = []
            for number in range(options.rounds):
                source = sources[number * 97 % len(sources)]
                times.append(save_to_page(port, source, f"/briefings/{source.stem}/", number))
                time.sleep(0.5)
            told, shown = ([time_ for time_ in column] for column in zip(*times))
            print(f"| {len(sources):,} pages | median | slowest |\n|---|---|---|")
            print(f"| save to event | {statistics.median(told):.0f} ms | {max(told):.0f} ms |")
            print(f"| save to new page | {statistics.median(shown):.0f} ms | {max(shown):.0f} ms |")
            print(f"\nfirst page after {beginning:.1f} s, peak memory {peak_megabytes(process):.0f} MB")
        finally:
            process.terminate()
            process.wait()


if __name__ == "__main__":
    main()
