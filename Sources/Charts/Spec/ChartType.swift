// SPDX-License-Identifier: MIT

/// The kinds of charts that an author can ask for.
public enum ChartType: String, CaseIterable, Sendable {
  case line, area, bar, dot, slope, dumbbell, table
  case map, sankey, timeline
  case heatmap, matrix, treemap, waterfall, bump
  case scatter, fan
}

/// An axis of values.
public enum ChartAxis: String, CaseIterable, Sendable {
  case x, y
}

/// How several series of bars or areas stand.
public enum Stacking: String, CaseIterable, Sendable {
  case sum = "true"
  case none = "false"
  /// As parts of a hundred at each position.
  case percent
}

/// How a line goes from one value to the next.
public enum Curve: String, CaseIterable, Sendable {
  case linear
  /// A value holds until the next.
  case step
}

/// Which way bars run. Without a word of the author's, bars over time stand and all others lie.
public enum BarDirection: String, CaseIterable, Sendable {
  case horizontal, vertical
}

/// The order of categories.
public enum SortOrder: String, CaseIterable, Sendable {
  /// Largest first.
  case value
  /// Smallest first.
  case valueAscending = "-value"
  /// As the rows come.
  case data
  /// By the category itself: in time, by number, or by its text.
  case x
}
