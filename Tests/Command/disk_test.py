#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Builds on disks that fill, that cannot be read, that go away: TOOL=path disk_test.py"""
import fcntl
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import unittest

from command_test import TOOL, files, run, site

NOBODY = 65534

# Fills a disk of its own behind a site that was built on it, and builds again.
FULL_DISK = """
mount -t tmpfs -o size=24m tmpfs "$1/disk" && cd "$1/disk" && cp -a "$1/Content" . || exit 70
"$2" build --as-of 2026-11-01 >/dev/null || exit 71
sums() { (cd Public && find . -type f -print0 | sort -z | xargs -0 sha256sum) > "$1"; }
sums "$1/before"
for number in $(seq 400); do printf '\\nMore words, %s.\\n' "$number" >> Content/about.md; done
head -c 30000000 /dev/zero > filler 2>/dev/null
truncate -s "$(($(stat -c %s filler) - 20000))" filler
"$2" build --as-of 2026-11-01 >"$1/out" 2>"$1/err"; echo $? > "$1/status"
ls -A > "$1/left"; sums "$1/after"
rm filler; "$2" build --as-of 2026-11-01 >/dev/null 2>&1; echo $? > "$1/again"
"""


class Disk(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="briefing-disk-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        site(self.folder)

    @unittest.skipUnless(os.geteuid() == 0, "a disk of one's own needs root; command_test.py limits the files' size")
    def test_a_disk_that_fills_leaves_the_former_site_and_says_so(self):
        (self.folder / "disk").mkdir()
        ended = subprocess.run(
            ["unshare", "-m", "sh", "-c", FULL_DISK, "sh", self.folder, TOOL], capture_output=True, text=True, timeout=120)
        self.assertEqual(ended.returncode, 0, ended.stderr)

        def read(name):
            return (self.folder / name).read_text(encoding="utf-8")

        self.assertEqual(read("status").strip(), "1", read("out"))
        self.assertIn("No space left on device [output-unwritable]", read("err"))
        self.assertIn("nothing was written", read("err"))
        self.assertEqual(read("after"), read("before"))
        self.assertGreater(len(read("before").splitlines()), 50)
        self.assertLessEqual(set(read("left").split()), {".briefing", "Content", "Public", "filler"})
        self.assertEqual(read("again").strip(), "0")

    def as_reader(self, *arguments):
        """Runs the tool as somebody whom permissions bind, which root is not."""
        def become_nobody():
            if os.geteuid() == 0:
                os.setgid(NOBODY)
                os.setuid(NOBODY)

        self.folder.chmod(0o755)
        return run(self.folder, *arguments, preexec_fn=become_nobody)

    def test_a_folder_and_a_file_that_cannot_be_read_are_named(self):
        closed = self.folder / "Content/topics"
        page = self.folder / "Content/about.md"
        for path in (closed, page):
            path.chmod(0)
        self.addCleanup(closed.chmod, 0o755)
        checked = self.as_reader("check")
        self.assertEqual(checked.returncode, 1, checked.stderr)
        self.assertIn("Content/topics: error: cannot list the folder: Permission denied [file-unreadable]", checked.stderr)
        self.assertIn("Content/about.md: error: cannot read the file: Permission denied [file-unreadable]", checked.stderr)

    def test_an_output_beside_which_nothing_can_be_written_is_an_error(self):
        built = self.as_reader("build", "--output", "/proc/site")
        self.assertEqual(built.returncode, 1, built.stderr)
        self.assertIn("[output-unwritable]", built.stderr)

    def build_without_its_folder(self, held):
        """Builds a site whose folder is deleted at the moment when the build opens a file, which a lease lets it wait
        for: the exit code and what was said."""
        gone = pathlib.Path(tempfile.mkdtemp(prefix="briefing-gone-"))
        self.addCleanup(shutil.rmtree, gone, ignore_errors=True)
        shutil.copytree(self.folder, gone, dirs_exist_ok=True)
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGIO])
        with open(gone / held, "r+b") as file:
            fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
            process = subprocess.Popen(
                [TOOL, "build", "--as-of", "2026-11-01"], cwd=gone, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                text=True)
            self.addCleanup(process.kill)
            self.assertIsNotNone(signal.sigtimedwait([signal.SIGIO], 30), f"no build opened {held}")
            shutil.rmtree(gone, ignore_errors=True)
            fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_UNLCK)
        said = process.communicate(timeout=120)[1]
        return process.returncode, said

    def test_a_site_that_is_deleted_while_it_is_built_ends_without_a_crash(self):
        self.assertEqual(run(self.folder, "build", "--as-of", "2026-11-01").returncode, 0)
        about = self.folder / "Content/about.md"
        words = about.read_text(encoding="utf-8")
        about.write_text(words[:words.rindex("e")] + "i" + words[words.rindex("e") + 1:], encoding="utf-8")
        read = ("Content/site.yml", "Content/about.md", "Content/Data/countries.csv")
        for held in (*read, "Public/about/index.html"):
            with self.subTest(held):
                code, said = self.build_without_its_folder(held)
                self.assertEqual(code, 1, said[-400:])
                self.assertIn("nothing was written", said)

    def test_a_folder_that_is_not_there_says_what_to_type(self):
        for command in ("build", "check"):
            missing = run(self.folder, command, "--site", "nowhere")
            self.assertEqual(missing.returncode, 1)
            self.assertIn("[content-missing]", missing.stderr)
            self.assertIn("hint: run briefing in the folder that holds Content/", missing.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
