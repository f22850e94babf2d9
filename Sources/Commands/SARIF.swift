// SPDX-License-Identifier: MIT
import Build
import Diagnostics
import Foundation
import Markup

/// What was found as SARIF 2.1.0 (OASIS), which code hosts show beside the lines it is about.
///
/// Paths are relative to the folder the tool was run in, as a code host expects of one that runs at the repository's
/// root. Columns count Unicode scalars, as `Place` does.
func sarif(_ result: BuildResult, folder: String, _ printer: DiagnosticPrinter) -> JSON {
  let rules = Rule.all
  let positions = Dictionary(rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  let results = result.diagnostics.map { diagnostic -> JSON in
    .object([
      ("ruleId", .string(diagnostic.rule)), ("ruleIndex", positions[diagnostic.rule].map { .integer($0) }),
      ("level", .string(diagnostic.severity.rawValue)), ("message", ["text": .string(diagnostic.wholeText)]),
      (
        "locations",
        [
          [
            "physicalLocation": [
              "artifactLocation": location(sarifURI(diagnostic.place.path, folder: folder)),
              "region": region(diagnostic.place, printer),
            ]
          ]
        ]
      ),
    ])
  }
  return [
    "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    "version": "2.1.0",
    "runs": [
      [
        "tool": [
          "driver": [
            "name": "briefing", "version": .string(BriefingTool.version),
            "semanticVersion": .string(BriefingTool.version),
            "rules": .array(rules.map { $0.sarif(level: result.checks.level(of: $0)) }),
          ]
        ],
        "columnKind": "unicodeCodePoints", "invocations": [["executionSuccessful": .bool(true)]],
        "results": .array(results),
      ]
    ],
  ]
}

extension Rule {
  /// `helpUri` has to be an absolute address, which the documentation does not have; so its path is part of the help.
  fileprivate func sarif(level: Level) -> JSON {
    [
      "id": .string(id), "shortDescription": ["text": .string(summary)],
      "help": [
        "text": .string("\(summary) More in \(documentation)."),
        "markdown": .string("\(summary) More in [\(documentation)](\(documentation))."),
      ],
      "defaultConfiguration": [
        "enabled": .bool(level != .off), "level": .string(level == .off ? "none" : level.rawValue),
      ],
      "properties": ["tags": [.string(field.rawValue)], "documentation": .string(documentation)],
    ]
  }
}

extension Diagnostic {
  /// Message, notes and hint, line by line.
  fileprivate var wholeText: String {
    ([message] + notes + (hint.map { ["hint: \($0)"] } ?? [])).joined(separator: "\n")
  }
}

/// A whole address has no base.
private func location(_ uri: String) -> JSON {
  .object([("uri", .string(uri)), ("uriBaseId", uri.hasPrefix("file:") ? nil : "%SRCROOT%")])
}

/// A file as a whole is its first line, since code hosts show nothing without a line.
private func region(_ place: Place, _ printer: DiagnosticPrinter) -> JSON {
  .object([
    ("startLine", .integer(max(place.line, 1))),
    ("startColumn", place.line > 0 && place.column > 0 ? .integer(place.column) : nil),
    ("snippet", printer.excerpt(at: place).map { ["text": .string($0.text)] }),
  ])
}

/// A path of the site's folder as a relative reference: from the current folder, with what is special in it encoded.
func sarifURI(_ path: String, folder: String) -> String {
  let here = FileManager.default.currentDirectoryPath
  let whole = path.hasPrefix("/") ? path : folder.hasPrefix("/") ? folder + "/" + path : "\(here)/\(folder)/\(path)"
  let clean = URL(fileURLWithPath: whole).standardized.path
  let isBelow = clean.hasPrefix(here == "/" ? here : here + "/")
  let shown = isBelow ? clean.dropFirst(here == "/" ? 1 : here.count + 1) : clean[...]
  let encoded = shown.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? String(shown)
  return isBelow ? encoded : "file://" + encoded
}
