# SPDX-License-Identifier: MIT
"""What a newcomer does: init, new, install."""
import os
import pathlib
import pty
import re
import shutil
import subprocess
import tempfile
import unittest

from publishing import TOOL, TOP, PublishTest, docs_nginx
import documents
import links


class New(PublishTest):
    def test_a_new_briefing_is_a_draft_that_builds(self):
        title = "It's: a \"25%\" tariff, 関税"
        made = self.run_tool("new", "briefing", title, "--date", "2025-03-01")
        self.assertEqual(made.returncode, 0, made.stderr)
        path = "Content/briefings/2025-03-01-it-s-a-25-tariff-関税.md"
        self.assertTrue((self.site / path).exists(), made.stdout)
        self.assertIn(f"left out: {path}", self.run_tool("build").stdout)
        built = self.run_tool("build", "--drafts")
        self.assertEqual((built.returncode, built.stderr), (0, ""))
        again = self.run_tool("new", "briefing", title, "--date", "2025-03-01")
        self.assertEqual(again.returncode, 64)
        self.assertIn("is there already", again.stderr)

    def test_a_new_dataset_builds_once_the_places_that_the_build_names_are_filled_in(self):
        source = self.folder / "Car-sales 2024.csv"
        source.write_text("month,code,cars\n2024-01,01,5\n2024-02,02,7\n", encoding="utf-8")
        made = self.run_tool("new", "dataset", str(source))
        self.assertEqual(made.returncode, 0, made.stderr)
        failed = self.run_tool("build")
        self.assertEqual(failed.returncode, 1)
        for rule in ("data-source", "data-licence", "data-retrieved", "data-unit"):
            self.assertEqual(failed.stderr.count(f"[{rule}]"), 1, failed.stderr)
        package = self.site / "Content/Data/datapackage.yaml"
        text = package.read_text(encoding="utf-8")
        self.assertIn("{name: month, type: yearmonth}", text)
        self.assertIn("{name: code, type: string}", text)
        for empty, filled in (
            ("sources: []", "sources: [{title: Us}]"), ("licenses: []", "licenses: [{name: CC0-1.0}]"),
            ("retrieved: ''", "retrieved: 2025-01-01"), ("unit: ''", "unit: '1'"),
        ):
            text = text.replace(empty, filled)
        package.write_text(text, encoding="utf-8")
        built = self.run_tool("build")
        self.assertEqual(built.returncode, 0, built.stderr)
        again = self.run_tool("new", "dataset", str(source))
        self.assertEqual(again.returncode, 64)
        self.assertIn("choose another with --name", again.stderr)

    def test_a_new_event_is_a_row_of_the_table_of_events(self):
        shutil.rmtree(self.site / "Content")
        shutil.copytree(TOP / "Content", self.site / "Content")
        what = "Talks, with a \"name\""
        options = ["--date", "2025-06-01", "--countries", "CHN, JPN", "--place", "Beijing", "--source", "A paper, 2025-06-01"]
        made = self.run_tool("new", "event", what, *options)
        self.assertEqual(made.returncode, 0, made.stderr)
        built = self.run_tool("build")
        self.assertEqual(built.returncode, 0, built.stderr)
        self.assertIn("Talks, with a", (self.site / "Public/timeline/index.html").read_text(encoding="utf-8"))
        self.assertEqual(self.run_tool("new", "event", what, *options, "--table", "people.csv").returncode, 64)


class Readme(unittest.TestCase):
    def test_a_newcomer_who_types_what_the_readme_says_has_a_site_that_nginx_serves(self):
        section = (TOP / "README.md").read_text(encoding="utf-8").split("## From nothing to a served site")[1]
        lines = re.search(r"```console\n(.*?)```", section, re.S).group(1).splitlines()
        typed = [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]
        shown = [line for line in lines if not line.startswith("$ ")]
        # The tool is built already, and may be another than make would install.
        self.assertTrue(typed[0].startswith("make install "))
        typed[0] = f"make --old-file=build TOOL='{TOOL}' " + typed[0].removeprefix("make ")
        home = pathlib.Path(tempfile.mkdtemp(prefix="briefing home-"))
        self.addCleanup(shutil.rmtree, home)
        ours, theirs = pty.openpty()
        os.write(ours, b"y\n")
        session = subprocess.run(
            ["bash", "-e", "-c", "\n".join(typed)], cwd=TOP, stdin=theirs, capture_output=True, text=True, timeout=240,
            env={**os.environ, "HOME": str(home), "PATH": f"{home}/.local/bin:{os.environ['PATH']}"})
        os.close(theirs)
        os.close(ours)
        self.assertEqual(session.returncode, 0, session.stdout + session.stderr)
        for line in shown:
            self.assertIn(line, session.stdout)
        www = home / "published"
        with docs_nginx(home, www) as port:
            crawl = links.Crawl(f"http://127.0.0.1:{port}/", documents.Site(www)).run()
        self.assertEqual(crawl.problems, [])
        self.assertIn("ja/index.html", crawl.reached)


class Installed(unittest.TestCase):
    def test_install_puts_the_tool_completions_that_the_shells_read_and_a_manual_page(self):
        prefix = pathlib.Path(tempfile.mkdtemp(prefix="briefing install-"))
        self.addCleanup(shutil.rmtree, prefix)
        made = subprocess.run(
            ["make", "--old-file=build", "install", f"PREFIX={prefix}", f"TOOL={TOOL}"], cwd=TOP, capture_output=True, text=True)
        self.assertEqual(made.returncode, 0, made.stderr)
        version = subprocess.run([prefix / "bin/briefing", "--version"], capture_output=True, text=True)
        self.assertEqual(version.returncode, 0)
        completions = [
            ("bash", "bash-completion/completions/briefing"), ("zsh", "zsh/site-functions/_briefing"),
            ("fish", "fish/vendor_completions.d/briefing.fish"),
        ]
        for shell, path in completions:
            script = prefix / "share" / path
            self.assertIn("publish", script.read_text(encoding="utf-8"))
            if shutil.which(shell):
                subprocess.run([shell, "-n", script], check=True)
        page = (prefix / "share/man/man1/briefing.1").read_text(encoding="utf-8")
        for command in ("build", "publish", "init", "new dataset", "render"):
            self.assertIn(f'.SS "briefing {command}"', page)


class Start(unittest.TestCase):
    def test_the_starter_site_builds_without_a_word_on_standard_error_and_fills_no_folder_twice(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="briefing-init-"))
        self.addCleanup(shutil.rmtree, folder)
        made = subprocess.run([TOOL, "init", "my site"], cwd=folder, capture_output=True, text=True)
        self.assertEqual(made.returncode, 0, made.stderr)
        self.assertIn("cd 'my site'", made.stdout)
        built = subprocess.run([TOOL, "build"], cwd=folder / "my site", capture_output=True, text=True)
        self.assertEqual((built.returncode, built.stderr), (0, ""))
        self.assertIn("2 charts", built.stdout)
        self.assertIn('lang="ja"', (folder / "my site/Public/ja/index.html").read_text(encoding="utf-8"))
        again = subprocess.run([TOOL, "init", "my site"], cwd=folder, capture_output=True, text=True)
        self.assertEqual(again.returncode, 64)
        self.assertIn("is not empty", again.stderr)
