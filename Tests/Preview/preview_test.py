#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Previews a small site as an editor does: TOOL=path preview_test.py"""
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

import browser_test
import storm_test
import templates_test
from previewing import BRIEFING, PATIENCE, TOOL, TOP, Preview, until

SCRIPT = re.compile(rb'<script src="/\.briefing/preview\.js"[^>]*></script>')


class PreviewCase(unittest.TestCase):
    def preview(self, *arguments, **options):
        preview = Preview(*arguments, **options)
        self.addCleanup(preview.stop)
        return preview


class Serving(PreviewCase):
    def setUp(self):
        self.site = self.preview()

    def test_each_file_is_what_a_build_writes_apart_from_the_script(self):
        shutil.copytree(TOP / "Content", self.site.folder / "real/Content")
        # What only hosts read is no file of the site for its readers.
        with open(self.site.folder / "real/Content/site.yml", "a", encoding="utf-8") as settings:
            settings.write("output: [headers, nginx, redirects, gzip]\n")
        real = self.preview("--as-of", "2026-11-01", folder=self.site.folder / "real")
        subprocess.run([TOOL, "build", "--as-of", "2026-11-01"], cwd=real.folder, check=True, capture_output=True)
        files = [path for path in (real.folder / "Public").rglob("*") if path.is_file() and path.name != ".briefing"]
        self.assertGreater(len(files), 100)
        for file in files:
            if file.name.startswith("_") or file.suffix == ".gz":
                self.assertEqual(real.get("/" + urllib.parse.quote(str(file.relative_to(real.folder / "Public")))).status, 404)
                continue
            path = "/" + str(file.relative_to(real.folder / "Public")).removesuffix("index.html")
            answer = real.get(urllib.parse.quote(path))
            self.assertEqual(answer.status, 200, path)
            scripts = 1 if file.suffix == ".html" else 0
            self.assertEqual(len(SCRIPT.findall(answer.body)), scripts, path)
            self.assertEqual(SCRIPT.sub(b"", answer.body), file.read_bytes(), path)

    def test_content_types_lengths_and_heads(self):
        stylesheet = re.search(r'href="(assets/site\.\w+\.css)"', self.site.text("/")).group(1)
        for path, kind in {
            "/": "text/html; charset=utf-8", "/" + stylesheet: "text/css; charset=utf-8",
            "/rss.xml": "application/xml", "/data/trade.csv": "text/csv; charset=utf-8",
            "/media/note.txt": "text/plain; charset=utf-8",
        }.items():
            whole, head = self.site.get(path), self.site.get(path, "HEAD")
            self.assertEqual((whole.status, whole.headers["Content-Type"]), (200, kind))
            self.assertEqual(int(head.headers["Content-Length"]), len(whole.body))
            self.assertEqual(head.body, b"")
            self.assertIsNone(whole.headers["Access-Control-Allow-Origin"])

    def test_pages_of_any_script_and_folders_without_their_slash(self):
        self.assertIn("안내", self.site.text("/" + urllib.parse.quote("한국어 안내") + "/"))
        moved = self.site.get("/about?x=1")
        self.assertEqual((moved.status, moved.headers["Location"]), (302, "/about/?x=1"))

    def test_an_old_address_leads_to_the_page_as_a_page_or_as_the_host_will_do_it(self):
        files = {"Content/moved.md": "---\ntitle: Moved\nsummary: S.\naliases: [옛/곳]\n---\n"}
        old = "/" + urllib.parse.quote("옛/곳") + "/"
        self.assertIn("url=../../moved/", self.preview(files=files).text(old))
        files["Content/site.yml"] = "title: Test\nurl: https://test.example/\npublisher: Desk\noutput: redirects\n"
        site = self.preview(files=files)
        for path in (old, old.rstrip("/")):
            answer = site.get(path)
            self.assertEqual((answer.status, answer.headers["Location"]), (302, "/moved/"))

    def test_what_is_not_there_is_a_404_that_looks_like_the_site(self):
        for path in ("/nothing/", "/nothing.css", "/Content/index.md", "/.briefing", "/data/none.csv"):
            answer = self.site.get(path)
            self.assertEqual(answer.status, 404, path)
            self.assertIn(b"<html", answer.body)

    def test_ranges(self):
        whole = self.site.get("/data/trade.csv").body
        for header, expected in {
            "bytes=0-4": whole[:5], "bytes=5-": whole[5:], "bytes=-3": whole[-3:], "bytes=2-99999": whole[2:],
        }.items():
            part = self.site.get("/data/trade.csv", Range=header)
            self.assertEqual((part.status, part.body), (206, expected), header)
        self.assertEqual(self.site.get("/data/trade.csv", Range="bytes=0-4").headers["Content-Range"],
                         f"bytes 0-4/{len(whole)}")
        for header in ("bytes=x-y", "lines=1-2", "bytes=3-1", "bytes=0-1,3-4"):
            self.assertEqual(self.site.get("/data/trade.csv", Range=header).body, whole, header)
        self.assertEqual(self.site.get("/data/trade.csv", Range="bytes=99999-").status, 416)

    def test_only_reading(self):
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH"):
            answer = self.site.get("/", method)
            self.assertEqual((answer.status, answer.headers["Allow"]), (405, "GET, HEAD"))

    def test_other_sites_and_other_names_are_refused(self):
        own = f"127.0.0.1:{self.site.port}"
        for host in ("evil.example", f"evil.example:{self.site.port}", "127.0.0.1.evil.example", "", "localhost:x"):
            self.assertEqual(self.site.get("/", Host=host).status, 403, host)
        for origin in ("https://evil.example", "null", "http://localhost:1"):
            self.assertEqual(self.site.get("/", Origin=origin).status, 403, origin)
            self.assertEqual(self.site.get("/.briefing/events?page=/", Origin=origin).status, 403, origin)
        self.assertEqual(self.site.get("/", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors").status, 403)
        for host in (own, f"localhost:{self.site.port}", f"[::1]:{self.site.port}"):
            self.assertEqual(self.site.get("/", Host=host, Origin=f"http://{host}").status, 200, host)

    def test_no_way_leads_out_of_the_site(self):
        for path in (
            "/../site.yml", "/%2e%2e/site.yml", "/..%2fsite.yml", "/%2e%2e%2fContent/site.yml", "/a/../../etc/passwd",
            "/%00", "/index.html%00.txt", "/%", "/%ff", "//etc/passwd", "/./index.html", "/%5c..%5cx",
        ):
            answer = self.site.get(path)
            self.assertEqual(answer.status, 400, path)
        secret = self.site.folder.parent / (self.site.folder.name + "-secret.md")
        secret.write_text("---\ntitle: Secret\nsummary: S.\n---\n")
        self.addCleanup(secret.unlink)
        (self.site.folder / "Content/secret.md").symlink_to(secret)
        (self.site.folder / "Content/Media/secret.txt").symlink_to(secret)
        self.site.line("path-outside")
        for path in ("/secret/", "/media/secret.txt"):
            self.assertEqual(self.site.get(path).status, 404, path)

    def test_only_this_machine_is_listened_to_unless_asked_otherwise(self):
        table = subprocess.run(["cat", "/proc/net/tcp"], capture_output=True, text=True, check=True).stdout
        listening = [line.split()[1] for line in table.splitlines() if f":{self.site.port:04X} 00000000:0000 0A" in line]
        self.assertEqual(listening, [f"0100007F:{self.site.port:04X}"])


class Rebuilding(PreviewCase):
    def test_each_way_of_saving_is_seen(self):
        self.ways_of_saving(self.preview())

    def test_each_way_of_saving_is_seen_where_the_system_tells_nothing(self):
        self.ways_of_saving(self.preview("--poll"))

    def ways_of_saving(self, site):
        with site.events("/about/") as events:
            page = "---\ntitle: About\nsummary: S.\n---\n"
            site.write("Content/about.md", page + "Written.\n")
            events.wait("reload")
            site.save("Content/about.md", page + "Renamed over.\n")
            events.wait("reload")
            site.write("Content/.about.md.swp", "an editor's own file")
            (site.folder / "Content/about.md").rename(site.folder / "Content/about.md~")
            site.write("Content/about.md", page + "With a backup.\n")
            events.wait("reload")
            self.assertIn("With a backup.", site.text("/about/"))
        site.write("Content/new/deep/page.md", page + "New folder.\n")
        site.shows("/new/deep/page/", "New folder.")
        (site.folder / "Content/new/deep").rename(site.folder / "Content/new/moved")
        site.shows("/new/moved/page/", "New folder.")
        site.write("Content/new/moved/page.md", page + "Written after the move.\n")
        site.shows("/new/moved/page/", "Written after the move.")
        self.assertEqual(site.get("/new/deep/page/").status, 404)
        shutil.rmtree(site.folder / "Content/new")
        until(lambda: site.get("/new/moved/page/").status == 404, lambda: "".join(site.output))

    def test_only_windows_whose_page_changed_reload(self):
        site = self.preview()
        with site.events("/about/") as about, site.events("/briefings/trade/") as trade:
            site.save("Content/briefings/trade.md", BRIEFING.format(title="Trade", body="Second."))
            trade.wait("reload")
            site.save("Content/about.md", "---\ntitle: About\nsummary: S.\n---\nChanged.\n")
            about.wait("reload")
            site.save("Content/Data/trade.csv", "partner,total\nKOR,5000000000\n")
            trade.wait("reload")
            site.save("Content/site.yml", "title: Renamed\nurl: https://test.example/\npublisher: Desk\n")
            self.assertEqual(about.get(timeout=PATIENCE)[0], "reload")
        self.assertIn("$5 billion", site.text("/briefings/trade/"))

    def test_a_stylesheet_is_swapped_and_nothing_reloads(self):
        site = self.preview()
        with site.events("/") as events:
            site.write("Templates/Assets/site.css", "body { color: red }\n")
            # The first event tells of problems, of which there are none; the swap is the next.
            self.assertEqual(events.get(timeout=PATIENCE), ("problems", {"title": "", "list": []}))
            name, style = events.get(timeout=PATIENCE)
            self.assertEqual(name, "style")
            self.assertIn("color: red", site.text("/assets/" + style["to"]))

    def test_errors_are_told_with_their_place_and_taken_back_and_the_good_page_stays(self):
        site = self.preview()
        good = site.get("/briefings/trade/").body
        with site.events("/briefings/trade/") as events:
            site.save("Content/briefings/trade.md", BRIEFING.format(title="Trade", body="{{ co usd }} <b>[x](gone.md)"))
            told = events.wait("problems", lambda data: data["list"])
            text = "".join(problem["text"] for problem in told["list"])
            self.assertIn("Content/briefings/trade.md:8:1: error: there is no value 'co'", text)
            self.assertIn(" 8 | {{ co usd }} <b>[x](gone.md)\n   | ^", text)
            self.assertIn("hint: did you mean 'ck'?", text)
            self.assertIn("link-dead", text)
            self.assertEqual(site.get("/briefings/trade/").body, good)
            site.save("Content/briefings/trade.md", BRIEFING.format(title="Trade", body="Mended."))
            events.wait("reload")
            events.wait("problems", lambda data: not data["list"])
        self.assertIn("Mended.", site.text("/briefings/trade/"))

    def test_a_page_that_another_change_breaks_is_told_too(self):
        site = self.preview(files={"Content/about.md": "---\ntitle: A\nsummary: S.\n---\n[t](briefings/trade.md#rates)\n",
                                   "Content/briefings/trade.md": BRIEFING.format(title="T", body="## Rates")})
        with site.events("/briefings/trade/") as events:
            site.save("Content/briefings/trade.md", BRIEFING.format(title="T", body="## Taxes"))
            told = events.wait("problems", lambda data: data["list"])
            self.assertIn("Content/about.md:5", told["list"][0]["text"])

    def test_a_folder_that_is_deleted_while_watched_and_comes_back(self):
        for arguments in ([], ["--poll"]):
            site = self.preview(*arguments)
            copy = site.folder.parent / (site.folder.name + "-copy")
            shutil.copytree(site.folder, copy)
            shutil.rmtree(site.folder)
            site.line("content-missing")
            self.assertEqual(site.get("/about/").status, 200)
            (copy / "Content/about.md").write_text("---\ntitle: Back\nsummary: S.\n---\nBack again.\n")
            shutil.move(copy, site.folder)
            site.shows("/about/", "Back again.")
            site.save("Content/about.md", "---\ntitle: Back\nsummary: S.\n---\nWatched again.\n")
            site.shows("/about/", "Watched again.")

    def test_a_site_that_is_broken_at_first_is_served_once_it_is_mended(self):
        site = self.preview(files={"Content/site.yml": "title: ["})
        self.assertEqual(site.get("/").status, 503)
        with site.events("/") as events:
            site.save("Content/site.yml", "title: Test\nurl: https://test.example/\npublisher: Desk\n")
            events.wait("reload")
        self.assertEqual(site.get("/").status, 200)

    def test_each_rebuild_is_a_line_of_what_why_and_how_long(self):
        site = self.preview()
        site.save("Content/about.md", "---\ntitle: A\nsummary: S.\n---\n")
        site.line(r"^\d\d:\d\d:\d\d Content/about\.md: 1 page in \d+ ms$")


class Process(PreviewCase):
    def test_a_port_in_use_is_said_and_the_next_one_taken_so_two_previews_of_one_folder_work(self):
        first = self.preview()
        second = self.preview("--port", str(first.port), folder=first.folder)
        second.line(f"port {first.port} is in use")
        self.assertGreater(second.port, first.port)
        first.save("Content/about.md", "---\ntitle: A\nsummary: S.\n---\nSeen by both.\n")
        for site in (first, second):
            site.shows("/about/", "Seen by both.")

    def test_it_ends_at_once_and_well_when_asked_to_with_windows_open(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            site = self.preview()
            with site.events("/"):
                self.assertEqual(site.stop(number), 0)
            with self.assertRaises(ConnectionRefusedError):
                socket.create_connection(("127.0.0.1", site.port), timeout=PATIENCE)

    def test_the_home_page_is_opened_where_that_is_asked_for_and_what_cannot_be_is_said(self):
        programs = pathlib.Path(tempfile.mkdtemp(prefix="briefing-open-"))
        self.addCleanup(shutil.rmtree, programs)
        (programs / "xdg-open").write_text(f'#!/bin/sh\necho "$@" > "{programs}/opened"\n', encoding="utf-8")
        (programs / "xdg-open").chmod(0o755)
        environment = {"PATH": f"{programs}:{os.environ['PATH']}"}
        site = self.preview("--open", environment=environment)
        until(lambda: (programs / "opened").exists() and (programs / "opened").read_text(), lambda: "".join(site.output))
        self.assertEqual((programs / "opened").read_text(encoding="utf-8"), site.address + "/\n")
        (programs / "xdg-open").write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
        self.preview("--open", environment=environment).line("no browser could be opened")

    def test_a_mistake_in_the_targets_for_publishing_is_told(self):
        site = self.preview()
        site.save("Content/site.yml", "title: T\nurl: https://t.example/\npublisher: D\npublish: {live: {pth: x}}\n")
        site.line(r"Content/site.yml:4:18: error: the target 'live' has no key 'pth'")

    def test_nothing_is_written(self):
        site = self.preview()
        before = sorted(site.folder.rglob("*"))
        site.get("/")
        self.assertEqual(sorted(site.folder.rglob("*")), before)

    def test_drafts_future_and_expired_pages_say_what_they_are(self):
        extra = {"draft": "date: 2025-01-01\ndraft: true", "future": "date: 2026-05-01",
                 "past": "date: 2025-01-01\nexpires: 2025-02-01"}
        files = {f"Content/briefings/{name}.md": f"---\ntitle: T\nsummary: S.\n{text}\n---\n" for name, text in extra.items()}
        readers = self.preview("--as-of", "2026-01-01", files=files)
        editors = self.preview("--as-of", "2026-01-01", "--drafts", files=files)
        notices = {"draft": "is a draft", "future": "is dated 2026-05-01", "past": "expired on 2025-02-01"}
        for name, notice in notices.items():
            self.assertEqual(readers.get(f"/briefings/{name}/").status, 404)
            self.assertIn(f'data-notice="{notice}"', editors.text(f"/briefings/{name}/"))
        self.assertIn('data-notice=""', editors.text("/"))

    def test_an_address_that_is_none_is_a_mistake_and_another_address_a_warning(self):
        failed = subprocess.run(
            [TOOL, "preview", "--site", TOP, "--host", "desk.example"], capture_output=True, text=True, timeout=PATIENCE)
        self.assertEqual(failed.returncode, 1)
        self.assertIn("'desk.example' is no address", failed.stderr)
        self.assertIn("warning: everybody who can reach desk.example", failed.stderr)


if __name__ == "__main__":
    suite = unittest.TestSuite([
        unittest.defaultTestLoader.loadTestsFromModule(__import__("__main__")),
        *map(unittest.defaultTestLoader.loadTestsFromModule, [browser_test, templates_test, storm_test]),
    ])
    if not sys.argv[1:]:
        # Its minute passes beside the other tests; the suite's last test waits for it.
        storm_test.Saves.storm = storm_test.Storm()
        storm_test.Saves.storm.start()
    else:
        suite = unittest.defaultTestLoader.loadTestsFromNames(sys.argv[1:], __import__("__main__"))
    raise SystemExit(not unittest.TextTestRunner(verbosity=2).run(suite).wasSuccessful())
