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
  /// The same rows with plain values, as a file has them; the columns' names come first.
  public let records: [[String]]

  /// The records as RFC 4180.
  public var csv: [UInt8] {
    var csv = CSVWriter(lineEnd: .crlf)
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
    rows = chart.positions.indices.map { index in
      [Entry(text: chart.positions[index].label, isNumber: false)]
        + chart.series.map { series in
          Entry(text: series.values[index].map { speech.value($0) } ?? "–", isNumber: true)
        } + edges.map { Entry(text: $0[index].map { speech.value($0) } ?? "–", isNumber: true) }
    }
    var records: [[String]] = []
    records.append(
      [spec.x?.text ?? chart.xTitle] + chart.series.map(\.key) + spec.bands.flatMap { [$0.low.text, $0.high.text] })
    for (index, position) in chart.positions.enumerated() {
      let values = raw.series.map { $0.values[index] } + edges.map { $0[index] }
      records.append([position.key] + values.map { $0.map { Cell.real($0).plain } ?? "" })
    }
    self.records = records
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
