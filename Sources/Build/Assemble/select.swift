// SPDX-License-Identifier: MIT
import Diagnostics
import Figures

/// Why a page is not part of a build.
public struct LeftOut: Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    case draft
    case embargoed(until: Period)
    case expired(on: Period)
  }

  public let path: String
  public let reason: Reason

  /// `is a draft`, `is dated 2025-05-01`, `expired on 2025-05-01`.
  public var text: String {
    switch reason {
    case .draft: "is a draft"
    case .embargoed(let day): "is dated \(day.iso)"
    case .expired(let day): "expired on \(day.iso)"
    }
  }
}

/// Parts the drafts into those that the build shows and those that it leaves out; a translation goes with its original.
func select(
  _ drafts: [Draft], on day: BuildDay, withDrafts: Bool, originalLanguage: Language
) -> (shown: [Draft], leftOut: [LeftOut]) {
  func reason(_ draft: Draft) -> LeftOut.Reason? {
    if draft.front.isDraft, !withDrafts { return .draft }
    if let date = draft.front.date, date > day.day { return .embargoed(until: date) }
    if let expires = draft.front.expires, expires <= day.day { return .expired(on: expires) }
    return nil
  }
  var originals: [String: LeftOut.Reason] = [:]
  for draft in drafts where draft.language == originalLanguage {
    if let reason = reason(draft) { originals[draft.name] = reason }
  }
  var (shown, leftOut): ([Draft], [LeftOut]) = ([], [])
  for draft in drafts {
    if let reason = reason(draft) ?? originals[draft.name] {
      leftOut.append(LeftOut(path: draft.source.path, reason: reason))
    } else {
      shown.append(draft)
    }
  }
  return (shown, leftOut)
}
