// SPDX-License-Identifier: MIT

/// The two widths that every chart is laid out for; the stylesheet shows one of them.
public enum LayoutSize: String, CaseIterable, Sendable {
  /// For figures of 640 px and more.
  case wide
  /// For phones: other ticks, other places for labels, not the wide one made small.
  case narrow

  public var width: Double { self == .wide ? 700 : 320 }
  /// The height of charts that have no rows.
  var height: Double { self == .wide ? 394 : 300 }
  /// How many ticks a value axis wants.
  var tickCount: Int { self == .wide ? 5 : 4 }
}
