// SPDX-License-Identifier: MIT
import ArgumentParser
import Build
import Figures

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds the site: Content → Public, all or nothing.",
    discussion: """
      Every fault is reported at once, with file, line and column. With one error among them nothing is written and \
      the output folder stays as it was.
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
    try await perform(options, site: site, timings: timings) { result in
      guard let commit = result.commit else { return "nothing was built" }
      let changes =
        commit.written + commit.removed == 0
        ? "nothing changed"
        : "\(count(commit.written, "file")) written, \(commit.unchanged) unchanged, \(commit.removed) removed"
      return "\(output): \(count(result.pageCount, "page")), \(count(result.chartCount, "chart")); \(changes)"
    }
  }
}

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks all that a build checks, and writes nothing.")

  @OptionGroup var site: SiteArguments

  func run() async throws {
    var options = try site.options(output: "Public")
    options.checksOnly = true
    try await perform(options, site: site, timings: false) { result in
      "\(count(result.pageCount, "page")), \(count(result.chartCount, "chart")): no error"
    }
  }
}

/// `1 page`, `3 pages`
func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
