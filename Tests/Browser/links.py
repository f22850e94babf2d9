# SPDX-License-Identifier: MIT
"""Follows every link of a served site."""
import collections
import http.client
import re
import urllib.parse

import documents
import serving

# Files that hosts, robots and readers ask for without a link.
UNLINKED = {"404.html", "robots.txt", "sitemap.xml", "favicon.ico"}


class Crawl:
    """One walk over a site served at `base`; `problems` says what is wrong, `reached` which paths answered."""

    def __init__(self, base, site):
        self.base = base
        self.site = site
        self.address = urllib.parse.urlsplit(base)
        self.connection = http.client.HTTPConnection(self.address.netloc)
        self.problems = []
        self.reached = set()
        self.pages = {}
        self.referrers = {}
        self.fragments = collections.defaultdict(set)
        self.waiting = collections.deque()

    def run(self):
        """Walks from the home page and from the page that hosts show for a missing one."""
        self.follow("", self.base, "the home page")
        if "404.html" in self.site.file_set:
            self.follow("404.html", self.base, "the host")
        while self.waiting:
            self.visit(self.waiting.popleft())
        for url, wanted in self.fragments.items():
            self.check_fragments(url, wanted)
        self.connection.close()
        return self

    def follow(self, link, base, referrer):
        """Puts a link in line if it is of this site; published addresses count as of this site."""
        if self.site.url and link.startswith(self.site.url):
            link = self.base + link[len(self.site.url) :]
        url = urllib.parse.urlsplit(urllib.parse.urljoin(base, link))
        if url.scheme not in ("http", "https") or url.netloc != self.address.netloc:
            return
        target = urllib.parse.urlunsplit(("http", url.netloc, url.path, url.query, ""))
        if not url.path.startswith(self.address.path):
            self.problems.append(f"{referrer}: the link '{link}' leaves the folder of the site")
            return
        if url.fragment:
            self.fragments[target].add((urllib.parse.unquote(url.fragment), referrer))
        if target not in self.referrers:
            self.referrers[target] = referrer
            self.waiting.append(target)

    def visit(self, url):
        parts = urllib.parse.urlsplit(url)
        self.connection.request("GET", urllib.parse.urlunsplit(("", "", parts.path, parts.query, "")))
        response = self.connection.getresponse()
        body = response.read()
        if response.status in (301, 302, 307, 308):
            self.pages[url] = urllib.parse.urljoin(url, response.headers["Location"])
            self.follow(self.pages[url], url, self.referrers[url])
            return
        if response.status != 200:
            self.problems.append(f"{self.referrers[url]}: dead link to {parts.path} ({response.status})")
            return
        path = self.site.file_of_path(urllib.parse.unquote(parts.path[len(self.address.path) :]))
        self.reached.add(path)
        kind = response.headers.get_content_type()
        if kind == "text/html":
            self.read_page(url, path, body.decode("utf-8"))
        elif kind == "text/css":
            for link in re.findall(r"url\(\s*['\"]?([^'\")]+)", body.decode("utf-8")):
                self.follow(link, url, path)

    def read_page(self, url, path, text):
        document = documents.read_document(path, text)
        self.pages[url] = document
        base = urllib.parse.urljoin(url, document.base)
        for link in document.links:
            self.follow(link, base, path)
        for link in document.social_images:
            self.follow(link, base, path)

    def check_fragments(self, url, wanted):
        page = self.pages.get(url)
        while isinstance(page, str):
            page = self.pages.get(page)
        if page is None:
            return
        for fragment, referrer in sorted(wanted):
            if fragment not in page.ids and fragment != "top":
                self.problems.append(f"{referrer}: dead anchor #{fragment} in {page.path}")


def link_problems(site, prefix):
    """Dead links and anchors and links out of the folder, with the site served under `prefix`."""
    with serving.served(site.folder, prefix) as base:
        return sorted(set(Crawl(base, site).run().problems))


def orphan_problems(site, listed):
    """Files that no page links to and that are not in `listed`, the paths that the sitemap names."""
    with serving.served(site.folder) as base:
        reached = Crawl(base, site).run().reached
    redirects = {path for path, document in site.documents.items() if document.is_redirect}
    lost = site.file_set - reached - listed - UNLINKED - redirects
    return [f"{path}: neither linked nor in the sitemap" for path in sorted(lost)]
