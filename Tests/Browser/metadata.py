# SPDX-License-Identifier: MIT
"""What machines read: feeds, sitemap, canonical and language links, JSON-LD."""
import collections
import json
import urllib.parse
import xml.etree.ElementTree

import feedparser

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FEED_ROOTS = {"rss", "{http://www.w3.org/2005/Atom}feed"}


def is_absolute(url):
    parts = urllib.parse.urlsplit(url or "")
    return parts.scheme in ("http", "https") and parts.netloc != ""


def roots_of_xml(site):
    """The root element of each XML file by path, and a problem for each that is not well-formed."""
    roots, problems = {}, []
    for path in site.files:
        if path.endswith((".xml", ".rss", ".atom")):
            try:
                roots[path] = xml.etree.ElementTree.parse(site.folder / path).getroot()
            except xml.etree.ElementTree.ParseError as error:
                problems.append(f"{path}: {error}")
    return roots, problems


def feed_problems(site):
    """Feeds that a reader could not use."""
    roots, problems = roots_of_xml(site)
    feeds = [path for path, root in roots.items() if root.tag in FEED_ROOTS]
    if not feeds:
        problems.append("the site has no feed")
    for path in feeds:
        problems += [f"{path}: {text}" for text in one_feed_problems(site, (site.folder / path).read_bytes())]
    for path in (path for path in site.files if path.endswith("feed.json")):
        problems += [f"{path}: {text}" for text in json_feed_problems(site, (site.folder / path).read_text("utf-8"))]
    return problems


def json_feed_problems(site, text):
    """What JSON Feed 1.1 asks for, and entries that name pages of the site."""
    try:
        feed = json.loads(text)
    except ValueError as error:
        return [f"{error}"]
    problems = [f"no {key}" for key in ("version", "title", "items") if key not in feed]
    problems += [f"'{feed.get(key)}' is not absolute" for key in ("home_page_url", "feed_url") if not is_absolute(feed.get(key))]
    for entry in feed.get("items", []):
        if not entry.get("id") or site.file_of_url(entry.get("url", "")) is None:
            problems.append(f"'{entry.get('title')}' names no page of the site")
    return problems


def one_feed_problems(site, text):
    feed = feedparser.parse(text)
    if feed.bozo:
        yield f"{feed.bozo_exception}"
    if not feed.feed.get("title"):
        yield "no title"
    if not is_absolute(feed.feed.get("link")):
        yield f"its link '{feed.feed.get('link')}' is not absolute"
    for entry in feed.entries:
        name = entry.get("title", "an entry without title")
        if not entry.get("id") or (not is_absolute(entry.id) and not entry.id.startswith(("tag:", "urn:"))):
            yield f"the id '{entry.get('id')}' of '{name}' is not absolute"
        if not is_absolute(entry.get("link")):
            yield f"the link '{entry.get('link')}' of '{name}' is not absolute"
        elif site.file_of_url(entry.link) is None:
            yield f"the link '{entry.link}' of '{name}' names no page of the site"
        if not entry.get("published_parsed") and not entry.get("updated_parsed"):
            yield f"'{name}' has no date"
    for entry_id, count in collections.Counter(entry.get("id") for entry in feed.entries).items():
        if count > 1:
            yield f"{count} entries have the id '{entry_id}'"


def sitemap_urls(site):
    """The URLs of the sitemap, through an index if there is one; empty if it cannot be read."""
    roots, _ = roots_of_xml(site)
    urls = []
    for path, root in roots.items():
        if root.tag == f"{SITEMAP}urlset":
            urls += [(path, (place.text or "").strip()) for place in root.iter(f"{SITEMAP}loc")]
    return urls


def sitemap_paths(site):
    """The files that the sitemap names."""
    return {site.file_of_url(url) for _, url in sitemap_urls(site)} - {None}


def sitemap_problems(site):
    """URLs of the sitemap that are relative, foreign, dead, or there twice."""
    _, problems = roots_of_xml(site)
    urls = sitemap_urls(site)
    if not urls:
        problems.append("sitemap.xml: lists no page")
    for path, url in urls:
        if not is_absolute(url) or site.file_of_url(url) is None:
            problems.append(f"{path}: '{url}' names no page of the site")
    for url, count in collections.Counter(url for _, url in urls).items():
        if count > 1:
            problems.append(f"sitemap: lists '{url}' {count} times")
    return problems


def canonical_problems(site):
    """Canonical links that are missing, relative, or of another page."""
    if not is_absolute(site.url) or not site.url.endswith("/"):
        return [f"index.html: its canonical link '{site.url}' is not the absolute URL of a folder"]
    problems = []
    for path, document in site.pages.items():
        if path == "404.html" and not document.canonical:
            continue
        if not is_absolute(document.canonical):
            problems.append(f"{path}: its canonical link '{document.canonical}' is not absolute")
        elif site.file_of_url(document.canonical) != own_page(path, document):
            problems.append(f"{path}: its canonical link '{document.canonical}' is of another page")
    return problems


def own_page(path, document):
    """The page that a document is of: itself, or of a bare page for frames the page above it."""
    return path.removesuffix("embed/index.html") + "index.html" if document.kind == "embed" else path


def language_problems(site):
    """Alternates that are relative or dead, leave out the page or x-default, or do not point back."""
    problems = []
    spoken = {document.language for document in site.pages.values()}
    linked = any(document.alternates for document in site.pages.values())
    if len(spoken) > 1 and not linked:
        problems.append(f"no page links to its translations, and there are pages in {sorted(spoken)}")
    for path, document in site.pages.items():
        alternates = document.alternates
        if not alternates:
            continue
        if "x-default" not in alternates:
            problems.append(f"{path}: its language links have no x-default")
        if alternates.get(document.language) != document.canonical:
            problems.append(f"{path}: its language links do not name the page itself as '{document.language}'")
        for language, url in alternates.items():
            target = site.documents.get(site.file_of_url(url) or "")
            if target is None:
                problems.append(f"{path}: the {language} link '{url}' names no page of the site")
            elif document.canonical not in target.alternates.values():
                problems.append(f"{path}: {target.path} does not link back as a translation")
    return problems


def json_ld_problems(site):
    """JSON-LD blocks that do not parse or say nothing; a site without any is a problem too."""
    problems = []
    if not any(document.json_ld for document in site.pages.values()):
        problems.append("no page has JSON-LD")
    for path, document in site.pages.items():
        for text in document.json_ld:
            try:
                value = json.loads(text)
            except ValueError as error:
                problems.append(f"{path}: JSON-LD: {error}")
                continue
            if not isinstance(value, dict) or "@context" not in value or not {"@type", "@graph"} & value.keys():
                problems.append(f"{path}: JSON-LD without @context or @type")
    return problems
