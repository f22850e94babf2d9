# SPDX-License-Identifier: MIT
"""Charts in the pages of others: the snippet that a chart's page offers, pasted into a page of another host."""
import html
import re

import browsing

SNIPPET = re.compile(r"<code>(.*?)</code>", re.DOTALL)
# Widths of the window; the frame is 16 px narrower on each side.
WIDTHS = (375, 1280)
# The figure may leave so much of the frame empty: what a reader's own fonts may need.
SPARE = 0.4
SIZES = """() => ({inner: innerHeight, width: innerWidth, ground: getComputedStyle(document.body).backgroundColor,
  content: document.documentElement.getBoundingClientRect().height, across: document.documentElement.scrollWidth})"""


def snippet(site, path):
    """What a reader copies, for a site that is served elsewhere."""
    shown = SNIPPET.search((site.folder / path).read_text(encoding="utf-8"))
    return html.unescape(shown.group(1)) if shown else ""


def embed_problems(site, browser, base, paths):
    """Frames that scroll, that are mostly empty, or that do not follow the reader's colours."""
    problems = []
    grounds = {}
    for scheme in browsing.SCHEMES:
        for width in WIDTHS:
            with browsing.tab(browser, width, 900, scheme) as page:
                for path in paths:
                    where = f"{path} at {width} px, {scheme}"
                    # A frame that is not lazy is there when the page is.
                    frame = snippet(site, path).replace(site.url, base).replace(' loading="lazy"', "")
                    page.set_content(f"<!doctype html><body style='margin: 16px'>{frame}")
                    if len(page.frames) != 2 or not page.frames[1].url.startswith(base):
                        problems.append(f"{where}: the snippet makes no frame: {frame[:80]}")
                        continue
                    sizes = page.frames[1].evaluate(SIZES)
                    grounds.setdefault(path, set()).add(sizes["ground"])
                    if sizes["content"] > sizes["inner"] or sizes["across"] > sizes["width"]:
                        problems.append(f"{where}: the frame scrolls: {sizes}")
                    if sizes["content"] < sizes["inner"] * (1 - SPARE):
                        problems.append(f"{where}: the frame is too high: {sizes}")
    problems += [f"{path}: one ground in both schemes" for path, found in grounds.items() if len(found) != 2]
    return problems
