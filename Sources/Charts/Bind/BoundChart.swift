// SPDX-License-Identifier: MIT
import Figures

/// A chart's rows as series over common positions: what every layout starts from.
public struct BoundChart: Hashable, Sendable {
  public enum PositionKind: Hashable, Sendable {
    case time(Period.Unit)
    case number
    case category
  }

  public let kind: PositionKind
  /// What the series have values at, in the order they are drawn.
  public let positions: [Position]
  /// In the order of the data.
  public let series: [Series]
  public let xTitle: String
  public let yTitle: String
  /// Around the first series, from the widest to the narrowest.
  public var bands: [Band] = []

  /// Edges around central values, one for each position; nil where there are none.
  public struct Band: Hashable, Sendable {
    public let name: String
    public let low: [Double?]
    public let high: [Double?]
  }

  func replacing(series: [Series]) -> BoundChart {
    BoundChart(kind: kind, positions: positions, series: series, xTitle: xTitle, yTitle: yTitle)
  }

  /// All values that there are.
  var values: [Double] {
    var values: [Double] = []
    values.reserveCapacity(positions.count * (series.count + 2 * bands.count))
    for some in series.map(\.values) + bands.flatMap({ [$0.low, $0.high] }) {
      for case let value? in some { values.append(value) }
    }
    return values
  }
}

/// A point on the x axis, or a category.
public struct Position: Hashable, Sendable {
  /// As the data has it.
  public let key: String
  /// As readers see it.
  public let label: String
  /// Where it lies: days since 1970, the number itself, or the category's index.
  public let number: Double
  public let period: Period?
  /// For categories of a single series: the colour of its bar or dot.
  public let role: ColorRole?
}

/// A line, or the bars of one colour.
public struct Series: Hashable, Sendable {
  public let key: String
  public let name: String
  public let role: ColorRole
  /// One for each position; nil is a gap.
  public let values: [Double?]
  /// Which values are no observations; empty where all are.
  public let projected: [Bool]

  init(key: String, name: String, role: ColorRole, values: [Double?], projected: [Bool] = []) {
    (self.key, self.name, self.role, self.values) = (key, name, role, values)
    self.projected = projected.contains(true) ? projected : []
  }

  func isProjected(_ index: Int) -> Bool { !projected.isEmpty && projected[index] }

  func replacing(values: [Double?]) -> Series {
    Series(key: key, name: name, role: role, values: values, projected: projected)
  }

  /// The last value that there is, and its index.
  var latest: (index: Int, value: Double)? {
    for index in values.indices.reversed() { if let value = values[index] { return (index, value) } }
    return nil
  }
}
