// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import TradeData

/// A text without its `▶`, and where the `▶` stood.
struct Marked {
  let text: String
  let place: Place

  /// - Parameter origin: Where the text begins.
  init(_ marked: String, in path: String, from origin: (line: Int, column: Int) = (1, 1)) {
    var (line, column) = origin
    var found = (line: 0, column: 0)
    var scalars = String.UnicodeScalarView()
    for scalar in marked.unicodeScalars {
      if scalar == "▶" {
        found = (line, column)
        continue
      }
      scalars.append(scalar)
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    text = String(scalars)
    place = Place(path, line: found.line, column: found.column)
  }
}

/// What a diagnostic says, to be compared as a whole.
func line(_ diagnostic: Diagnostic) -> String { "\(diagnostic.place): \(diagnostic.message) [\(diagnostic.rule)]" }

let descriptorPath = "Content/Data/datapackage.yaml"
let tradePath = "Content/Data/trade.csv"

/// A package of one resource `trade`.
func descriptor(
  fields: String = "{name: year, type: year}, {name: partner, type: string}, {name: value, type: number, unit: USD}",
  schema: String = "primaryKey: [year, partner]", resource: String = ""
) -> String {
  """
  resources:
    - name: trade
      path: trade.csv
      title: Made-up trade
      retrieved: 2025-04-28
      sources: [{title: Nobody, path: 'https://example.org/'}]
      licenses: [{name: CC0-1.0}]
      \(resource)
      schema:
        \(schema)
        fields: [\(fields)]
  """
}

func load(_ texts: [String: String]) -> (package: DataPackage, diagnostics: [Diagnostic]) {
  load(bytes: texts.mapValues { Array($0.utf8) })
}

func load(bytes: [String: [UInt8]]) -> (package: DataPackage, diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let package = loadDataPackage(folder: "Content/Data", files: FileReader(bytes), diagnostics: &diagnostics)
  return (package, diagnostics.inReadingOrder)
}

/// Loads one CSV file under the usual schema.
func load(csv: String, _ descriptor: String = descriptor()) -> (package: DataPackage, diagnostics: [Diagnostic]) {
  load([descriptorPath: descriptor, tradePath: csv])
}

/// Three tables with made-up numbers.
func sampleDatabase(limits: QueryLimits = QueryLimits()) throws -> TradeDatabase {
  let (package, diagnostics) = load([
    descriptorPath: """
    sources: [{title: Nobody}]
    licenses: [{name: CC0-1.0}]
    resources:
      - name: china_trade
        path: china_trade.csv
        retrieved: 2025-04-28
        schema:
          primaryKey: [year, partner]
          foreignKeys: [{fields: partner, reference: {resource: countries, fields: code}}]
          fields:
            - {name: year, type: year}
            - {name: partner, type: string}
            - {name: total, type: number, unit: USD}
      - name: countries
        path: countries.csv
        retrieved: 2025-04-28
        schema:
          primaryKey: code
          fields: [{name: code}, {name: name}, {name: is_neighbour, type: boolean}]
      - name: rates
        path: rates.csv
        retrieved: 2025-04-28
        schema:
          fields: [{name: month, type: yearmonth}, {name: rate, type: number, unit: '1'}]
    """,
    "Content/Data/china_trade.csv": """
    year,partner,total
    2023,JPN,310
    2023,KOR,300.5
    2024,JPN,308
    2024,KOR,328
    2025,KOR,
    """,
    "Content/Data/countries.csv": #"""
    code,name,is_neighbour
    JPN,日本,true
    KOR,대한민국,true
    QQQ,"O'Neil & <Sons>, ""Ltd""",false
    """#,
    "Content/Data/rates.csv": "month,rate\n2024-01,0.034\n",
  ])
  #expect(diagnostics == [])
  return try TradeDatabase(package, limits: limits)
}
