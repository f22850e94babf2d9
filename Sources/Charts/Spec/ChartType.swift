// SPDX-License-Identifier: MIT

/// The kinds of charts that an author can ask for.
public enum ChartType: String, CaseIterable, Sendable {
  case line, bar, dot, table
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
