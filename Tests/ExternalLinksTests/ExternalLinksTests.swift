// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation
import Testing

@testable import ExternalLinks

@Suite("Links to other hosts")
struct ExternalLinksTests {
  @Test("addresses of this machine and of private networks are told from public ones")
  func closedAddresses() {
    let closed: [[UInt8]] = [
      [127, 0, 0, 1], [10, 1, 2, 3], [172, 16, 0, 1], [172, 31, 9, 9], [192, 168, 1, 1], [169, 254, 169, 254],
      [0, 0, 0, 0], [100, 64, 0, 1], [224, 0, 0, 1], [255, 255, 255, 255],
    ]
    for address in closed { #expect(HostKind.isClosed(ipv4: address), "\(address)") }
    for address in [[8, 8, 8, 8], [172, 32, 0, 1], [192, 169, 0, 1], [193, 0, 0, 1], [100, 128, 0, 1]] as [[UInt8]] {
      #expect(!HostKind.isClosed(ipv4: address), "\(address)")
    }
    func ipv6(_ head: [UInt8], _ tail: [UInt8]) -> [UInt8] {
      head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
    }
    for address in [
      ipv6([], []), ipv6([], [1]), ipv6([0xFE, 0x80], [1]), ipv6([0xFD], [1]), ipv6([], [0xFF, 0xFF, 127, 0, 0, 1]),
      ipv6([0, 0x64, 0xFF, 0x9B], [10, 0, 0, 1]), ipv6([0xFF, 2], [1]),
    ] {
      #expect(HostKind.isClosed(ipv6: address), "\(address)")
    }
    #expect(!HostKind.isClosed(ipv6: ipv6([0x20, 1, 0x0D, 0xB8], [1])))
    #expect(!HostKind.isClosed(ipv6: ipv6([], [0xFF, 0xFF, 8, 8, 8, 8])))
  }

  @Test("a name of this machine is not asked, however it is written", arguments: ["localhost", "127.1", "[::1]", "0"])
  func localNames(_ host: String) async {
    #expect(await HostKind.of(host) == .closed)
  }

  @Test("good answers are kept for a day, others for ten minutes")
  func cache() throws {
    let path = NSTemporaryDirectory() + "briefing-links-\(UUID().uuidString)/answers"
    defer { try? FileManager.default.removeItem(at: URL(fileURLWithPath: path).deletingLastPathComponent()) }
    var cache = AnswerCache(path: path, now: 1000)
    cache.note(LinkAnswer(.fine, ""), for: "https://a.example/")
    cache.note(LinkAnswer(.timeout, "it takes\ttoo\nlong"), for: "https://b.example/")
    cache.write()
    let soon = AnswerCache(path: path, now: 1500)
    #expect(soon.answer("https://a.example/") == LinkAnswer(.fine, ""))
    #expect(soon.answer("https://b.example/")?.kind == .timeout)
    let later = AnswerCache(path: path, now: 1700)
    #expect(later.answer("https://a.example/") != nil)
    #expect(later.answer("https://b.example/") == nil)
    #expect(AnswerCache(path: path, now: 90_000).answer("https://a.example/") == nil)
    #expect(AnswerCache(path: path, now: 10).answer("https://a.example/") == nil, "an answer from the future")
    try Data("no\tcache\n\0".utf8).write(to: URL(fileURLWithPath: path))
    #expect(AnswerCache(path: path, now: 1500).answer("no") == nil)
  }

  @Test("what is said of a link weighs as its rule does, and names every place")
  func diagnostics() throws {
    let places = [Place("a.md", line: 3, column: 4), Place("b.md", line: 1, column: 1)]
    for kind in LinkAnswer.Kind.allCases where kind != .fine {
      let fault = try #require(LinkAnswer(kind, "x").diagnostic("https://a.example/", at: places))
      #expect(fault.severity == Rule.named(fault.rule)?.level.severity)
      #expect(fault.rule == "external-\(kind.rawValue)")
      #expect(fault.place == places[0] && fault.notes == ["also at b.md:1:1"])
    }
    #expect(LinkAnswer(.fine, "").diagnostic("https://a.example/", at: places) == nil)
  }
}
