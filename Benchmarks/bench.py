#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Times the floor, Hugo and us on the same Markdown and prints Markdown tables. See README.md."""
import argparse
import contextlib
import datetime
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import typing

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
MEMORY = pathlib.Path("/dev/shm")
NEEDED_BYTES = 4 * 2**30
VENV = ROOT / ".venv"
PROGRAMS = ["floor", "floor-all-cores", "hugo", "briefing"]


class Run(typing.NamedTuple):
    """What one process and its children took, and what they left."""

    wall: float
    cpu: float
    peak_mb: float
    files: int
    written_mb: float


class Command(typing.NamedTuple):
    """How to start a program that writes to `output`."""

    arguments: list
    folder: pathlib.Path
    output: pathlib.Path


def commands(corpus, tool):
    """The command of each program for one generated corpus."""
    posts = corpus / "hugo" / "content" / "posts"
    floor = corpus.parent / "floor"
    output = {name: corpus / "out" / name for name in PROGRAMS}
    return {
        "floor": Command([floor, posts, output["floor"]], corpus, output["floor"]),
        "floor-all-cores": Command(
            [floor, posts, output["floor-all-cores"], os.cpu_count()], corpus, output["floor-all-cores"]
        ),
        "hugo": Command(
            [hugo_binary(), "build", "--quiet", "--destination", output["hugo"], "--cacheDir", corpus / "hugo-cache"],
            corpus / "hugo",
            output["hugo"],
        ),
        "briefing": Command([tool, "build", "--output", output["briefing"]], corpus / "briefing", output["briefing"]),
    }


def measure(name, command, pages):
    """Runs the command to its end; leaves the benchmark if it fails or writes fewer than `pages` pages."""
    os.sync()
    with tempfile.TemporaryFile() as log:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command.arguments], cwd=command.folder, stdout=log, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            log.seek(0)
            tail = log.read().decode(errors="replace")[-2000:]
            sys.exit(f"{name} failed with {process.returncode}: {process.args}\n{tail}")
    files, written, size = count_files(command.output)
    if written < pages:
        sys.exit(f"{name} wrote {written} pages of {pages}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, files, size / 1e6)


def count_files(folder):
    """The number of files below a folder, how many of them are pages, and their bytes."""
    files = pages = size = 0
    for place, _, names in os.walk(folder):
        files += len(names)
        pages += sum(name.endswith(".html") for name in names)
        size += sum(os.lstat(os.path.join(place, name)).st_size for name in names)
    return files, pages, size


def hugo_binary():
    """The Hugo program itself: its Python wrapper would add half a second."""
    found = sorted(VENV.glob("lib/python3*/site-packages/hugo/binaries/hugo*"))
    return found[0] if found else VENV / "bin" / "hugo"


@contextlib.contextmanager
def workplace(wanted):
    """Yields the folder for all files: `wanted`, or one in memory for as long as the benchmark runs.

    Memory takes the disk's moods out of the figures. Without room there it is `.build/bench`.
    """
    in_memory = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > NEEDED_BYTES
    if wanted is None and in_memory:
        with tempfile.TemporaryDirectory(prefix="bench-", dir=MEMORY) as folder:
            yield pathlib.Path(folder)
    else:
        yield (wanted or ROOT / ".build" / "bench").resolve()


def prepare(programs, work):
    """Builds the floor and installs Hugo where they are wanted."""
    work.mkdir(parents=True, exist_ok=True)
    if "hugo" in programs:
        if not (VENV / "bin" / "python3").exists():
            subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        requirements = HERE / "requirements.txt"
        subprocess.run([VENV / "bin" / "pip", "install", "--quiet", "--requirement", requirements], check=True)
    flags = subprocess.run(
        ["pkg-config", "--cflags", "--libs", "libcmark-gfm"], check=True, capture_output=True, text=True
    ).stdout.split()
    compiler = shutil.which("cc") or shutil.which("clang")
    if compiler is None:
        sys.exit("bench: no C compiler found")
    subprocess.run([compiler, "-O2", HERE / "floor.c", "-o", work / "floor", *flags], check=True)


def run_corpus(corpus, count, programs, rounds, tool):
    """Generates one corpus and returns {(program, "cold" or "again"): [Run]}."""
    kind = corpus.name
    note(f"{kind}: generating {count} pages")
    subprocess.run([sys.executable, HERE / "generate.py", kind, str(count), corpus], check=True)
    todo = {name: command for name, command in commands(corpus, tool).items() if name in programs}
    runs = {}
    for number in range(rounds):
        for name, command in todo.items():
            shutil.rmtree(command.output, ignore_errors=True)
            command.output.parent.mkdir(exist_ok=True)
            phases = ["cold"] if name.startswith("floor") else ["cold", "again"]
            for phase in phases:
                run = measure(name, command, count)
                note(f"{kind} round {number + 1}: {name} {phase} {run.wall:.2f} s")
                runs.setdefault((name, phase), []).append(run)
            shutil.rmtree(command.output)
    return runs


def note(text):
    print(text, file=sys.stderr, flush=True)


def median(runs):
    return Run(*(statistics.median(values) for values in zip(*runs)))


def table(kind, count, runs):
    """The Markdown table of one corpus, with the ratios below it."""
    lines = [
        f"### {kind}, {count:,} pages",
        "",
        "| program | wall s | slowest s | CPU s | peak MB | files | written MB |",
        "|:--|--:|--:|--:|--:|--:|--:|",
    ]
    medians = {key: median(values) for key, values in runs.items()}
    for (name, phase), run in medians.items():
        slowest = max(other.wall for other in runs[name, phase])
        lines.append(
            f"| {name}, {phase} | {run.wall:.2f} | {slowest:.2f} | {run.cpu:.2f} "
            f"| {run.peak_mb:.0f} | {run.files:.0f} | {run.written_mb:.0f} |"
        )
    ratios = []
    for phase, over, under in [
        ("cold", "briefing", "floor"),
        ("cold", "briefing", "floor-all-cores"),
        ("cold", "hugo", "briefing"),
        ("again", "hugo", "briefing"),
        ("cold", "hugo", "floor"),
    ]:
        above, below = medians.get((over, phase)), medians.get((under, phase))
        if above and below:
            ratios.append(
                f"- {over} : {under}, {phase}: wall {above.wall / below.wall:.2f}, CPU {above.cpu / below.cpu:.2f}"
            )
    return "\n".join(lines + [""] + ratios + [""])


def output_of(*arguments):
    return subprocess.run([str(part) for part in arguments], check=True, capture_output=True, text=True).stdout.strip()


def machine(programs, tool):
    """A line on the machine, the date and the versions."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    parts = [f"{datetime.date.today()}", f"{os.cpu_count()} cores, {memory:.0f} GB", cpu_model()]
    parts.append("cmark-gfm " + output_of("pkg-config", "--modversion", "libcmark-gfm"))
    if "hugo" in programs:
        parts.append(" ".join(output_of(hugo_binary(), "version").split()[:2]).split("-")[0])
    if "briefing" in programs:
        commit = subprocess.run(["git", "-C", ROOT, "describe", "--always", "--dirty"], capture_output=True, text=True)
        parts.append(f"{tool.name} {commit.stdout.strip()}".strip())
    return " · ".join(part for part in parts if part)


def cpu_model():
    lines = pathlib.Path("/proc/cpuinfo")
    names = [line for line in lines.read_text().splitlines() if line.startswith("model name")] if lines.exists() else []
    return names[0].split(":", 1)[1].strip() if names else os.uname().machine


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", type=pathlib.Path, default=ROOT / ".build" / "release" / "briefing")
    parser.add_argument("--pages", type=int, default=10_000, help="pages of the briefings corpus")
    parser.add_argument("--plain", type=int, default=4_000, help="pages of the plain corpus, 0 for none")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=PROGRAMS, default=PROGRAMS)
    parser.add_argument("--work", type=pathlib.Path, help="where corpora and output go, instead of memory")
    options = parser.parse_args()
    tool = options.tool.resolve()
    if "briefing" in options.only and not os.access(tool, os.X_OK):
        sys.exit(f"bench: no program at {options.tool}; build it with 'make build' or leave it out with --only")
    with workplace(options.work) as work:
        prepare(options.only, work)
        tables = []
        for kind, count in [("briefings", options.pages), ("plain", options.plain)]:
            if count > 0:
                runs = run_corpus(work / kind, count, options.only, options.rounds, tool)
                tables.append(table(kind, count, runs))
        place = "in memory" if work.is_relative_to(MEMORY) else "on disk"
    print(f"{machine(options.only, tool)} · files {place} · medians of {options.rounds} rounds\n")
    print("\n".join(tables))


if __name__ == "__main__":
    main()
