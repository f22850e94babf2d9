// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation

/// A link to another host, and where editors wrote it.
public struct OutgoingLink: Sendable, Hashable {
  /// Without its fragment.
  public let address: String
  /// At least one, in the site's order.
  public let places: [Place]
}

/// Every link of the finished pages to another host, by address. Those to the site's own address are not among them.
func outgoingLinks(_ facts: [OutputFacts], library: Library) -> [OutgoingLink] {
  let site = OutputSite(facts, library: library)
  var places: [String: [Place]] = [:]
  for page in site.pages where !page.facts.isRedirect {
    let written = page.page.map { ([$0.draft.document] + $0.draft.points).flatMap(\.links) } ?? []
    for link in Set(page.facts.links) where link.hasPrefix("https://") || link.hasPrefix("http://") {
      if site.target(link, from: page.facts.path) != nil { continue }
      // The page has it percent-encoded, the text as it was written.
      let plain = link.removingPercentEncoding ?? link
      let own = written.filter { link in
        link.isExternal && (link.destination.removingPercentEncoding ?? link.destination) == plain
      }.map(\.place)
      places[String(link.prefix { $0 != "#" }), default: []] += own.isEmpty ? [site.place(of: page)] : own
    }
  }
  return places.map { address, places in
    // A place in a text tells more than a file as a whole.
    let exact = Set(places).sorted()
    return OutgoingLink(address: address, places: exact.filter { $0.line > 0 } + exact.filter { $0.line == 0 })
  }.sorted { ($0.places[0], $0.address) < ($1.places[0], $1.address) }
}
