// SPDX-License-Identifier: MIT
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Asks one host for its pages, and leaves it alone once it has shown that it does not answer.
actor Host {
  private let exchanger: Exchanger
  private let session: URLSession
  private let options: AskOptions
  /// The answer for all further pages of the host; set once it hangs, is away, or asks to be left alone.
  private var verdict: LinkAnswer?
  private static let redirectLimit = 10

  init(_ exchanger: Exchanger, _ session: URLSession, _ options: AskOptions) {
    self.exchanger = exchanger
    self.session = session
    self.options = options
  }

  /// Follows an address to where it ends.
  func answer(_ address: String) async -> LinkAnswer {
    guard var url = URL(string: address), url.host() != nil else { return LinkAnswer(.unreachable, "it is no address") }
    var seen: Set<String> = []
    var (isMoved, isPermanent) = (false, true)
    for _ in 0...Self.redirectLimit {
      guard seen.insert(url.absoluteString).inserted else { return LinkAnswer(.loop, "it comes back to \(url)") }
      if let refusal = await refusal(of: url) { return refusal }
      let outcome = await outcome(of: url)
      guard case .status(let status, let location?, _) = outcome, [301, 302, 303, 307, 308].contains(status) else {
        let answer = LinkAnswer(outcome, longestWait: options.longestWait)
        return answer.kind == .fine && isMoved && isPermanent ? LinkAnswer(.moved, url.absoluteString) : answer
      }
      guard let next = URL(string: location, relativeTo: url)?.absoluteURL, next.host() != nil else {
        return LinkAnswer(.failing, "\(status), and sends readers to '\(location.prefix(200))'")
      }
      (isMoved, isPermanent) = (true, isPermanent && (status == 301 || status == 308))
      url = next
    }
    return LinkAnswer(.loop, "more than \(Self.redirectLimit) redirects")
  }

  /// Why an address must not be asked.
  private func refusal(of url: URL) async -> LinkAnswer? {
    guard url.scheme == "https" || url.scheme == "http" else {
      return LinkAnswer(.unchecked, "it leads to an address of the scheme '\(url.scheme ?? "")'")
    }
    if options.mayAskPrivate { return nil }
    guard await HostKind.of(url.host() ?? "") == .closed else { return nil }
    return LinkAnswer(.unchecked, "'\(url.host() ?? "")' is this machine or a private network")
  }

  /// HEAD, and GET where a host refuses that; again after a while where it fails.
  private func outcome(of url: URL) async -> Outcome {
    if let verdict { return .known(verdict) }
    var pause = options.pause
    var last = Outcome.timeout
    for attempt in 0..<3 {
      last = await exchanger.send("HEAD", url, over: session)
      if case .status(let status, _, _) = last, status >= 400, status != 429, status != 503 {
        last = await exchanger.send("GET", url, over: session)
      }
      guard attempt < last.attempts - 1, let wait = last.wait(orElse: pause, atMost: options.longestWait) else { break }
      if let verdict { return .known(verdict) }
      try? await Task.sleep(for: .seconds(wait))
      pause *= 3
    }
    let answer = LinkAnswer(last, longestWait: options.longestWait)
    if [.timeout, .unreachable, .tls].contains(answer.kind) || answer.kind == .unchecked && last.isBusy {
      verdict = answer
    }
    return last
  }
}

extension Outcome {
  /// 429: the host wants to be left alone.
  var isBusy: Bool { if case .status(429, _, _) = self { true } else { false } }

  /// How often a page is asked for where this is the answer: a host that is not there is tried once more.
  var attempts: Int { if case .unreachable = self { 2 } else { 3 } }

  /// How long to wait before asking again; nil where that is of no use.
  func wait(orElse pause: Double, atMost longest: Int) -> Double? {
    switch self {
    case .status(429, _, let wait), .status(503, _, let wait):
      wait.map { $0 <= longest ? Double($0) : nil } ?? pause
    case .status(500..., _, _), .unreachable: pause
    // A host that hung once for the whole time is not given it thrice.
    case .timeout, .tls, .status, .known: nil
    }
  }
}

extension LinkAnswer {
  fileprivate init(_ outcome: Outcome, longestWait: Int) {
    switch outcome {
    case .status(200..<300, _, _): self.init(.fine, "")
    case .status(404, _, _): self.init(.gone, "404 Not Found")
    case .status(410, _, _): self.init(.gone, "410 Gone")
    case .status(429, _, let wait?) where wait > longestWait:
      self.init(.unchecked, "429, and the host asks to wait \(wait) seconds")
    case .status(let status, _, _) where [401, 403, 405, 406, 429, 451].contains(status):
      self.init(.unchecked, "the host answers programs with \(status)")
    case .status(let status, _, _): self.init(.failing, "\(status)")
    case .timeout: self.init(.timeout, "it takes too long")
    case .tls(let reason): self.init(.tls, reason)
    case .unreachable(let reason): self.init(.unreachable, reason)
    case .known(let answer): self = answer
    }
  }
}
