// SPDX-License-Identifier: MIT
import Diagnostics

/// What became of asking another host for a page.
public struct LinkAnswer: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The page is there.
    case fine
    /// It is, at another address for good.
    case moved
    /// It is not (404, 410).
    case gone
    /// The host has an error of its own (5xx), or answers with a status that says nothing of the page.
    case failing
    /// The host does not answer programs (401, 403, 429), or must not be asked.
    case unchecked
    case timeout, unreachable, tls, loop
  }

  public let kind: Kind
  /// A status, the new address, or the reason in words; one line.
  public let detail: String

  init(_ kind: Kind, _ detail: String) {
    self.kind = kind
    self.detail = detail.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

extension LinkAnswer {
  /// What is to be said about a link; nil where it is fine.
  ///
  /// - Parameter places: Where the link is written, at least one.
  public func diagnostic(_ address: String, at places: [Place]) -> Diagnostic? {
    guard let place = places.first else { return nil }
    let notes = places.dropFirst().prefix(5).map { "also at \($0)" }
    let link = "'\(address)'"
    switch kind {
    case .fine: return nil
    case .moved:
      return .note("external-moved", "\(link) has moved for good", at: place, hint: "write \(detail)", notes: notes)
    case .gone:
      return .error(
        "external-gone", "\(link) is not there any more: \(detail)", at: place,
        hint: "find its new address, or a copy in an archive", notes: notes)
    case .failing:
      return .warning(
        "external-failing", "the host of \(link) answers \(detail)", at: place, hint: "look at it later, or by hand",
        notes: notes)
    case .unchecked:
      return .note(
        "external-unchecked", "\(link) could not be checked: \(detail)", at: place, hint: "look at it by hand",
        notes: notes)
    case .timeout:
      return .warning(
        "external-timeout", "the host of \(link) does not answer: \(detail)", at: place,
        hint: "look at it later, or by hand", notes: notes)
    case .unreachable:
      return .warning(
        "external-unreachable", "the host of \(link) cannot be reached: \(detail)", at: place,
        hint: "is the address right?", notes: notes)
    case .tls:
      return .warning(
        "external-tls", "the host of \(link) has no valid certificate: \(detail)", at: place,
        hint: "readers will be warned; link to another host", notes: notes)
    case .loop:
      return .warning(
        "external-loop", "\(link) is sent in a circle: \(detail)", at: place, hint: "look at it by hand", notes: notes)
    }
  }
}
