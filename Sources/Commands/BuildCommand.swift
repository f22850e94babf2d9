// SPDX-License-Identifier: MIT
import ArgumentParser
import Build
import Figures

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds the site: Content → Public, all or nothing.",
    discussion: """
      Every fault is reported at once, with file, line and column. With one error among them nothing is written and \
      the output folder stays as it was. Drafts, pages of the future and expired ones are left out and named.
      """)

  @OptionGroup var site: SiteArguments

  @Option(help: ArgumentHelp("The folder of the finished site.", valueName: "dir"))
  var output = "Public"

  @Flag(help: "Build even where nothing has changed since the last build.")
  var force = false

  @Flag(help: "Print how long each stage took.")
  var timings = false

  func run() async throws {
    var options = try site.options(output: output)
    options.isForced = force
    let result = try await runBuild(options)
    try report(result, site: site, timings: timings) { result in
      guard let commit = result.commit else { return "nothing was built" }
      let changes =
        commit.written + commit.removed == 0
        ? "nothing changed"
        : "\(count(commit.written, "file")) written, \(commit.unchanged) unchanged, \(commit.removed) removed"
      return "\(output): \(count(result.pageCount, "page")), \(count(result.chartCount, "chart")); \(changes)"
    }
  }
}

/// `1 page`, `3 pages`
func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
