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

/// The drafts that a build shows and those that it leaves out.
struct Selection: Sendable {
  var shown: [Draft] = []
  var leftOut: [LeftOut] = []
  /// Those that are shown only because the options ask for them, by their files.
  var notices: [String: LeftOut] = [:]
}

/// Parts the drafts into those that are shown and those that are not; a translation goes with its original.
func select(_ drafts: [Draft], on day: BuildDay, _ options: BuildOptions, originalLanguage: Language) -> Selection {
  func reasons(_ draft: Draft) -> [LeftOut.Reason] {
    var reasons: [LeftOut.Reason] = draft.front.isDraft ? [.draft] : []
    if let date = draft.front.date, date > day.day { reasons.append(.embargoed(until: date)) }
    if let expires = draft.front.expires, expires <= day.day { reasons.append(.expired(on: expires)) }
    return reasons
  }
  func isIgnored(_ reason: LeftOut.Reason) -> Bool {
    reason == .draft ? options.withDrafts : options.ignoresDates
  }
  var originals: [String: [LeftOut.Reason]] = [:]
  for draft in drafts where draft.language == originalLanguage {
    let reasons = reasons(draft)
    if !reasons.isEmpty { originals[draft.name] = reasons }
  }
  var selection = Selection()
  for draft in drafts {
    let reasons = reasons(draft) + (originals[draft.name] ?? [])
    if let reason = reasons.first(where: { !isIgnored($0) }) {
      selection.leftOut.append(LeftOut(path: draft.source.path, reason: reason))
    } else {
      selection.shown.append(draft)
      if let reason = reasons.first {
        selection.notices[draft.source.path] = LeftOut(path: draft.source.path, reason: reason)
      }
    }
  }
  return selection
}
