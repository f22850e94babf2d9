// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import TradeData

extension RawTable {
  /// A figure in whole units; empty where there is none. What is no number is reported.
  func figure(_ row: Int, _ column: Int, power: Int = 0, log: inout FaultLog) -> String {
    let cell = rows[row][column]
    if cell.meansMissing { return "" }
    if let number = NumberText(cell) { return number.scaled(byPowerOfTen: power) }
    reportNumber(row, column, &log)
    return ""
  }

  /// The same for portals that write a mark behind a figure.
  func markedFigure(_ row: Int, _ column: Int, power: Int, log: inout FaultLog) -> (text: String, mark: Mark?) {
    let (bare, mark) = Mark.split(rows[row][column].trimmed)
    if bare.meansMissing { return ("", mark) }
    if let number = NumberText(bare) { return (number.scaled(byPowerOfTen: power), mark) }
    reportNumber(row, column, &log)
    return ("", nil)
  }

  private func reportNumber(_ row: Int, _ column: Int, _ log: inout FaultLog) {
    log.report(
      "import-number",
      .error(
        "import-number", "\(quoted(rows[row][column])) is not a number (column '\(labels[column].trimmed)')",
        at: place(row, column)))
  }

  /// The period of a cell and its mark. What is none is reported.
  func period(_ row: Int, _ column: Int, log: inout FaultLog) -> PeriodText? {
    if let period = PeriodText(rows[row][column]) { return period }
    log.report(
      "import-period",
      .error(
        "import-period",
        "\(quoted(rows[row][column])) is not a year, quarter, month or day (column '\(labels[column])')",
        at: place(row, column)))
    return nil
  }

  /// The text of a cell; empty for a column that there is not.
  func text(_ row: Int, _ column: Int?) -> String { column.map { rows[row][$0].trimmed } ?? "" }

  /// The unit of amounts: as the editor says, as a title or label of the file says, else as the portal usually has it.
  ///
  /// - Returns: Also what to tell readers where the file does not say.
  func unit(_ request: ImportRequest, usual: ScaledUnit, from portal: String) -> (ScaledUnit, caveats: [String]) {
    if let unit = request.unit { return (unit, []) }
    for text in notes.map(\.text) + labels {
      if let unit = ScaledUnit(text: text) { return (unit, []) }
    }
    return (
      usual,
      ["The file does not state its unit; amounts were read as \(usual.text), as \(portal) publishes them."]
    )
  }
}
