#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks a built site from outside: `SITE=Public CONTENT=Content python3 Tests/Browser/site_test.py`."""
import concurrent.futures
import functools
import os
import pathlib
import re
import unittest

import browsing
import documents
import embeds
import figures
import links
import metadata
import provenance
import serving
import settings
import validators
import widths

SITE = documents.Site(os.environ.get("SITE", "Public"))
CONTENT = pathlib.Path(os.environ.get("CONTENT", "Content"))
SHOWN = 40
# The pages that show each type of chart, in each language.
GALLERIES = [path for path in SITE.pages if re.fullmatch(r"(\w\w/)?charts/index\.html", path)]


def setUpModule():
    """Validates the pages while the tests run: it keeps one core busy, and a test of pages not always two."""
    global validation
    worker = concurrent.futures.ThreadPoolExecutor(1)
    unittest.addModuleCleanup(worker.shutdown)
    validation = worker.submit(validators.html_problems, SITE)


def longest_first(paths):
    """The pages in the order in which two browsers share them best."""
    return sorted(paths, key=lambda path: (SITE.folder / path).stat().st_size, reverse=True)


@functools.cache
def figure_problems():
    """What is wrong with the figures of the site, for the two tests that ask."""
    # A chart is set in a page's text as on its own page and its bare one, of which the samples are enough.
    samples = {page.path for page in SITE.samples}
    paths = [
        path
        for path, document in SITE.pages.items()
        if document.has_figure_svg and (document.kind not in ("chart", "embed") or path in samples)
    ]
    if not paths:
        return ["no page has a figure with an svg"]
    with serving.served(SITE.folder) as base:
        return browsing.divided(figures.look, base, longest_first(paths))


class SiteTest(unittest.TestCase):
    """A test is a sentence about the whole site; it fails with the list of what contradicts it."""

    def expect_none(self, problems):
        if problems:
            more = [f"… and {len(problems) - SHOWN} more"] if len(problems) > SHOWN else []
            self.fail("\n  " + "\n  ".join([*problems[:SHOWN], *more]))


class Links(SiteTest):
    def test_the_site_has_a_home_page(self):
        self.assertIn("index.html", SITE.files, f"{SITE.folder} is not a built site")

    def test_no_link_or_anchor_is_dead_at_the_root_of_a_host(self):
        self.expect_none(links.link_problems(SITE, "/"))

    def test_no_link_or_anchor_is_dead_or_leaves_the_folder_under_a_path(self):
        self.expect_none(links.link_problems(SITE, "/a/b/"))

    def test_every_file_is_linked_or_in_the_sitemap(self):
        self.expect_none(links.orphan_problems(SITE, metadata.sitemap_paths(SITE)))

    def test_no_page_has_an_id_twice(self):
        documents = SITE.documents.values()
        self.expect_none([f"{page.path}: {sorted(page.repeated_ids)}" for page in documents if page.repeated_ids])


class Numbers(SiteTest):
    def test_from_every_number_of_every_page_a_way_leads_to_its_dataset(self):
        self.expect_none(provenance.number_problems(SITE))

    def test_every_dataset_names_its_source_and_its_day(self):
        self.expect_none(provenance.source_problems(SITE))


class Browser(SiteTest):
    def test_every_page_names_its_kind_and_language(self):
        pages = SITE.pages.values()
        self.expect_none([page.path for page in pages if not page.kind or not page.language])

    def test_each_kind_of_page_opens_without_error_foreign_request_sideways_scroll_or_axe_violation(self):
        self.assertEqual(len(GALLERIES), 4)
        paths = {page.path for page in SITE.samples} | set(GALLERIES)
        with serving.served(SITE.folder, "/a/b/") as base:
            self.expect_none(browsing.divided(browsing.look, base, longest_first(paths)))

    def test_no_text_of_a_chart_overlaps_another_or_leaves_the_picture_and_none_needs_a_script(self):
        self.expect_none([text for text in figure_problems() if not text.endswith(figures.HIGH)])

    def test_no_text_of_a_figure_is_too_small_for_its_width(self):
        self.expect_none([text for text in figure_problems() if text.endswith(figures.HIGH)])

    def test_charts_are_read_in_light_dark_grey_and_forced_colours_and_on_paper(self):
        with serving.served(SITE.folder) as base:
            self.expect_none(browsing.divided(settings.look, base, [*settings.SETTINGS, "paper"]))

    def test_the_layouts_estimate_of_a_texts_width_is_within_8_percent_of_chromiums(self):
        sample = widths.read()
        self.assertEqual(len(sample), 500)
        with serving.served(SITE.folder) as base, browsing.chromium() as browser:
            self.expect_none(widths.width_problems(browser, base, sample))

    def test_a_frame_with_the_snippet_of_a_chart_page_is_as_high_as_its_figure(self):
        # Every seventh chart, so that most types and all languages are among them.
        pages = sorted(path for path, page in SITE.pages.items() if page.kind == "chart")[::7]
        self.assertGreater(len(pages), 15)
        with serving.served(SITE.folder) as base, browsing.chromium() as browser:
            self.expect_none(embeds.embed_problems(SITE, browser, base, pages))


class Machines(SiteTest):
    def test_every_page_is_valid_html(self):
        self.expect_none(validation.result())

    def test_every_feed_parses_and_its_entries_have_absolute_ids_and_links(self):
        self.expect_none(metadata.feed_problems(SITE))

    def test_the_sitemap_names_pages_of_the_site(self):
        self.expect_none(metadata.sitemap_problems(SITE))

    def test_every_canonical_link_is_absolute_and_of_its_page(self):
        self.expect_none(metadata.canonical_problems(SITE))

    def test_translations_link_to_each_other(self):
        self.expect_none(metadata.language_problems(SITE))

    def test_every_json_ld_block_parses(self):
        self.expect_none(metadata.json_ld_problems(SITE))

    def test_the_data_package_is_valid(self):
        self.expect_none(validators.data_problems(CONTENT / "Data" / "datapackage.yaml"))


if __name__ == "__main__":
    unittest.main(verbosity=2)
