#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Pictures of whole pages for people to look at.

    screenshots.py SITE OUTPUT [PATH …]

Each PATH, such as `briefings/three-neighbours/index.html`, or without any the first page of each kind
and language, is taken at 1280 and 375 px, light and dark.
"""
import pathlib
import sys

import browsing
import documents
import serving


def take(site, output, paths):
    """Writes `PATH-WIDTH-SCHEME.png` for each look of each page into `output`."""
    output.mkdir(parents=True, exist_ok=True)
    with serving.served(site.folder) as base, browsing.chromium() as browser:
        for width, height, scheme in browsing.looks():
            with browsing.tab(browser, width, height, scheme) as page:
                for path in paths:
                    page.goto(browsing.address(base, path), wait_until="load")
                    name = path.removesuffix(".html").removesuffix("/index").replace("/", "_")
                    page.screenshot(path=output / f"{name}-{width}-{scheme}.png", full_page=True)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    built = documents.Site(sys.argv[1])
    take(built, pathlib.Path(sys.argv[2]), sys.argv[3:] or [page.path for page in built.samples])
