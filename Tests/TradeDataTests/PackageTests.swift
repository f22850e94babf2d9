// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import TradeData

@Suite struct PackageTests {
  let csv = "year,partner,value\n2024,KOR,1\n2021,JPN,2\n"

  @Test("a resource carries what a reader has to know of it")
  func resource() {
    let resource = """
      description: '& < > " '' </script>'
          publisher: Customs
          reporter: CHN
          frequency: annual
          valuation: CIF
          caveats: [Mirror data do not match., 거울 통계]
      """
    let (package, diagnostics) = load(csv: csv, descriptor(resource: resource))
    #expect(diagnostics == [])
    let trade = package.resources[0]
    #expect(trade.title == "Made-up trade")
    #expect(trade.description == "& < > \" ' </script>")
    #expect(trade.path == tradePath)
    #expect(trade.sources == [Resource.Source(title: "Nobody", path: "https://example.org/")])
    #expect(trade.licences.map(\.text) == ["CC0-1.0"])
    #expect(
      [trade.publisher, trade.reporter, trade.frequency, trade.valuation] == ["Customs", "CHN", "annual", "CIF"])
    #expect(trade.caveats == ["Mirror data do not match.", "거울 통계"])
    #expect(trade.retrieved == Period("2025-04-28"))
    #expect(trade.primaryKey == ["year", "partner"])
    #expect(trade.field(named: "VALUE")?.unit == "USD")
    #expect(package.resource(named: "Trade")?.name == "trade")
  }

  @Test("the period of a table runs from its first to its last date")
  func period() {
    #expect(
      load(csv: csv).package.resources[0].period == Period(unit: .year, year: 2021)...Period(unit: .year, year: 2024))
    let quarters = load(
      csv: "a,q\nx,2024-Q3\ny,2023-Q4\nz,\n", descriptor(fields: "{name: a}, {name: q}", schema: ""))
    #expect(
      quarters.package.resources[0].period.map { "\($0.lowerBound.iso) \($0.upperBound.iso)" } == "2023-Q4 2024-Q3")
    let none = load(csv: "a,q\nx,2024-Q3\ny,later\n", descriptor(fields: "{name: a}, {name: q}", schema: ""))
    #expect(none.package.resources[0].period == nil)
  }

  @Test("datapackage.json is read as datapackage.yaml is")
  func json() {
    let json = """
      {"resources": [{"name": "trade", "path": "trade.csv", "retrieved": "2025-04-28",
        "sources": [{"title": "Nobody"}], "licenses": [{"name": "CC0-1.0"}],
        "schema": {"fields": [{"name": "year", "type": "year"}, {"name": "partner", "type": "string"},
          {"name": "value", "type": "number", "unit": "USD", "constraints": {"required": true}}]}}]}
      """
    let (package, diagnostics) = load(["Content/Data/datapackage.json": json, tradePath: csv])
    #expect(diagnostics == [])
    #expect(package.resources[0].table.rowCount == 2)
  }

  @Test("a folder without a package, an empty package and a missing file are errors, not crashes")
  func missing() {
    #expect(load([:]).diagnostics.map(line) == ["\(descriptorPath): there is no data package [data-package-missing]"])
    #expect(
      load([descriptorPath: ""]).diagnostics.map(line) == [
        "\(descriptorPath):1:1: the data package has no resources [data-no-resources]"
      ])
    #expect(
      load([descriptorPath: "resources: []"]).diagnostics.map(line) == [
        "\(descriptorPath):1:1: the data package has no resources [data-no-resources]"
      ])
    let marked = Marked(descriptor().replacing("path: trade.csv", with: "path: ▶trade.csv"), in: descriptorPath)
    #expect(
      load([descriptorPath: marked.text]).diagnostics.map(line) == [
        "\(marked.place): there is no file 'Content/Data/trade.csv' [data-file-missing]"
      ])
    #expect(load([descriptorPath: "resources: [\n"]).diagnostics.map(\.rule) == ["yaml-syntax"])
    #expect(load(bytes: [descriptorPath: [0xFF]]).diagnostics.map(\.rule) == ["data-encoding"])
  }

  @Test("a title, once translated, is so in every field and edition that has it")
  func translations() {
    let texts = "\ntranslations: {ja: {Made-up trade: 架空の貿易, value: 金額}, ko: {value: 금액}}\n"
    let (package, diagnostics) = load(csv: csv, descriptor() + texts)
    #expect(diagnostics == [])
    for package in [package, package.asOf(Period(unit: .year, year: 2020))] {
      #expect(package.translation(of: "Made-up trade", in: .japanese) == "架空の貿易")
      #expect(package.translation(of: "value", in: .korean) == "금액")
      #expect(package.translation(of: "Made-up trade", in: .korean) == nil)
    }
  }

  @Test(
    "a translation of a text that the package does not have, or to none, is an error",
    arguments: [
      ("{ja: {Made-up trad: 貿易}}", "no table, field or publisher has the title 'Made-up trad'", "data-translation"),
      ("{ja: {value: ''}}", "the translation of 'value' is no text", "data-translation"),
      ("{ja: {value: [a]}}", "the translation of 'value' is no text", "data-translation"),
      ("{jp: {value: 金額}}", "translations has no key 'jp'", "settings-unknown-key"),
      ("{ja: [value]}", "'ja' has to be 'key: value' lines, not a list", "settings-type"),
    ])
  func badTranslations(texts: String, message: String, rule: String) {
    let (_, diagnostics) = load(csv: csv, descriptor() + "\ntranslations: \(texts)\n")
    #expect(diagnostics.map(\.message) == [message] && diagnostics.map(\.rule) == [rule])
    #expect(diagnostics.allSatisfy { $0.place.line > 1 })
  }

  @Test("a file that cannot be read says why")
  func unreadable() {
    let files = FileReader { path throws(FileFault) in
      if path == descriptorPath { return Array(descriptor().utf8) }
      throw .unreadable("permission denied")
    }
    var diagnostics: [Diagnostic] = []
    _ = loadDataPackage(folder: "Content/Data", files: files, diagnostics: &diagnostics)
    #expect(diagnostics.map(\.message) == ["'Content/Data/trade.csv' cannot be read: permission denied"])
  }

  @Test(
    "a package that hides where its figures come from, or what they measure, is an error at its place",
    arguments: [
      (
        "sources: [{title: Nobody, path: 'https://example.org/'}]", "sources: []",
        "the resource 'trade' names no source", "data-source"
      ),
      ("licenses: [{name: CC0-1.0}]", "", "the resource 'trade' names no licence", "data-licence"),
      ("licenses: [{name: CC0-1.0}]", "licenses: [▶{}]", "a licence needs a name or a title", "data-licence"),
      ("retrieved: 2025-04-28", "", "a resource needs 'retrieved', the day its figures were fetched", "data-retrieved"),
      ("retrieved: 2025-04-28", "retrieved: ▶April", "'April' is not a date", "data-retrieved"),
      (
        "{name: value, type: number, unit: USD}", "▶{name: value, type: number}",
        "the field 'value' is a measure without a unit", "data-unit"
      ),
      ("type: number, unit", "type: ▶nmber, unit", "'nmber' is no value for 'type'", "settings-choice"),
      (
        "name: trade", "name: ▶trade-2024",
        "'trade-2024' cannot be a table's name: small letters, digits and _ only, a letter first", "data-name"
      ),
      ("path: trade.csv", "path: ▶../trade.csv", "'../trade.csv' is not a file inside the data folder", "data-path"),
      ("path: trade.csv", "path: ▶/etc/passwd", "'/etc/passwd' is not a file inside the data folder", "data-path"),
      (
        "path: trade.csv", "path: ▶https://example.org/t.csv",
        "'https://example.org/t.csv' is not a file inside the data folder", "data-path"
      ),
      ("title: Made-up trade", "encoding: ▶latin-1", "the encoding 'latin-1' is not supported", "data-encoding"),
      (
        "title: Made-up trade", "dialect: {▶sheetName: Trade}",
        "'sheetName' is not supported: a resource is a CSV file",
        "data-dialect"
      ),
      (
        "title: Made-up trade", "dialect: {▶sheetNumber: 2}",
        "'sheetNumber' is not supported: a resource is a CSV file",
        "data-dialect"
      ),
      (
        "title: Made-up trade", "dialect: {delimiter: ▶'||'}", "'delimiter' has to be one ASCII character, not '||'",
        "settings-type"
      ),
      (
        "title: Made-up trade", "dialect: ▶{quoteChar: ','}", "delimiter, quoteChar and escapeChar have to differ",
        "data-dialect"
      ),
      (
        "title: Made-up trade", "dialect: {lineTerminator: ▶';'}",
        "'lineTerminator' has to be LF, CR LF or CR, which are all read, not ';'", "settings-type"
      ),
      (
        "{name: partner, type: string}", "{name: partner, ▶decimalChar: ','}",
        "'decimalChar' says nothing of a field of this type", "data-notation"
      ),
      (
        "type: number, unit: USD", "type: number, unit: USD, decimalChar: ▶'00'",
        "'decimalChar' has to be one character that is no digit, not '00'", "settings-type"
      ),
      (
        "{name: year, type: year}", "{name: year, type: date, format: ▶'%A %Y'}",
        "the format '%A %Y' of a field of type date is not supported", "data-notation"
      ),
      (
        "type: number, unit: USD", "type: number, unit: USD, constraints: {▶minLength: 2}",
        "'minLength' is no constraint of a field of type number", "data-constraint"
      ),
      (
        "{name: partner, type: string}", "{name: partner, constraints: {▶minimum: 2}}",
        "'minimum' is no constraint of a field of type string", "data-constraint"
      ),
      (
        "{name: partner, type: string}", "{name: partner, constraints: {▶jsonSchema: {}}}",
        "'jsonSchema' is no constraint of a field of type string", "data-constraint"
      ),
      ("primaryKey: [year, partner]", "uniqueKeys: [▶[yer]]", "the schema has no field 'yer'", "data-key"),
      (
        "primaryKey: [year, partner]", "fieldsMatch: ▶some",
        "'fieldsMatch' has to be one of exact, equal, subset, superset, partial, not 'some'", "settings-type"
      ),
      ("primaryKey: [year, partner]", "primaryKey: [year, ▶prtner]", "the schema has no field 'prtner'", "data-key"),
      (
        "type: number, unit: USD", "type: number, unit: USD, constraints: {minimum: ▶few}",
        "'few' is not a number, as the field is declared", "data-constraint"
      ),
      (
        "{name: partner, type: string}", "{name: partner, constraints: {pattern: ▶'[A-'}}",
        "'[A-' is no regular expression that is understood", "data-constraint"
      ),
      (
        "{name: partner, type: string}", "{name: partner}, ▶{name: Year}", "a second field 'Year'",
        "data-duplicate-name"
      ),
    ])
  func faults(old: String, new: String, message: String, rule: String) {
    let text = descriptor().replacing(old, with: new)
    let place =
      new.contains("▶")
      ? Marked(text, in: descriptorPath).place
      : Marked(text.replacing("- name: trade", with: "- ▶name: trade"), in: descriptorPath).place
    let (_, diagnostics) = load(csv: csv, text.replacing("▶", with: ""))
    #expect(diagnostics.filter { $0.place.path == descriptorPath }.map(line).contains("\(place): \(message) [\(rule)]"))
    #expect(diagnostics.hasErrors)
  }

  @Test("keys and years need no unit")
  func unitsOfKeys() {
    let fields = "{name: id, type: integer}, {name: year, type: integer}, {name: n, type: integer, unit: '1'}"
    #expect(load(csv: "id,year,n\n1,2024,3\n", descriptor(fields: fields, schema: "primaryKey: id")).diagnostics == [])
  }

  @Test("a property of one's own is permitted, one that looks like a slip is a warning")
  func unknownKeys() {
    #expect(load(csv: csv, descriptor(resource: "house_style: ours")).diagnostics == [])
    let slip = Marked(descriptor().replacing("primaryKey:", with: "▶primryKey:"), in: descriptorPath)
    let (_, diagnostics) = load(csv: csv, slip.text)
    #expect(diagnostics.map(line) == ["\(slip.place): a schema has no key 'primryKey' [settings-unknown-key]"])
    #expect(diagnostics.map(\.severity) == [.warning])
  }

  @Test("a package with errors still gives its tables, so that pages are checked too")
  func partial() throws {
    let (package, diagnostics) = load(csv: "year,partner,value\n2024,KOR,x\n2024,JPN,2\n")
    #expect(diagnostics.hasErrors)
    let database = try TradeDatabase(package)
    #expect(try database.evaluate("trade.value[partner=JPN]", at: Place("a.md", line: 1, column: 1)).cell == .real(2))
    #expect(
      try TradeDatabase(DataPackage()).evaluate("1 + 1", at: Place("a.md", line: 1, column: 1)).cell == .integer(2))
  }
}
