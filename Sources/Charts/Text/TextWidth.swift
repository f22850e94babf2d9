// SPDX-License-Identifier: MIT
import Figures

/// Measures text without a browser: widths by character, with a margin for the fonts that readers have.
struct TextWidth: Hashable, Sendable {
  /// What fonts may differ from the table.
  static let safety = 1.06
  /// What bold letters are wider.
  static let boldness = 1.07

  let language: Language

  /// The width of one line in the picture's units, safety included.
  func callAsFunction(_ text: String, size: Double, isBold: Bool = false) -> Double {
    tenth(em(text) * size * Self.safety * (isBold ? Self.boldness : 1) + 0.05)
  }

  /// The width in ems, before any safety: six Han characters are 6.
  func em(_ text: some StringProtocol) -> Double {
    var sum = 0
    for scalar in text.unicodeScalars { sum += thousandths(scalar) }
    return Double(sum) / 1000
  }

  /// The width of a character in thousandths of an em.
  func thousandths(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x7F { return scalar.value < 0x20 ? 0 : latin[Int(scalar.value) - 0x20] }
    switch EastAsianWidth.of(scalar) {
    case .wide: return 1000
    case .half: return 500
    case .zero: return 0
    case .emoji: return 1200
    case .ambiguous: return language.isEastAsian ? 1000 : 600
    case .other: break
    }
    switch scalar.value {
    case 0xA0, 0x2009, 0x202F: return 280
    case 0x2212: return 590
    case 0x2014, 0x2026: return 1000
    case 0xC0...0xDE: return 780
    case 0xDF...0x17F: return 620
    default: return 800
    }
  }
}

/// Printable ASCII, the wider of Helvetica's and Noto Sans' advance widths.
private let latin: [Int] = [
  278, 278, 408, 646, 572, 889, 732, 225, 333, 333, 551, 584, 278, 333, 278, 372,
  572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 729, 667, 611, 778, 741, 339, 500, 667, 556, 907, 760, 781,
  667, 781, 722, 667, 611, 731, 667, 944, 667, 667, 611, 333, 372, 333, 584, 556,
  333, 561, 615, 500, 615, 564, 344, 615, 618, 258, 258, 534, 258, 930, 618, 605,
  615, 615, 413, 500, 361, 618, 508, 786, 529, 510, 500, 390, 551, 390, 584,
]
