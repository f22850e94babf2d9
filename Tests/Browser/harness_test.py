#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Shows that each check can fail: it passes on a sound site, and finds the one fault put into it."""
import os
import pathlib
import tempfile
import unittest
import unittest.mock

import browsing
import documents
import figures
import links
import metadata
import provenance
import sample
import serving
import settings
import validators
import widths


class Harness(unittest.TestCase):
    """Each test breaks a fresh copy of the sample site."""

    @classmethod
    def setUpClass(cls):
        cls.driver = browsing.chromium()
        cls.browser = cls.driver.__enter__()
        cls.addClassCleanup(cls.driver.__exit__, None, None, None)

    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.folder = pathlib.Path(place.name)
        sample.write(self.folder)

    def site(self):
        return documents.Site(self.folder)

    def swap(self, path, old, new):
        """Replaces text that must be there in a file of the sample."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        self.assertIn(old, text)
        file.write_text(text.replace(old, new), encoding="utf-8")

    def expect(self, problems, *words):
        """At least one problem, and one of them with all the words."""
        problems = list(problems)
        self.assertTrue(any(all(word in text for word in words) for text in problems), problems)

    def look(self, path):
        with serving.served(self.folder) as base:
            return browsing.page_problems(self.browser, base, [path])

    def charts(self):
        with serving.served(self.folder) as base:
            return figures.figure_problems(self.browser, base, ["briefings/1/index.html"])


    def set(self, setting):
        with serving.served(self.folder) as base:
            return settings.look(self.browser, base, setting, "briefings/1/index.html")


class Sound(Harness):
    def test_the_sound_site_has_no_problem(self):
        site = self.site()
        self.assertEqual(links.link_problems(site, "/"), [])
        self.assertEqual(links.link_problems(site, "/a/b/"), [])
        self.assertEqual(links.orphan_problems(site, metadata.sitemap_paths(site)), [])
        self.assertEqual(metadata.feed_problems(site), [])
        self.assertEqual(metadata.sitemap_problems(site), [])
        self.assertEqual(metadata.canonical_problems(site), [])
        self.assertEqual(metadata.language_problems(site), [])
        self.assertEqual(metadata.json_ld_problems(site), [])
        self.assertEqual(validators.html_problems(site), [])
        self.assertEqual(validators.data_problems(self.folder / ".content/Data/datapackage.yaml"), [])
        self.assertEqual(provenance.number_problems(site), [])
        self.assertEqual(provenance.source_problems(site), [])
        self.assertEqual(len(site.samples), 5)
        with serving.served(self.folder) as base:
            self.assertEqual(browsing.page_problems(self.browser, base, [page.path for page in site.samples]), [])
        self.assertEqual(self.charts(), [])
        for setting in [*settings.SETTINGS, "paper"]:
            self.assertEqual(self.set(setting), [])

    def test_two_browsers_find_what_one_finds(self):
        def look(browser, base, path):
            with browsing.tab(browser, 100, 100) as page:
                page.goto(browsing.address(base, path))
                return [f"{path} {page.title()}"]

        with serving.served(self.folder) as base:
            found = browsing.divided(look, base, [f"briefings/{number}/index.html" for number in (3, 1, 2)])
        self.assertEqual(found, [f"briefings/{number}/index.html Briefing {number}" for number in (3, 1, 2)])

    def test_what_a_browser_cannot_do_is_no_success(self):
        def look(browser, base, path):
            raise ValueError(path)

        with self.assertRaises(ValueError):
            browsing.divided(look, "", ["index.html"])


class BrokenLinks(Harness):
    def test_a_dead_link_is_found(self):
        self.swap("ja/index.html", "<p>本文</p>", "<p><a href='../briefings/9/'>x</a></p>")
        self.expect(links.link_problems(self.site(), "/"), "ja/index.html", "dead link", "briefings/9/")

    def test_a_missing_picture_in_a_srcset_is_found(self):
        self.swap("ja/index.html", "<p>本文</p>", "<img src='../style.css' srcset='../no.png 2x' alt=''>")
        self.expect(links.link_problems(self.site(), "/"), "no.png")

    def test_a_dead_anchor_is_found(self):
        self.swap("index.html", "briefings/2/#trade", "briefings/2/#trad")
        self.expect(links.link_problems(self.site(), "/"), "index.html", "#trad", "briefings/2/index.html")

    def test_a_link_out_of_the_folder_is_found_under_a_path(self):
        self.swap("index.html", "href='ja/'", "href='/ja/'")
        self.assertEqual(links.link_problems(self.site(), "/"), [])
        self.expect(links.link_problems(self.site(), "/a/b/"), "'/ja/'", "leaves the folder")

    def test_a_file_that_nothing_names_is_found(self):
        (self.folder / "lost.csv").write_text("a\n")
        self.expect(links.orphan_problems(self.site(), set()), "lost.csv")

    def test_a_repeated_id_is_found(self):
        self.swap("index.html", "<ul>", "<ul id='start'>")
        self.assertEqual(self.site().documents["index.html"].repeated_ids, {"start"})


class BrokenNumbers(Harness):
    PATH = "briefings/1/index.html"

    def test_a_number_typed_without_a_source_is_found(self):
        self.swap(self.PATH, '<a href="#fn-1">1</a>', "")
        self.expect(provenance.number_problems(self.site()), self.PATH, "'Another source has $329.5 billion.'")

    def test_a_value_without_an_entry_is_found(self):
        self.swap(self.PATH, 'href="#value_ck"', 'href="#value_cj"')
        self.expect(provenance.number_problems(self.site()), self.PATH, "no entry 'value_cj'")

    def test_an_entry_that_leads_to_no_dataset_or_names_no_day_is_found(self):
        self.swap(self.PATH, ", retrieved 28 April 2025", "")
        self.swap("briefings/2/index.html", '<dd><a href="../../datasets/trade/">Trade</a>', "<dd>Trade")
        problems = provenance.number_problems(self.site())
        self.expect(problems, self.PATH, "names no day")
        self.expect(problems, "briefings/2/", "leads to no dataset")

    def test_a_figure_and_a_heading_without_a_way_are_found(self):
        self.swap(self.PATH, '<p>Source: <a href="../../datasets/trade/">Trade</a></p>', "")
        self.swap(self.PATH, "</main>", "<h2>Up by 3.5%</h2></main>")
        problems = provenance.number_problems(self.site())
        self.expect(problems, "the figure 'trade' leads to no dataset")
        self.expect(problems, "the heading 'Up by 3.5%'")

    def test_a_dataset_without_source_or_day_is_found(self):
        self.swap("datasets/trade/index.html", "28 April 2025", "lately")
        self.swap("datasets/trade/index.html", "https://source.example/", "../../")
        problems = provenance.source_problems(self.site())
        self.expect(problems, "no day")
        self.expect(problems, "no link to its source")


class BrokenPages(Harness):
    def test_a_request_to_another_host_is_found(self):
        self.swap("index.html", "<ul>", "<img src='https://elsewhere.invalid/x.png' alt='x'><ul>")
        self.expect(self.look("index.html"), "another host", "elsewhere.invalid")

    def test_a_failed_request_is_found(self):
        self.swap("index.html", "<ul>", "<img src='no.png' alt='x'><ul>")
        self.expect(self.look("index.html"), "failed request", "no.png")

    def test_a_console_error_and_a_script_error_are_found(self):
        self.swap("index.html", "<ul>", "<script>console.error('oh'); missing()</script><ul>")
        problems = self.look("index.html")
        self.expect(problems, "console error", "oh")
        self.expect(problems, "script error", "missing")

    def test_sideways_scrolling_is_found_on_the_phone_only(self):
        self.swap("index.html", "<ul>", "<p style='width: 600px'>Wide</p><ul>")
        problems = self.look("index.html")
        self.expect(problems, "375 px", "scrolls sideways")
        self.assertFalse([text for text in problems if "1280 px" in text])

    def test_sideways_scrolling_is_found_on_the_smallest_phone_only(self):
        self.swap("index.html", "<ul>", "<p style='width: 350px; margin: 0 -1rem'>Wide</p><ul>")
        problems = self.look("index.html")
        self.assertEqual(len(problems), 1, problems)
        self.expect(problems, "320 px", "scrolls sideways")

    def test_a_long_page_is_looked_at_in_both_schemes(self):
        self.swap("style.css", "--text: #ecebe6", "--text: #333842")
        with unittest.mock.patch.object(browsing, "LONG", 1):
            problems = self.look("index.html")
        self.expect(problems, "375 px", "dark", "axe color-contrast")
        self.assertFalse([text for text in problems if "1280 px" in text])

    def test_an_axe_violation_is_found(self):
        self.swap("index.html", "<ul>", "<input type='text'><ul>")
        self.expect(self.look("index.html"), "axe label")

    def test_weak_contrast_is_found_in_the_dark_scheme_only(self):
        self.swap("style.css", "--text: #ecebe6", "--text: #333842")
        problems = self.look("index.html")
        self.expect(problems, "dark", "axe color-contrast")
        self.assertFalse([text for text in problems if "light" in text])


class BrokenFigures(Harness):
    def test_overlapping_texts_are_found(self):
        self.swap("briefings/1/index.html", 'x="300" y="60"', 'x="40" y="60"')
        self.expect(self.charts(), "1280 px", "trade", "'日本 308.3' overlaps 'South Korea 328.1'")

    def test_text_that_is_too_small_is_found(self):
        self.swap("style.css", "font: 14px sans-serif }", "font: 11px sans-serif }")
        self.expect(self.charts(), "1280 px", "trade", "'2023' is 11.0 px high")

    def test_a_chart_that_is_shrunk_below_its_layout_is_found_on_the_smallest_phone_only(self):
        self.swap("style.css", "max-width: 100%", "max-width: 100%; min-width: 0; width: calc(100vw - 70px)")
        problems = self.charts()
        self.expect(problems, "320 px", "'2023' is 11.7 px high")
        self.assertFalse([text for text in problems if "375 px" in text])

    def test_text_that_is_too_small_for_a_large_figure_is_found(self):
        self.swap("style.css", "font: 14px sans-serif }", "font: 13px sans-serif }")
        problems = self.charts()
        self.expect(problems, "1280 px", "3 of 3 texts are under 14 px in a figure of 1248 px: '2023' is 13.0 px high")
        self.expect(problems, "741 px", "under 14 px in a figure of 709 px")
        self.assertFalse([text for text in problems if " 720 px" in text or "375 px" in text])

    def test_the_sizes_of_letters_are_those_of_the_table(self):
        sizes = {320: 12, 399.9: 12, 400: 13, 700: 13, 700.1: 14, 860: 14}
        self.assertEqual({width: figures.least_size(width) for width in sizes}, sizes)

    def test_a_small_word_outside_the_picture_is_found(self):
        note = "<p class='note'>A<sub style='font-size: 11px'>t</sub><p>Source"
        self.swap("briefings/1/index.html", "<p>Source", note)
        problems = self.charts()
        for width in figures.WIDTHS:
            self.expect(problems, f"{width} px", "trade: 't' (note > sub) is 11.0 px high")

    def test_a_chart_that_a_script_changes_is_found(self):
        for number, picture in ((1, "wide"), (2, "narrow")):
            script = f"<script>document.querySelector('.{picture} text').textContent = '9'</script>"
            self.swap(f"briefings/{number}/index.html", "</main>", script)
        paths = [f"briefings/{number}/index.html" for number in (1, 2, 3)]
        with serving.served(self.folder) as base:
            found = figures.figure_problems(self.browser, base, paths)
        self.assertEqual(
            found,
            [
                "briefings/1/index.html: its charts change without scripts at 1280 px",
                "briefings/2/index.html: its charts change without scripts at 375 px",
            ],
        )

    def test_text_that_leaves_the_picture_is_found_in_the_narrow_layout(self):
        self.swap("briefings/1/index.html", sample.NARROW, sample.NARROW.replace('x="10" y="60"', 'x="270" y="60"'))
        problems = self.charts()
        self.expect(problems, "375 px", "'日本 308.3' leaves the picture")
        self.assertFalse([text for text in problems if "1280 px" in text])

    def test_a_figure_whose_chart_is_hidden_is_found(self):
        self.swap("style.css", ".narrow { display: inline }", "")
        self.expect(self.charts(), "375 px", "none of its charts is visible")

    def test_an_estimate_that_is_no_texts_width_is_found(self):
        sample = [["ja", "400", "2000", "日本"], ["ja", "400", "1800", "中国"], ["zh", "600", "2200", "韩国"]]
        with serving.served(self.folder) as base:
            problems = widths.width_problems(self.browser, base, sample)
        self.assertEqual(len(problems), 2)
        self.expect(problems, "'中国' (ja, 400): 0.90 of its 2.00 em")
        self.expect(problems, "'韩国' (zh, 600): 1.10")


class BrokenSettings(Harness):
    PATH = "briefings/1/index.html"
    YEAR = '<text x="10" y="30">2023'

    def style(self, rules):
        self.swap("style.css", ".narrow { display: none }", ".narrow { display: none }\n" + rules)

    def test_a_text_that_is_weak_in_one_scheme_is_found_there(self):
        self.swap(self.PATH, self.YEAR, '<text x="10" y="30" style="fill: #16181d">2023')
        self.expect(self.set("dark"), "dark: trade: '2023' has a contrast of 1.0")
        self.assertEqual(self.set("light"), [])

    def test_a_text_on_a_mark_is_judged_by_the_mark_and_one_with_a_ground_by_that(self):
        self.swap(self.PATH, self.YEAR, '<rect x="5" y="15" width="60" height="20" fill="#666"/>' + self.YEAR)
        self.expect(self.set("light"), "'2023' has a contrast of 3.")
        ground = 'style="stroke: #fff; stroke-width: 4px; paint-order: stroke"'
        self.swap(self.PATH, self.YEAR, self.YEAR.replace("<text", f"<text {ground}"))
        self.assertEqual(self.set("light"), [])

    def test_a_text_that_keeps_a_weak_colour_where_colours_are_forced_is_found(self):
        self.style("@media (forced-colors: active) { text { forced-color-adjust: none; fill: #999 } }")
        self.expect(self.set("forced"), "forced: trade: '2023' has a contrast of 2.8")
        self.assertEqual(self.set("light"), [])

    def test_marks_without_ink_where_colours_are_forced_are_found(self):
        self.style("@media (forced-colors: active) { path, .one { forced-color-adjust: none; stroke: Canvas } }")
        self.expect(self.set("forced"), "trade: path has a contrast of 1.0 with the ground")
        self.style("@media (forced-colors: active) { .one { fill: none; stroke: none } }")
        self.expect(self.set("forced dark"), "trade: rect v-bar one has a contrast of 1.0 with the ground")

    def test_neighbours_of_one_grey_are_found(self):
        self.style(".one { fill: #1f6fa8 } .other { fill: #a85217 }")
        self.expect(self.set("light"), "rect v-bar one and rect v-bar other touch with a contrast of 1.0")

    def test_neighbours_of_one_colour_are_found_where_colours_are_forced(self):
        self.style("@media (forced-colors: active) { .one, .other { forced-color-adjust: none; fill: CanvasText } }")
        self.expect(self.set("forced"), "rect v-bar one and rect v-bar other touch with a contrast of 1.0")
        self.assertEqual(self.set("light"), [])
        self.style("rect { stroke: var(--page); stroke-width: 2 }")
        self.assertEqual(self.set("forced"), [])

    def test_neighbours_of_one_grey_with_a_gap_are_told_apart(self):
        self.style(".one, .other { fill: #555 }")
        self.expect(self.set("light"), "touch")
        self.swap(self.PATH, '<rect class="v-bar other" x="70"', '<rect class="v-bar other" x="72"')
        self.assertEqual(self.set("light"), [])

    def test_a_page_without_pictures_and_a_text_out_of_the_window_are_no_success(self):
        with serving.served(self.folder) as base:
            problems = settings.look(self.browser, base, "light", "ja/index.html")
        self.assertEqual(problems, ["ja/index.html, light: no figure has a picture"])
        self.swap(self.PATH, self.YEAR, self.YEAR.replace("<text", f"<text dy='{settings.WINDOW[1]}'"))
        self.style("svg { overflow: visible }")
        self.expect(self.set("light"), "'2023' is out of the window")

    def test_dark_colours_on_paper_are_found(self):
        self.swap("style.css", "@media screen and (prefers", "@media (prefers")
        problems = self.set("paper")
        self.expect(problems, "on paper: trade: its colours are not those of the light scheme")
        self.expect(problems, "trade: the paper is [21, 23, 28]")

    def test_what_a_sheet_cuts_and_what_it_may_split_are_found(self):
        self.swap(self.PATH, "</main>", "<p style='width: 700px'>Wide</p></main>")
        self.swap("style.css", "break-inside: avoid", "")
        problems = self.set("paper")
        self.expect(problems, "is cut: 716 px on 673 px")
        self.expect(problems, "trade: may be split")

    def test_the_narrow_picture_on_paper_is_found(self):
        self.swap("style.css", "@media (max-width: 600px)", "@media print, (max-width: 600px)")
        self.expect(self.set("paper"), "trade: the wide picture is not shown")


class BrokenMachines(Harness):
    def test_invalid_html_is_found(self):
        self.swap("index.html", "<ul>", "<p><div></p><ul>")
        self.expect(validators.html_problems(self.site()), "index.html", "error")

    def test_missing_java_is_a_problem(self):
        with unittest.mock.patch.dict(os.environ, PATH="/nowhere"):
            self.expect(validators.html_problems(self.site()), "java is not installed")

    def test_a_feed_that_is_not_well_formed_is_found(self):
        self.swap("feed.xml", "</channel>", "")
        self.expect(metadata.feed_problems(self.site()), "feed.xml")

    def test_a_relative_id_and_a_dead_link_of_an_entry_are_found(self):
        self.swap("feed.xml", f"<guid>{sample.URL}briefings/1/", "<guid>briefings/1/")
        self.swap("feed.xml", f"<link>{sample.URL}briefings/2/", f"<link>{sample.URL}briefings/9/")
        problems = metadata.feed_problems(self.site())
        self.expect(problems, "id 'briefings/1/'", "not absolute")
        self.expect(problems, "briefings/9/", "names no page")

    def test_a_site_without_feed_is_found(self):
        (self.folder / "feed.xml").unlink()
        self.expect(metadata.feed_problems(self.site()), "no feed")

    def test_a_foreign_url_in_the_sitemap_is_found(self):
        self.swap("sitemap.xml", f"{sample.URL}ja/", "https://elsewhere.invalid/")
        self.expect(metadata.sitemap_problems(self.site()), "elsewhere.invalid")

    def test_a_canonical_link_of_another_page_is_found(self):
        self.swap("ja/index.html", f'canonical" href="{sample.URL}ja/', f'canonical" href="{sample.URL}')
        self.expect(metadata.canonical_problems(self.site()), "ja/index.html", "another page")

    def test_a_translation_that_does_not_link_back_is_found(self):
        own = f'href="{sample.URL}ja/"'
        self.swap("ja/index.html", f'hreflang="en" href="{sample.URL}"', f'hreflang="ko" {own}')
        self.swap("ja/index.html", f'hreflang="x-default" href="{sample.URL}"', f'hreflang="x-default" {own}')
        self.expect(metadata.language_problems(self.site()), "index.html", "does not link back")

    def test_translations_without_any_language_link_are_found(self):
        for path in ("index.html", "ja/index.html"):
            self.swap(path, sample.LANGUAGES, "")
        self.expect(metadata.language_problems(self.site()), "no page links to its translations", "ja")

    def test_a_broken_json_ld_block_is_found(self):
        self.swap("briefings/1/index.html", '"Report"}', '"Report"')
        self.expect(metadata.json_ld_problems(self.site()), "briefings/1/index.html")

    def test_a_wrong_type_in_the_data_is_found(self):
        self.swap(".content/Data/trade.csv", "2024,2", "2024,two")
        self.expect(validators.data_problems(self.folder / ".content/Data/datapackage.yaml"), "two")

    def test_a_missing_data_package_is_found(self):
        self.expect(validators.data_problems(self.folder / "datapackage.yaml"), "missing")


if __name__ == "__main__":
    unittest.main(verbosity=2)
