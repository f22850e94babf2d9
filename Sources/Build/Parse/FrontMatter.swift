// SPDX-License-Identifier: MIT
import Charts
import Diagnostics
import Figures
import Settings
import Site

/// What stands between the `---` lines of a page.
struct FrontMatter: Sendable {
  let title: TextWithValues
  let summary: TextWithValues
  let date: Period?
  /// The day whose editions of the data the page reads, where that is not its date.
  let asOf: Period?
  let expires: Period?
  let isDraft: Bool
  let topics: [(text: String, place: Place)]
  let countries: [(text: String, place: Place)]
  let values: [ValueDefinition]
  let claims: [Claim]
  /// Key points, as Markdown.
  let points: [(text: String, place: Place)]
  let headline: [HeadlineDefinition]
  /// Figures that are meant to stand in the text as digits although they are like a value.
  let typed: [String]
  let aliases: [(text: String, place: Place)]
  /// The ISO code of a country page.
  let country: String?
  /// In a translation: the fingerprint of the original that it was made from.
  let original: (text: String, place: Place)?
  let place: Place
}

/// `ck: china_trade.total[partner=KOR, year=2024]`
struct ValueDefinition: Sendable, Hashable {
  let name: String
  let expression: String
  let namePlace: Place
  let place: Place
}

/// A sentence and the condition that has to hold for it.
struct Claim: Sendable, Hashable {
  let says: String
  let check: String
  let place: Place
  let checkPlace: Place
}

/// One number at the head of the home page: label, value, detail and where it leads.
struct HeadlineDefinition: Sendable, Hashable {
  let label: TextWithValues
  let value: TextWithValues
  let detail: TextWithValues
  let link: String?
  let linkPlace: Place
  let spark: SparkDefinition?
}

/// The line below a headline figure: a SELECT of values, or of periods and values.
struct SparkDefinition: Sendable, Hashable {
  let sql: String
  let place: Place
  let format: FigureFormat?
  let curve: Curve
}

extension FrontMatter {
  /// - Parameter kind: What the page's folder makes of it; keys that its kind does not know are errors.
  /// - Returns: The kind too, as the front matter may name it (`kind: tracker`).
  static func read(
    _ setting: Setting, kind folderKind: PageKind, isTranslation: Bool, diagnostics: inout [Diagnostic]
  ) -> (FrontMatter, PageKind) {
    var fields = Fields(of: setting, as: "front matter")
    let kind = pageKind(&fields, folderKind)
    let title = fields.textWithValues("title", isRequired: true)
    let summary = fields.textWithValues("summary", isRequired: true)
    let date = fields.period("date")
    if kind == .briefing, fields.setting("date") == nil, !isTranslation {
      fields.diagnostics.append(
        .error("settings-missing", "a briefing needs 'date'", at: fields.place, hint: "for example date: 2025-04-28"))
    }
    let front = FrontMatter(
      title: title, summary: summary, date: date, asOf: fields.period("as_of"), expires: fields.period("expires"),
      isDraft: fields.bool("draft") ?? false, topics: fields.texts("topics"), countries: fields.texts("countries"),
      values: fields.mapping("values").compactMap { value($0, &fields.diagnostics) },
      claims: fields.list("claims").map { claim($0, &fields.diagnostics) },
      points: fields.texts("points"),
      headline: kind == .home ? fields.list("headline").map { headline($0, &fields.diagnostics) } : [],
      typed: fields.texts("typed").map(\.text),
      aliases: fields.texts("aliases"), country: kind == .country ? fields.requiredText("country") : nil,
      original: isTranslation ? fields.setting("original").map { ($0.text ?? "", $0.place) } : nil,
      place: setting.place)
    diagnostics += fields.finish()
    return (front, kind)
  }

  private static func pageKind(_ fields: inout Fields, _ folderKind: PageKind) -> PageKind {
    enum Choice: String, CaseIterable { case page, tracker, timeline, glossary, datasets }
    guard folderKind == .page, let choice = fields.choice("kind", Choice.self) else { return folderKind }
    return PageKind(rawValue: choice.rawValue) ?? .page
  }

  private static func value(_ entry: Setting.Entry, _ diagnostics: inout [Diagnostic]) -> ValueDefinition? {
    guard isValueName(entry.key) else {
      diagnostics.append(
        .error(
          "value-name", "'\(entry.key)' is no name for a value", at: entry.keyPlace,
          hint: "use small letters, digits and _, a letter first"))
      return nil
    }
    guard let expression = entry.value.text, !expression.isEmpty else {
      diagnostics.append(
        .error("settings-type", "the value '\(entry.key)' has to be an expression", at: entry.value.place))
      return nil
    }
    return ValueDefinition(
      name: entry.key, expression: expression, namePlace: entry.keyPlace, place: entry.value.place)
  }

  private static func claim(_ setting: Setting, _ diagnostics: inout [Diagnostic]) -> Claim {
    var fields = Fields(of: setting, as: "a claim")
    let says = fields.requiredText("says")
    let check = fields.requiredText("check")
    let claim = Claim(
      says: says, check: check, place: setting.place, checkPlace: fields.setting("check")?.place ?? setting.place)
    diagnostics += fields.finish()
    return claim
  }

  private static func headline(_ setting: Setting, _ diagnostics: inout [Diagnostic]) -> HeadlineDefinition {
    var fields = Fields(of: setting, as: "a headline figure")
    let label = fields.textWithValues("label", isRequired: true)
    let valuePlace = fields.setting("value")?.place ?? setting.place
    let value = TextWithValues("{{ \(fields.requiredText("value")) }}", at: valuePlace, diagnostics: &diagnostics)
    let detail = fields.textWithValues("detail", isRequired: false)
    let link = fields.setting("link")
    let spark = fields.setting("spark").flatMap { readSpark($0, &fields.diagnostics) }
    diagnostics += fields.finish()
    return HeadlineDefinition(
      label: label, value: value, detail: detail, link: link?.text, linkPlace: link?.place ?? setting.place,
      spark: spark)
  }

  /// `spark: SELECT …`, or with a format for its words and a curve: `spark: {sql: SELECT …, format: usd, curve: step}`.
  private static func readSpark(_ setting: Setting, _ diagnostics: inout [Diagnostic]) -> SparkDefinition? {
    if let sql = setting.text {
      return SparkDefinition(sql: sql, place: setting.place, format: nil, curve: .linear)
    }
    var fields = Fields(of: setting, as: "a spark")
    let sql = fields.requiredText("sql")
    let place = fields.setting("sql")?.place ?? setting.place
    let written = fields.text("format")
    let format = written.flatMap { try? FigureFormat(parsing: $0) }
    if let written, format == nil {
      fields.diagnostics.append(
        .error(
          "format-unknown", "'\(written)' is no format", at: fields.setting("format")?.place ?? place,
          hint: suggestion(for: written, among: FigureFormat.Kind.allCases.map(\.rawValue))))
    }
    let curve = fields.choice("curve", Curve.self) ?? .linear
    diagnostics += fields.finish()
    return sql.isEmpty ? nil : SparkDefinition(sql: sql, place: place, format: format, curve: curve)
  }
}

private func isValueName(_ name: String) -> Bool {
  guard let first = name.utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first else { return false }
  return name.utf8.allSatisfy {
    switch $0 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
    default: false
    }
  }
}

extension Fields {
  fileprivate mutating func textWithValues(_ key: String, isRequired: Bool) -> TextWithValues {
    let text = isRequired ? requiredText(key) : text(key) ?? ""
    let place = setting(key)?.place ?? place
    return TextWithValues(text, at: place, diagnostics: &diagnostics)
  }

  /// A date of whole days: `2025-04-28`.
  fileprivate mutating func period(_ key: String) -> Period? {
    guard let setting = setting(key), let text = setting.text else { return nil }
    if let period = Period(text), period.unit == .day { return period }
    diagnostics.append(
      .error(
        "settings-date", "'\(text)' is no date", at: setting.place, hint: "write year-month-day, for example 2025-04-28"
      ))
    return nil
  }
}
