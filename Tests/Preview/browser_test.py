# SPDX-License-Identifier: MIT
"""A preview in Chromium: reload, scroll position, stylesheet, overlay, notice."""
import os
import unittest

import playwright.sync_api

from previewing import BRIEFING, PATIENCE, Preview

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
LONG = "\n\n".join(f"Paragraph {number}." for number in range(200))


class Browser(unittest.TestCase):
    def test_a_window_follows_what_the_editor_saves(self):
        site = Preview("--drafts", files={
            "Content/briefings/trade.md": BRIEFING.format(title="Trade", body=LONG).replace("date:", "draft: true\ndate:"),
        })
        self.addCleanup(site.stop)
        with playwright.sync_api.sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
            window = browser.new_page()
            window.set_default_timeout(PATIENCE * 1000)
            faults = []
            window.on("pageerror", lambda fault: faults.append(str(fault)))
            window.goto(site.address + "/briefings/trade/")
            window.locator(".notice").get_by_text("this page is a draft").wait_for()

            window.evaluate("scrollTo({ top: 1500, behavior: 'instant' })")
            body = BRIEFING.format(title="Trade", body=LONG + "\n\nA new end.")
            site.save("Content/briefings/trade.md", body)
            window.get_by_text("A new end.").wait_for(state="attached")
            window.wait_for_function("Math.abs(scrollY - 1500) < 5")

            window.evaluate("window.isSameDocument = true")
            site.write("Templates/Assets/site.css", "body { color: rgb(1, 2, 3) }\n")
            window.wait_for_function("getComputedStyle(document.body).color === 'rgb(1, 2, 3)'")
            self.assertTrue(window.evaluate("window.isSameDocument"))
            window.wait_for_function("document.querySelectorAll('link[rel=stylesheet]').length === 1")

            hostile = body.replace("A new end.", "A new end.\n\n<img src=x onerror=alert(1)> {{ co usd }}")
            site.save("Content/briefings/trade.md", hostile)
            overlay = window.locator(".problems")
            overlay.wait_for(state="visible")
            self.assertIn("there is no value 'co'", overlay.inner_text())
            self.assertIn("<img src=x onerror=alert(1)>", overlay.inner_text())
            self.assertEqual(overlay.locator("img").count(), 0)
            self.assertTrue(window.get_by_text("A new end.").count())
            self.assertTrue(window.evaluate("window.isSameDocument"))
            site.save("Content/briefings/trade.md", body)
            overlay.wait_for(state="hidden")
            self.assertEqual(faults, [])
            browser.close()
