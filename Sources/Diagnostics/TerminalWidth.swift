// SPDX-License-Identifier: MIT

/// How many cells of a terminal a text takes: two for Han, kana, Hangul and fullwidth forms.
public func terminalWidth(of text: some Sequence<Unicode.Scalar>) -> Int {
  text.reduce(0) { $0 + ($1.value >= 0x1100 && $1.properties.isWide ? 2 : 1) }
}

extension Unicode.Scalar.Properties {
  /// Whether a terminal gives the character two cells: Han, kana, Hangul and fullwidth forms.
  fileprivate var isWide: Bool {
    isIdeographic || generalCategory == .otherLetter || name?.hasPrefix("FULLWIDTH") == true
  }
}
