#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Imports downloads as an editor does, into a copy of the project's own site: TOOL=path import_test.py"""
import os
import pathlib
import shutil
import tempfile
import unittest

from command_test import TOP, run, site

FIXTURES = TOP / "Tests/ImportTests/Fixtures"


class Importing(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="briefing-import-"))
        self.addCleanup(shutil.rmtree, self.folder)
        site(self.folder)
        self.data = self.folder / "Content/Data"
        self.package = (self.data / "datapackage.yaml").read_bytes()

    def unchanged(self):
        self.assertEqual((self.data / "datapackage.yaml").read_bytes(), self.package)
        self.assertEqual(
            sorted(path.name for path in self.data.iterdir()),
            sorted(path.name for path in (TOP / "Content/Data").iterdir()))

    def test_an_import_shows_what_it_understood_and_the_site_takes_it(self):
        answer = run(
            self.folder, "import", "kosis", FIXTURES / "kosis-across.csv", "--as", "korea_china", "--yes",
            "--retrieved", "2026-01-15")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        for line in ("period       2024-01 to 2024-02, monthly", "marks        2 provisional", "reporter     KOR"):
            self.assertIn(line, answer.stdout)
        self.assertLess(answer.stdout.index("first rows"), answer.stdout.index("written: Content/Data/korea_china.csv"))
        text = (self.data / "datapackage.yaml").read_bytes()
        before = len(os.path.commonprefix([text, self.package]))
        after = len(self.package) - before
        self.assertEqual(text[len(text) - after:], self.package[before:], "what was there has changed")
        self.assertIn(b"retrieved: '2026-01-15'", text[before:len(text) - after])
        checked = run(self.folder, "check")
        self.assertEqual(checked.returncode, 0, checked.stderr)

    def test_a_dry_run_writes_nothing_and_shows_the_entry(self):
        answer = run(self.folder, "import", "databank", FIXTURES / "databank-long.csv", "--as", "wdi", "--dry-run")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        self.assertIn("  - name: wdi\n    path: wdi.csv\n", answer.stdout)
        self.assertIn("nothing was written", answer.stdout)
        self.unchanged()

    def test_without_a_yes_nothing_is_written(self):
        arguments = ["import", "us-census", FIXTURES / "us-census.csv", "--as", "us_china"]
        for reply in ("", "n\n", "maybe\n"):
            answer = run(self.folder, *arguments, text=reply)
            self.assertEqual(answer.returncode, 1)
            self.assertIn("write Content/Data/us_china.csv? [y/N]", answer.stdout)
            self.unchanged()
        self.assertEqual(run(self.folder, *arguments, text="y\n").returncode, 0)
        self.assertTrue((self.data / "us_china.csv").exists())

    def edition(self, *arguments, text=None):
        file = self.folder / "us.csv"
        return run(self.folder, "import", "us-census", file, "--as", "us_china", *arguments, text=text)

    def test_a_second_import_of_a_newer_file_becomes_an_edition_and_tells_what_it_revised(self):
        first = (FIXTURES / "us-census.csv").read_text(encoding="utf-8")
        (self.folder / "us.csv").write_text(first, encoding="utf-8")
        self.assertEqual(self.edition("--published", "2025-01-10", "--retrieved", "2025-01-11", "--yes").returncode, 0)
        table, package = self.data / "us_china.csv", self.data / "datapackage.yaml"
        before, old = table.read_bytes(), package.read_text(encoding="utf-8")
        same = self.edition("--published", "2025-04-01", "--yes")
        self.assertEqual(same.returncode, 1)
        self.assertIn("us.csv: error: the file states what the present edition of 2025-01-10 states", same.stderr)
        (self.folder / "us.csv").write_text(first.replace("8,427.5", "9,427.5", 1), encoding="utf-8")
        older = self.edition("--published", "2025-01-10", "--yes")
        self.assertRegex(older.stderr, r"datapackage.yaml:\d+:16: error: an edition of 2025-01-10 is not newer")
        self.assertEqual(self.edition("--yes").returncode, 64)
        self.assertIn("say when it was published: --published", self.edition("--yes").stderr)
        dry = self.edition("--published", "2025-04-01", "--dry-run")
        self.assertIn("nothing was written", dry.stdout)
        self.assertEqual((table.read_bytes(), package.read_text(encoding="utf-8")), (before, old))

        answer = self.edition("--retrieved", "2025-04-02", text="2025-04-01\ny\n")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        self.assertIn("edition      2025-04-01, after that of 2025-01-10", answer.stdout)
        self.assertIn("revised      1 figures; 0 rows added, 0 no longer there", answer.stdout)
        self.assertIn("8427500000 → 9427500000  +11.87%", answer.stdout)
        former = self.data / "vintages/us_china-2025-01-10.csv"
        self.assertEqual(former.read_bytes(), before)
        self.assertNotEqual(table.read_bytes(), before)
        new = package.read_text(encoding="utf-8")
        vintage = ("    vintages:\n      - published: '2025-01-10'\n        path: vintages/us_china-2025-01-10.csv\n"
                   "        retrieved: '2025-01-11'\n")
        self.assertEqual(
            new.replace(vintage, "").replace("published: '2025-04-01'", "published: '2025-01-10'")
            .replace("retrieved: '2025-04-02'", "retrieved: '2025-01-11'"), old, "more than the edition has changed")
        self.assertIn(vintage, new)
        checked = run(self.folder, "check")
        self.assertEqual(checked.returncode, 0, checked.stderr)

    def test_a_table_of_other_columns_is_no_edition(self):
        answer = run(
            self.folder, "import", "sdmx", FIXTURES / "sdmx-1.csv", "--as", "gdp", "--published", "2026-02-01", "--yes")
        self.assertEqual(answer.returncode, 1)
        self.assertIn("sdmx-1.csv: error: the file gives the columns", answer.stderr)
        self.assertIn("'gdp' has country,year,gdp", answer.stderr)
        self.assertIn("1 error; nothing was written", answer.stderr)
        self.unchanged()

    def test_a_file_of_another_portal_names_it_and_a_bad_cell_its_place(self):
        answer = run(self.folder, "import", "kosis", FIXTURES / "us-census.csv", "--as", "x", "--yes")
        self.assertEqual(answer.returncode, 1)
        self.assertIn("hint: it looks like US Census Bureau, Foreign Trade: briefing import us-census", answer.stderr)
        (self.folder / "bad.csv").write_text("Date,Exports,Imports\n2024/13,1,1\n2024/02,1.2.3,1\n", encoding="utf-8")
        answer = run(self.folder, "import", "japan-customs", "bad.csv", "--as", "x", "--yes")
        self.assertEqual(answer.returncode, 1)
        self.assertIn("bad.csv:2:1: error: '2024/13' is not a year, quarter, month or day", answer.stderr)
        self.assertIn(" 3 | 2024/02,1.2.3,1\n   |         ^\n", answer.stderr)
        self.unchanged()

    def test_the_portals_are_listed(self):
        answer = run(self.folder, "import", "--list")
        self.assertEqual(answer.returncode, 0, answer.stderr)
        names = [line.split()[0] for line in answer.stdout.splitlines() if not line.startswith(" ")]
        self.assertEqual(names, [
            "comtrade", "wits", "databank", "sdmx", "japan-customs", "kosis", "us-census", "korea-customs"])

    def test_a_mistake_in_the_arguments_ends_with_64(self):
        file = FIXTURES / "sdmx-1.csv"
        with open(self.folder / "huge.csv", "wb") as huge:
            huge.truncate(2 << 30)
        for arguments, words in (
            (["comtrad", file, "--as", "x"], "did you mean 'comtrade'?"), (["sdmx", file], "--as NAME"),
            (["sdmx", "nowhere.csv", "--as", "x"], "cannot read 'nowhere.csv'"), ([], "name the portal and the file"),
            (["sdmx", "huge.csv", "--as", "x"], "'huge.csv' has 2048 MB, and no more than 1024 are imported"),
            (["sdmx", file, "--as", "x", "--retrieved", "soon"], "'soon' is no date"),
            (["sdmx", file, "--as", "x", "--unit", "bushels"], "'bushels' is no unit"),
        ):
            answer = run(self.folder, "import", *arguments)
            self.assertEqual(answer.returncode, 64, answer.stderr)
            self.assertIn(words, answer.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
