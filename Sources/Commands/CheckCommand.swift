// SPDX-License-Identifier: MIT
import ArgumentParser
import Build
import Diagnostics
import ExternalLinks
import Foundation
import Markup

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks everything that can be wrong with the site, and writes nothing.",
    discussion: """
      All that a build checks, and what only the finished pages show: links and anchors, headings, titles, pages and \
      media that nothing leads to, alternative texts, feeds, and how heavy a page is. --list-rules names every rule; \
      'checks' in Content/site.yml gives a rule another level:

        checks:
          duplicate-title: off                       (off, note, warning or error)
          page-weight: {level: error, limit: 300 KB}
          orphan-page: {except: [Content/thanks.md]}

      Ends with 0 where no error was found, 1 where there is one, 64 for a mistake in the arguments.
      """)

  @OptionGroup var site: SiteArguments

  @Flag(help: "Ask other hosts for the pages that links lead to; answers are kept for a day in .briefing.")
  var external = false

  @Option(help: ArgumentHelp("The longest that another host may take for an answer.", valueName: "seconds"))
  var timeout = 20.0

  /// For tests: hosts of this machine and of private networks are asked too.
  @Flag(help: .hidden)
  var allowPrivateHosts = false

  @Flag(help: "Name every rule with its level, and check nothing.")
  var listRules = false

  func validate() throws {
    if !(timeout > 0 && timeout <= 600) { throw ValidationError("--timeout takes seconds, from more than 0 to 600") }
  }

  func run() async throws {
    if listRules { return print(site.json ? listing().text : listing(), terminator: site.json ? "\n" : "") }
    var options = try site.options(output: "Public")
    options.checksOnly = true
    options.checksOutput = true
    var result = try await runBuild(options)
    if external { result.diagnostics = (result.diagnostics + (await externalFaults(result))).inReadingOrder }
    try report(result, site: site, timings: false) { result in
      let found = tally(result.diagnostics) ?? "no error"
      return "\(count(result.pageCount, "page")), \(count(result.chartCount, "chart")): \(found)"
    }
  }

  private func externalFaults(_ result: BuildResult) async -> [Diagnostic] {
    var options = AskOptions(
      agent: "briefing/\(BriefingTool.version) (link check)", cache: site.folder + "/.briefing/external-links")
    options.seconds = timeout
    options.mayAskPrivate = allowPrivateHosts
    let links = result.outgoing.filter { link in
      !Rule.all.filter { $0.field == .external }.allSatisfy { result.checks.isExcepted(link.address, from: $0.id) }
    }
    let answers = await ProgressLine.during { [options] line in
      await askLinks(links.map(\.address), options) { line.show("asking other hosts: \($0) of \(links.count) links") }
    }
    let faults = links.compactMap { link -> Diagnostic? in
      guard let fault = answers[link.address]?.diagnostic(link.address, at: link.places) else { return nil }
      return result.checks.isExcepted(link.address, from: fault.rule) ? nil : fault
    }
    return result.checks.applied(to: faults)
  }
}

/// Every rule for people, field by field; a star marks those that site.yml can change.
private func listing() -> String {
  let width = Rule.all.map(\.id.count).max() ?? 0
  func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
  return Rule.Field.allCases.map { field in
    "\(field.rawValue)\n"
      + Rule.all.filter { $0.field == field }.map { rule in
        "  \(padded(rule.id, width))  \(padded(rule.level.rawValue + (rule.isAdjustable ? "*" : ""), 8))  \(rule.summary)\n"
      }.joined()
  }.joined(separator: "\n") + "\n* 'checks' in site.yml can change this level\n"
}

/// The same for machines.
private func listing() -> JSON {
  .array(
    Rule.all.map { rule in
      [
        "rule": .string(rule.id), "level": .string(rule.level.rawValue), "adjustable": .bool(rule.isAdjustable),
        "field": .string(rule.field.rawValue), "summary": .string(rule.summary),
        "documentation": .string(rule.documentation),
      ]
    })
}
