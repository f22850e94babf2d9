#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Publishes the starter site for real: TOOL=path publish_test.py [name of a test …]"""
import fcntl
import os
import pty
import resource
import shutil
import signal
import socket
import subprocess
import sys
import unittest

from publishing import HARD_NAME, TOOL, PublishTest, files, quoted


class Folder(PublishTest):
    def test_a_folder_gets_what_changed_and_loses_what_went(self):
        target = self.folder / "www"
        self.target(f"path: {target}")
        self.expect_full_cycle(lambda: files(target))
        self.assertFalse((target / "old").exists(), "an empty folder stayed")

    def test_a_name_that_a_shell_would_misread_is_a_name(self):
        self.target(f"path: {quoted(HARD_NAME)}")
        self.expect_full_cycle(lambda: files(self.site / HARD_NAME))

    def test_files_that_did_not_change_are_not_written_again(self):
        target = self.folder / "www"
        self.target(f"path: {target}")
        self.publish()
        before = {path: path.stat() for path in target.rglob("*.html")}
        self.edit()
        for source in (self.site / "Public").rglob("*"):
            os.utime(source)
        self.publish()
        written = {path.relative_to(target).as_posix() for path, old in before.items() if path.stat().st_ino != old.st_ino}
        self.assertIn("about/index.html", written)
        self.assertNotIn("briefings/index.html", written)

    def test_a_break_in_the_middle_is_made_good_by_the_next_run(self):
        target = self.folder / "www"
        self.target(f"path: {target}")
        self.publish()
        whole = files(self.site / "Public")
        for name in ("index.html", "sitemap.xml", next(name for name in whole if name.startswith("assets/"))):
            (target / name).unlink()
        (target / "about/index.html").write_text("half", encoding="utf-8")
        plan = self.publish()
        self.assertIn("3 files new", plan)
        self.assertIn("1 file changed", plan)
        self.assertEqual(files(target), whole)

    def test_a_disk_that_fills_leaves_assets_without_feeds_and_the_next_run_goes_on(self):
        target = self.folder / "www"
        self.target(f"path: {target}")
        page = self.site / "Content/about.md"
        page.write_text(page.read_text(encoding="utf-8") + "\nMore words than fit.\n" * 9000, encoding="utf-8")
        self.assertEqual(self.run_tool("build").returncode, 0)

        def limited():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

        failed = self.run_tool("publish", "--yes", preexec_fn=limited)
        self.assertEqual(failed.returncode, 1, failed.stdout)
        self.assertIn("File too large", failed.stderr)
        present = files(target)
        self.assertTrue(any(name.startswith("assets/") for name in present))
        self.assertFalse(any(name.endswith(".xml") for name in present))
        self.assertNotIn("about/index.html", present)
        self.assertEqual([path for path in target.rglob(".briefing-*")], [])
        self.publish()
        self.assertEqual(files(target), files(self.site / "Public"))

    def test_a_folder_of_other_things_is_not_touched(self):
        target = self.folder / "www"
        target.mkdir()
        (target / "diary.txt").write_text("mine", encoding="utf-8")
        self.target(f"path: {target}")
        self.refused("[publish-foreign]")
        self.assertEqual(os.listdir(target), ["diary.txt"])

    def test_names_with_a_dot_at_the_top_stay(self):
        target = self.folder / "www"
        self.target(f"path: {target}")
        self.publish()
        (target / ".well-known").mkdir()
        (target / ".well-known/security.txt").write_text("x", encoding="utf-8")
        self.assertIn("nothing to send", self.publish())
        self.assertTrue((target / ".well-known/security.txt").exists())

    def test_the_site_is_not_published_into_itself(self):
        for path in ("Public", "Public/inner", ".", "../site"):
            self.target(f"path: {path}")
            self.refused("[publish-target]")

    def test_a_link_in_the_target_is_replaced_and_not_followed(self):
        target, outside = self.folder / "www", self.folder / "outside"
        self.target(f"path: {target}")
        self.publish()
        shutil.rmtree(target / "about")
        outside.mkdir()
        (target / "about").symlink_to(outside)
        self.publish()
        self.assertEqual(os.listdir(outside), [])
        self.assertEqual(files(target), files(self.site / "Public"))


class Git(PublishTest):
    def setUp(self):
        super().setUp()
        self.remote = self.folder / "-it's a remote.git"
        subprocess.run(["git", "init", "--quiet", "--bare", f"./{self.remote.name}"], cwd=self.folder, check=True)
        self.environment = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}

    def git(self, *arguments):
        return subprocess.run(
            ["git", "-c", "core.quotePath=false", "-C", self.remote, *arguments], capture_output=True, check=True).stdout

    def held(self, branch="gh-pages"):
        """What the branch holds, but the files that only hosts read."""
        if not self.git("for-each-ref", f"refs/heads/{branch}"):
            return {}
        names = self.git("ls-tree", "-r", "-z", "--name-only", branch).decode().split("\0")[:-1]
        self.assertIn(".nojekyll", names)
        return {name: self.git("show", f"{branch}:{name}") for name in names if name not in (".nojekyll", "CNAME")}

    def count(self, branch="gh-pages"):
        return int(self.git("rev-list", "--count", branch))

    def test_a_branch_gets_a_commit_for_each_change_and_keeps_its_history(self):
        self.target(f"git: {quoted('../' + self.remote.name)}, cname: site.example")
        self.expect_full_cycle(self.held)
        self.assertEqual(self.count(), 2)
        self.assertEqual(self.git("show", "gh-pages:CNAME"), b"site.example\n")
        self.assertIn(b"Publish 1 new,", self.git("log", "-1", "--format=%s", "gh-pages"))

    def test_what_the_host_keeps_in_the_branch_stays(self):
        self.target(f"git: {quoted(self.remote)}, branch: pages")
        self.publish()
        clone = self.folder / "clone"
        subprocess.run(["git", "clone", "--quiet", "--branch", "pages", self.remote, clone], check=True)
        (clone / "CNAME").write_text("set.in.the.host\n", encoding="utf-8")
        (clone / ".github").mkdir()
        (clone / ".github/x.yml").write_text("x", encoding="utf-8")
        self.commit_from(clone, "pages")
        self.edit()
        self.publish()
        self.assertEqual(self.git("show", "pages:CNAME"), b"set.in.the.host\n")
        self.assertEqual(self.git("show", "pages:.github/x.yml"), b"x")
        self.assertEqual(self.count("pages"), 3)

    def commit_from(self, clone, branch):
        who = ["-c", "user.name=A", "-c", "user.email=a@site.example"]
        subprocess.run(["git", "-C", clone, "add", "--all"], check=True)
        subprocess.run(["git", "-C", clone, *who, "commit", "--quiet", "--message", "By hand"], check=True)
        subprocess.run(["git", "-C", clone, "push", "--quiet", "origin", f"HEAD:{branch}"], check=True)

    def test_a_remote_that_moved_on_is_an_error_and_nothing_is_forced(self):
        self.target(f"git: {quoted(self.remote)}")
        self.publish()
        clone = self.folder / "clone"
        subprocess.run(["git", "clone", "--quiet", "--branch", "gh-pages", self.remote, clone], check=True)
        (clone / "by-hand.txt").write_text("x", encoding="utf-8")
        # A git that lets another editor push just before ours.
        programs, git = self.folder / "bin", shutil.which("git")
        programs.mkdir()
        (programs / "git").write_text(
            f"""#!/bin/sh
if [ "$1" = push ] && [ ! -e "{clone}/done" ]; then
  touch "{clone}/done"
  env -u GIT_DIR -u GIT_WORK_TREE sh -c 'cd "{clone}" && {git} add by-hand.txt &&
    {git} -c user.name=A -c user.email=a@b commit -q -m x && {git} push -q origin HEAD:gh-pages'
fi
exec {git} "$@"
""", encoding="utf-8")
        (programs / "git").chmod(0o755)
        self.environment["PATH"] = f"{programs}:{os.environ['PATH']}"
        self.edit()
        answer = self.refused("[publish-moved]")
        self.assertIn("publish again", answer.stderr)
        self.assertEqual(self.git("show", "gh-pages:by-hand.txt"), b"x")
        self.assertIn("- by-hand.txt", self.publish())
        self.assertEqual(self.held(), files(self.site / "Public"))

    def test_a_remote_that_refuses_or_is_not_there_is_an_error_with_its_words(self):
        hook = self.remote / "hooks/pre-receive"
        hook.write_text("#!/bin/sh\necho 'the branch is closed' >&2\nexit 1\n", encoding="utf-8")
        hook.chmod(0o755)
        self.target(f"git: {quoted(self.remote)}")
        self.assertIn("the branch is closed", self.refused("[publish-failed]").stderr)
        self.target("git: ../nowhere.git")
        self.refused("git could not reach")
        self.target(f"git: {quoted(self.remote)}, branch: 'a..b'")
        self.refused("'a..b' is no name for a branch")

    def test_a_users_settings_change_no_byte(self):
        settings = self.folder / "gitconfig"
        ignored = self.folder / "ignored"
        ignored.write_text("*.csv\n", encoding="utf-8")
        settings.write_text(f"[core]\nautocrlf = true\nexcludesFile = {ignored}\n", encoding="utf-8")
        self.environment["GIT_CONFIG_GLOBAL"] = str(settings)
        (self.site / "Content/Media/lines.csv").write_bytes(b"a\r\nb\n")
        self.target(f"git: {quoted(self.remote)}")
        self.publish()
        self.assertEqual(self.held(), files(self.site / "Public"))


class Rsync(PublishTest):
    def test_rsync_sends_by_content_and_deletes_last(self):
        target = self.folder / "a/b"
        self.target(f"rsync: {target}")
        self.expect_full_cycle(lambda: files(target) if target.exists() else {})

    def test_a_name_that_a_shell_would_misread_is_a_name(self):
        self.target(f"rsync: {quoted(HARD_NAME)}")
        self.expect_full_cycle(lambda: files(self.site / HARD_NAME) if (self.site / HARD_NAME).exists() else {})

    def test_a_change_that_keeps_size_and_date_is_sent(self):
        target = self.folder / "www"
        self.target(f"rsync: {target}")
        self.publish()
        page, source = target / "about/index.html", self.site / "Public/about/index.html"
        page.write_bytes(page.read_bytes().replace(b"About", b"Tuoba"))
        os.utime(page, (source.stat().st_atime, source.stat().st_mtime))
        self.assertIn("1 file changed", self.publish())
        self.assertEqual(files(target), files(self.site / "Public"))

    def test_a_host_that_does_not_answer_is_an_error_with_rsyncs_words(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.target(f"rsync: 'rsync://127.0.0.1:{port}/site'")
        answer = self.refused("rsync could not compare")
        self.assertIn("Connection refused", answer.stderr)

    def test_a_break_after_the_assets_is_made_good_by_the_next_run(self):
        target = self.folder / "www"
        self.target(f"rsync: {target}")
        programs, rsync = self.folder / "bin", shutil.which("rsync")
        programs.mkdir()
        # An rsync that dies in its third call: the plan, the assets, then the new pages.
        (programs / "rsync").write_text(
            f'#!/bin/sh\necho x >> "{programs}/calls"\n[ "$(wc -l < "{programs}/calls")" = 3 ] && exit 12\nexec {rsync} "$@"\n',
            encoding="utf-8")
        (programs / "rsync").chmod(0o755)
        self.environment["PATH"] = f"{programs}:{os.environ['PATH']}"
        self.refused("it ended with 12")
        present = files(target)
        self.assertTrue(any(name.startswith("assets/") for name in present))
        self.assertFalse(any(name.endswith((".html", ".xml")) for name in present))
        self.publish()
        self.assertEqual(files(target), files(self.site / "Public"))


class Rclone(PublishTest):
    def setUp(self):
        super().setUp()
        settings = self.folder / "rclone.conf"
        settings.write_text("[disk]\ntype = local\n", encoding="utf-8")
        self.environment = {"RCLONE_CONFIG": str(settings)}

    def test_rclone_sends_what_differs(self):
        target = self.folder / "bucket"
        self.target(f"rclone: {quoted(f'disk:{target}')}")
        self.expect_full_cycle(lambda: files(target) if target.exists() else {})

    def test_a_name_that_a_shell_would_misread_is_a_name(self):
        self.target(f"rclone: {quoted(HARD_NAME)}")
        self.expect_full_cycle(lambda: files(self.site / HARD_NAME) if (self.site / HARD_NAME).exists() else {})

    def test_a_remote_that_is_not_configured_is_an_error_with_rclones_words(self):
        self.target("rclone: 'nowhere:site'")
        self.assertIn("didn't find section in config file", self.refused("rclone could not compare").stderr)


class Refusals(PublishTest):
    def test_drafts_and_another_day_are_not_published(self):
        for arguments, words in ((["--drafts"], "drafts are not published"), (["--as-of", "2025-01-01"], "leave out --as-of")):
            answer = self.run_tool("publish", *arguments)
            self.assertEqual(answer.returncode, 64)
            self.assertIn(words, answer.stderr)

    def test_an_address_of_this_machine_is_not_published(self):
        path = self.site / "Content/site.yml"
        path.write_text(path.read_text(encoding="utf-8").replace("https://example.org/", "http://localhost:8080/"), encoding="utf-8")
        self.assertIn("Content/site.yml:5:6: error: 'http://localhost:8080/'", self.refused("[publish-localhost]").stderr)

    def test_a_site_that_does_not_build_is_not_published(self):
        target = self.folder / "www"
        self.target(f"path: {target}")
        self.publish()
        before = files(target)
        (self.site / "Content/about.md").write_text("---\ntitle: x\nsumary: y\n---\n", encoding="utf-8")
        self.refused("did you mean 'summary'?")
        self.assertEqual(files(target), before)

    def test_an_output_of_other_things_is_not_touched_and_nothing_is_published(self):
        (self.site / "Public").mkdir()
        (self.site / "Public/diary.txt").write_text("mine", encoding="utf-8")
        self.refused("[output-foreign]")
        self.assertEqual(os.listdir(self.site / "Public"), ["diary.txt"])
        self.assertFalse((self.folder / "published").exists())

    def test_what_somebody_did_to_the_output_by_hand_is_not_published(self):
        self.publish()
        whole = files(self.site / "Public")
        (self.site / "Public/about/index.html").unlink()
        (self.site / "Public/about/index.html").write_text("tampered", encoding="utf-8")
        (self.site / "Public/stray.html").write_text("stray", encoding="utf-8")
        self.assertIn("nothing to send", self.publish())
        self.assertEqual(files(self.site / "Public"), whole)
        self.assertEqual(files(self.folder / "published"), whole)

    def test_an_output_that_another_build_is_writing_is_not_published(self):
        self.publish()
        self.edit()
        staging = self.site / ".Public-staging"
        staging.mkdir()
        descriptor = os.open(staging, os.O_RDONLY)
        self.addCleanup(os.close, descriptor)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        self.refused("[output-busy]")
        self.assertFalse((self.folder / "published/new").exists())

    def test_a_mistake_in_the_targets_is_an_error_of_every_command_that_reads_site_yml(self):
        self.target("path: /www, timeout: 0")
        for command in ("build", "check", "publish"):
            answer = self.run_tool(command)
            self.assertEqual(answer.returncode, 1)
            self.assertEqual(answer.stderr.count("'timeout' is a number of seconds from 1 to 3600"), 1, answer.stderr)
            self.assertRegex(answer.stderr, r"Content/site\.yml:\d+:39: error")

    def test_a_target_that_is_not_there_or_mistyped_is_named(self):
        self.refused("did you mean 'local'?", "locl")
        self.target("rsnyc: x")
        self.assertIn("did you mean 'rsync'?", self.refused("the target 'live' has no key 'rsnyc'").stderr)

    def test_without_a_terminal_and_without_yes_nothing_is_sent(self):
        self.refused("[publish-unasked]", "local")
        self.assertFalse((self.folder / "published").exists())

    def test_on_a_terminal_the_answer_decides(self):
        for answer, code in (("n", 1), ("", 1), ("y", 0)):
            ours, theirs = pty.openpty()
            process = subprocess.Popen([TOOL, "publish"], cwd=self.site, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            os.close(theirs)
            os.write(ours, (answer + "\n").encode())
            output, errors = process.communicate(timeout=60)
            os.close(ours)
            self.assertIn(b"Send this? [y/N]", output)
            self.assertEqual(process.returncode, code, errors)
            self.assertEqual((self.folder / "published/index.html").exists(), code == 0)

    def test_a_missing_program_names_its_debian_package(self):
        self.environment["PATH"] = str(self.folder)
        for settings, package in (("git: a.git", "git"), ("rsync: a", "rsync"), ("rclone: a", "rclone")):
            self.target(settings)
            self.refused(f"on Debian: apt install {package}")


if __name__ == "__main__":
    # Each file is a module of tests; a name picks some of them: `Git`, `remotes_test.Silent`.
    import hosting_test
    import remotes_test
    import starting_test

    modules = [__import__("__main__"), remotes_test, hosting_test, starting_test]
    suite = unittest.TestSuite(map(unittest.defaultTestLoader.loadTestsFromModule, modules))
    if sys.argv[1:]:
        suite = unittest.defaultTestLoader.loadTestsFromNames(sys.argv[1:], __import__("__main__"))
    raise SystemExit(not unittest.TextTestRunner(verbosity=2).run(suite).wasSuccessful())
