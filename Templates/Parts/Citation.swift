// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

extension PageFrame {
  /// How a chart is cited in the page's language: who, what, when, where, and which edition of whose data.
  ///
  ///     Desk, “Trade rose”, 28 April 2025, https://desk.example/charts/trade/. Data: Customs, retrieved 20 April 2025.
  func citation(of figure: Figure, published day: Period?) -> String {
    let date = day.map { $0.text(in: language) }
    let url = canonical.text
    let data = sourceWords(figure.sources)
    let who = site.publisher.isEmpty ? site.title.text(in: language) : site.publisher
    switch language {
    case .english:
      return [who, "“\(figure.title)”", date, url].compactMap(\.self).joined(separator: ", ")
        + (data.isEmpty ? "." : ". Data: \(data).")
    case .japanese:
      return "\(who)「\(figure.title)」" + [date, url].compactMap(\.self).joined(separator: "、")
        + (data.isEmpty ? "" : "（データ：\(data)）")
    case .korean:
      return [who, "「\(figure.title)」", date, url].compactMap(\.self).joined(separator: ", ")
        + (data.isEmpty ? "" : " (자료: \(data))")
    case .chinese:
      return "\(who)：《\(figure.title)》，" + [date, url].compactMap(\.self).joined(separator: "，")
        + (data.isEmpty ? "" : "（数据来源：\(data)）")
    }
  }

  /// Publishers with edition and day of retrieval, the same once.
  private func sourceWords(_ sources: [SourceReference]) -> String {
    var texts: [String] = []
    for source in sources {
      let publisher = source.publisher.text.isEmpty ? source.title.text : source.publisher.text
      let edition = source.published.map { words.edition($0.text(in: language)) }
      let retrieval = source.retrieved.map { words.retrieved($0.text(in: language)) }
      let text = [publisher, edition, retrieval].compactMap(\.self).joined(separator: words.comma)
      if !texts.contains(text) { texts.append(text) }
    }
    return texts.joined(separator: words.semicolon)
  }
}
