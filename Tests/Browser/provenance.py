# SPDX-License-Identifier: MIT
"""From every number of the finished pages to its dataset, its source and its day."""
import html.parser
import re
import urllib.parse

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SILENT = {"script", "style", "svg", "template"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
# Where a number's way has to begin: a paragraph has its own, a cell that of its table, a line that of its record.
UNITS = {"p", "li", "blockquote", "table", "article", "pre"}
# Years, dates, and numbers that name a thing instead of counting it.
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*"
NAMES = re.compile(
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: ?[–-] ?\d{{1,2}})? {MONTH}(?: \d{{4}})?|{MONTH} \d{{1,2}}\b(?:, \d{{4}})?"
    r"|\d{4}[-–]\d\d(?:[-–]\d\d)?|(?:HS|Section|Sections|Chapter|Chapters|No\.|Annex|Order|Figure|H\.|G)\s?\d[\d.]*"
    r"|(?:[12]\d{3}|\d{1,2})\s?[年年년月월日일]|第\s?\d+\S?|제?\s?\d+\s?[회조류차장]|\d+\s?[条類章节回届]"
    r"|\b(?:1[5-9]|20|21)\d\d\b(?:\s?[–-]\s?\d\d(?:\d\d)?\b)?|\d+(?:st|nd|rd|th)\b"
)


SCALE = "万|萬|億|亿|兆|만|억|조|천|percent|per cent|percentage|million|billion|trillion|times|倍|배"
FIGURE = re.compile(
    rf"[$€¥₩]\s?\d[\d,.]*|\d[\d,]*\.\d+|\d{{1,3}}(?:,\d{{3}})+|\d{{4,}}|\d+(?=\s?(?:[%％]|{SCALE}))", re.IGNORECASE
)


class Element:
    """A part of a page with its own words and the parts in it."""

    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent, self.parts = tag, attributes, parent, []

    @property
    def classes(self):
        return self.attributes.get("class", "").split()

    def inside(self):
        """The part and all in it."""
        yield self
        for part in self.parts:
            if isinstance(part, Element):
                yield from part.inside()

    def around(self):
        """The part and all that it is in, innermost first."""
        part = self
        while part:
            yield part
            part = part.parent

    def text(self):
        return "".join(part if isinstance(part, str) else part.text() for part in self.parts)

    def links(self):
        return [part.attributes["href"] for part in self.inside() if part.tag == "a" and "href" in part.attributes]

    def find(self, tag=None, name=None):
        return [
            part
            for part in self.inside()
            if (tag is None or part.tag == tag) and (name is None or name in part.classes)
        ]


class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.root = self.open = Element("", {}, None)

    def handle_starttag(self, tag, pairs):
        element = Element(tag, {name: value or "" for name, value in pairs}, self.open)
        self.open.parts.append(element)
        if tag not in VOID:
            self.open = element

    def handle_endtag(self, tag):
        part = next((part for part in self.open.around() if part.tag == tag), None)
        if part:
            self.open = part.parent

    def handle_data(self, text):
        self.open.parts.append(text)


def read(text):
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader.root


def is_data(link):
    return "datasets/" in link


def figures_of(text):
    """The amounts, shares and large numbers of a text: not days, names, or what is counted on one's fingers."""
    return [number.strip() for number in FIGURE.findall(NAMES.sub(" ", text))]


def number_problems(site):
    """The numbers of the site's pages from which no way leads to what they were taken from."""
    problems = []
    for path, document in site.pages.items():
        # All of such a page is about one dataset or chart, or about formulas.
        if document.kind in ("chart", "embed", "dataset", "datasets"):
            if not any(is_data(link) or link.endswith(".csv") for link in document.links):
                problems.append(f"{path}: no link to a dataset")
        elif document.kind != "glossary":
            problems += [f"{path}: {text}" for main in mains(site, path) for text in page_problems(main, site, path)]
    return problems


def mains(site, path):
    return read((site.folder / path).read_text(encoding="utf-8")).find("main")


def page_problems(main, site, path):
    problems = entry_problems(main)
    shown = values_of(main)
    for part in main.inside():
        own = "".join(piece for piece in part.parts if isinstance(piece, str))
        if not figures_of(own):
            continue
        around = list(part.around())
        around = around[: around.index(main)]
        if any(one.tag in SILENT | {"code", "summary", "time", "a"} for one in around):
            continue
        if any({"page-figures", "claims", "revisions"} & set(one.classes) for one in around):
            continue
        words = " ".join(own.split())
        if any(one.tag in HEADINGS or "page-head" in one.classes for one in around):
            lost = [number for number in figures_of(own) if number.strip("$€¥₩,. ") not in shown]
            if lost:
                problems.append(f"the heading '{words}' has {lost[0]}, which no figure of the page shows")
        elif not leads_on(around, main) and not is_told_again(figures_of(own), around, site, path):
            problems.append(f"'{words[:80]}' leads to no dataset")
    return problems


def leads_on(around, main):
    """Whether the paragraph, row, figure or record that holds a number leads to a dataset, by a link or a footnote: a
    source on another host says neither which figures were taken nor when, and a value's entry speaks for that alone."""
    for figure in (part for part in around if part.tag == "figure"):
        return any(is_data(link) for link in figure.links())
    for part in around:
        links = part.links()
        notes = {link[1:] for link in links if link.startswith("#fn")}
        links += [link for note in main.inside() if note.attributes.get("id") in notes for link in note.links()]
        if any(is_data(link) for link in links):
            return True
        if part.tag in UNITS and (part.tag != "p" or is_prose(part)):
            return False
    return False


def values_of(main):
    """The numbers of a page that have an entry."""
    return " ".join(part.text() for name in ("value", "page-figures") for part in main.find(name=name))


def is_prose(part):
    return any("prose" in one.classes for one in part.around())


def is_told_again(figures, around, site, path):
    """Whether the numbers of a card are values of the page that it leads to."""
    card = next((part for part in around if part.tag in ("article", "li")), None)
    if not card or is_prose(card):
        return False
    for link in card.links():
        target = site.file_of_path(urllib.parse.urljoin("/" + path, link).lstrip("/"))
        if target in site.pages and target != path:
            shown = " ".join(values_of(main) for main in mains(site, target))
            if all(figure.strip("$€¥₩,. ") in shown for figure in figures):
                return True
    return False


def entry_problems(main):
    """What is wrong with the entries that a page's values lead to."""
    problems = []
    entries = {part.attributes["id"]: part for part in main.inside() if part.attributes.get("id", "").startswith("value_")}
    for link in [part for part in main.find("a", "value")]:
        name = link.attributes.get("href", "").lstrip("#")
        target = name if name in entries else name.replace("revised_", "value_", 1)
        if target not in entries:
            problems.append(f"the value '{link.text()}' has no entry '{target}'")
    for name, entry in entries.items():
        if not any(is_data(link) for link in entry.links()):
            problems.append(f"the entry '{name}' leads to no dataset")
        elif not re.search(r"\d", "".join(part.text() for part in entry.find("dd")[-1:])):
            problems.append(f"the entry '{name}' names no day")
    for figure in main.find("figure"):
        if figure.find("svg") and not any(is_data(link) for link in figure.links()):
            problems.append(f"the figure '{figure.attributes.get('id', '')}' leads to no dataset")
    return problems


def source_problems(site):
    """The dataset pages that name no source, or not the day that their figures were fetched."""
    problems = []
    for path, document in site.pages.items():
        if document.kind != "dataset":
            continue
        facts = read((site.folder / path).read_text(encoding="utf-8")).find("dl", "facts")
        links = [link for part in facts for link in part.links()]
        text = " ".join(part.text() for part in facts)
        if not any("://" in link for link in links):
            problems.append(f"{path}: no link to its source")
        if not re.search(r"\d", text):
            problems.append(f"{path}: no day")
    return problems
