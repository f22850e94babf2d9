#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Publishes the starter site for real: TOOL=path publish_test.py"""
import os
import pathlib
import pty
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
TOOL = pathlib.Path(os.environ.get("TOOL", TOP / ".build/release/briefing")).resolve()
sys.path.insert(0, str(TOP / "Tests/Browser"))
import documents  # noqa: E402
import links  # noqa: E402

# A target's name as no shell and no program should misread it.
HARD_NAME = "-it's a \"site\" $(touch pwned)"


def files(folder):
    """Every file under a folder and its bytes, but what is not of the site: names with a dot at the top."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in found if not path.relative_to(folder).parts[0].startswith(".")
    }


def quoted(text):
    """A YAML text."""
    return "'" + str(text).replace("'", "''") + "'"


class PublishTest(unittest.TestCase):
    """Each test has a starter site of its own, in `self.site`, and a place for targets, `self.folder`."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="briefing-publish-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.site = self.folder / "site"
        self.environment = {}
        made = self.run_tool("init", self.site, folder=self.folder)
        self.assertEqual(made.returncode, 0, made.stderr)
        # An asset whose name is hard.
        media = self.site / "Content/Media"
        media.mkdir()
        (media / "-a 'b' 図.csv").write_text("a,b\n", encoding="utf-8")

    def run_tool(self, *arguments, folder=None, **options):
        return subprocess.run(
            [TOOL, *arguments], cwd=folder or self.site, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            timeout=120, env={**os.environ, **self.environment}, **options)

    def target(self, settings):
        """Names one target, `live`."""
        path = self.site / "Content/site.yml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text[: text.index("publish:")] + f"publish: {{live: {{{settings}}}}}\n", encoding="utf-8")

    def publish(self, *arguments):
        answer = self.run_tool("publish", "--yes", *arguments)
        self.assertEqual(answer.returncode, 0, answer.stdout + answer.stderr)
        return answer.stdout

    def refused(self, text, *arguments):
        """Publishing ends with 1 and these words."""
        answer = self.run_tool("publish", *(arguments or ["--yes"]))
        self.assertEqual(answer.returncode, 1, answer.stdout + answer.stderr)
        self.assertIn(text, answer.stderr)
        self.assertIn("nothing was published", answer.stderr)
        return answer

    def edit(self):
        """A page changes, one is new, one goes."""
        about = self.site / "Content/about.md"
        about.write_text(about.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
        (self.site / "Content/new.md").write_text("---\ntitle: New page\nsummary: New.\n---\nText.\n", encoding="utf-8")
        (self.site / "Content/old.md").unlink(missing_ok=True)

    def old_page(self):
        (self.site / "Content/old.md").write_text("---\ntitle: Old page\nsummary: Old.\n---\nText.\n", encoding="utf-8")

    def expect_full_cycle(self, held):
        """First all, then nothing, then only what changed; `held` gives what the target holds."""
        self.old_page()
        dry = self.publish("--dry-run")
        self.assertIn("nothing was sent", dry)
        self.assertEqual(held(), {})
        self.assertIn("published", self.publish())
        self.assertEqual(held(), files(self.site / "Public"))
        self.assertIn("nothing to send", self.publish())
        self.edit()
        before = held()
        plan = self.publish("--dry-run")
        self.assertEqual(held(), before)
        self.assertIn("+ new/index.html", plan)
        self.assertIn("~ about/index.html", plan)
        self.assertIn("- old/index.html", plan)
        self.assertIn("1 file new", plan)
        self.assertIn("1 file deleted", plan)
        self.assertNotIn("~ assets/", plan)
        self.publish()
        self.assertEqual(held(), files(self.site / "Public"))
        self.assertEqual([path for path in self.folder.rglob("pwned")], [])


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


class Served(PublishTest):
    def test_nginx_serves_the_published_site_at_the_root_and_under_a_path(self):
        root = self.folder / "root"
        for path, prefix in (("root", "/"), ("root/a/b", "/a/b/")):
            self.target(f"path: ../{path}")
            self.publish()
            with Nginx(self.folder, root) as port:
                crawl = links.Crawl(f"http://127.0.0.1:{port}{prefix}", documents.Site(self.folder / path)).run()
            self.assertEqual(crawl.problems, [])
            self.assertIn("briefings/2025-02-10-us-imports/index.html", crawl.reached)
            shutil.rmtree(root)


class Nginx:
    """nginx on a free port of this machine, for as long as a `with` block."""

    def __init__(self, folder, root):
        self.folder, self.root = folder, root

    def __enter__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        settings = self.folder / "nginx.conf"
        settings.write_text(
            f"""daemon off; pid {self.folder}/nginx.pid; error_log {self.folder}/nginx.log;
{'user root;' if os.geteuid() == 0 else ''}
events {{}}
http {{
  include /etc/nginx/mime.types; access_log off;
  client_body_temp_path {self.folder}/t1; proxy_temp_path {self.folder}/t2; fastcgi_temp_path {self.folder}/t3;
  uwsgi_temp_path {self.folder}/t4; scgi_temp_path {self.folder}/t5;
  server {{ listen 127.0.0.1:{port}; root {self.root}; absolute_redirect off; charset utf-8; }}
}}
""", encoding="utf-8")
        program = shutil.which("nginx") or "/usr/sbin/nginx"
        self.process = subprocess.Popen([program, "-c", settings, "-e", self.folder / "nginx.log"])
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return port
            time.sleep(0.05)
        self.__exit__()
        raise AssertionError((self.folder / "nginx.log").read_text(encoding="utf-8"))

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=10)


class New(PublishTest):
    def test_a_new_briefing_is_a_draft_that_builds(self):
        title = "It's: a \"25%\" tariff, 関税"
        made = self.run_tool("new", "briefing", title, "--date", "2025-03-01")
        self.assertEqual(made.returncode, 0, made.stderr)
        path = "Content/briefings/2025-03-01-it-s-a-25-tariff-関税.md"
        self.assertTrue((self.site / path).exists(), made.stdout)
        self.assertIn(f"left out: {path}", self.run_tool("build").stdout)
        built = self.run_tool("build", "--drafts")
        self.assertEqual((built.returncode, built.stderr), (0, ""))
        again = self.run_tool("new", "briefing", title, "--date", "2025-03-01")
        self.assertEqual(again.returncode, 64)
        self.assertIn("is there already", again.stderr)

    def test_a_new_dataset_builds_once_the_places_that_the_build_names_are_filled_in(self):
        source = self.folder / "Car-sales 2024.csv"
        source.write_text("month,code,cars\n2024-01,01,5\n2024-02,02,7\n", encoding="utf-8")
        made = self.run_tool("new", "dataset", str(source))
        self.assertEqual(made.returncode, 0, made.stderr)
        failed = self.run_tool("build")
        self.assertEqual(failed.returncode, 1)
        for rule in ("data-source", "data-licence", "data-retrieved", "data-unit"):
            self.assertEqual(failed.stderr.count(f"[{rule}]"), 1, failed.stderr)
        package = self.site / "Content/Data/datapackage.yaml"
        text = package.read_text(encoding="utf-8")
        self.assertIn("{name: month, type: yearmonth}", text)
        self.assertIn("{name: code, type: string}", text)
        for empty, filled in (
            ("sources: []", "sources: [{title: Us}]"), ("licenses: []", "licenses: [{name: CC0-1.0}]"),
            ("retrieved: ''", "retrieved: 2025-01-01"), ("unit: ''", "unit: '1'"),
        ):
            text = text.replace(empty, filled)
        package.write_text(text, encoding="utf-8")
        built = self.run_tool("build")
        self.assertEqual(built.returncode, 0, built.stderr)
        again = self.run_tool("new", "dataset", str(source))
        self.assertEqual(again.returncode, 64)
        self.assertIn("choose another with --name", again.stderr)

    def test_a_new_event_is_a_row_of_the_table_of_events(self):
        shutil.rmtree(self.site / "Content")
        shutil.copytree(TOP / "Content", self.site / "Content")
        what = "Talks, with a \"name\""
        options = ["--date", "2025-06-01", "--countries", "CHN, JPN", "--place", "Beijing", "--source", "A paper, 2025-06-01"]
        made = self.run_tool("new", "event", what, *options)
        self.assertEqual(made.returncode, 0, made.stderr)
        built = self.run_tool("build")
        self.assertEqual(built.returncode, 0, built.stderr)
        self.assertIn("Talks, with a", (self.site / "Public/timeline/index.html").read_text(encoding="utf-8"))
        self.assertEqual(self.run_tool("new", "event", what, *options, "--table", "people.csv").returncode, 64)


class Installed(unittest.TestCase):
    def test_install_puts_the_tool_completions_that_the_shells_read_and_a_manual_page(self):
        prefix = pathlib.Path(tempfile.mkdtemp(prefix="briefing install-"))
        self.addCleanup(shutil.rmtree, prefix)
        made = subprocess.run(
            ["make", "--old-file=build", "install", f"PREFIX={prefix}", f"TOOL={TOOL}"], cwd=TOP, capture_output=True, text=True)
        self.assertEqual(made.returncode, 0, made.stderr)
        version = subprocess.run([prefix / "bin/briefing", "--version"], capture_output=True, text=True)
        self.assertEqual(version.returncode, 0)
        completions = [
            ("bash", "bash-completion/completions/briefing"), ("zsh", "zsh/site-functions/_briefing"),
            ("fish", "fish/vendor_completions.d/briefing.fish"),
        ]
        for shell, path in completions:
            script = prefix / "share" / path
            self.assertIn("publish", script.read_text(encoding="utf-8"))
            if shutil.which(shell):
                subprocess.run([shell, "-n", script], check=True)
        page = (prefix / "share/man/man1/briefing.1").read_text(encoding="utf-8")
        for command in ("build", "publish", "init", "new dataset", "render"):
            self.assertIn(f'.SS "briefing {command}"', page)


class Start(unittest.TestCase):
    def test_the_starter_site_builds_without_a_word_on_standard_error_and_fills_no_folder_twice(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="briefing-init-"))
        self.addCleanup(shutil.rmtree, folder)
        made = subprocess.run([TOOL, "init", "my site"], cwd=folder, capture_output=True, text=True)
        self.assertEqual(made.returncode, 0, made.stderr)
        self.assertIn("cd 'my site'", made.stdout)
        built = subprocess.run([TOOL, "build"], cwd=folder / "my site", capture_output=True, text=True)
        self.assertEqual((built.returncode, built.stderr), (0, ""))
        self.assertIn("2 charts", built.stdout)
        self.assertIn('lang="ja"', (folder / "my site/Public/ja/index.html").read_text(encoding="utf-8"))
        again = subprocess.run([TOOL, "init", "my site"], cwd=folder, capture_output=True, text=True)
        self.assertEqual(again.returncode, 64)
        self.assertIn("is not empty", again.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
