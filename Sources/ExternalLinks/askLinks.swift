// SPDX-License-Identifier: MIT
import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// How other hosts are asked.
public struct AskOptions: Sendable {
  /// Names the tool to the hosts.
  public var agent: String
  /// The file that keeps answers between runs.
  public var cache: String
  /// The longest that one request takes, in seconds.
  public var seconds = 20.0
  /// The longest that a host is waited for where it asks for it, in seconds.
  public var longestWait = 30
  /// How long after a failure the first new attempt is made, in seconds; the next one takes three times as long.
  public var pause = 2.0
  /// Whether hosts of this machine and of private networks may be asked.
  public var mayAskPrivate = false

  public init(agent: String, cache: String) {
    self.agent = agent
    self.cache = cache
  }
}

/// Asks other hosts for pages: twelve hosts at once, two pages of a host at once, each page once.
///
/// - Parameter progress: Told how many have been answered.
/// - Returns: An answer for each address.
public func askLinks(
  _ addresses: [String], _ options: AskOptions, progress: @escaping @Sendable (Int) -> Void
) async -> [String: LinkAnswer] {
  var cache = AnswerCache(path: options.cache)
  var answers: [String: LinkAnswer] = [:]
  for address in addresses { answers[address] = cache.answer(address) }
  let exchanger = Exchanger(agent: options.agent, seconds: options.seconds)
  let session = exchanger.session()
  defer { session.finishTasksAndInvalidate() }
  let open = addresses.filter { answers[$0] == nil }
  let hosts = Dictionary(grouping: open) { address in
    URL(string: address).map { "\($0.host() ?? "") \($0.port ?? 0)".lowercased() } ?? ""
  }.sorted { $0.key < $1.key }
  let (stream, feed) = AsyncStream.makeStream(of: (String, LinkAnswer).self)
  async let asked: Void = {
    _ = await concurrentMap(hosts, atMost: 12) { _, addresses in
      let host = Host(exchanger, session, options)
      _ = await concurrentMap(addresses, atMost: 2) { address in feed.yield((address, await host.answer(address))) }
    }
    feed.finish()
  }()
  for await (address, answer) in stream {
    answers[address] = answer
    cache.note(answer, for: address)
    progress(answers.count)
  }
  await asked
  if !open.isEmpty { cache.write() }
  return answers
}

/// Applies a function to all elements, so many at once; results come back in input order.
private func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], atMost width: Int, _ transform: @escaping @Sendable (Element) async -> Result
) async -> [Result] {
  await withTaskGroup(of: (Int, Result).self) { group in
    var results = [Result?](repeating: nil, count: elements.count)
    for (index, element) in elements.enumerated() {
      if index >= width, let (done, result) = await group.next() { results[done] = result }
      group.addTask { (index, await transform(element)) }
    }
    for await (done, result) in group { results[done] = result }
    return results.compactMap(\.self)
  }
}
