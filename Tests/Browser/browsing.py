# SPDX-License-Identifier: MIT
"""Chromium: pages as readers see them, and axe's judgement of them."""
import contextlib
import os
import urllib.parse

import axe_playwright_python.sync_playwright as axe
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


def address(base, path):
    """The URL of a site's file."""
    return base + urllib.parse.quote(path)


def page_problems(browser, base, paths):
    """Console errors, failed and foreign requests, sideways scrolling and axe violations of the pages."""
    problems = []
    for width, height, scheme in looks():
        for path in paths:
            with tab(browser, width, height, scheme) as page:
                found = look(page, base, path)
            problems += [f"{path} at {width} px, {scheme}: {text}" for text in found]
    return problems


def look(page, base, path):
    """The problems of one page in one look."""
    problems = []
    host = urllib.parse.urlsplit(base).netloc

    def on_request(request):
        url = urllib.parse.urlsplit(request.url)
        if url.scheme not in ("data", "blob", "about") and url.netloc != host:
            problems.append(f"request to another host: {request.url}")

    page.on("request", on_request)
    page.on("requestfailed", lambda request: problems.append(f"failed request: {request.url} {request.failure}"))
    page.on("pageerror", lambda error: problems.append(f"script error: {error}"))
    page.on("console", lambda line: line.type == "error" and problems.append(f"console error: {line.text}"))
    page.on("response", lambda got: got.status >= 400 and problems.append(f"failed request: {got.url} {got.status}"))
    page.goto(address(base, path), wait_until="load")
    scroll, inner = page.evaluate("[document.scrollingElement.scrollWidth, window.innerWidth]")
    if scroll > inner:
        problems.append(f"scrolls sideways: the document is {scroll} px wide; {widest(page)}")
    for violation in axe.Axe().run(page).response["violations"]:
        node = violation["nodes"][0]
        reason = " ".join(node["failureSummary"].split())
        count = len(violation["nodes"])
        problems.append(f"axe {violation['id']} at {count} places, first {node['target'][0]}: {reason}")
    return problems


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
