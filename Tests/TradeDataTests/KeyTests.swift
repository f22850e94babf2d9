// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import TradeData

@Suite struct KeyTests {
  @Test("a repeated primary key names the first row that has it")
  func primaryKey() {
    let marked = Marked("year,partner,value\n2024,\"K\nR\",1\n2024,JPN,1\n▶2024,JPN,2\n", in: tradePath)
    #expect(
      load(csv: marked.text).diagnostics.map(line) == [
        "\(marked.place): a second row with year = 2024, partner = JPN; the first is in line 4 [csv-primary-key]"
      ])
  }

  @Test("a repeated value of a unique field is an error, a repeated missing one is not")
  func unique() {
    let fields = "{name: a}, {name: b, constraints: {unique: true}}"
    let marked = Marked("a,b\n1,x\n2,\n3,\n4,▶x\n", in: tradePath)
    #expect(
      load(csv: marked.text, descriptor(fields: fields, schema: "")).diagnostics.map(line) == [
        "\(marked.place): a second row with b = x; the first is in line 2 [csv-unique]"
      ])
  }

  @Test("a foreign key that leads nowhere is an error at its value")
  func foreignKey() {
    let text = """
      sources: [{title: Nobody}]
      licenses: [{name: CC0-1.0}]
      resources:
        - name: trade
          path: trade.csv
          retrieved: 2025-04-28
          schema:
            fields: [{name: partner}]
            foreignKeys: [{fields: partner, reference: {resource: countries, fields: code}}]
        - name: countries
          path: countries.csv
          retrieved: 2025-04-28
          schema: {fields: [{name: code}]}
      """
    let marked = Marked("partner\nKOR\n▶KOX\n\"\"\n", in: tradePath)
    let (_, diagnostics) = load([
      descriptorPath: text, tradePath: marked.text, "Content/Data/countries.csv": "code\nKOR\n",
    ])
    #expect(
      diagnostics.map(line) == [
        "\(marked.place): 'KOX' is not in 'countries.code' (field 'partner') [csv-foreign-key]"
      ])
    #expect(diagnostics.map(\.hint) == ["did you mean 'KOR'?"])
    let broken = Marked(
      text.replacing("reference: {resource: countries", with: "reference: {resource: country")
        .replacing("[{fields: partner", with: "[▶{fields: partner"), in: descriptorPath)
    let faults = load([
      descriptorPath: broken.text, tradePath: "partner\nKOR\n", "Content/Data/countries.csv": "code\nKOR\n",
    ])
    #expect(faults.diagnostics.map(line) == ["\(broken.place): there is no resource 'country' [data-foreign-key]"])
  }

  @Test(
    "a value against a constraint is an error at its field",
    arguments: [
      ("number, unit: USD", "minimum: 0", "-1", "'-1' is below the minimum 0"),
      ("number, unit: USD", "maximum: 1.5", "2", "'2' is above the maximum 1.5"),
      ("date", "minimum: 2024-01-01", "2023-12-31", "'2023-12-31' is below the minimum 2024-01-01"),
      ("string", "enum: [KOR, JPN]", "KRO", "'KRO' is none of the values permitted"),
      ("string", "pattern: '[A-Z]{3}'", "KORx", "'KORx' does not match the pattern [A-Z]{3}"),
      ("string", "maxLength: 2", "대한민", "'대한민' is longer than 2 characters"),
      ("string", "minLength: 2", "대", "'대' is shorter than 2 characters"),
    ])
  func constraints(type: String, constraint: String, value: String, message: String) {
    let fields = "{name: a}, {name: v, type: \(type), constraints: {\(constraint)}}"
    let marked = Marked("a,v\n한,▶\(value)\n", in: tradePath)
    #expect(
      load(csv: marked.text, descriptor(fields: fields, schema: "")).diagnostics.map(line) == [
        "\(marked.place): \(message) (field 'v') [csv-constraint]"
      ])
  }
}
