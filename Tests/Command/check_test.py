#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks sites as a CI job does, also links to a host on loopback that misbehaves: TOOL=path check_test.py"""
import contextlib
import http.server
import json
import os
import pathlib
import pty
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
import time
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]
TOOL = pathlib.Path(os.environ.get("TOOL", TOP / ".build/release/briefing")).resolve()
SETTINGS = "title: Test\nurl: https://test.example/\npublisher: Desk\n"


def run(folder, *arguments, environment=None, **options):
    return subprocess.run(
        [TOOL, *arguments], cwd=folder, capture_output=True, text=True, timeout=120,
        env={**os.environ, **(environment or {})}, **options,
    )


def page(title, body=""):
    return f"---\ntitle: {title}\nsummary: A page.\n---\n{body}\n"


class Site(unittest.TestCase):
    """A site of two pages in a folder of its own."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="briefing-check-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.write("Content/site.yml", SETTINGS)
        self.write("Content/index.md", page("Home", "[About](about.md)"))
        self.write("Content/about.md", page("About"))

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


class Reports(Site):
    def test_the_exit_status_tells_errors_from_warnings_and_from_mistakes_in_the_arguments(self):
        self.assertEqual(run(self.folder, "check").returncode, 0)
        self.write("Content/lost.md", page("Lost"))
        warned = run(self.folder, "check")
        self.assertEqual(warned.returncode, 0, warned.stderr)
        self.assertIn("[orphan-page]", warned.stderr)
        self.assertIn("3 pages, 0 charts: no error, 1 warning", warned.stdout)
        self.write("Content/site.yml", SETTINGS + "checks: {orphan-page: error}\n")
        failed = run(self.folder, "check")
        self.assertEqual(failed.returncode, 1)
        self.assertIn("\n1 error\n", failed.stderr)
        for arguments in (["--sarif", "--json"], ["--timeout", "0"], ["--loud"]):
            self.assertEqual(run(self.folder, "check", *arguments).returncode, 64)

    def test_every_rule_is_listed_for_people_and_machines(self):
        text = run(self.folder, "check", "--list-rules").stdout
        self.assertRegex(text, r"\n  claim-false +error  ")
        self.assertRegex(text, r"\n  duplicate-title +warning\*  ")
        rules = json.loads(run(self.folder, "check", "--list-rules", "--json").stdout)
        self.assertGreater(len(rules), 150)
        for rule in rules:
            self.assertTrue((TOP / rule["documentation"].split("#")[0]).is_file(), rule)

    def test_json_has_severity_rule_place_and_hint(self):
        self.write("Content/lost.md", page("Lost"))
        for command in ("check", "build"):
            answer = json.loads(run(self.folder, command, "--json").stdout)
            self.assertTrue(answer["complete"])
            self.assertEqual(answer["pages"], 3)
        answer = json.loads(run(self.folder, "check", "--json").stdout)
        self.assertEqual(
            [(item["severity"], item["rule"], item["path"]) for item in answer["diagnostics"]],
            [("warning", "orphan-page", "Content/lost.md")])
        self.assertIn("navigation", answer["diagnostics"][0]["hint"])

    def test_sarif_is_complete_relative_and_points_at_the_right_columns(self):
        self.write("Content/関税.md", page("関税", "関税は[x](no.md)。"))
        self.write("Content/lost one.md", page("Lost"))
        self.write("Content/site.yml", SETTINGS + "checks: {unused-media: off}\n")
        for here, arguments, prefix in [
            (self.folder, [], ""), (self.folder.parent, ["--site", self.folder.name], self.folder.name + "/"),
            (self.folder.parent, ["--site", str(self.folder)], self.folder.name + "/"),
        ]:
            answer = run(here, "check", "--sarif", *arguments)
            self.assertEqual(answer.returncode, 1)
            self.assertIn("[link-dead]", answer.stderr)
            log = json.loads(answer.stdout)
            check_sarif(self, log)
            found = log["runs"][0]["results"]
            dead = next(item for item in found if item["ruleId"] == "link-dead")
            location = dead["locations"][0]["physicalLocation"]
            self.assertEqual(location["artifactLocation"]["uri"], prefix + "Content/%E9%96%A2%E7%A8%8E.md")
            self.assertEqual((location["region"]["startLine"], location["region"]["startColumn"]), (5, 8))
            self.assertEqual(dead["level"], "error")
        (self.folder / "elsewhere").mkdir()
        outside = json.loads(run(self.folder / "elsewhere", "check", "--sarif", "--site", "..").stdout)
        place = outside["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        self.assertEqual(set(place), {"uri"}, "a whole address with a base")
        self.assertTrue(place["uri"].startswith("file:///"), place)
        rules = log["runs"][0]["tool"]["driver"]["rules"]
        off = next(rule for rule in rules if rule["id"] == "unused-media")
        self.assertEqual(off["defaultConfiguration"], {"enabled": False, "level": "none"})

    def test_sarif_of_a_sound_site_has_no_results(self):
        answer = run(self.folder, "check", "--sarif")
        self.assertEqual((answer.returncode, answer.stderr), (0, ""))
        check_sarif(self, json.loads(answer.stdout))
        self.assertEqual(json.loads(answer.stdout)["runs"][0]["results"], [])


def check_sarif(test, log):
    """The parts that the schema of SARIF 2.1.0 requires, and those that code hosts need."""
    test.assertEqual(log["version"], "2.1.0")
    test.assertTrue(log["$schema"].endswith("sarif-schema-2.1.0.json"))
    test.assertEqual(len(log["runs"]), 1)
    run_ = log["runs"][0]
    driver = run_["tool"]["driver"]
    test.assertEqual(driver["name"], "briefing")
    test.assertIn(run_["columnKind"], ("utf16CodeUnits", "unicodeCodePoints"))
    test.assertTrue(all(isinstance(item["executionSuccessful"], bool) for item in run_["invocations"]))
    ids = [rule["id"] for rule in driver["rules"]]
    test.assertEqual(len(ids), len(set(ids)))
    for rule in driver["rules"]:
        test.assertTrue(rule["shortDescription"]["text"].endswith("."))
        test.assertTrue(rule["help"]["text"] and rule["help"]["markdown"])
        test.assertIn(rule["defaultConfiguration"]["level"], ("none", "note", "warning", "error"))
        if "helpUri" in rule:
            test.assertRegex(rule["helpUri"], r"^[a-z]+:")
    for item in run_["results"]:
        test.assertEqual(ids[item["ruleIndex"]], item["ruleId"])
        test.assertIn(item["level"], ("note", "warning", "error"))
        test.assertTrue(item["message"]["text"])
        for location in item["locations"]:
            place = location["physicalLocation"]
            test.assertNotRegex(place["artifactLocation"]["uri"], r"^(/|[a-z]+:)|\\| |//|/\./|/\.\./")
            test.assertGreaterEqual(place["region"]["startLine"], 1)
            test.assertGreaterEqual(place["region"].get("startColumn", 1), 1)


class Misbehaving(http.server.BaseHTTPRequestHandler):
    """Answers as its paths say; counts what it is asked, and how much of it at once."""

    protocol_version = "HTTP/1.1"
    asked = []
    agents = set()
    now = most = 0
    lock = threading.Lock()

    def answer(self):
        cls = type(self)
        with cls.lock:
            cls.asked.append((self.command, self.path))
            cls.agents.add(self.headers.get("User-Agent"))
            cls.now += 1
            cls.most = max(cls.most, cls.now)
        try:
            self.reply(cls.asked.count((self.command, self.path)))
        finally:
            with cls.lock:
                cls.now -= 1

    do_GET = do_HEAD = answer

    def reply(self, times):
        path = self.path
        if path == "/headless":
            self.status(405 if self.command == "HEAD" else 200)
        elif path.startswith("/status/"):
            self.status(int(path.split("/")[2]))
        elif path == "/flaky":
            self.status(503 if times < 3 else 200)
        elif path == "/busy":
            self.status(429 if times < 2 else 200, ("Retry-After", "1"))
        elif path == "/away":
            self.status(429, ("Retry-After", "4000"))
        elif path == "/moved":
            self.status(301, ("Location", "/fine"))
        elif path == "/elsewhere":
            self.status(302, ("Location", "/fine"))
        elif path == "/circle":
            self.status(302, ("Location", "/circle/2"))
        elif path == "/circle/2":
            self.status(302, ("Location", "/circle"))
        elif path == "/nowhere":
            self.status(302, ("Location", "file:///etc/passwd"))
        elif path.startswith("/hang"):
            time.sleep(6)
            self.close_connection = True
        elif path.startswith("/slow"):
            time.sleep(0.2)
            self.status(200)
        else:
            self.status(200)

    def status(self, code, *headers):
        body = b"" if self.command == "HEAD" else b"body"
        self.send_response(code)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


@contextlib.contextmanager
def host(tls=None):
    handler = type("Handler", (Misbehaving,), {"asked": [], "agents": set(), "now": 0, "most": 0})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.handle_error = lambda *arguments: None
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield handler, f"{'https' if tls else 'http'}://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


class External(Site):
    def links(self, *addresses):
        self.write("Content/about.md", page("About", "\n".join(f"- [x]({address})" for address in addresses)))

    def check(self, *arguments, private=True):
        flags = ["--allow-private-hosts"] if private else []
        answer = run(self.folder, "check", "--external", "--json", "--timeout", "2", *flags, *arguments)
        return {
            (item["line"] - 5): (item["severity"], item["rule"], item["message"] + " " + item.get("hint", ""))
            for item in json.loads(answer.stdout)["diagnostics"]
        }, answer.returncode

    def test_every_kind_of_answer_is_told_as_what_it_is(self):
        with host() as (handler, base):
            paths = ["fine", "headless", "flaky", "busy", "elsewhere", "moved", "status/404", "status/410",
                     "status/500", "status/403", "circle", "nowhere", "fine#part", "status/418"]
            self.links(*[f"{base}/{path}" for path in paths])
            found, status = self.check()
            self.assertEqual(status, 1)
            kinds = {paths[line]: fault[:2] for line, fault in found.items()}
            self.assertEqual(kinds, {
                "moved": ("note", "external-moved"), "status/404": ("error", "external-gone"),
                "status/410": ("error", "external-gone"), "status/500": ("warning", "external-failing"),
                "status/403": ("note", "external-unchecked"), "circle": ("warning", "external-loop"),
                "nowhere": ("warning", "external-failing"), "status/418": ("warning", "external-failing"),
            })
            self.assertIn(f"write {base}/fine", found[5][2])
            self.assertEqual(handler.asked.count(("GET", "/headless")), 1)
            self.assertEqual(handler.asked.count(("HEAD", "/flaky")), 3)
            self.assertEqual(handler.asked.count(("GET", "/fine")), 0)
            self.assertEqual({agent.split("/")[0] for agent in handler.agents}, {"briefing"})

    def test_answers_are_kept_and_a_link_is_asked_for_once(self):
        with host() as (handler, base):
            self.links(f"{base}/fine", f"{base}/status/404")
            first = self.check()
            asked = list(handler.asked)
            self.assertEqual(self.check(), first)
            self.assertEqual(handler.asked, asked)
            cache = self.folder / ".briefing/external-links"
            cache.write_text(re.sub(r"^\d+", "1000", cache.read_text(), flags=re.M))
            self.check()
            self.assertGreater(len(handler.asked), len(asked))

    def test_a_host_that_hangs_costs_one_time_limit_whatever_the_number_of_links(self):
        with host() as (handler, base):
            self.links(*[f"{base}/hang/{number}" for number in range(12)])
            started = time.monotonic()
            found, status = self.check()
            self.assertLess(time.monotonic() - started, 9)
            self.assertEqual(status, 0)
            self.assertEqual({fault[:2] for fault in found.values()}, {("warning", "external-timeout")})
            self.assertEqual(len(found), 12)
            self.assertLessEqual(len(handler.asked), 4)

    def test_a_host_that_asks_to_be_left_alone_is(self):
        with host() as (handler, base):
            self.links(*[f"{base}/away?{number}" for number in range(3)], f"{base}/away")
            started = time.monotonic()
            found, status = self.check()
            self.assertLess(time.monotonic() - started, 9)
            self.assertEqual(status, 0)
            self.assertEqual(found[3][:2], ("note", "external-unchecked"))
            self.assertIn("4000 seconds", found[3][2])

    def test_no_more_than_two_pages_of_a_host_are_asked_for_at_once(self):
        with host() as (handler, base):
            self.links(*[f"{base}/slow/{number}" for number in range(10)])
            self.assertEqual(self.check(), ({}, 0))
            self.assertEqual(handler.most, 2)

    def test_hosts_of_this_machine_and_of_private_networks_are_not_asked(self):
        with host() as (handler, base):
            self.links(f"{base}/fine", base.replace("127.0.0.1", "localhost") + "/fine", "http://169.254.169.254/meta")
            found, status = self.check(private=False)
            self.assertEqual((status, handler.asked), (0, []))
            self.assertEqual({fault[:2] for fault in found.values()}, {("note", "external-unchecked")})
            self.assertEqual(len(found), 3)

    def test_a_certificate_that_is_not_valid_and_a_host_that_is_not_there_are_told_apart(self):
        key, certificate = self.folder / "key.pem", self.folder / "cert.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
             "2", "-subj", "/CN=elsewhere.example", "-keyout", key, "-out", certificate],
            check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            closed = free.getsockname()[1]
        with host(tls=context) as (_, base):
            self.links(f"{base}/fine", f"http://127.0.0.1:{closed}/", "https://no-such-host.invalid/")
            found, status = self.check()
        self.assertEqual(status, 0)
        self.assertEqual([found[line][:2] for line in range(3)], [
            ("warning", "external-tls"), ("warning", "external-unreachable"), ("warning", "external-unreachable")])

    def test_a_site_can_leave_addresses_out(self):
        with host() as (handler, base):
            self.links(f"{base}/status/404", f"{base}/status/410")
            self.write("Content/site.yml", SETTINGS + f"checks: {{external-gone: {{except: ['{base}/status/404']}}}}\n")
            found, status = self.check()
            self.assertEqual((list(found), status), ([1], 1))

PACKAGE = """\
resources:
  - name: made
    path: made.csv
    retrieved: 2025-04-28
    sources: [{title: Made up}]
    licenses: [{name: CC0-1.0}]
    schema: {fields: [{name: year, type: year}, {name: amount, type: number, unit: USD}], primaryKey: [year]}
"""


class Terminal(Site):
    def on_terminal(self, *arguments, environment=None):
        """What a terminal gets from standard error, and the exit status."""
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [TOOL, *arguments], cwd=self.folder, stdout=subprocess.PIPE, stderr=theirs,
            env={**os.environ, "TERM": "xterm", **(environment or {})})
        os.close(theirs)
        shown = b""
        with os.fdopen(ours, "rb", buffering=0) as terminal, contextlib.suppress(OSError):
            while piece := terminal.read(4096):
                shown += piece
        process.communicate(timeout=60)
        return shown.decode(), process.returncode

    def test_colour_is_for_a_terminal_whose_user_has_not_declined_it(self):
        self.write("Content/lost.md", page("Lost"))
        self.assertIn("\x1b[1;33mwarning\x1b[0m", self.on_terminal("check", environment={"NO_COLOR": ""})[0])
        for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb", "NO_COLOR": ""}):
            self.assertNotIn("\x1b[1", self.on_terminal("check", environment=environment)[0])
        self.assertNotIn("\x1b", run(self.folder, "check").stderr)
        (self.folder / "download.csv").write_text("a,b\n1,2\n", encoding="utf-8")
        failing = [
            ("build", "--output", "Content"), ("publish", "nowhere"), ("data", "sql", "SELECT none"),
            ("import", "sdmx", "download.csv", "--as", "x"),
        ]
        for arguments in failing:
            shown, status = self.on_terminal(*arguments, environment={"NO_COLOR": ""})
            self.assertEqual(status, 1, shown)
            self.assertIn("\x1b[1;31merror\x1b[0m", shown, arguments)
            self.assertNotIn("\x1b[1", self.on_terminal(*arguments, environment={"NO_COLOR": "1"})[0], arguments)

    def test_what_takes_more_than_half_a_second_says_how_far_it_is_and_leaves_no_trace(self):
        with host() as (_, base):
            links = "\n".join(f"- [x]({base}/slow/{number})" for number in range(10))
            self.write("Content/about.md", page("About", links))
            flags = ["check", "--external", "--allow-private-hosts"]
            shown, status = self.on_terminal(*flags)
            self.assertEqual(status, 0)
            self.assertRegex(shown, r"\r\x1b\[Kasking other hosts: \d of 10 links …")
            self.assertTrue(shown.endswith("\r\x1b[K"), repr(shown[-80:]))
            shutil.rmtree(self.folder / ".briefing")
            self.assertEqual(run(self.folder, *flags).stderr, "")
            shutil.rmtree(self.folder / ".briefing")
            self.assertEqual(self.on_terminal(*flags, environment={"TERM": "dumb"})[0], "")

    def test_a_long_build_says_how_far_it_is(self):
        body = "Words and more words with *emphasis* and a [link](../about.md).\n\n" * 150
        for number in range(1200):
            self.write(f"Content/pages/p{number}.md", page(f"Page {number}", body))
        shown, status = self.on_terminal("build", "--threads", "1")
        self.assertEqual(status, 0)
        self.assertRegex(shown, r"\r\x1b\[Krendering \d+ of 120\d …")

    def test_data_imports_and_publishing_that_take_long_say_what_they_do(self):
        # Few steps, each a long one.
        counting = (
            "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 8000) "
            "SELECT max(length(hex(zeroblob(100000 + n)))) FROM c")
        self.write("Content/Data/datapackage.yaml", PACKAGE)
        self.write("Content/Data/made.csv", "year,amount\n2024,1\n")
        self.says("asking", "data", "sql", counting)
        line = "IMF:IMTS(1.0.0),M,KOR,P{number},XG_FOB,2024-03,1,A,USD,6\n"
        head = "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNIT_MULT\n"
        rows = "".join(line.format(number=number) for number in range(150_000))
        (self.folder / "download.csv").write_text(head + rows, encoding="utf-8")
        self.says("reading download.csv", "import", "sdmx", "download.csv", "--as", "imts", "--dry-run")
        self.write("bin/rsync", f'#!/bin/sh\nsleep 1\nexec {shutil.which("rsync")} "$@"\n')
        (self.folder / "bin/rsync").chmod(0o755)
        self.write("Content/site.yml", SETTINGS + "publish: {live: {rsync: ../www}}\n")
        path = f"{self.folder}/bin:{os.environ['PATH']}"
        self.says("comparing with rsync", "publish", "--dry-run", environment={"PATH": path})

    def says(self, words, *arguments, environment=None):
        """The line comes on a terminal, is taken away at the end, and does not come in a pipe."""
        shown, status = self.on_terminal(*arguments, environment=environment)
        self.assertEqual(status, 0, shown)
        self.assertRegex(shown, rf"^\r\x1b\[K{words}[^\r]* …\r\x1b\[K")
        self.assertNotIn(words, run(self.folder, *arguments, environment=environment).stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
