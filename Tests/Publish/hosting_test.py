# SPDX-License-Identifier: MIT
"""The published site as hosts serve it."""
import gzip
import http.client
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import urllib.parse

from publishing import TOOL, TOP, Nginx, PublishTest, docs_nginx, files
import browsing
import documents
import links


def get(port, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        answer.body = answer.read()
        return answer
    finally:
        connection.close()


class Served(PublishTest):
    def test_nginx_serves_the_published_site_at_the_root_and_under_a_path(self):
        root = self.folder / "root"
        for path, prefix in (("root", "/"), ("root/a/b", "/a/b/")):
            self.target(f"path: ../{path}")
            self.publish()
            with Nginx(self.folder, f"root {root}; absolute_redirect off; charset utf-8;") as port:
                crawl = links.Crawl(f"http://127.0.0.1:{port}{prefix}", documents.Site(self.folder / path)).run()
            self.assertEqual(crawl.problems, [])
            self.assertIn("briefings/2025-02-10-us-imports/index.html", crawl.reached)
            shutil.rmtree(root)


class Compressed(PublishTest):
    """The starter site with compressed copies of its files."""

    def setUp(self):
        super().setUp()
        with open(self.site / "Content/site.yml", "a", encoding="utf-8") as settings:
            settings.write("output: [headers, nginx, gzip, brotli]\n")
        self.www = self.folder / "published"

    def test_compressed_files_are_the_files_and_the_same_each_time(self):
        self.publish()
        held = files(self.www)
        pages = sorted(name for name in held if name.endswith(".html"))
        self.assertGreater(len(pages), 5)
        for name in pages:
            self.assertEqual(gzip.decompress(held[name + ".gz"]), held[name], name)
            self.assertEqual(os.stat(self.www / (name + ".br")).st_mode & 0o777, 0o644)
            self.assertEqual(self.without_brotli(name), held[name], name)
        self.assertFalse([name for name in held if name.endswith((".gz.br", ".br.gz", "_headers.gz"))])
        again = self.run_tool("build", "--force", "--output", "again")
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertEqual(files(self.site / "again"), held)
        self.assertIn("nothing changed", self.run_tool("build", "--force", "--output", "again").stdout)
        self.assertIn("nothing to send", self.publish())
        self.edit()
        self.publish()
        about = (self.www / "about/index.html").read_bytes()
        self.assertIn(b"One more line.", about)
        self.assertEqual(gzip.decompress((self.www / "about/index.html.gz").read_bytes()), about)
        self.assertEqual(self.without_brotli("about/index.html"), about)

    def without_brotli(self, name):
        return subprocess.run(["brotli", "-dc", self.www / (name + ".br")], capture_output=True, check=True).stdout

    def test_without_brotli_that_is_said_once_and_the_rest_is_written(self):
        programs = self.folder / "bin"
        programs.mkdir()
        self.environment["PATH"] = str(programs)
        built = self.run_tool("build")
        self.assertEqual(built.returncode, 0, built.stderr)
        self.assertEqual(built.stderr.count("[brotli-missing]"), 1)
        names = files(self.site / "Public")
        self.assertIn("index.html.gz", names)
        self.assertFalse([name for name in names if name.endswith(".br")])


class Hosted(unittest.TestCase):
    """The project's own site, with what a host can ask for, behind the nginx of the docs. No test changes it."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="briefing-hosted-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        site, cls.www = cls.folder / "site", cls.folder / "www"
        shutil.copytree(TOP / "Content", site / "Content")
        with open(site / "Content/site.yml", "a", encoding="utf-8") as settings:
            settings.write("output: [headers, nginx, redirects, gzip]\npublish: {live: {path: ../www}}\n")
        about = site / "Content/about.md"
        about.write_text(about.read_text(encoding="utf-8").replace("---\n", "---\naliases: [옛 곳/]\n", 1), encoding="utf-8")
        subprocess.run([TOOL, "publish", "--yes"], cwd=site, stdin=subprocess.DEVNULL, capture_output=True, check=True)

    def nginx(self):
        return docs_nginx(self.folder, self.www)

    def policy(self):
        return re.search(r"Content-Security-Policy: (.*)", (self.www / "_headers").read_text(encoding="utf-8")).group(1)

    def test_nothing_of_it_is_in_the_sitemap_or_the_feeds(self):
        for name, text in files(self.www).items():
            if name.endswith((".xml", "feed.json")):
                self.assertNotRegex(text, rb"\.gz|\.br\b|_headers|_redirects|_nginx", name)

    def test_the_nginx_of_the_docs_sends_what_it_should(self):
        with self.nginx() as port:
            page = get(port, "/about/", Accept_Encoding="gzip")
            self.assertEqual(page.headers["Content-Encoding"], "gzip")
            self.assertEqual(page.body, (self.www / "about/index.html.gz").read_bytes())
            self.assertEqual(page.headers["Cache-Control"], "no-cache")
            self.assertEqual(page.headers.get_all("Content-Security-Policy"), [self.policy()])
            self.assertEqual(get(port, "/about/").body, (self.www / "about/index.html").read_bytes())
            asset = re.search(r'href="\.\./(assets/site\.\w+\.css)"', (self.www / "about/index.html").read_text()).group(1)
            self.assertEqual(get(port, "/" + asset).headers["Cache-Control"], "public, max-age=31536000, immutable")
            absent = get(port, "/nothing/")
            self.assertEqual((absent.status, absent.body), (404, (self.www / "404.html").read_bytes()))
            self.assertEqual(absent.headers["Content-Security-Policy"], self.policy())
            for hidden in ("/_headers", "/_redirects", "/_nginx.conf", "/.briefing"):
                self.assertEqual(get(port, hidden).status, 404, hidden)
            crawl = links.Crawl(f"http://127.0.0.1:{port}/", documents.Site(self.www)).run()
            self.assertEqual(crawl.problems, [])

    def test_no_page_does_what_its_policy_forbids_in_chromium(self):
        site = documents.Site(self.www)
        paths = sorted({page.path for page in site.samples} | {"404.html", next(iter(sorted(files(self.www / "charts"))))})
        self.assertGreater(len(paths), 10)
        # A page that breaks the policy shows that a violation is seen.
        self.addCleanup((self.www / "broken.html").unlink)
        (self.www / "broken.html").write_text("<!doctype html><title>x</title><p style='color: red'><script>x()</script>")
        with self.nginx() as port, browsing.chromium() as browser:
            def violations(path):
                window = browser.new_page()
                found = []
                window.on("console", lambda message: found.append(message.text) if "Security Policy" in message.text else None)
                window.on("pageerror", lambda fault: found.append(str(fault)))
                window.goto(f"http://127.0.0.1:{port}/{path}", wait_until="networkidle")
                button = window.locator(".theme-switch")
                if button.count():
                    before = window.evaluate("getComputedStyle(document.body).backgroundColor")
                    button.click()
                    window.wait_for_function(f"getComputedStyle(document.body).backgroundColor !== '{before}'")
                    for search in window.locator("input[type=search]").all():
                        search.fill("trade")
                    window.wait_for_load_state("networkidle")
                # Style applied, data read: the policy took nothing away.
                elif path == "404.html":
                    self.assertIn("rgb", window.evaluate("getComputedStyle(document.querySelector('.house-rule')).backgroundImage"))
                window.close()
                return found

            self.assertEqual(len(violations("broken.html")), 2)
            self.assertEqual({path: found for path in paths if (found := violations(path))}, {})

    def test_a_redirect_is_a_line_for_the_host_and_no_page(self):
        line = f"/{urllib.parse.quote('옛 곳')} /about/ 301\n"
        self.assertIn(line, (self.www / "_redirects").read_text(encoding="utf-8"))
        self.assertFalse((self.www / "옛 곳").exists())
