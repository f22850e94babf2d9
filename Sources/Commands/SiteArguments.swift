// SPDX-License-Identifier: MIT
import ArgumentParser
import Build
import Figures
import Foundation
import Publish

/// The arguments that say which content a command is about.
struct ContentArguments: ParsableArguments {
  @Option(name: .customLong("site"), help: ArgumentHelp("The site's folder, which holds Content.", valueName: "dir"))
  var folder = "."

  @Flag(help: "Show drafts too.")
  var drafts = false

  @Option(help: ArgumentHelp("Build the site as of this day instead of today.", valueName: "yyyy-mm-dd"))
  var asOf: String?

  @Option(help: ArgumentHelp("The number of threads; the result is the same with any.", valueName: "n"))
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  func options(output: String) throws -> BuildOptions {
    guard threads > 0 else { throw ValidationError("--threads takes a number from 1") }
    var options = BuildOptions(root: folder, output: output, threads: threads)
    options.withDrafts = drafts
    options.drawsCards = true
    options.otherSettings = ["publish": PublishSettings.faults]
    options.toolIdentity = toolIdentity()
    if let asOf {
      guard let day = Period(asOf), day.unit == .day else {
        throw ValidationError("'\(asOf)' is no date; write year-month-day, for example 2025-04-28")
      }
      options.day = day
    }
    return options
  }
}

/// The version, and the file of the tool itself as the disk describes it, so that a tool built anew counts as another.
func toolIdentity() -> String {
  let path = Bundle.main.executablePath ?? CommandLine.arguments[0]
  let file = try? FileManager.default.attributesOfItem(atPath: path)
  let date = (file?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
  return "\(BriefingTool.version) \(file?[.size] ?? 0) \(file?[.systemFileNumber] ?? 0) \(date)"
}

/// The arguments of commands that print what they find.
struct SiteArguments: ParsableArguments {
  @OptionGroup var content: ContentArguments

  @Flag(help: "Print what was found as JSON.")
  var json = false

  @Flag(help: "Print what was found as SARIF 2.1.0, which code hosts show beside the lines.")
  var sarif = false

  /// Whether standard output is read by a program.
  var isForMachines: Bool { json || sarif }

  var folder: String { content.folder }

  func validate() throws {
    if json, sarif { throw ValidationError("--json and --sarif both write to standard output; choose one") }
  }

  func options(output: String) throws -> BuildOptions { try content.options(output: output) }
}
