# SPDX-License-Identifier: MIT
"""What the checks need from one HTML file, and from a folder of them."""
import dataclasses
import functools
import html.parser
import pathlib
import urllib.parse

LINK_ATTRIBUTES = {"href", "src", "poster", "data", "action"}


@dataclasses.dataclass
class Document:
    """The facts of one HTML page that some check asks for."""

    path: str
    language: str = ""
    kind: str = ""
    base: str = ""
    canonical: str = ""
    is_redirect: bool = False
    has_figure_svg: bool = False
    links: list = dataclasses.field(default_factory=list)
    social_images: list = dataclasses.field(default_factory=list)
    alternates: dict = dataclasses.field(default_factory=dict)
    ids: set = dataclasses.field(default_factory=set)
    repeated_ids: set = dataclasses.field(default_factory=set)
    json_ld: list = dataclasses.field(default_factory=list)


class Reader(html.parser.HTMLParser):
    """Fills a Document from the text of a page."""

    def __init__(self, path):
        super().__init__()
        self.document = Document(path)
        self.figures = 0
        self.in_json_ld = False

    def handle_starttag(self, tag, pairs):
        attributes = {name: value or "" for name, value in pairs}
        document = self.document
        if tag == "html":
            document.language = attributes.get("lang", "")
        elif tag == "body":
            document.kind = attributes.get("data-kind", "")
        elif tag == "base":
            document.base = attributes.get("href", "")
            return
        elif tag == "figure":
            self.figures += 1
        elif tag == "svg":
            document.has_figure_svg |= self.figures > 0
        elif tag == "meta":
            self.read_meta(attributes)
        elif tag == "script" and attributes.get("type") == "application/ld+json":
            self.in_json_ld = True
            document.json_ld.append("")
        elif tag == "link":
            self.read_link(attributes)
        self.read_id(attributes.get("id"))
        if tag == "a":
            self.read_id(attributes.get("name"), unique=False)
        for name in LINK_ATTRIBUTES & attributes.keys():
            document.links.append(attributes[name].strip())
        for candidate in attributes.get("srcset", "").split(","):
            if candidate.strip():
                document.links.append(candidate.split()[0])

    def handle_startendtag(self, tag, pairs):
        self.handle_starttag(tag, pairs)
        if tag == "figure":
            self.figures -= 1

    def handle_endtag(self, tag):
        if tag == "figure":
            self.figures -= 1
        elif tag == "script":
            self.in_json_ld = False

    def handle_data(self, text):
        if self.in_json_ld:
            self.document.json_ld[-1] += text

    def read_id(self, value, unique=True):
        if not value:
            return
        if unique and value in self.document.ids:
            self.document.repeated_ids.add(value)
        self.document.ids.add(value)

    def read_meta(self, attributes):
        document = self.document
        if attributes.get("http-equiv", "").lower() == "refresh":
            document.is_redirect = True
            _, _, target = attributes.get("content", "").partition("=")
            document.links.append(target.strip(" '\""))
        if attributes.get("property") == "og:image" or attributes.get("name") == "twitter:image":
            document.social_images.append(attributes.get("content", ""))

    def read_link(self, attributes):
        relations = attributes.get("rel", "").split()
        if "canonical" in relations:
            self.document.canonical = attributes.get("href", "")
        if "alternate" in relations and "hreflang" in attributes:
            self.document.alternates[attributes["hreflang"]] = attributes.get("href", "")


def read_document(path, text):
    """The Document of a page's text; `path` is its path in the site."""
    reader = Reader(path)
    reader.feed(text)
    reader.close()
    return reader.document


class Site:
    """A built site on the disk."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder).resolve()

    @functools.cached_property
    def files(self):
        """Every published file, as sorted paths relative to the folder, without dot files."""
        found = (path.relative_to(self.folder) for path in self.folder.rglob("*") if path.is_file())
        return sorted(path.as_posix() for path in found if not any(part.startswith(".") for part in path.parts))

    @functools.cached_property
    def documents(self):
        """The HTML pages by path, in path order."""
        pages = [path for path in self.files if path.endswith(".html")]
        return {path: read_document(path, (self.folder / path).read_text(encoding="utf-8")) for path in pages}

    @functools.cached_property
    def pages(self):
        """The documents that show something, so without redirects."""
        return {path: document for path, document in self.documents.items() if not document.is_redirect}

    @functools.cached_property
    def url(self):
        """The site's published address, as the home page's canonical link gives it, with a final slash."""
        home = self.documents.get("index.html")
        return home.canonical if home else ""

    def file_of_url(self, url):
        """The path of the file that a published URL names, or None for a URL of elsewhere or nothing."""
        if not self.url or not url.startswith(self.url):
            return None
        path = urllib.parse.unquote(urllib.parse.urlsplit(url[len(self.url) :]).path)
        return self.file_of_path(path)

    def file_of_path(self, path):
        """The path of the file that a static host serves for a request path without leading slash."""
        candidates = [path + "index.html"] if path == "" or path.endswith("/") else [path, path + "/index.html"]
        return next((candidate for candidate in candidates if candidate in self.file_set), None)

    @functools.cached_property
    def file_set(self):
        return set(self.files)

    @functools.cached_property
    def samples(self):
        """For each language and kind of page the first document in path order."""
        first = {}
        for document in self.pages.values():
            first.setdefault((document.language, document.kind), document)
        return list(first.values())
