// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Markup
import TradeData

/// Rows to be printed: what a query gave, or the list of tables.
struct Sheet {
  let columns: [String]
  /// Each as long as `columns`.
  let rows: [[Cell]]

  /// Every table with its rows, period and source.
  static func tables(_ package: DataPackage) -> Sheet {
    Sheet(
      columns: ["table", "rows", "period", "source"],
      rows: package.resources.map { resource in
        [
          .text(resource.name), .integer(resource.table.rowCount), resource.periodText.map { .text($0) } ?? .null,
          .text(resource.publisher ?? resource.sources.first?.title ?? ""),
        ]
      })
  }

  /// RFC 4180 with LF, as shells want it; nothing for null.
  var csv: String {
    var writer = CSVWriter(lineEnd: .lf)
    writer.row(columns)
    for row in rows { writer.row(row.map(\.plain)) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// A list of objects; of columns with one name the last wins.
  var json: JSON {
    .array(
      rows.map { row in
        var members: [(String, JSON?)] = []
        for (column, cell) in zip(columns, row) {
          members.removeAll { $0.0 == column }
          members.append((column, cell.json))
        }
        return .object(members)
      })
  }

  /// As a terminal shows it, with the number of rows; long texts are cut.
  var aligned: String { aligned(limit: 60) + "(\(count(rows.count, "row")))\n" }

  /// Columns of equal width, numbers to the right, a dash for null.
  /// - Parameter limit: The most characters of a cell.
  func aligned(limit: Int) -> String {
    let texts = rows.map { $0.map { $0.isNull ? "–" : oneLine($0.plain, limit: limit) } }
    let isNumeric = columns.indices.map { column in
      rows.contains { $0[column].number != nil } && rows.allSatisfy { $0[column].isNull || $0[column].number != nil }
    }
    let widths = columns.indices.map { column in
      ([columns] + texts).map { terminalWidth(of: $0[column].unicodeScalars) }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      var out = ""
      for (column, cell) in cells.enumerated() {
        if column > 0 { out += "  " }
        let gap = String(repeating: " ", count: widths[column] - terminalWidth(of: cell.unicodeScalars))
        out += isNumeric[column] ? gap + cell : column + 1 < cells.count ? cell + gap : cell
      }
      return out + "\n"
    }
    return line(columns) + line(widths.map { String(repeating: "─", count: $0) }) + texts.map(line).joined()
  }
}

extension Resource {
  /// `2015 – 2024`; nil for a table without dates.
  var periodText: String? {
    period.map {
      $0.lowerBound == $0.upperBound ? $0.lowerBound.iso : "\($0.lowerBound.iso) – \($0.upperBound.iso)"
    }
  }
}

extension Cell {
  fileprivate var json: JSON {
    switch self {
    case .null: .null
    case .integer(let value): .integer(value)
    case .real: number == nil ? .null : .number(plain)
    case .text(let text): .string(text)
    }
  }
}

/// A text as one line of a terminal, without control characters.
private func oneLine(_ text: String, limit: Int) -> String {
  let scalars = text.unicodeScalars.prefix(limit + 1).map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
  var line = String.UnicodeScalarView()
  line.append(contentsOf: scalars.count > limit ? Array(scalars.prefix(limit - 1)) + ["…"] : scalars)
  return String(line)
}
