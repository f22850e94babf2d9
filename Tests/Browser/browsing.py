# SPDX-License-Identifier: MIT
"""Chromium: pages as readers see them, and axe's judgement of them."""
import concurrent.futures
import contextlib
import os
import queue
import urllib.parse

import axe_playwright_python.base
import playwright.sync_api

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = {1280: 900, 375: 812}
SCHEMES = ["light", "dark"]
# Here a page need not be pretty, but must not scroll sideways.
SMALLEST = 320
LONG = 4000
BROWSERS = 2
AXE = f"{axe_playwright_python.base.AXE_SCRIPT}; null"
COLOUR_RULES = ["color-contrast", "link-in-text-block"]


@contextlib.contextmanager
def chromium():
    """Yields a browser with a profile of its own that is thrown away."""
    with playwright.sync_api.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


def looks():
    """Every width, height and colour scheme that a page is looked at in."""
    return [(width, height, scheme) for width, height in WIDTHS.items() for scheme in SCHEMES]


@contextlib.contextmanager
def tab(browser, width, height, scheme="light"):
    """Yields a page of a fresh context: no cookies, no cache."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def kept_tab(browser):
    """The one page that a browser keeps for checks that leave nothing behind: a window costs more than most of them."""
    if not browser.contexts:
        browser.new_context(reduced_motion="reduce").new_page()
    return browser.contexts[0].pages[0]


def address(base, path):
    """The URL of a site's file."""
    return base + urllib.parse.quote(path)


def divided(look, base, tasks):
    """The problems that `look(browser, base, task)` finds, in the tasks' order, with two browsers at work.

    Tasks, which are pages mostly, are taken one by one from the front, so the longest belong there.
    """
    waiting = queue.SimpleQueue()
    for numbered in enumerate(tasks):
        waiting.put(numbered)
    found = [[]] * len(tasks)

    def work():
        with chromium() as browser, contextlib.suppress(queue.Empty):
            while True:
                number, task = waiting.get_nowait()
                found[number] = look(browser, base, task)

    with concurrent.futures.ThreadPoolExecutor(BROWSERS) as pool:
        for worker in [pool.submit(work) for _ in range(BROWSERS)]:
            worker.result()
    return [text for problems in found for text in problems]


def page_problems(browser, base, paths):
    """Console errors, failed and foreign requests, sideways scrolling and axe violations of the pages."""
    return [text for path in paths for text in look(browser, base, path)]


def look(browser, base, path):
    """The problems of one page in every look.

    It is loaded in two of them, wide and light, narrow and dark, in which axe's rules are asked; the other two are
    reached without a load, for the rules that see colours. Those take seconds on a page of 5,000 elements, which is
    therefore looked at in each width and each scheme, but not in all of their pairs.
    """
    problems = []
    (wide, high), (narrow, low) = WIDTHS.items()
    with tab(browser, wide, high) as page:
        where = [wide, "light"]

        def note(text):
            problems.append(f"{path} at {where[0]} px, {where[1]}: {text}")

        def go(width, scheme):
            where[:] = width, scheme
            page.set_viewport_size({"width": width, "height": WIDTHS.get(width, low)})
            page.emulate_media(color_scheme=scheme)

        listen(page, urllib.parse.urlsplit(base).netloc, note)
        page.goto(address(base, path), wait_until="load")
        note_scrolling(page, note)
        note_violations(page, note)
        is_long = page.evaluate("document.querySelectorAll('*').length") > LONG
        if not is_long:
            go(wide, "dark")
            note_violations(page, note, COLOUR_RULES)
        go(narrow, "dark")
        page.reload(wait_until="load")
        note_scrolling(page, note)
        note_violations(page, note)
        if not is_long:
            go(narrow, "light")
            note_violations(page, note, COLOUR_RULES)
        go(SMALLEST, "light")
        note_scrolling(page, note)
    return problems


def listen(page, host, note):
    """Notes what goes wrong while a page loads."""

    def on_request(request):
        url = urllib.parse.urlsplit(request.url)
        if url.scheme not in ("data", "blob", "about") and url.netloc != host:
            note(f"request to another host: {request.url}")

    page.on("request", on_request)
    page.on("requestfailed", lambda request: note(f"failed request: {request.url} {request.failure}"))
    page.on("pageerror", lambda error: note(f"script error: {error}"))
    page.on("console", lambda line: line.type == "error" and note(f"console error: {line.text}"))
    page.on("response", lambda got: got.status >= 400 and note(f"failed request: {got.url} {got.status}"))


def note_scrolling(page, note):
    """Notes that the page is wider than its window."""
    scroll, inner = page.evaluate("[document.scrollingElement.scrollWidth, window.innerWidth]")
    if scroll > inner:
        note(f"scrolls sideways: the document is {scroll} px wide; {widest(page)}")


def note_violations(page, note, rules=None):
    """Notes what axe finds, by all of its rules or some."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE)
    options = {"resultTypes": ["violations"]} | ({"runOnly": rules} if rules else {})
    for violation in page.evaluate("(options) => axe.run(options).then(({ violations }) => violations)", options):
        node = violation["nodes"][0]
        reason = " ".join(node["failureSummary"].split())
        count = len(violation["nodes"])
        note(f"axe {violation['id']} at {count} places, first {node['target'][0]}: {reason}")


def widest(page):
    """Names the element that reaches furthest to the right, to find the culprit by."""
    return page.evaluate(
        """() => {
          const reach = (element) => element.getBoundingClientRect().right;
          const all = [...document.body.querySelectorAll('*')];
          const worst = all.reduce((a, b) => reach(b) > reach(a) ? b : a, document.body);
          const name = `<${worst.tagName.toLowerCase()} class="${worst.getAttribute('class') ?? ''}">`;
          return `${name} reaches ${reach(worst)} px`;
        }"""
    )
