// SPDX-License-Identifier: MIT
import Figures
import Indicators
import Markup
import TradeData

/// What is known about a table or an indicator, to be printed.
struct Description {
  private let heading: String
  private let facts: [(name: String, text: String)]
  private let fields: Sheet?
  private let caveats: [String]
  /// The same for machines.
  let json: JSON

  /// Fields, units, source, licence and caveats of a table.
  init(_ resource: Resource) {
    heading = resource.title == resource.name ? resource.name : "\(resource.name): \(resource.title)"
    let sources = resource.sources.map { [$0.title, $0.path].compactMap(\.self) }
    let facts: [(String, String?)] =
      [
        ("about", resource.description), ("rows", String(resource.table.rowCount)), ("period", resource.periodText),
        ("frequency", resource.frequency), ("valuation", resource.valuation), ("reporter", resource.reporter),
        ("publisher", resource.publisher),
      ] + sources.map { ("source", $0.joined(separator: ", ")) }
      + resource.licences.map { ("licence", $0.text) } + [
        ("published", resource.published?.iso), ("retrieved", resource.retrieved?.iso), ("file", resource.path),
        ("key", resource.primaryKey.isEmpty ? nil : resource.primaryKey.joined(separator: ", ")),
      ]
      + resource.vintages.reversed().map { ("earlier", "\"\(resource.tableName(of: $0))\", \($0.table.rowCount) rows") }
    self.facts = facts.compactMap { name, text in text.map { (name, $0) } }
    fields = Sheet(
      columns: ["field", "type", "unit", "description"],
      rows: resource.fields.map { field in
        [
          .text(field.name), .text(field.kind.rawValue), .text(field.unit ?? ""),
          .text(field.description ?? (field.title == field.name ? "" : field.title)),
        ]
      })
    caveats = resource.caveats
    json = .object([
      ("name", .string(resource.name)), ("title", .string(resource.title)),
      ("description", resource.description.map { .string($0) }), ("rows", .integer(resource.table.rowCount)),
      ("period", resource.periodText.map { .string($0) }), ("frequency", resource.frequency.map { .string($0) }),
      ("valuation", resource.valuation.map { .string($0) }), ("reporter", resource.reporter.map { .string($0) }),
      ("publisher", resource.publisher.map { .string($0) }),
      (
        "sources",
        .array(
          resource.sources.map { .object([("title", .string($0.title)), ("path", $0.path.map { .string($0) })]) })
      ),
      ("licences", .array(resource.licences.map { .string($0.text) })),
      ("published", resource.published.map { .string($0.iso) }),
      ("retrieved", resource.retrieved.map { .string($0.iso) }),
      (
        "vintages",
        resource.vintages.isEmpty ? nil : .array(resource.vintages.map { .string(resource.tableName(of: $0)) })
      ), ("path", .string(resource.path)),
      ("primaryKey", .array(resource.primaryKey.map { .string($0) })),
      (
        "fields",
        .array(
          resource.fields.map { field in
            .object([
              ("name", .string(field.name)), ("type", .string(field.kind.rawValue)),
              ("unit", field.unit.map { .string($0) }), ("description", field.description.map { .string($0) }),
            ])
          })
      ),
      ("caveats", .array(resource.caveats.map { .string($0) })),
    ])
  }

  /// The definition of an indicator.
  init(_ indicator: Indicator) {
    heading = "\(indicator.name): \(indicator.title(in: .english))"
    let facts: [(String, String?)] =
      indicator.usages.map { ("written as", $0) } + [
        ("in a query", indicator.query), ("formula", indicator.formula), ("range", indicator.range),
        ("does not tell", indicator.limits), ("null when", indicator.undefined), ("source", indicator.source),
      ]
    self.facts = facts.compactMap { name, text in text.map { (name, $0) } }
    (fields, caveats) = (nil, [])
    json = .object([
      ("name", .string(indicator.name)), ("title", .string(indicator.title(in: .english))),
      ("usages", .array(indicator.usages.map { .string($0) })), ("query", indicator.query.map { .string($0) }),
      ("formula", .string(indicator.formula)), ("range", .string(indicator.range)),
      ("limits", .string(indicator.limits)), ("undefined", .string(indicator.undefined)),
      ("source", .string(indicator.source)),
    ])
  }

  /// For people: the facts, then the fields as a table, then what to beware of.
  var text: String {
    let width = facts.map(\.name.count).max() ?? 0
    let lines = facts.map { name, text in
      "\(name)\(String(repeating: " ", count: width - name.count))  \(text)\n"
    }
    var out = "\(heading)\n\n\(lines.joined())"
    if let fields { out += "\n\(fields.aligned(limit: 400))" }
    if !caveats.isEmpty { out += "\ncaveats\n" + caveats.map { "- \($0)\n" }.joined() }
    return out
  }
}
