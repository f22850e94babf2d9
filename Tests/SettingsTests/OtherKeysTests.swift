// SPDX-License-Identifier: MIT
import Diagnostics
import Testing

@testable import Settings

@Suite("Other keys")
struct OtherKeysTests {
  @Test("where further keys are permitted, only one that is an edit away from a known key is a warning")
  func otherKeys() throws {
    let setting = try #require(try Setting(yaml: "titel: A\nsumary: B\nours: C\n", at: Place("a.yml", line: 1, column: 1)))
    var fields = Fields(of: setting, as: "a resource")
    _ = fields.text("title")
    _ = fields.text("summary")
    #expect(
      fields.finishAllowingOtherKeys() == [
        .warning(
          "settings-unknown-key", "a resource has no key 'sumary'", at: Place("a.yml", line: 2, column: 1),
          hint: "did you mean 'summary'?")
      ])
  }
}
