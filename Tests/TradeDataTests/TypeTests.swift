// SPDX-License-Identifier: MIT
import Diagnostics
import Figures
import Testing

@testable import TradeData

@Suite("Types of Table Schema")
struct TypeTests {
  private func value(_ text: String, _ field: String) -> (cell: Cell, faults: [String], hints: [String?]) {
    let csv = "v\n\"\(text.replacing("\"", with: "\"\""))\"\n"
    let (package, diagnostics) = load(csv: csv, descriptor(fields: "{name: v, \(field)}", schema: ""))
    let table = package.resources[0].table
    return (table.rowCount > 0 ? table[0, 0] : .null, diagnostics.map(\.message), diagnostics.map(\.hint))
  }

  @Test(
    "days and times in a pattern of one's own are stored so that they sort",
    arguments: [
      ("15/03/2024", "type: date, format: '%d/%m/%Y'", Cell.text("2024-03-15")),
      ("5.3.24", "type: date, format: '%d.%m.%y'", .text("2024-03-05")),
      ("5.3.69", "type: date, format: '%d.%m.%y'", .text("1969-03-05")),
      ("March  5, 2024", "type: date, format: '%B %d, %Y'", .text("2024-03-05")),
      ("05MAR2024", "type: date, format: '%d%b%Y'", .text("2024-03-05")),
      ("100% 20240229", "type: date, format: '100%% %Y%m%d'", .text("2024-02-29")),
      ("03/2024", "type: yearmonth, format: '%m/%Y'", .text("2024-03")),
      ("FY2024", "type: year, format: 'FY%Y'", .integer(2024)),
      ("1:05 pm", "type: time, format: '%I:%M %p'", .text("13:05:00")),
      ("12:05 AM", "type: time, format: '%I:%M %p'", .text("00:05:00")),
      ("2024/03/15 07.30.05", "type: datetime, format: '%Y/%m/%d %H.%M.%S'", .text("2024-03-15T07:30:05")),
      ("15/03/2024", "type: date, format: 'fmt:%d/%m/%Y'", .text("2024-03-15")),
    ])
  func patterns(text: String, field: String, cell: Cell) {
    #expect(value(text, field).faults == [])
    #expect(value(text, field).cell == cell)
  }

  @Test(
    "what is written otherwise than the pattern says, or is no day, is an error",
    arguments: [
      "2024-03-15", "31/02/2024", "15/13/2024", "15/03/24", "15/03/2024 ", "15/mar/2024", "29/02/2023", "1/1/2024x",
    ])
  func otherPatterns(text: String) {
    let (cell, faults, _) = value(text, "type: date, format: '%d/%m/%Y'")
    #expect(faults == ["'\(text)' is not a date written as '%d/%m/%Y' (field 'v', declared as date)"])
    #expect(cell == .null)
  }

  @Test(
    "a pattern that is not read, or gives no whole value, names what is",
    arguments: ["type: date, format: '%A %d %m %Y'", "type: date, format: '%d/%m'", "type: time, format: '%I:%M'"])
  func badPatterns(field: String) throws {
    let (_, faults, hints) = value("1", field)
    #expect(faults.first?.contains("is not supported") == true)
    #expect(hints.first??.contains("%Y %y %m %b %B %d %H %I %M %S %f %p %z are read") == true)
  }

  @Test(
    "times are stored in UTC where they say how far from it they are",
    arguments: [
      ("10:20:30", "time", "10:20:30"), ("10:20:30.25", "time", "10:20:30.25"),
      ("2024-03-15T10:20:30", "datetime", "2024-03-15T10:20:30"),
      ("2024-03-15T10:20:30Z", "datetime", "2024-03-15T10:20:30Z"),
      ("2024-03-01T08:00:00+09:00", "datetime", "2024-02-29T23:00:00Z"),
      ("2024-12-31T20:00:00-05:00", "datetime", "2025-01-01T01:00:00Z"),
    ])
  func times(text: String, type: String, stored: String) {
    #expect(value(text, "type: \(type)").faults == [])
    #expect(value(text, "type: \(type)").cell == .text(stored))
  }

  @Test(
    "other times are errors",
    arguments: [
      ("10:20", "time"), ("24:00:00", "time"), ("10:60:00", "time"), ("2024-02-30T10:20:30", "datetime"),
      ("2024-03-15 10:20:30", "datetime"), ("2024-03-15", "datetime"), ("10:20:30+9", "time"), ("", "time"),
    ])
  func otherTimes(text: String, type: String) {
    let (cell, faults, _) = value(text, "type: \(type), missingValues: ['-']")
    #expect(faults.count == 1)
    #expect(cell == .null)
  }

  @Test("format: any reads times in other forms, and a hint says so")
  func anyTimes() {
    #expect(value("2024-03-15 10:20", "type: datetime, format: any").cell == .text("2024-03-15T10:20:00"))
    #expect(value("15 March 2024 10:20:30", "type: datetime, format: any").cell == .text("2024-03-15T10:20:30"))
    #expect(value("10:20", "type: time, format: any").cell == .text("10:20:00"))
    #expect(
      value("2024-03-15 10:20", "type: datetime").hints == ["add format: any to the field, to read it in other forms"])
  }

  @Test(
    "values with parts are checked, and stored as they are",
    arguments: [
      ("P1Y2M10DT2H30M", "type: duration"), ("P2W", "type: duration"), ("PT0.5S", "type: duration"),
      ("-P1D", "type: duration"), ("126.98,37.57", "type: geopoint"), ("126.98, -37.57", "type: geopoint"),
      ("[126.98, 37.57]", "type: geopoint, format: array"),
      ("{\"lon\": 126.98, \"lat\": 37.57}", "type: geopoint, format: object"),
      ("{\"type\": \"Point\", \"coordinates\": [1, 2]}", "type: geojson"),
      ("{\"type\": \"Topology\", \"objects\": {}}", "type: geojson, format: topojson"),
      ("{\"a\": 1}", "type: object"), ("[1, \"b\", []]", "type: array"), ("a,b", "type: list"),
      ("1;2;3", "type: list, delimiter: ';', itemType: integer"), ("QUJD", "type: string, format: binary"),
      ("QQ==", "type: string, format: binary"),
    ])
  func structures(text: String, field: String) {
    #expect(value(text, field).faults == [])
    #expect(value(text, field).cell == .text(text))
  }

  @Test(
    "values that are not what the type says are errors",
    arguments: [
      ("1Y", "type: duration"), ("P", "type: duration"), ("PT", "type: duration"), ("P1D2Y", "type: duration"),
      ("P1H", "type: duration"), ("P1YT", "type: duration"), ("37.57", "type: geopoint"),
      ("200,37.57", "type: geopoint"), ("126.98,97", "type: geopoint"), ("[1,2,3]", "type: geopoint, format: array"),
      ("{\"lat\": 1}", "type: geopoint, format: object"), ("{\"type\": \"Spot\"}", "type: geojson"),
      ("{\"type\": \"Point\"}", "type: geojson"), ("[1]", "type: geojson"), ("[1]", "type: object"),
      ("{\"a\": 1", "type: object"), ("{}", "type: array"), ("1;x", "type: list, delimiter: ';', itemType: integer"),
      ("QQ=", "type: string, format: binary"), ("Q_==", "type: string, format: binary"),
    ])
  func otherStructures(text: String, field: String) {
    let (cell, faults, _) = value(text, field)
    #expect(faults.count == 1)
    #expect(cell == .null)
  }

  @Test(
    "constraints hold for each type that the standard has them for",
    arguments: [
      ("09:00:00", "type: time, constraints: {minimum: '10:00:00'}", "'09:00:00' is below the minimum 10:00:00"),
      ("P400D", "type: duration, constraints: {maximum: P1Y}", "'P400D' is above the maximum P1Y"),
      ("P13M", "type: duration, constraints: {exclusiveMaximum: P1Y}", "'P13M' is not below P1Y"),
      ("[1,2,3]", "type: array, constraints: {maxLength: 2}", "'[1,2,3]' is longer than 2 parts"),
      ("{}", "type: object, constraints: {minLength: 1}", "'{}' is shorter than 1 parts"),
      ("a,b", "type: list, constraints: {minLength: 3}", "'a,b' is shorter than 3 parts"),
      (
        "01/02/2024", "type: date, format: '%d/%m/%Y', constraints: {minimum: '02/02/2024'}",
        "'2024-02-01' is below the minimum 2024-02-02"
      ),
    ])
  func constraints(text: String, field: String, message: String) {
    #expect(value(text, field).faults == ["\(message) (field 'v')"])
  }

  @Test("a hint is another text than the one it mends")
  func otherText() {
    #expect(value("Mar-24", "type: string, period: true").hints.first??.contains("Mar-24") == false)
    #expect(value("1.5", "type: number, unit: '1', decimalChar: ','").hints.first??.contains("write it") == false)
    #expect(value("20 24", "type: integer, unit: '1'").hints == ["write it without spaces: 2024"])
  }

  @Test("each fault of a cell has a hint")
  func hints() {
    let fields = [
      ("x", "type: integer"), ("9", "type: integer, constraints: {maximum: 5}"), ("", "constraints: {required: true}"),
      ("ab", "constraints: {maxLength: 1}"), ("x", "type: boolean"), ("x", "type: duration"), ("\0", "type: string"),
    ]
    for (text, field) in fields {
      let hints = value(text, field.contains("integer") ? field + ", unit: '1'" : field).hints
      #expect(hints.count == 1 && !hints.contains(nil), "\(field)")
    }
  }
}
