// SPDX-License-Identifier: MIT
import Figures

/// A period as portals write it, with the mark that may stand behind it: `2019.12 p)`.
struct PeriodText {
  /// The period.
  let period: Period
  /// What the portal says of its figures.
  let mark: Mark?

  /// Reads every form of `Period.init(written:)`, `2024 [YR2024]` too.
  ///
  /// - Returns: nil for anything else.
  init?(_ text: String) {
    let (bare, mark) = Mark.split(text.trimmed)
    guard let period = Period(written: bare.components(before: "[").trimmed) else { return nil }
    (self.period, self.mark) = (period, mark)
  }
}
