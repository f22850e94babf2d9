// SPDX-License-Identifier: MIT
import ArgumentParser
import Build
import Diagnostics
import Foundation
import Publish

struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Builds the site and sends what changed to where readers find it.",
    discussion: """
      A target is a name under 'publish' in Content/site.yml:

        publish:
          live: {path: /var/www/site}
          pages: {git: git@host:us/site.git, branch: gh-pages, cname: site.example}
          server: {rsync: user@host:/srv/site}
          bucket: {rclone: remote:site}

      The plan is shown before anything is sent. Assets go first, then pages, then feeds and sitemap; deletions come \
      last. Run it again after a break: what is there already is not sent twice.
      """)

  @Argument(help: "The target's name in site.yml; may be left out where there is one only.")
  var target: String?

  @Option(name: .customLong("site"), help: ArgumentHelp("The site's folder, which holds Content.", valueName: "dir"))
  var folder = "."

  @Option(help: ArgumentHelp("The folder of the finished site.", valueName: "dir"))
  var output = "Public"

  @Flag(name: .long, help: "Show what would be sent, and send nothing.")
  var dryRun = false

  @Flag(help: "Send without asking.")
  var yes = false

  @Flag(help: .hidden)
  var drafts = false

  @Option(help: .hidden)
  var asOf: String?

  func validate() throws {
    if drafts { throw ValidationError("drafts are not published; look at them with briefing build --drafts") }
    if asOf != nil { throw ValidationError("a site as of another day is not published; leave out --as-of") }
  }

  func run() async throws {
    let printer = DiagnosticPrinter(color: wantsColor(STDERR_FILENO)) { place in sourceLine(place, root: folder) }
    var diagnostics: [Diagnostic] = []
    var isPublished = false
    do throws(Diagnostic) {
      if let target = try readTarget(&diagnostics), await isBuilt(&diagnostics) {
        write(printer.text(diagnostics), to: .standardError)
        diagnostics = []
        isPublished = try await send(to: target)
      }
    } catch { diagnostics.append(error) }
    write(printer.text(diagnostics), to: .standardError)
    if !isPublished {
      write("nothing was published\n", to: .standardError)
      throw ExitCode(1)
    }
  }

  /// - Returns: nil where site.yml has faults.
  private func readTarget(_ diagnostics: inout [Diagnostic]) throws(Diagnostic) -> PublishTarget? {
    let path = "Content/site.yml"
    guard let data = FileManager.default.contents(atPath: folder + "/" + path) else {
      throw .error(
        "site-missing", "cannot read Content/site.yml", at: Place(path),
        hint: "run briefing in the site's folder, or name it with --site")
    }
    let settings = PublishSettings(yaml: String(decoding: data, as: UTF8.self), path: path, diagnostics: &diagnostics)
    if diagnostics.hasErrors { return nil }
    try settings.checkAddress()
    return try settings.target(named: target)
  }

  private func isBuilt(_ diagnostics: inout [Diagnostic]) async -> Bool {
    guard let theme = CurrentTheme.theme else { return false }
    let threads = ProcessInfo.processInfo.activeProcessorCount
    var options = BuildOptions(root: folder, output: output, threads: threads)
    options.otherSettings = ["publish": PublishSettings.faults]
    options.drawsCards = true
    // Readers get what `briefing check` finds no error in.
    options.checksOutput = true
    let plan = options
    let result = await ProgressLine.during { line in await buildSite(plan.showing(on: line), theme: theme) }
    diagnostics += result.diagnostics
    for page in result.leftOut { print("left out: \(page.path) \(page.text)") }
    return result.isComplete
  }

  /// - Returns: Whether all was done that was asked for: a dry run is, a plan that was declined is not.
  private func send(to target: PublishTarget) async throws(Diagnostic) -> Bool {
    var isPlanned = false
    let comparing = ProgressLine.begin("comparing with \(target.summary)")
    defer { comparing.end() }
    let isDone = try await publish(output: output, root: folder, to: target) { plan throws(Diagnostic) in
      isPlanned = true
      comparing.end()
      print(describe(plan, for: target))
      if dryRun { return false }
      return yes ? true : try isWanted(at: target.place)
    } progress: { step in
      print(step)
    }
    comparing.end()
    if !isPlanned { print("\(target.name): nothing to send, \(target.summary) holds this site") }
    if isPlanned, isDone { print("\(target.name): published") }
    if dryRun, isPlanned { print("dry run: nothing was sent") }
    return isDone || dryRun
  }

  private func isWanted(at place: Place) throws(Diagnostic) -> Bool {
    guard isatty(STDIN_FILENO) == 1 else {
      throw .error(
        "publish-unasked", "nobody is here to ask whether to send this", at: place, hint: "add --yes, or --dry-run")
    }
    print("Send this? [y/N] ", terminator: "")
    fflush(nil)
    return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
  }
}

/// What a plan does, kind by kind, with the first of its files.
private func describe(_ plan: PublishPlan, for target: PublishTarget) -> String {
  let kinds: [(kind: PublishPlan.Kind, word: String, sign: String)] = [
    (.new, "new", "+"), (.changed, "changed", "~"), (.deleted, "deleted", "-"),
  ]
  var lines = ["\(target.name): \(target.summary)"]
  for (kind, word, sign) in kinds {
    let changes = plan.changes(kind)
    if changes.isEmpty { continue }
    let bytes = changes.reduce(0) { $0 + $1.bytes }
    lines.append("  \(count(changes.count, "file")) \(word)" + (kind == .deleted ? "" : ", \(size(bytes))"))
    lines += changes.prefix(10).map { "    \(sign) \($0.path)" }
    if changes.count > 10 { lines.append("    … and \(changes.count - 10) more") }
  }
  return lines.joined(separator: "\n")
}

/// `812 bytes`, `12.3 kB`, `4.0 MB`
private func size(_ bytes: Int) -> String {
  if bytes < 1000 { return "\(bytes) bytes" }
  let (unit, divisor) = bytes < 1_000_000 ? ("kB", 1000) : ("MB", 1_000_000)
  return "\(bytes / divisor).\(bytes % divisor * 10 / divisor) \(unit)"
}
