// SPDX-License-Identifier: MIT
import FlyingSocks
import Markup

/// What the preview tells a page, as the lines of an event stream.
enum ServerEvent: Sendable {
  case reload
  case style(from: String, to: String)
  case problems(JSON)
  /// A window that loses the preview asks for it again before its reader sees it: templates are new.
  case reconnectSoon
  /// Says nothing; finds out whether somebody still listens.
  case ping

  var bytes: [UInt8] {
    switch self {
    case .reload: Array("event: reload\ndata:\n\n".utf8)
    case .style(let from, let to):
      Array("event: style\ndata: \((["from": .string(from), "to": .string(to)] as JSON).text)\n\n".utf8)
    case .problems(let problems): Array("event: problems\ndata: \(problems.text)\n\n".utf8)
    case .reconnectSoon: Array("retry: 250\n\n".utf8)
    case .ping: Array(":\n\n".utf8)
    }
  }
}

/// The events for one page, as the body of a response that does not end.
struct EventBody: AsyncBufferedSequence {
  let events: AsyncStream<ServerEvent>

  func makeAsyncIterator() -> Iterator { Iterator(events: events.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    fileprivate var events: AsyncStream<ServerEvent>.Iterator
    private var rest: ArraySlice<UInt8> = []

    fileprivate init(events: AsyncStream<ServerEvent>.Iterator) { self.events = events }

    mutating func next() async -> UInt8? { await nextBuffer(suggested: 1)?.first }

    mutating func nextBuffer(suggested count: Int) async -> [UInt8]? {
      if rest.isEmpty { rest = await events.next()?.bytes[...] ?? [] }
      let buffer = Array(rest.prefix(count))
      rest = rest.dropFirst(count)
      return buffer.isEmpty ? nil : buffer
    }
  }
}
