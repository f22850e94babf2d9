# SPDX-License-Identifier: MIT
"""Templates in Swift that change while a preview runs: compiled behind it, which then goes on with them.

A real compiler takes minutes for a package of a site's own, so `swift` is a program of the test: it prints what the
real one prints, or puts another tool in the place of the running one.
"""
import http.client
import os
import pathlib
import shutil
import subprocess
import tempfile
import threading
import unittest

import playwright.sync_api

from browser_test import CHROMIUM
from previewing import PATIENCE, SITE, TOOL, Preview, until

OLD, NEW = b'<main id="_main" class="wrap">', b'<main id="_main" class="WRAP">'
ERRORS = """Building for debugging...
[1/3] Compiling Look Look.swift
{package}/Templates/Look.swift:2:7: warning: initialization of immutable value 'a' was never used
{package}/Templates/Look.swift:3:9: error: cannot find 'titel' in scope
1 | import Site
2 |   let a = 1
3 | let b = titel
  |         `- error: cannot find 'titel' in scope
{package}/Templates/Look.swift:1:1: note: did you mean 'title'?
{package}/Templates/Look.swift:3:9: error: cannot find 'titel' in scope
error: fatalError
"""


class Templates(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="briefing-templates-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.site = self.folder / "a site"
        files = {**SITE, "Package.swift": "// of the site's own\n", "Templates/Look.swift": "import Site\n  let a = 1\nlet b = titel\n"}
        for path, text in files.items():
            (self.site / path).parent.mkdir(parents=True, exist_ok=True)
            (self.site / path).write_text(text, encoding="utf-8")
        self.tool = self.site / ".build/x86_64-unknown-linux-gnu/debug/notes"
        self.tool.parent.mkdir(parents=True)
        shutil.copy(TOOL, self.tool)
        self.programs = self.folder / "bin"
        self.programs.mkdir()
        (self.programs / "swift").write_text(f"""#!/bin/sh
echo "$@" >> "{self.folder}/calls"
[ -e "{self.folder}/slow" ] && sleep 2
if [ -e "{self.folder}/errors" ]; then cat "{self.folder}/errors"; exit 1; fi
mv "{self.folder}/next" "{self.tool}"
""", encoding="utf-8")
        (self.programs / "swift").chmod(0o755)

    def preview(self):
        environment = {"PATH": f"{self.programs}:{os.environ['PATH']}"}
        preview = Preview(folder=self.site, tool=self.tool, environment=environment)
        self.addCleanup(preview.stop)
        return preview

    def next_tool(self, old, new):
        """What the compiler puts in place: the tool with other bytes in it."""
        content = TOOL.read_bytes()
        self.assertIn(old, content)
        self.assertEqual(len(old), len(new))
        (self.folder / "next").write_bytes(content.replace(old, new))
        (self.folder / "next").chmod(0o755)

    def test_an_error_of_the_compiler_lies_over_the_last_good_page_until_it_is_mended_and_the_preview_goes_on(self):
        site = self.preview()
        (self.folder / "errors").write_text(ERRORS.format(package=self.site), encoding="utf-8")
        with site.events("/about/") as events:
            site.save("Templates/Look.swift", "import Site\n  let a = 1\nlet b = titel\n")
            told = events.wait("problems", lambda data: data["list"])
            self.assertEqual(len(told["list"]), 1)
            text = told["list"][0]["text"]
            self.assertIn("Templates/Look.swift:3:9: error: cannot find 'titel' in scope", text)
            self.assertIn(" 3 | let b = titel\n   |         ^", text)
            self.assertIn("did you mean 'title'?", text)
            site.line("Templates/Look.swift:3:9: error: cannot find 'titel'")
            self.assertIn(OLD, site.get("/about/").body)
            # Content goes on meanwhile, and its errors come besides.
            site.save("Content/about.md", "---\ntitle: About\nsummary: Us.\n---\nMeanwhile.\n")
            events.wait("reload")
            self.assertIn("Meanwhile.", site.text("/about/"))
        (self.folder / "errors").unlink()
        self.next_tool(OLD, NEW)
        process = site.process.pid
        site.save("Templates/Look.swift", "import Site\n")
        site.line("the preview goes on at " + site.address)
        self.assertIn(NEW, site.get("/about/").body)
        self.assertIn("Meanwhile.", site.text("/about/"))
        self.assertIsNone(site.process.poll())
        self.assertEqual(os.stat(f"/proc/{process}/exe").st_ino, self.tool.stat().st_ino)
        with site.events("/about/") as events:
            self.assertEqual(events.get(timeout=PATIENCE), ("problems", {"title": "", "list": []}))
        arguments = (self.folder / "calls").read_text(encoding="utf-8").splitlines()[-1]
        self.assertTrue(arguments.startswith(f"build --package-path {self.site} --configuration debug --product notes"), arguments)
        # With other options than the tool was built with, everything would be compiled anew.
        libraries = subprocess.run(["ldd", TOOL], capture_output=True, text=True, check=True).stdout
        self.assertEqual("--static-swift-stdlib" in arguments, "libswiftCore.so" not in libraries)
        # And again: nothing of the first preview is in the way of the second and third.
        self.next_tool(OLD, NEW.replace(b"WRAP", b"Wrap"))
        site.save("Templates/Look.swift", "import Site\n// again\n")
        until(lambda: sum("goes on" in line for line in site.output) == 2, lambda: "".join(site.output))
        self.assertIn(b'class="Wrap"', site.get("/about/").body)
        self.assertEqual(site.stop(), 0)

    def test_nobody_is_refused_and_no_answer_breaks_while_the_preview_goes_on_as_another_program(self):
        site = self.preview()
        site.write("Content/Media/large.txt", "x" * 3_000_000)
        until(lambda: site.get("/media/large.txt").status == 200, lambda: "".join(site.output))
        self.next_tool(OLD, NEW)
        answers, faults, over = [], [], threading.Event()

        def ask(path):
            while not over.is_set():
                try:
                    answer = site.get(path)
                    answers.append((path, answer.status, len(answer.body), NEW in answer.body))
                except (OSError, http.client.HTTPException) as fault:
                    faults.append(f"{path}: {fault!r}")

        threads = [threading.Thread(target=ask, args=(path,)) for path in ("/about/", "/about/", "/media/large.txt")]
        for thread in threads:
            thread.start()
        site.save("Templates/Look.swift", "import Site\n// new\n")
        site.line("the preview goes on at " + site.address)
        until(lambda: faults or ("/about/", True) in [(path, new) for path, _, _, new in answers[-20:]], lambda: str(faults))
        over.set()
        for thread in threads:
            thread.join()
        self.assertEqual(faults, [])
        self.assertEqual({status for _, status, _, _ in answers}, {200})
        self.assertEqual({length for path, _, length, _ in answers if "large" in path}, {3_000_000})

    def test_the_last_good_page_outlives_new_templates_since_the_preview_waits_until_the_content_is_mended(self):
        site = self.preview()
        self.next_tool(OLD, NEW)
        with site.events("/about/") as events:
            site.save("Content/about.md", "---\ntitle: [\n---\n")
            events.wait("problems", lambda data: data["list"])
            site.save("Templates/Look.swift", "import Site\n// new\n")
            site.line("the preview goes on with the new templates once the errors are mended")
            self.assertIn(OLD, site.get("/about/").body)
            site.save("Content/about.md", "---\ntitle: About\nsummary: S.\n---\nMended.\n")
            site.line("the preview goes on at " + site.address)
        self.assertIn(NEW, site.get("/about/").body)
        self.assertIn("Mended.", site.text("/about/"))

    def test_a_template_that_stops_the_tool_does_not_stop_the_preview(self):
        site = self.preview()
        (self.folder / "next").write_text(
            "#!/bin/sh\necho 'Fatal error: template: </p> closes <div>' >&2\nkill -ABRT $$\n", encoding="utf-8")
        (self.folder / "next").chmod(0o755)
        with site.events("/about/") as events:
            site.save("Templates/Look.swift", "import Site\n// unbalanced\n")
            told = events.wait("problems", lambda data: data["list"])
            self.assertIn("the tool stops with the new templates", told["list"][0]["text"])
            self.assertIn("</p> closes <div>", told["list"][0]["text"])
            self.assertIn(OLD, site.get("/about/").body)
        self.next_tool(OLD, NEW)
        site.save("Templates/Look.swift", "import Site\n")
        site.line("the preview goes on at " + site.address)
        self.assertIn(NEW, site.get("/about/").body)

    def test_a_save_while_the_compiler_works_is_compiled_too_before_the_preview_goes_on(self):
        site = self.preview()
        (self.folder / "slow").touch()
        self.next_tool(OLD, NEW)
        shutil.copy(self.folder / "next", self.folder / "kept")
        site.save("Templates/Look.swift", "import Site\n// one\n")
        site.line("Templates/Look.swift: compiling")
        self.assertIn(OLD, site.get("/about/").body)
        site.save("Templates/Look.swift", "import Site\n// two\n")
        until(lambda: not (self.folder / "next").exists(), lambda: "".join(site.output))
        shutil.copy(self.folder / "kept", self.folder / "next")
        site.line("the preview goes on at " + site.address)
        self.assertEqual(len((self.folder / "calls").read_text(encoding="utf-8").splitlines()), 2)
        self.assertEqual(len([line for line in site.output if "goes on" in line]), 1)

    def test_the_preview_ends_at_once_while_the_compiler_works(self):
        site = self.preview()
        (self.folder / "slow").touch()
        site.save("Templates/Look.swift", "import Site\n// one\n")
        site.line("Templates/Look.swift: compiling")
        self.assertEqual(site.stop(), 0)
        self.assertIn("class=\"wrap\"".encode(), self.tool.read_bytes())

    def test_a_tool_that_was_not_built_in_the_sites_folder_says_that_templates_are_not_watched(self):
        site = Preview(files={"Package.swift": "// of the site's own\n"})
        self.addCleanup(site.stop)
        site.line("templates in Swift are not watched: this tool was not built in this folder")
        plain = Preview()
        self.addCleanup(plain.stop)
        plain.save("Content/about.md", "---\ntitle: A\nsummary: S.\n---\n")
        plain.line("Content/about.md: 1 page")
        self.assertNotIn("not watched", "".join(plain.output))

    def test_an_open_window_shows_the_new_templates_by_itself(self):
        site = self.preview()
        with playwright.sync_api.sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
            window = browser.new_page()
            window.set_default_timeout(PATIENCE * 1000)
            window.goto(site.address + "/about/")
            window.locator("main.wrap").wait_for()
            self.next_tool(OLD, NEW)
            site.save("Templates/Look.swift", "import Site\n// new\n")
            window.locator("main.WRAP").wait_for()
            # And it goes on following what is saved.
            site.save("Content/about.md", "---\ntitle: About\nsummary: Us.\n---\nAfter the change.\n")
            window.get_by_text("After the change.").wait_for()
            browser.close()
