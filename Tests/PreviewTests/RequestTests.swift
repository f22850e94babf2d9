// SPDX-License-Identifier: MIT
import Testing

@testable import Preview

@Suite("Requests to the preview")
struct RequestTests {
  @Test(
    "a range is a part of the file, or not",
    arguments: [
      ("bytes=0-4", ByteRange.part(0..<5)), ("bytes=5-", .part(5..<10)), ("bytes=-3", .part(7..<10)),
      ("bytes=-30", .part(0..<10)), ("bytes=2-99", .part(2..<10)), ("bytes=10-", .unsatisfiable),
      ("bytes=10-12", .unsatisfiable), ("bytes=-0", .unsatisfiable), ("bytes=4-2", .whole), ("bytes=0-1,3-4", .whole),
      ("lines=1-2", .whole), ("bytes=a-b", .whole), ("bytes=", .whole), ("bytes=-", .whole),
      ("bytes=0-99999999999999999999", .part(0..<10)),
    ])
  func ranges(header: String, expected: ByteRange) {
    #expect(ByteRange(header, of: 10) == expected)
  }

  @Test("a path is decoded once and leads to a place of the site")
  func paths() {
    #expect(requestedPath("/")?.file == "index.html")
    #expect(requestedPath("/briefings/%ED%95%9C/")?.file == "briefings/한/index.html")
    #expect(requestedPath("/a%2520b")?.file == "a%20b")
  }

  @Test(
    "a target that is no place of a site has no path",
    arguments: [
      "", "x", "*", "http://x/", "/..", "/../x", "/%2e%2e/x", "/..%2fx", "/a/./b", "//x", "/%00", "/%", "/%zz", "/%ff",
      "/a%5c..%5cb", "/%0a",
    ])
  func noPaths(target: String) {
    #expect(requestedPath(target) == nil)
  }

  @Test("only this machine's own names are answered on loopback")
  func hosts() {
    let loopback = RequestGuard(address: nil)
    let open = RequestGuard(address: "0.0.0.0")
    func isRefused(_ requestGuard: RequestGuard, _ host: String?, origin: String? = nil) -> Bool {
      requestGuard.refusal(host: host, origin: origin, fetchSite: nil, fetchMode: nil) != nil
    }
    for host in ["localhost", "LocalHost:80", "127.0.0.1:8080", "[::1]", "[::1]:8080"] {
      #expect(!isRefused(loopback, host))
      #expect(!isRefused(loopback, host, origin: "http://\(host)"))
      #expect(isRefused(loopback, host, origin: "http://evil.example"))
    }
    for host in [nil, "", "evil.example", "127.0.0.1.evil.example", "192.168.0.5", "localhost:port", "localhost:"] {
      #expect(isRefused(loopback, host))
    }
    #expect(!isRefused(open, "192.168.0.5:8080"))
    #expect(isRefused(open, "evil.example"))
  }
}
