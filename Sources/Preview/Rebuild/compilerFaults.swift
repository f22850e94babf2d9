// SPDX-License-Identifier: MIT
import Diagnostics

/// The errors in what `swift build` prints, each once, with the notes that follow it:
///
///     /package/Templates/Home.swift:12:5: error: cannot find 'titel' in scope
///
/// - Parameter package: The package's folder; places are told from there.
func compilerFaults(_ output: String, package: String) -> [Diagnostic] {
  var faults: [(place: Place, message: String, notes: [String])] = []
  var isOfLastError = false
  for line in output.split(whereSeparator: \.isNewline) {
    guard
      let found = line.wholeMatch(
        of: /(?<path>\/.+?):(?<line>\d+):(?<column>\d+): (?<kind>error|warning|note): (?<text>.+)/)
    else { continue }
    let path =
      found.path.hasPrefix(package + "/") ? String(found.path.dropFirst(package.count + 1)) : String(found.path)
    let place = Place(path, line: Int(found.line) ?? 1, column: Int(found.column) ?? 1)
    let text = String(found.text)
    switch found.kind {
    case "error":
      isOfLastError = !faults.contains { $0.place == place && $0.message == text }
      if isOfLastError { faults.append((place, text, [])) }
    case "note" where isOfLastError:
      faults[faults.count - 1].notes.append("\(path):\(place.line): \(text)")
    default: isOfLastError = false
    }
  }
  return faults.map { .error("template-compile", $0.message, at: $0.place, notes: $0.notes) }
}
