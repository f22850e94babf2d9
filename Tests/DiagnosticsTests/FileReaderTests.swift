// SPDX-License-Identifier: MIT
import Testing

@testable import Diagnostics

@Suite("File reader")
struct FileReaderTests {
  @Test("files in memory are read by path, and one that is not there is missing")
  func memory() throws {
    let reader = FileReader(["a/b.csv": [1, 2]])
    #expect(try reader.read("a/b.csv") == [1, 2])
    #expect(throws: FileFault.missing) { try reader.read("b.csv") }
  }
}
