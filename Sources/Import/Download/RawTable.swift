// SPDX-License-Identifier: MIT
import Diagnostics

/// A download as it stands: labels and rows of text with their places, from CSV, JSON or a workbook.
struct RawTable: Sendable {
  /// A line that is no row, such as a title or a footer.
  struct Note: Sendable {
    let text: String
    let place: Place
    /// Whether it stands above the labels.
    let isAboveHeader: Bool
  }

  /// The file.
  let path: String
  /// The labels of the columns, as written.
  let labels: [String]
  /// As many texts a row as there are labels.
  let rows: [[String]]
  let notes: [Note]
  /// What an editor should know about how the file was read.
  let remarks: [String]
  /// Where a cell stands: row and column, from 0.
  let place: @Sendable (_ row: Int, _ column: Int) -> Place
  /// The labels as `key` gives them.
  let keys: [String]

  init(
    path: String, labels: [String], rows: [[String]], notes: [Note], remarks: [String] = [],
    place: @escaping @Sendable (Int, Int) -> Place
  ) {
    self.path = path
    self.labels = labels
    self.rows = rows
    self.notes = notes
    self.remarks = remarks
    self.place = place
    keys = labels.map(Self.key)
  }

  /// The number of the first column with one of some keys.
  func column(_ names: String...) -> Int? {
    for name in names {
      if let column = keys.firstIndex(of: name) { return column }
    }
    return nil
  }

  /// The columns whose labels are periods: `2019`, `2019 [YR2019]`, `2019.12 p)`.
  var periodColumns: [Int] { keys.indices.filter { keys[$0] == Self.periodKey } }

  /// The key of every label that is a period.
  static let periodKey = "<period>"

  /// A label for comparison: small letters and digits only, common words of other languages in English.
  static func key(_ label: String) -> String {
    let text = label.trimmed
    if let word = words[text.filter { $0 != " " }] { return word }
    if PeriodText(text)?.period != nil { return periodKey }
    let name = text.components(before: ": ").components(before: "[")
    let key = String(name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || 48...57 ~= $0.value })
    return words[key] ?? key
  }

  private static let words: [String: String] = [
    "国": "country", "국가": "country", "국가별": "country", "국가명": "country", "시점": "date", "기간": "date", "年月": "date",
    "yearsmonths": "date", "yearmonth": "date", "period": "period", "輸出": "exports", "輸出額": "exports", "수출": "exports",
    "수출액": "exports", "수출금액": "exports", "exptotal": "exports", "expvalue": "exports", "輸入": "imports",
    "輸入額": "imports", "수입": "imports", "수입액": "imports", "수입금액": "imports", "imptotal": "imports",
    "impvalue": "imports", "무역수지": "balance", "단위": "unit", "항목": "item",
  ]
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// What stands before a separator; the whole where there is none.
  func components(before separator: String) -> String {
    firstRange(of: separator).map { String(self[..<$0.lowerBound]) } ?? self
  }
}
