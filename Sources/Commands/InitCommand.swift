// SPDX-License-Identifier: MIT
import ArgumentParser
import Foundation

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Writes a small site to start from.",
    discussion: """
      Five pages, two charts, a home page in Japanese and a table of US trade; it builds as it is, without a network. \
      Change Content/site.yml first; then go on with 'briefing preview --open' in the folder.
      """)

  @Argument(help: ArgumentHelp("A new or empty folder.", valueName: "dir"))
  var folder: String

  func run() throws {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    if names == nil, FileManager.default.fileExists(atPath: folder) {
      throw ValidationError("'\(folder)' is not a folder, or cannot be read")
    }
    if let names, !names.isEmpty { throw ValidationError("'\(folder)' is not empty; name a new folder") }
    for (path, bytes) in starterFiles { try writeNewFile(bytes, to: folder + "/" + path) }
    print("\(folder): \(count(starterFiles.count, "file")) written; go on with")
    print("  cd \(shellWord(folder))")
    print("  briefing build")
  }
}

/// The starter site, by path in its folder.
private let starterFiles: [(path: String, bytes: [UInt8])] = [
  (".gitignore", PackageResources.gitignore),
  ("Content/site.yml", PackageResources.site_yml),
  ("Content/index.md", PackageResources.home_md),
  ("Content/index.ja.md", PackageResources.home_ja_md),
  ("Content/about.md", PackageResources.about_md),
  ("Content/datasets.md", PackageResources.datasets_md),
  ("Content/briefings/index.md", PackageResources.briefings_md),
  ("Content/briefings/2025-02-10-us-imports.md", PackageResources.first_briefing_md),
  ("Content/Data/datapackage.yaml", PackageResources.datapackage_yaml),
  ("Content/Data/us_trade.csv", PackageResources.us_trade_csv),
  ("Content/Data/countries.csv", PackageResources.countries_csv),
]

/// Writes a file that is not there yet, and the folders above it.
func writeNewFile(_ bytes: some Sequence<UInt8>, to path: String) throws {
  let place = URL(fileURLWithPath: path)
  do {
    try FileManager.default.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place, options: .withoutOverwriting)
  } catch let error as CocoaError where error.code == .fileWriteFileExists {
    throw ValidationError("'\(path)' is there already")
  } catch {
    throw ValidationError("cannot write '\(path)': \(error.localizedDescription)")
  }
}

/// A name as a shell takes it.
private func shellWord(_ name: String) -> String {
  let isPlain = name.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }
  let safe = name.hasPrefix("-") ? "./" + name : name
  return isPlain
    ? safe : "'" + safe.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
