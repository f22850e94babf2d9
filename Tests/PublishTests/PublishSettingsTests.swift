// SPDX-License-Identifier: MIT
import Diagnostics
import Testing

@testable import Publish

private func read(_ yaml: String) -> (settings: PublishSettings, faults: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let settings = PublishSettings(yaml: yaml, path: "Content/site.yml", diagnostics: &diagnostics)
  return (settings, diagnostics)
}

@Test("each kind of target is read under its name")
func kindsOfTargets() {
  let (settings, faults) = read(
    """
    title: Other keys are not ours
    publish:
      live: {path: "a folder's"}
      pages: {git: git@host:us/site.git, branch: pages, cname: site.example}
      plain: {git: ../site.git}
      server: {rsync: "user@host:/srv/site"}
      bucket: {rclone: "remote:site"}
    """)
  #expect(faults == [])
  #expect(
    settings.targets.map(\.way) == [
      .folder(path: "a folder's"), .git(url: "git@host:us/site.git", branch: "pages", cname: "site.example"),
      .git(url: "../site.git", branch: "gh-pages", cname: nil), .rsync(destination: "user@host:/srv/site"),
      .rclone(destination: "remote:site"),
    ])
}

@Test(
  "a target that is mistyped names its place",
  arguments: [
    ("live: {›pth: /a}", "error: the target 'live' has no key 'pth' did you mean 'path'?"),
    ("›live: {path: /a, git: b}", "error: the target 'live' needs one of path, git, rsync, rclone"),
    ("›live: {}", "error: the target 'live' needs one of path, git, rsync, rclone"),
    ("live: {path: ›''}", "error: 'path' is empty"),
    ("live: {path: ›\"a\\nb\"}", "error: 'path' has a control character"),
    ("live: {path: /a, ›branch: b}", "error: 'branch' is for a git target only"),
    ("live: {git: a, cname: ›'x y'}", "error: 'x y' is no host name"),
    ("live: {rsync: ›'-oProxyCommand=x:/a'}", "error: '-oProxyCommand=x:/a' has a host that begins with '-'"),
    ("live: {rsync: ›'me@-x:/a'}", "error: 'me@-x:/a' has a host that begins with '-'"),
  ])
func mistypedTargets(target: String, expected: String) {
  let column = 3 + target.prefix { $0 != "›" }.count
  let (settings, faults) = read("publish:\n  \(target.filter { $0 != "›" })\n")
  let texts = faults.map { "\($0.severity): \($0.message)" + ($0.hint.map { " \($0)" } ?? "") }
  #expect(texts.contains { $0.hasPrefix(expected) }, "\(texts)")
  #expect(faults.contains { $0.place.column == column })
  #expect(faults.allSatisfy { $0.place.line == 2 && $0.place.path == "Content/site.yml" })
  #expect(settings.targets.isEmpty)
}

@Test("a target is found by name, or alone")
func findingTargets() throws {
  let one = read("publish: {live: {path: /a}}").settings
  #expect(try one.target(named: nil).name == "live")
  let mistyped = #expect(throws: Diagnostic.self) { try one.target(named: "lief") }
  #expect(mistyped?.hint == "did you mean 'live'?")
  let two = read("publish: {live: {path: /a}, test: {path: /b}}").settings
  #expect(throws: Diagnostic.self) { try two.target(named: nil) }
  #expect(throws: Diagnostic.self) { try read("title: x").settings.target(named: nil) }
}

@Test(
  "an address of this machine only is refused",
  arguments: [
    "http://localhost/", "http://localhost:8080/a/", "https://LOCALHOST", "http://127.0.0.1:80/", "http://[::1]:8080/",
    "http://site.localhost/", "http://0.0.0.0/",
  ])
func localAddresses(url: String) {
  #expect(throws: Diagnostic.self) { try read("url: '\(url)'").settings.checkAddress() }
}

@Test("an address of a host is not refused", arguments: ["https://site.example/", "https://localhost.example.org/a/"])
func publicAddresses(url: String) throws {
  try read("url: '\(url)'").settings.checkAddress()
}

@Test("assets go before new pages, new before changed pages, lists after them, deletions in no pass")
func passes() {
  let plan = PublishPlan([
    .init(kind: .changed, path: "index.html", bytes: 1), .init(kind: .new, path: "a/index.html.gz", bytes: 1),
    .init(kind: .changed, path: "sitemap.xml", bytes: 1), .init(kind: .new, path: "a/index.html", bytes: 1),
    .init(kind: .deleted, path: "old.html", bytes: 0), .init(kind: .changed, path: "data/x.csv", bytes: 1),
    .init(kind: .changed, path: "ja/rss.xml.gz", bytes: 1),
  ])
  #expect(plan.passes.map(\.pass) == [.assets, .newPages, .changedPages, .lists])
  #expect(
    plan.passes.map { $0.changes.map(\.path) } == [
      ["data/x.csv"], ["a/index.html", "a/index.html.gz"], ["index.html"], ["ja/rss.xml.gz", "sitemap.xml"],
    ])
  #expect(plan.deleted == ["old.html"])
}
