#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the tool as its users do, on a copy of the project's own site: TOOL=path command_test.py"""
import json
import os
import pathlib
import pty
import random
import re
import resource
import shutil
import signal
import struct
import subprocess
import tempfile
import time
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
TOOL = pathlib.Path(os.environ.get("TOOL", TOP / ".build/release/briefing")).resolve()


def site(folder, cards=False):
    """A copy of the project's content in a folder of its own; drawing its charts' cards takes seconds."""
    shutil.copytree(TOP / "Content", folder / "Content")
    if not cards:
        with open(folder / "Content/site.yml", "a", encoding="utf-8") as settings:
            settings.write("cards: false\n")
    return folder


def run(folder, *arguments, environment=None, text="", **options):
    return subprocess.run(
        [TOOL, *arguments], cwd=folder, input=text, capture_output=True, text=True, timeout=120,
        env={**os.environ, **(environment or {})}, **options,
    )


def files(folder):
    """Every file of a built site and its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Command(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="briefing-command-"))
        self.addCleanup(shutil.rmtree, self.folder)
        site(self.folder)

    def test_the_same_bytes_in_another_locale_time_zone_folder_and_number_of_threads(self):
        day = ["--as-of", "2026-11-01"]
        first = run(self.folder, "build", *day)
        self.assertEqual(first.returncode, 0, first.stderr)
        expected = files(self.folder / "Public")
        other = site(pathlib.Path(tempfile.mkdtemp(prefix="다른 폴더-")))
        self.addCleanup(shutil.rmtree, other)
        for number, environment in enumerate([
            {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"},
            {"LC_ALL": "C", "TZ": "America/Los_Angeles", "HOME": "/nonexistent"},
        ]):
            built = run(other, "build", "--threads", str(1 + 6 * number), "--output", f"out{number}", *day, environment=environment)
            self.assertEqual(built.returncode, 0, built.stderr)
            self.assertEqual(files(other / f"out{number}"), expected)

    def test_every_chart_has_a_card_that_its_pages_name_and_without_the_program_that_is_said_once(self):
        folder = site(pathlib.Path(tempfile.mkdtemp(prefix="briefing-cards-")), cards=True)
        self.addCleanup(shutil.rmtree, folder)
        (folder / "bin").mkdir()
        day = ["--as-of", "2026-11-01"]
        without = run(folder, "build", *day, "--output", "without", environment={"PATH": str(folder / "bin")})
        self.assertEqual(without.returncode, 0, without.stderr)
        self.assertEqual(without.stderr.count("[card-missing]"), 1, without.stderr)
        for path, text in files(folder / "without").items():
            self.assertFalse(path.endswith(".png") or b"og:image" in text, path)
        self.assertNotIn("[card-missing]", run(folder, "check", *day, environment={"PATH": str(folder / "bin")}).stderr)
        built = run(folder, "build", *day)
        self.assertEqual(built.returncode, 0, built.stderr)
        held = files(folder / "Public")
        named = set()
        for path, text in held.items():
            for address in re.findall(rb'property="og:image" content="([^"]*)"', text):
                card = address.decode().removeprefix("https://briefing.example/")
                self.assertEqual(held[card][:8] + held[card][16:24], b"\x89PNG\r\n\x1a\n" + struct.pack(">II", 1200, 630))
                named.add(card)
        # Each chart has a JSON file, also a table, which has no SVG.
        self.assertEqual(named, {path.removesuffix("json") + "png" for path in held if re.search(r"charts/[^/]*\.json$", path)})
        self.assertEqual(named, {path for path in held if path.endswith(".png")})
        # What is kept is not drawn again.
        drawn = set(os.listdir(folder / ".briefing/cards"))
        again = run(folder, "build", *day, "--output", "again")
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertEqual(files(folder / "again"), held)
        self.assertEqual(set(os.listdir(folder / ".briefing/cards")), drawn)

    def test_a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one(self):
        output = self.folder / "Public"
        self.assertEqual(run(self.folder, "build").returncode, 0)
        home = self.folder / "Content/about.md"
        original = home.read_text(encoding="utf-8")
        sites = [files(output)]
        home.write_text(original + "\nOne more line.\n", encoding="utf-8")
        started = time.monotonic()
        self.assertEqual(run(self.folder, "build").returncode, 0)
        whole = time.monotonic() - started
        sites.append(files(output))
        self.assertNotEqual(*sites)
        random.seed(20250428)
        outcomes = []
        for number in range(24):
            home.write_text(original + ("" if number % 2 == 0 else "\nOne more line.\n"), encoding="utf-8")
            process = subprocess.Popen(
                [TOOL, "build"], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(random.uniform(0.2, 1.1) * whole)
            process.send_signal(signal.SIGKILL)
            process.wait()
            self.assertIn(files(output), sites, f"kill {number} left a mix")
            outcomes.append(process.returncode)
            if process.returncode == 0:
                whole *= 0.9
        self.assertIn(-signal.SIGKILL, outcomes, "no build was killed in time")
        home.write_text(original, encoding="utf-8")
        self.assertEqual(run(self.folder, "build").returncode, 0)
        self.assertEqual(files(output), sites[0])
        self.assertLessEqual(set(os.listdir(self.folder)), {".briefing", "Content", "Public"})

    def test_a_disk_that_fills_leaves_the_old_site_and_says_so(self):
        self.assertEqual(run(self.folder, "build").returncode, 0)
        before = files(self.folder / "Public")
        page = self.folder / "Content/about.md"
        page.write_text(page.read_text(encoding="utf-8") + "\nMore words than fit.\n" * 4000, encoding="utf-8")

        def limited():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

        failed = run(self.folder, "build", preexec_fn=limited)
        self.assertEqual(failed.returncode, 1)
        self.assertIn("[output-unwritable]", failed.stderr)
        self.assertEqual(files(self.folder / "Public"), before)

    def test_tables_that_are_kept_change_nothing_whether_a_build_is_killed_the_disk_fills_or_a_file_is_damaged(self):
        rows = "".join(f"{1900 + number % 120},P{number},{number}.25\n" for number in range(70_000))
        (self.folder / "Content/Data/kept.csv").write_text("year,partner,total\n" + rows, encoding="utf-8")
        package = self.folder / "Content/Data/datapackage.yaml"
        entry = """
  - name: kept
    path: kept.csv
    retrieved: 2025-04-28
    sources: [{title: Made up}]
    licenses: [{name: CC0-1.0}]
    schema:
      fields: [{name: year, type: year}, {name: partner, type: string}, {name: total, type: number, unit: USD}]
      primaryKey: [year, partner]
translations:
"""
        text = package.read_text(encoding="utf-8")
        self.assertEqual(text.count("\ntranslations:\n"), 1)
        package.write_text(text.replace("\ntranslations:\n", entry), encoding="utf-8")
        output, kept = self.folder / "Public", self.folder / ".briefing"
        self.assertEqual(run(self.folder, "build", "--force").returncode, 0)
        self.assertEqual(list(kept.glob("tables-*")), [])
        expected = files(output)

        def check(**options):
            shutil.rmtree(output)
            built = run(self.folder, "build", **options)
            self.assertEqual(built.returncode, 0, built.stderr)
            self.assertEqual(files(output), expected)
            return sorted(path.name for path in kept.glob("tables-*"))

        def limited():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))

        self.assertEqual(check(preexec_fn=limited), [])
        started = time.monotonic()
        first = check()
        whole = time.monotonic() - started
        self.assertEqual(len(first), 1)
        self.assertEqual(check(), first)
        random.seed(20250428)
        for number in range(8):
            shutil.rmtree(kept)
            process = subprocess.Popen(
                [TOOL, "build"], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(random.uniform(0.05, 0.7) * whole)
            process.send_signal(signal.SIGKILL)
            process.wait()
            self.assertEqual(len([name for name in check() if name.endswith(".sqlite")]), 1)
        name = next(kept.glob("tables-*.sqlite"))
        name.write_bytes(name.read_bytes()[:-5000] + b"x" * 5000)
        self.assertEqual(check(), first)
        kept.chmod(0o555)
        self.addCleanup(kept.chmod, 0o755)
        page = self.folder / "Content/about.md"
        page.write_text(page.read_text(encoding="utf-8") + " ", encoding="utf-8")
        self.assertEqual(run(self.folder, "check").returncode, 0)

    def test_an_output_that_cannot_be_written_is_an_error_and_no_crash(self):
        failed = run(self.folder, "build", "--output", "Content/about.md/Public")
        self.assertEqual(failed.returncode, 1)
        self.assertIn("Content/about.md/Public: error: cannot write", failed.stderr)

    def test_errors_come_as_text_and_as_json_with_the_same_places(self):
        page = self.folder / "Content/about.md"
        page.write_text("---\ntitle: About\nsumary: x\n---\n[gone](nowhere.md)\n", encoding="utf-8")
        text = run(self.folder, "build")
        self.assertEqual(text.returncode, 1)
        self.assertIn("Content/about.md:3:1: error: front matter has no key 'sumary'", text.stderr)
        self.assertIn("   hint: did you mean 'summary'?", text.stderr)
        self.assertIn("nothing was written", text.stderr)
        self.assertFalse((self.folder / "Public").exists())
        answer = json.loads(run(self.folder, "build", "--json").stdout)
        self.assertFalse(answer["complete"])
        places = {(item["path"], item["line"], item["column"]) for item in answer["diagnostics"]}
        self.assertIn(("Content/about.md", 3, 1), places)
        self.assertIn(("Content/about.md", 5, 8), places)
        self.assertTrue(all(item["excerpt"] for item in answer["diagnostics"] if item["line"]))

    def test_a_build_after_which_nothing_changed_is_not_done_again_and_any_change_is_noticed(self):
        def build():
            answer = run(self.folder, "build", "--timings", "--as-of", "2026-11-01")
            self.assertEqual(answer.returncode, 0, answer.stderr)
            return answer

        build()
        time.sleep(2.1)  # a file is trusted to be at rest when it is older than a second
        sound = files(self.folder / "Public")
        build()
        self.assertIn("compare:", build().stderr)
        home = self.folder / "Public/index.html"
        tampered = home.read_bytes().replace(b"Trilateral", b"Bilateral!")
        home.unlink()
        home.write_bytes(tampered)
        self.assertNotIn("compare:", build().stderr)
        self.assertEqual(files(self.folder / "Public"), sound)
        (self.folder / "Public/stray.html").write_text("not ours", encoding="utf-8")
        build()
        self.assertEqual(files(self.folder / "Public"), sound)
        page = self.folder / "Content/about.md"
        page.write_text(page.read_text(encoding="utf-8").replace("About", "ABOUT", 1), encoding="utf-8")
        self.assertIn("written", build().stdout)
        self.assertNotEqual(files(self.folder / "Public"), sound)

    def test_check_writes_nothing(self):
        checked = run(self.folder, "check")
        self.assertEqual(checked.returncode, 0, checked.stderr)
        self.assertEqual(os.listdir(self.folder), ["Content"])

    def test_render_reads_a_file_or_standard_input(self):
        source = "---\ntitle: T\n---\n# Trade & more\n\n<b>raw</b> {{ ck usd }}\n"
        (self.folder / "page.md").write_text(source, encoding="utf-8")
        for argument in ("page.md", "-"):
            rendered = run(self.folder, "render", argument, text=source)
            self.assertEqual(rendered.returncode, 0, rendered.stderr)
            self.assertIn('<h1 id="trade-more">Trade &amp; more</h1>', rendered.stdout)
            self.assertIn("{{ ck usd }}", rendered.stdout)
            self.assertNotIn("<b>", rendered.stdout)
            self.assertIn(":6:1: warning:", rendered.stderr)

    def test_plain_rendering_is_what_cmark_gfm_prints(self):
        source = "# A\n\n| a | b |\n|--|:-:|\n| 1 | ~~2~~ |\n\n- [x] done www.example.org[^1]\n\n<div>*x*</div>\n\n[^1]: Note.\n"
        extensions = [word for name in ("table", "strikethrough", "autolink", "tasklist", "footnotes") for word in ("-e", name)]
        for ours, theirs in (([], []), (["--raw-html"], ["--unsafe"])):
            expected = subprocess.run(
                ["cmark-gfm", *extensions, *theirs], input=source, capture_output=True, text=True, check=True).stdout
            self.assertEqual(run(self.folder, "render", "-", "--plain", *ours, text=source).stdout, expected)

    def test_data_lists_the_tables_and_describes_one(self):
        listed = run(self.folder, "data")
        self.assertEqual(listed.returncode, 0, listed.stderr)
        lines = listed.stdout.splitlines()
        self.assertEqual(lines[0], "table,rows,period,source")
        self.assertIn("us_trade_annual,108,2013 – 2024,US Census Bureau", lines)
        described = run(self.folder, "data", "us_trade_annual").stdout
        for words in ("us_trade_annual: US goods trade", "licence    Public domain", "retrieved", "caveats\n- ",
                      "imports  number  USD   US general imports"):
            self.assertIn(words, described)
        answer = json.loads(run(self.folder, "data", "us_trade_annual", "--json").stdout)
        self.assertEqual(answer["fields"][2]["unit"], "USD")
        self.assertEqual(answer["primaryKey"], ["year", "partner"])
        self.assertIn("formula  ", run(self.folder, "data", "rca").stdout)
        unknown = run(self.folder, "data", "us_trade_anual")
        self.assertEqual(unknown.returncode, 1)
        self.assertIn("hint: did you mean 'us_trade_annual'?", unknown.stderr)

    def test_the_site_as_of_a_day_has_that_days_pages_and_data_and_the_latest_tells_what_was_revised(self):
        public = self.folder / "Public"
        briefing, gdp = public / "briefings/2025-04-28-three-neighbours/index.html", public / "data/gdp.csv"
        then = run(self.folder, "build", "--as-of", "2025-04-28")
        self.assertEqual(then.returncode, 0, then.stderr)
        self.assertIn("left out: Content/briefings/2026-08-24-tariffs-three-neighbours.md", then.stdout)
        self.assertIn("KOR,2023,1712792854202", gdp.read_text())
        page = briefing.read_text(encoding="utf-8")
        self.assertIn(">$1.71 trillion</a>", page)
        self.assertNotIn("revised", page)
        self.assertFalse((public / "data/gdp-revisions.csv").exists())
        now = run(self.folder, "build", "--as-of", "2026-11-01")
        self.assertEqual(now.returncode, 0, now.stderr)
        self.assertIn("KOR,2023,1844800934392", gdp.read_text())
        self.assertIn("KOR,2023,1712792854202", (public / "data/gdp-2024-01-01.csv").read_text())
        self.assertIn("KOR,2023,gdp,1712792854202,1844800934392", (public / "data/gdp-revisions.csv").read_text())
        page = briefing.read_text(encoding="utf-8")
        self.assertIn(
            '<a class="value revised" href="#revised_gdp_korea">$1.71 trillion<sup>†</sup></a>', page)
        self.assertIn("<strong>$1.84 trillion</strong>", page)
        described = run(self.folder, "data", "gdp")
        self.assertRegex(described.stdout, r'earlier +"gdp@2024-01-01", 320 rows')
        sql = run(self.folder, "data", "sql", "SELECT gdp FROM \"gdp@2024-01-01\" WHERE country = 'KOR' AND year = 2023")
        self.assertEqual(sql.stdout, "gdp\n1712792854202\n")

    def test_data_answers_sql_as_csv_in_a_pipe_as_json_and_as_a_table_on_a_terminal(self):
        sql = "SELECT 'a,b' AS \"text\", 1.5 AS number, NULL AS gap, '日本' AS land UNION ALL SELECT 'c', 20, NULL, 'x'"
        answer = run(self.folder, "data", "sql", sql)
        self.assertEqual(answer.stdout, 'text,number,gap,land\n"a,b",1.5,,日本\nc,20,,x\n')
        self.assertEqual(run(self.folder, "data", "sql", "-", text=sql).stdout, answer.stdout)
        rows = json.loads(run(self.folder, "data", "sql", sql, "--json").stdout)
        self.assertEqual(rows, [{"text": "a,b", "number": 1.5, "gap": None, "land": "日本"},
                                {"text": "c", "number": 20, "gap": None, "land": "x"}])
        ours, theirs = pty.openpty()
        with os.fdopen(ours, "rb", buffering=0) as terminal:
            subprocess.run([TOOL, "data", "sql", sql], cwd=self.folder, stdout=theirs, check=True, timeout=120)
            os.close(theirs)
            shown = b""
            try:
                while piece := terminal.read(4096):
                    shown += piece
            except OSError:  # the other end is closed
                pass
        self.assertEqual(
            shown.decode().replace("\r\n", "\n"),
            "text  number  gap  land\n────  ──────  ───  ────\na,b      1.5  –    日本\n"
            "c         20  –    x\n(2 rows)\n")

    def test_data_knows_the_indicators_and_reads_only(self):
        found = run(self.folder, "data", "sql", "SELECT rca(80, 100, 400, 1000) AS r, openness(1, 1, 0) AS o")
        self.assertEqual(found.stdout, "r,o\n2,\n")
        for sql, place, rule, hint in [
            ("SELECT hhi(1,\n 2)", "SQL:1:8", "sql-arguments", "did you mean 'hhi(value)'?"),
            ("SELECT 1,\n  totl FROM korea_exports", "SQL:2:3", "sql-column", ""),
            ("DELETE FROM gdp", "SQL:1:1", "sql-write", "begin with SELECT or WITH"),
            ("WITH a AS (SELECT 1) DELETE FROM gdp", "SQL:1:1", "sql-write", "use SELECT"),
            ("SELECT random()", "SQL:1:8", "sql-denied", ""),
            ("SELECT * FROM sqlite_master", "SQL:1:15", "sql-table", "the tables are "),
            ("", "SQL:1:1", "sql-syntax", ""),
        ]:
            refused = run(self.folder, "data", "sql", sql)
            self.assertEqual(refused.returncode, 1, sql)
            self.assertEqual(refused.stdout, "")
            self.assertTrue(refused.stderr.startswith(place + ": error: "), refused.stderr)
            self.assertIn(f"[{rule}]", refused.stderr)
            self.assertIn(hint, refused.stderr)
            faults = json.loads(run(self.folder, "data", "sql", sql, "--json").stdout)["diagnostics"]
            self.assertEqual(f"SQL:{faults[0]['line']}:{faults[0]['column']}", place)
        self.assertEqual(os.listdir(self.folder), ["Content"])

    def test_data_with_an_error_in_it_is_not_shown(self):
        (self.folder / "Content/Data/gdp.csv").write_text("no,such,header\n", encoding="utf-8")
        for arguments in (["data"], ["data", "gdp"], ["data", "sql", "SELECT 1"]):
            failed = run(self.folder, *arguments)
            self.assertEqual((failed.returncode, failed.stdout), (1, ""))
            self.assertIn("Content/Data/gdp.csv:1:1: error: ", failed.stderr)
        shutil.rmtree(self.folder / "Content/Data")
        self.assertIn("there is no data package", run(self.folder, "data").stderr)

    def test_a_mistake_in_the_arguments_ends_with_64_and_says_what_to_type(self):
        for arguments in (["biuld"], ["build", "--as-of", "soon"], ["build", "--threads", "0"], ["data", "sql"], ["data", "gdp", "more"]):
            answer = run(self.folder, *arguments)
            self.assertEqual(answer.returncode, 64, answer.stderr)
            self.assertIn("--help", answer.stderr)
        for arguments, words in [
            (["chek"], "there is no command 'chek'; did you mean 'check'?"),
            (["new", "brefing", "T"], "did you mean 'briefing'?"), (["check", "--extrnal"], "did you mean '--external'?"),
            (["import"], "briefing import comtrade FILE --as NAME"), (["import", "wits", "x.csv"], "--as korea_exports"),
            (["build", "--as-of", "soon"], "for example 2025-04-28"),
        ]:
            answer = run(self.folder, *arguments)
            self.assertEqual(answer.returncode, 64, answer.stderr)
            self.assertIn(words.lower(), answer.stderr.lower())

    def test_help_fits_a_terminal_and_names_the_command(self):
        for words in ([], *([name] for name in "build check preview publish init new data import render".split()),
                      *(["new", name] for name in ("briefing", "event", "dataset"))):
            shown = run(self.folder, *words, "--help").stdout
            lines = [line for line in shown.splitlines() if "USAGE:" not in line]
            self.assertLessEqual(max(map(len, lines)), 80, words)
            self.assertIn(f"USAGE: {' '.join(['briefing', *words])}", shown)


if __name__ == "__main__":
    unittest.main(verbosity=2)
