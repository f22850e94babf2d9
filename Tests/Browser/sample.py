# SPDX-License-Identifier: MIT
"""A small hand-made site without any fault, for the harness to break."""
import pathlib

URL = "https://sample.example/site/"
ICON = '<link rel="icon" href="data:,">'
STYLE = """
:root { color-scheme: light dark; --text: #16181d; --page: #fff; --link: #335493 }
@media screen and (prefers-color-scheme: dark) { :root { --text: #ecebe6; --page: #15171c; --link: #7d99f7 } }
body { color: var(--text); background: var(--page); font: 16px/1.5 sans-serif; margin: 1rem; overflow-wrap: anywhere }
a { color: var(--link) }
figure { margin: 0; break-inside: avoid }
svg { max-width: 100%; height: auto; fill: currentColor; font: 14px sans-serif }
.one { fill: var(--link) }
.other { fill: var(--text) }
.narrow { display: none }
@media (max-width: 600px) { .wide { display: none } .narrow { display: inline } }
"""
WIDE = """<svg class="wide" width="600" height="120" viewBox="0 0 600 120" role="img" aria-label="Wide">
<text x="10" y="30">2023</text> <text x="10" y="60">日本 308.3</text> <text x="300" y="60">South Korea 328.1</text>
<path d="M10 80H590" stroke="currentColor"/> <text x="10" y="90"></text>
<rect class="v-bar one" x="10" y="95" width="60" height="20"/>
<rect class="v-bar other" x="70" y="95" width="60" height="20"/>
</svg>"""
NARROW = """<svg class="narrow" width="300" height="120" viewBox="0 0 300 120" role="img" aria-label="Narrow">
<text x="10" y="30">2023</text> <text x="10" y="60">日本 308.3</text>
</svg>"""
JAPANESE = "<p><a href='ja/'>日本語</a></p>"
LANGUAGES = "".join(
    f'<link rel="alternate" hreflang="{name}" href="{URL}{path}">\n'
    for name, path in {"en": "", "ja": "ja/", "x-default": ""}.items()
)
FIGURE = f"""<figure id="trade"><figcaption>Trade</figcaption>{WIDE}{NARROW}
<p>Source: <a href="../../datasets/trade/">Trade</a></p></figure>"""
VALUES = """<div class="prose">
<p>It was <a class="value" href="#value_ck">$328.1 billion</a>, in 2024 as in 1999.</p>
<p>Another source has $329.5 billion.<a href="#fn-1">1</a></p>
<ol><li id="fn-1">A footnote of 4,000 words. <a href="https://source.example/">Source</a></li></ol>
</div>
<div class="page-figures"><dl><div id="value_ck"><dt>$328.1 billion</dt>
<dd><a href="../../datasets/trade/">Trade</a>, retrieved 28 April 2025</dd></div></dl></div>"""
DATASET = """<h2>Rows 1,000</h2><dl class="facts"><div><dt>Retrieved</dt><dd>28 April 2025</dd></div>
<div><dt>Source</dt><dd><a href="https://source.example/">Source</a></dd></div></dl>
<p><a href="../../datasets/trade/trade.csv">CSV</a></p>"""


def page(title, kind, depth, path, body="", language="en", head=""):
    """A whole page; `depth` is the number of folders that it is in."""
    up = "../" * depth or "./"
    return f"""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{ICON}
<link rel="stylesheet" href="{up}style.css">
<link rel="canonical" href="{URL}{path}">
<link rel="alternate" type="application/rss+xml" title="News" href="{up}feed.xml">
{head}
</head>
<body data-kind="{kind}">
<header><a href="{up}">Home</a></header>
<main><h1 id="start">{title}</h1>
{body}
</main>
</body>
</html>
"""


def briefing(number):
    body = f"<p>Text {number}. <a href='#start'>Up</a></p>\n{VALUES}\n{FIGURE}"
    head = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Report"}</script>"""
    return page(f"Briefing {number}", "briefing", 2, f"briefings/{number}/", body, head=head)


def feed(numbers):
    entries = "".join(
        f"<item><title>Briefing {number}</title><link>{URL}briefings/{number}/</link>"
        f"<guid>{URL}briefings/{number}/</guid><pubDate>Mon, 28 Apr 2025 00:00:00 GMT</pubDate></item>\n"
        for number in numbers
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>News</title>'
        f"<link>{URL}</link><description>News</description>\n{entries}</channel></rss>\n"
    )


def sitemap(paths):
    places = "".join(f"<url><loc>{URL}{path}</loc></url>\n" for path in paths)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}</urlset>\n'
    )


def write(folder, briefings=3):
    """Writes the site into `folder` and a valid data package into `folder`/.content/Data."""
    numbers = range(1, briefings + 1)
    items = "".join(f"<li><a href='briefings/{number}/#trade'>Briefing {number}</a></li>" for number in numbers)
    files = {
        "index.html": page("Home", "home", 0, "", f"<ul>{items}</ul>\n{JAPANESE}", head=LANGUAGES),
        "ja/index.html": page("ホーム", "home", 1, "ja/", "<p>本文</p>", language="ja", head=LANGUAGES),
        "datasets/trade/index.html": page("Trade", "dataset", 2, "datasets/trade/", DATASET),
        "datasets/trade/trade.csv": "year,value\n2023,1\n2024,2\n",
        "404.html": page("Not found", "missing", 0, "404.html"),
        "style.css": STYLE,
        "feed.xml": feed(numbers),
        "sitemap.xml": sitemap(["", "ja/", *(f"briefings/{number}/" for number in numbers)]),
        ".content/Data/trade.csv": "year,value\n2023,1\n2024,2\n",
        ".content/Data/datapackage.yaml": (
            "name: sample\nresources:\n  - name: trade\n    path: trade.csv\n    schema:\n      fields:\n"
            "        - {name: year, type: integer}\n        - {name: value, type: integer}\n"
        ),
    }
    files |= {f"briefings/{number}/index.html": briefing(number) for number in numbers}
    for path, text in files.items():
        target = pathlib.Path(folder) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
