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
  /// The same rows as RFC 4180, with plain values and a header line.
  public let csv: [UInt8]
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
    var csv = CSVWriter()
    csv.row([spec.x?.text ?? chart.xTitle] + chart.series.map(\.key) + spec.bands.flatMap { [$0.low.text, $0.high.text] })
    for (index, position) in chart.positions.enumerated() {
      let values = raw.series.map { $0.values[index] } + edges.map { $0[index] }
      csv.row([position.key] + values.map { $0.map { Cell.real($0).plain } ?? "" })
    }
    self.csv = csv.bytes
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

/// Writes comma-separated rows; fields that hold a comma, a quote or a line break are quoted.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []

  mutating func row(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      let needsQuotes = field.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
      if needsQuotes {
        bytes.append(0x22)
        for byte in field.utf8 {
          if byte == 0x22 { bytes.append(0x22) }
          bytes.append(byte)
        }
        bytes.append(0x22)
      } else {
        bytes.append(contentsOf: field.utf8)
      }
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }
}
