// SPDX-License-Identifier: MIT
import Figures

/// How the numbers of a workbook's cells are shown, by the number of a style.
struct CellStyles {
  private var formats: [CellFormat] = []
  private let isFrom1904: Bool

  /// Reads the part with the styles.
  ///
  /// - Parameter isFrom1904: Whether the workbook counts days from 1904, as Excel for Macintosh did.
  init(_ bytes: [UInt8]?, part: String, isFrom1904: Bool) throws(WorkbookFault) {
    self.isFrom1904 = isFrom1904
    guard let bytes else { return }
    var xml = try XMLTokenizer(bytes, part: part)
    var codes: [Int: String] = [:]
    var isInCellFormats = false
    while let token = try xml.next() {
      switch token {
      case .start("numFmt"):
        if let id = try xml.attribute("numFmtId").flatMap({ Int($0) }) { codes[id] = try xml.attribute("formatCode") }
      case .start("cellXfs"): isInCellFormats = true
      case .end("cellXfs"): isInCellFormats = false
      case .start("xf") where isInCellFormats:
        let id = try xml.attribute("numFmtId").flatMap { Int($0) } ?? 0
        formats.append(codes[id].map { CellFormat(code: $0) } ?? CellFormat(builtIn: id))
      default: break
      }
    }
  }

  /// A number as its cell shows it, but without grouping and rounding; nil for what is no number.
  func text(_ number: String, style: Int) -> String? {
    guard let plain = plainNumber(number) else { return nil }
    let format = formats.indices.contains(style) ? formats[style] : .plain
    switch format {
    case .plain: return plain
    case .decimals(let count): return padded(plain, count)
    case .day, .month, .year: return date(plain, format) ?? plain
    }
  }

  /// The date of a day's number in ISO 8601; nil for what no calendar has, such as the day 60, which spreadsheets take
  /// for 29 February 1900.
  private func date(_ number: String, _ format: CellFormat) -> String? {
    let whole = number.prefix { $0 != "." }
    guard let days = Int(whole), isFrom1904 ? days >= 0 : days > 60, days < 2_958_466 else { return nil }
    // 1 January 1970 is day 25,569, or 24,107 counted from 1904.
    let (year, month, day) = civilDate(days - (isFrom1904 ? 24_107 : 25_569))
    let unit: Period.Unit = format == .year ? .year : format == .month ? .month : .day
    return Period(unit: unit, year: year, month: format == .year ? 1 : month, day: format == .day ? day : 1).iso
  }
}

/// A stored number as the shortest decimal, without an exponent: 64022.779999999999 is 64022.78.
///
/// Spreadsheets count in binary floating point and write 17 digits, of which the last are noise.
func plainNumber(_ text: String) -> String? {
  guard let value = Double(text), value.isFinite, let number = NumberText(text) else { return nil }
  let digits = text.utf8.prefix { $0 | 32 != UInt8(ascii: "e") }.count { 48...57 ~= $0 }
  return (digits > 15 ? NumberText("\(value)") : number)?.scaled(byPowerOfTen: 0)
}

private func padded(_ number: String, _ count: Int) -> String {
  let point = number.firstIndex(of: ".")
  let places = point.map { number[$0...].count - 1 } ?? 0
  if count <= places { return number }
  return number + (point == nil ? "." : "") + String(repeating: "0", count: count - places)
}

/// The date of a day counted from 1 January 1970. (H. Hinnant, civil_from_days; for days from the year 0 on)
private func civilDate(_ days: Int) -> (year: Int, month: Int, day: Int) {
  let shifted = days + 719_468
  let era = shifted / 146_097
  let dayOfEra = shifted % 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let shiftedMonth = (5 * dayOfYear + 2) / 153
  let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
}
