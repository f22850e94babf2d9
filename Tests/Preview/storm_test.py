# SPDX-License-Identifier: MIT
"""A save every five milliseconds for a minute, beside the other tests: STORM=seconds makes it shorter or longer."""
import os
import re
import threading
import time
import unittest

from previewing import BRIEFING, Preview

SECONDS = float(os.environ.get("STORM", "60"))


class Storm(threading.Thread):
    """Saves one page again and again, in two ways, and notes the preview's memory."""

    def __init__(self):
        super().__init__(daemon=True)
        self.site = Preview()
        self.number = 0
        self.memory = []
        self.fault = None

    def resident(self):
        """Megabytes."""
        with open(f"/proc/{self.site.process.pid}/status", encoding="utf-8") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) / 1024

    def run(self):
        try:
            start = time.monotonic()
            while (passed := time.monotonic() - start) < SECONDS:
                self.number += 1
                save = self.site.save if self.number % 2 else self.site.write
                save("Content/briefings/trade.md", BRIEFING.format(title="Trade", body=f"Save number {self.number}."))
                if len(self.memory) <= passed:
                    self.memory.append(self.resident())
                time.sleep(max(0, start + self.number * 0.005 - time.monotonic()))
        except Exception as fault:  # noqa: BLE001: told by the test, which runs in another thread
            self.fault = fault


class Saves(unittest.TestCase):
    storm = None

    def test_a_save_every_five_milliseconds_for_a_minute_ends_with_the_last_one_and_memory_stays_flat(self):
        storm = Saves.storm or Storm()
        if not storm.is_alive() and not storm.number:
            storm.start()
        storm.join()
        self.addCleanup(storm.site.stop)
        self.assertIsNone(storm.fault)
        storm.site.shows("/briefings/trade/", f"Save number {storm.number}.")
        self.assertIsNone(storm.site.process.poll())
        self.assertGreater(storm.number, SECONDS * 20)
        half = len(storm.memory) // 2
        early, late = max(storm.memory[:half]), max(storm.memory[half:])
        print(f"{storm.number} saves, memory at most {early:.0f} MB in the first half and {late:.0f} MB in the second")
        self.assertLess(late, early + 8)
