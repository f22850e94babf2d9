// SPDX-License-Identifier: MIT
import Figures
import Foundation

/// The day on which a site is built: what is dated later stays out.
public struct BuildDay: Sendable, Hashable {
  public let day: Period

  public init(_ day: Period) { self.day = day }

  /// Today in a time zone. The only place in which a build looks at the clock.
  public static func today(in zone: TimeZone) -> BuildDay {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    return BuildDay(Period(unit: .day, year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1))
  }
}
