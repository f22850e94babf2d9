// SPDX-License-Identifier: MIT
import Diagnostics
import Testing

@testable import Settings

@Suite("JSON")
struct JSONTests {
  private func read(_ text: String) throws(Diagnostic) -> Setting {
    try Setting(json: Array(text.utf8), at: Place("a.json", line: 1, column: 1))
  }

  @Test("values are read with their line and column")
  func places() throws {
    let setting = try read("{\n  \"한국\": [1, -2.5e3, \"a\\n\\u00e9\\ud83d\\ude00\", null, true],\n  \"b\": {}\n}\n")
    guard case .mapping(let entries) = setting.content, case .list(let list) = entries[0].value.content else {
      Issue.record("no list")
      return
    }
    #expect(entries.map(\.key) == ["한국", "b"])
    #expect(list.map(\.text) == ["1", "-2.5e3", "a\né😀", "", "true"])
    #expect(list.map(\.isQuoted) == [false, false, true, false, false])
    #expect(list.map { "\($0.place.line):\($0.place.column)" } == ["2:10", "2:13", "2:21", "2:46", "2:52"])
    #expect("\(entries[1].keyPlace)" == "a.json:3:3")
  }

  @Test(
    "what is no JSON is an error at its place",
    arguments: [
      ("{\"a\" 1}", "1:6"), ("[1 2]", "1:4"), ("[1,]", "1:4"), ("{a: 1}", "1:2"), ("[1] x", "1:5"), ("[nil]", "1:2"),
      ("[\"a\nb\"]", "1:4"), ("[\"\\x\"]", "1:4"), ("{\n \"a\": [1, 2}\n}\n", "2:12"), ("[01x]", "1:2"),
      ("[0x1F]", "1:2"), ("[+1]", "1:2"), ("[.5]", "1:2"), ("[1.]", "1:2"), ("[01]", "1:2"), ("[-inf]", "1:2"),
      ("[1e+]", "1:2"), ("[--1]", "1:2"), ("[1.2.3]", "1:2"),
    ])
  func faults(text: String, place: String) {
    let fault = #expect(throws: Diagnostic.self) { try self.read(text) }
    #expect(fault?.rule == "json-syntax")
    #expect(fault.map { "\($0.place.line):\($0.place.column)" } == place)
  }

  @Test("a text cut short at any byte is an error at its end")
  func cut() {
    let whole = Array("{\"data\": [{\"a\": \"x\\u00e9\", \"b\": -1.5e3}, null, true]}".utf8)
    for end in 0..<whole.count {
      let fault = #expect(throws: Diagnostic.self) {
        try Setting(json: Array(whole[..<end]), at: Place("a.json", line: 1, column: 1))
      }
      #expect(fault?.rule == "json-cut-short", "\(end)")
      #expect(fault?.place == Place("a.json", line: 1, column: end + 1))
    }
  }

  @Test("deep nesting and too many values are errors, and no crash")
  func limits() {
    let deep = #expect(throws: Diagnostic.self) { try self.read(String(repeating: "[", count: 100_000)) }
    #expect(deep?.rule == "json-syntax")
    let many = #expect(throws: Diagnostic.self) {
      try Setting(json: Array("[1, 2, 3]".utf8), at: Place("a"), nodeLimit: 3)
    }
    #expect(many?.rule == "json-too-large")
  }
}
