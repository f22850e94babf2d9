// SPDX-License-Identifier: MIT
import Figures
import Foundation
import TradeData

/// What a chart's note says by itself of the trade statistics that it shows: whose they are, and how goods are valued.
///
/// It leaves out what the author's texts say, and the direction of trade that they do not speak of. A dataset whose
/// `valuation` names none of the customs' terms is no trade statistic, and needs no such note.
/// - Parameter texts: Title, subtitle and note, in the page's language.
func basisNotes(_ resources: [Resource], texts: String, records: Records, language: Language) -> [String] {
  var bases: [Basis] = []
  for resource in resources {
    guard let valuation = Valuation(resource.valuation ?? "") else { continue }
    let code = resource.reporter ?? ""
    let name = records.countryName(code, in: language)
    let basis = Basis(reporter: name == code ? nil : name, valuation: valuation)
    if !bases.contains(basis) { bases.append(basis) }
  }
  let words = Words(language: language, texts: texts.lowercased())
  let isOneOfMany = Set(bases.map(\.reporter)).count > 1
  var sentences: [String] = []
  for sentence in bases.map({ words.sentence(of: $0, isOneOfMany: isOneOfMany) }) where !sentences.contains(sentence) {
    if !sentence.isEmpty { sentences.append(sentence) }
  }
  return sentences
}

private struct Basis: Hashable {
  let reporter: String?
  let valuation: Valuation
}

/// The customs' terms that a dataset names for each direction of trade.
private struct Valuation: Hashable {
  enum Term: String {
    case fob = "FOB"
    case cif = "CIF"
    case fas = "FAS"
    case customs
  }

  let exports: Term?
  let imports: Term?

  /// Reads `Exports FOB, imports CIF.`, `General imports at customs value; total exports FAS.`; nil without such terms.
  init?(_ text: String) {
    var terms: [Bool: Term] = [:]
    for part in text.split(whereSeparator: { ",;.()".contains($0) }).flatMap({ $0.components(separatedBy: " and ") }) {
      let part = part.lowercased()
      let term: Term? =
        part.contains("fob")
        ? .fob
        : part.contains("cif")
          ? .cif
          : part.contains("fas")
            ? .fas
            : part.contains("customs value") ? .customs : nil
      guard let term else { continue }
      if part.contains("export") || term == .fob || term == .fas { terms[true] = term }
      if part.contains("import") || term == .cif || term == .customs { terms[false] = term }
    }
    if terms.isEmpty { return nil }
    (exports, imports) = (terms[true], terms[false])
  }
}

private struct Words {
  let language: Language
  let texts: String

  func sentence(of basis: Basis, isOneOfMany: Bool) -> String {
    let parts = valued(basis.valuation)
    guard let reporter = basis.reporter, isOneOfMany || !saysReporter(reporter) else {
      if parts.isEmpty { return "" }
      switch language {
      case .english:
        let text = parts.joined(separator: ", ")
        return text.prefix(1).uppercased() + text.dropFirst() + "."
      case .japanese: return parts.joined(separator: "、") + "。"
      case .korean: return parts.joined(separator: ", ") + " 기준."
      case .chinese: return parts.joined(separator: "，") + "。"
      }
    }
    switch language {
    case .english:
      let name = reporter == "United States" ? "the United States" : reporter
      return "As \(name) reports it" + (parts.isEmpty ? "." : ": \(parts.joined(separator: ", ")).")
    case .japanese: return "\(reporter)側の統計" + (parts.isEmpty ? "。" : "（\(parts.joined(separator: "、"))）。")
    case .korean: return "\(reporter) 통계 기준" + (parts.isEmpty ? "." : "(\(parts.joined(separator: ", "))).")
    case .chinese: return "\(reporter)统计口径" + (parts.isEmpty ? "。" : "（\(parts.joined(separator: "，"))）。")
    }
  }

  /// The terms for the directions that the texts speak of, or both where they speak of trade.
  private func valued(_ valuation: Valuation) -> [String] {
    let terms = ["fob", "cif", "fas", "customs value", "課税価格", "과세가격", "海关完税", "海关估价", "free on board"]
    if terms.contains(where: texts.contains) { return [] }
    let speaks = (
      exports: ["export", "輸出", "수출", "出口"].contains(where: texts.contains),
      imports: ["import", "輸入", "수입", "进口", "進口"].contains(where: texts.contains)
    )
    let isBoth = speaks.exports == speaks.imports
    return [
      isBoth || speaks.exports ? valuation.exports.map { phrase($0, isExport: true) } : nil,
      isBoth || speaks.imports ? valuation.imports.map { phrase($0, isExport: false) } : nil,
    ].compactMap(\.self)
  }

  private func phrase(_ term: Valuation.Term, isExport: Bool) -> String {
    switch language {
    case .english: "\(isExport ? "exports" : "imports") \(term == .customs ? "at customs value" : term.rawValue)"
    case .japanese: "\(isExport ? "輸出" : "輸入")は\(term == .customs ? "課税価格" : term.rawValue)ベース"
    case .korean: "\(isExport ? "수출" : "수입") \(term == .customs ? "과세가격" : term.rawValue)"
    case .chinese: "\(isExport ? "出口" : "进口")按\(term == .customs ? "海关估价" : term.rawValue + "价")计"
    }
  }

  /// Whether the author has named whose statistics they are.
  private func saysReporter(_ name: String) -> Bool {
    let name = name.lowercased()
    let signs =
      switch language {
      case .english:
        ["as \(name) reports", "as the \(name) reports", "\(name) records", "reported by", "\(name)’s statistics"]
      case .japanese: ["\(name)側", "\(name)の統計", "報告"]
      case .korean: ["\(name) 통계", "\(name) 측", "보고"]
      case .chinese: ["\(name)统计", "\(name)的统计", "统计口径", "报告"]
      }
    return signs.contains(where: texts.contains)
  }
}
