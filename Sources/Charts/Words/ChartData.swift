// SPDX-License-Identifier: MIT
import Figures

/// The numbers of a chart as a reader's table and as a file.
public struct ChartData: Hashable, Sendable {
  /// One cell of a row.
  public struct Entry: Hashable, Sendable {
    /// As readers see it; a dash where the value is missing.
    public let text: String
    public let isNumber: Bool
  }

  public let headers: [String]
  /// Whether a column holds numbers, for its alignment.
  public let isNumeric: [Bool]
  public let rows: [[Entry]]
  /// What the columns of the records are called in the data.
  public let columns: [String]
  /// The same rows as the data has them, for a file.
  public let records: [[Cell]]

  /// The records as RFC 4180.
  public var csv: [UInt8] {
    var csv = CSVWriter(lineEnd: .crlf)
    csv.row(columns)
    for record in records { csv.row(record) }
    return csv.bytes
  }
}

extension ChartData {
  /// A row for each position, a column for each series: what is shown for readers, what it was made from in the file.
  init(_ chart: BoundChart, raw: BoundChart, spec: ChartSpec, language: Language) {
    let speech = Speech(spec: spec, language: language).alike(for: chart.values)
    let edges = chart.bands.flatMap { [$0.low, $0.high] }
    headers = [chart.xTitle] + chart.series.map(\.name) + chart.bands.flatMap { edgeNames($0.name, language) }
    isNumeric = [false] + chart.series.map { _ in true } + edges.map { _ in true }
    let shown = chart.series.map(\.values) + edges
    rows = chart.positions.enumerated().map { index, position in
      var row: [Entry] = []
      row.reserveCapacity(shown.count + 1)
      row.append(Entry(text: position.label, isNumber: false))
      for values in shown {
        row.append(Entry(text: values[index].map { speech.value($0) } ?? "–", isNumber: true))
      }
      return row
    }
    columns =
      [spec.x?.text ?? chart.xTitle] + chart.series.map(\.key) + spec.bands.flatMap { [$0.low.text, $0.high.text] }
    let written = raw.series.map(\.values) + edges
    records = chart.positions.enumerated().map { index, position in
      var record: [Cell] = []
      record.reserveCapacity(written.count + 1)
      record.append(.text(position.key))
      for values in written { record.append(Cell(values[index])) }
      return record
    }
  }
}

/// What the columns of a band's edges are called.
private func edgeNames(_ band: String, _ language: Language) -> [String] {
  switch language {
  case .english: ["\(band), lower", "\(band), upper"]
  case .japanese: ["\(band)（下限）", "\(band)（上限）"]
  case .korean: ["\(band) 하한", "\(band) 상한"]
  case .chinese: ["\(band)（下限）", "\(band)（上限）"]
  }
}
