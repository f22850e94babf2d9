# SPDX-License-Identifier: MIT
"""Remotes that answer, that do not, and that die half way."""
import http.server
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading

from publishing import Breaking, PublishTest, Server, Silent, files, quoted


class RemoteTest(PublishTest):
    def setUp(self):
        super().setUp()
        self.environment = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}

    def broken_twice(self, settings, port, held, limit):
        """Breaks the first sending half way, once by silence and once by an end, and then lets it through.

        `settings` has `PORT` in it; `limit` is how many bytes are let through.
        """
        for dies in (False, True):
            with Breaking(port, limit, dies) as broken:
                self.target(settings.replace("PORT", str(broken)))
                answer = self.refused("[publish-failed]")
            self.assertIn("publish", answer.stderr)
            whole = files(self.site / "Public")
            present = held()
            self.assertLess(len(present), len(whole), "all of it got through: the limit is too high")
            lists = [name for name in present if name.endswith((".xml", "feed.json"))]
            self.assertEqual(lists, [], "a feed or the sitemap is there before the pages")
        self.target(settings.replace("PORT", str(port)))
        self.publish()
        self.assertEqual(held(), files(self.site / "Public"))
        self.assertIn("nothing to send", self.publish())


class SilentRemotes(RemoteTest):
    """A host that accepts and says nothing is given up, with words that say so."""

    def refused_in_silence(self, settings, *words):
        with Silent() as port:
            self.target(settings.replace("PORT", str(port)) + ", timeout: 1")
            answer = self.refused("[publish-failed]")
        for word in words:
            self.assertIn(word, answer.stderr)

    def test_git_over_its_own_protocol(self):
        self.refused_in_silence("git: 'git://127.0.0.1:PORT/site.git'", "git heard nothing for 2 seconds")

    def test_git_over_http(self):
        self.refused_in_silence("git: 'http://127.0.0.1:PORT/site.git'", "git could not reach", "too slow")

    def test_git_over_ssh(self):
        self.refused_in_silence("git: 'ssh://127.0.0.1:PORT/site.git'", "git could not reach", "timed out")

    def test_rsync(self):
        self.refused_in_silence("rsync: 'rsync://127.0.0.1:PORT/site'", "rsync could not compare", "timeout")

    def test_rclone_to_s3(self):
        self.environment["RCLONE_CONFIG"] = str(self.folder / "rclone.conf")
        with Silent() as port:
            S3.configure(self, port)
            self.target("rclone: 's3:bucket/site', timeout: 1")
            self.assertRegex(self.refused("[publish-failed]").stderr, r"rclone heard nothing for \d seconds")

    def test_rsync_over_ssh_is_given_limits_and_a_users_own_ssh_is_left_alone(self):
        programs = self.folder / "bin"
        programs.mkdir()
        (programs / "ssh").write_text(
            f'#!/bin/sh\necho "$@" >> "{programs}/arguments"\nexec sleep 1000\n', encoding="utf-8")
        (programs / "ssh").chmod(0o755)
        shutil.copy(programs / "ssh", programs / "own-ssh")
        self.environment["PATH"] = f"{programs}:{os.environ['PATH']}"
        for settings in ("rsync: 'us@host.example:/srv'", "git: 'us@host.example:srv.git'"):
            (programs / "arguments").unlink(missing_ok=True)
            self.target(settings + ", timeout: 1")
            self.refused("[publish-failed]")
            self.assertIn("-o ConnectTimeout=1 -o ServerAliveInterval=1", (programs / "arguments").read_text())
        for name in ("RSYNC_RSH", "GIT_SSH_COMMAND"):
            (programs / "arguments").unlink()
            self.environment[name] = "own-ssh"
            self.target(("rsync: 'us@host.example:/srv'" if name == "RSYNC_RSH" else settings) + ", timeout: 1")
            self.refused("[publish-failed]")
            self.assertNotIn("ConnectTimeout", (programs / "arguments").read_text())


class GitService(RemoteTest):
    def test_a_push_that_breaks_leaves_the_branch_as_it_was_and_the_next_run_is_whole(self):
        remote = self.folder / "served/site.git"
        subprocess.run(["git", "init", "--quiet", "--bare", remote], check=True)

        def held():
            git = ["git", "-c", "safe.directory=*", "-C", remote]
            if not subprocess.run([*git, "for-each-ref"], capture_output=True, check=True).stdout:
                return {}
            names = subprocess.run([*git, "ls-tree", "-rz", "--name-only", "gh-pages"], capture_output=True, check=True)
            return {
                name: subprocess.run([*git, "show", f"gh-pages:{name}"], capture_output=True, check=True).stdout
                for name in names.stdout.decode().split("\0")[:-1] if name != ".nojekyll"
            }

        with Server(
            "git", "-c", "safe.directory=*", "daemon", "--listen=127.0.0.1", "--port={port}", "--export-all",
            "--enable=receive-pack", "--reuseaddr", f"--base-path={self.folder}/served", log=self.folder / "git.log",
        ) as port:
            self.broken_twice("git: 'git://127.0.0.1:PORT/site.git', timeout: 1", port, held, limit=20_000)


class RsyncService(RemoteTest):
    def test_a_service_that_breaks_half_way_is_sent_the_rest_by_the_next_run(self):
        target = self.folder / "served"
        target.mkdir()
        settings = self.folder / "rsyncd.conf"
        owner = "uid = root\ngid = root\n" if os.geteuid() == 0 else ""
        settings.write_text(
            f"use chroot = no\nlog file = {self.folder}/rsync.log\n[site]\npath = {target}\nread only = no\n{owner}",
            encoding="utf-8")
        with Server(
            "rsync", "--daemon", "--no-detach", "--address=127.0.0.1", "--port={port}", f"--config={settings}",
            log=self.folder / "rsync.out",
        ) as port:
            self.broken_twice(
                "rsync: 'rsync://127.0.0.1:PORT/site', timeout: 2", port, lambda: files(target), limit=30_000)


class S3(RemoteTest):
    """A server that speaks Amazon's protocol, on loopback."""

    def configure(self, port):
        """The remote `s3`; a machine's own keys and certificates play no part."""
        self.environment["RCLONE_CONFIG"] = str(self.folder / "rclone.conf")
        self.without = [name for name in os.environ if name.startswith("AWS_")]
        (self.folder / "rclone.conf").write_text(
            "[s3]\ntype = s3\nprovider = Other\naccess_key_id = a\nsecret_access_key = b\nforce_path_style = true\n"
            f"endpoint = http://127.0.0.1:{port}\n", encoding="utf-8")

    def setUp(self):
        super().setUp()
        self.log = self.folder / "s3.log"
        self.server = Server(pathlib.Path(sys.executable).parent / "moto_server", "-H", "127.0.0.1", "-p", "{port}", log=self.log)
        self.port = self.server.__enter__()
        self.addCleanup(self.server.__exit__)
        self.configure(self.port)

    def held(self):
        """What the bucket holds, fetched by rclone itself."""
        copy = self.folder / "fetched"
        shutil.rmtree(copy, ignore_errors=True)
        environment = {name: value for name, value in os.environ.items() if name not in self.without}
        found = subprocess.run(
            ["rclone", "copy", "s3:bucket/site", copy], env={**environment, **self.environment}, capture_output=True, text=True)
        self.assertTrue(found.returncode == 0 or "not found" in found.stderr, found.stderr)
        return files(copy) if copy.exists() else {}

    def requests(self, since=0):
        """The requests that change something, as (method, path), and how much of the log there is."""
        text = self.log.read_text(encoding="utf-8")
        found = re.findall(r'"[^ "]*?(PUT|POST|DELETE) /bucket/site/([^ ?]+)[^"]*HTTP', text[since:])
        return found, len(text)

    def test_a_bucket_gets_what_changed_and_loses_what_went(self):
        self.target("rclone: 's3:bucket/site'")
        self.expect_full_cycle(self.held)

    def test_a_run_without_a_change_sends_nothing_and_deletions_come_last(self):
        self.target("rclone: 's3:bucket/site'")
        self.old_page()
        self.publish()
        sent, end = self.requests()
        # Within a pass the order is rclone's; between passes it is ours.
        kinds = ["list" if path.endswith((".xml", ".txt", "feed.json")) and "media" not in path
                 else "page" if path.endswith(".html") else "asset" for _, path in sent]
        self.assertEqual(sorted(kinds, key=["asset", "page", "list"].index), kinds)
        self.publish()
        self.assertEqual(self.requests(end)[0], [])
        self.edit()
        self.publish()
        sent, end = self.requests(end)
        paths = [path for method, path in sent if method == "PUT"]
        self.assertIn("about/index.html", paths)
        self.assertNotIn("briefings/2025-02-10-us-imports/index.html", paths)
        methods = [method for method, _ in sent]
        self.assertEqual(methods, sorted(methods, reverse=True))
        self.assertEqual(sent[-1], ("DELETE", "old/index.html"))

    def test_a_server_that_breaks_half_way_is_sent_the_rest_by_the_next_run(self):
        whole = self.folder / "rclone.conf"
        text = whole.read_text(encoding="utf-8")
        for dies in (False, True):
            with Breaking(self.port, 60_000, dies) as port:
                whole.write_text(text.replace(str(self.port), str(port)), encoding="utf-8")
                self.target("rclone: 's3:bucket/site', timeout: 1")
                self.assertRegex(self.refused("[publish-failed]").stderr, "not (sent|done) twice")
            whole.write_text(text, encoding="utf-8")
            present = self.held()
            self.assertLess(len(present), len(files(self.site / "Public")))
            self.assertEqual([name for name in present if name.endswith((".xml", "feed.json"))], [])
        self.publish()
        self.assertEqual(self.held(), files(self.site / "Public"))

    def test_a_server_that_refuses_is_an_error_with_its_words(self):
        class Refusal(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_error(403)

            do_HEAD = do_PUT = do_GET

            def log_message(self, *_):
                pass

        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Refusal) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            self.configure(server.server_address[1])
            self.target("rclone: 's3:bucket/site'")
            self.assertIn("403", self.refused("rclone could not").stderr)
            server.shutdown()
