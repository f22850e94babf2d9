// SPDX-License-Identifier: MIT

/// A cell as its workbook stores it (ECMA-376-1, 18.3.1.4).
struct StoredCell {
  let place: CellReference
  /// `n` for a number, `s` for the number of a shared text, `b`, `d`, `e`, `str`, `inlineStr`.
  let type: String
  let style: Int
  /// nil where none is stored.
  var value: String?
  var hasFormula = false

  init(place: CellReference, type: String, style: Int) {
    (self.place, self.type, self.style) = (place, type, style)
  }

  /// The text of the cell; empty for an empty one.
  func text(_ strings: [String], _ styles: CellStyles) throws(WorkbookFault) -> String {
    guard let value else {
      if !hasFormula { return "" }
      throw WorkbookFault(
        message: "the formula of the cell has no result", hint: "open the workbook, and save it again", cell: place)
    }
    switch type {
    case "s":
      guard let index = Int(value.trimmed), strings.indices.contains(index) else {
        throw fault("the cell is text \(value) of \(strings.count)")
      }
      return strings[index]
    case "b": return value.trimmed == "1" || value.trimmed == "true" ? "TRUE" : "FALSE"
    case "str", "inlineStr", "d": return value
    case "n":
      if value.trimmed.isEmpty { return "" }
      guard let text = styles.text(value.trimmed, style: style) else {
        throw fault("'\(value.prefix(40))' is no number")
      }
      return text
    default: throw fault("the cell is of the kind '\(type.prefix(40))', which is not known")
    }
  }

  private func fault(_ message: String) -> WorkbookFault {
    var fault = WorkbookFault.damaged(message)
    fault.cell = place
    return fault
  }
}
