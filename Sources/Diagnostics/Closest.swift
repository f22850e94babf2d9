// SPDX-License-Identifier: MIT

/// The candidate nearest to a mistyped word: at most `limit` edits away and fewer than the word is long.
///
///     closest(to: "sumary", among: ["title", "summary"])   // "summary"
public func closest(to word: String, among candidates: some Sequence<String>, within limit: Int = 3) -> String? {
  let typed = Array(word.lowercased().unicodeScalars.prefix(64))
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let distance = editDistance(typed, Array(candidate.lowercased().unicodeScalars.prefix(64)))
    if distance <= limit, distance < max(typed.count, 2),
      (distance, candidate) < (best?.distance ?? .max, best?.candidate ?? "")
    {
      best = (distance, candidate)
    }
  }
  return best?.candidate
}

/// `did you mean 'summary'?`, else the whole choice when it is short enough to read: `use one of title, summary`.
public func suggestion(for word: String, among candidates: some Collection<String>) -> String? {
  if let match = closest(to: word, among: candidates) { return "did you mean '\(match)'?" }
  return candidates.isEmpty || candidates.count > 40 ? nil : "use one of \(candidates.sorted().joined(separator: ", "))"
}

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  if a.isEmpty || b.isEmpty { return a.count + b.count }
  var row = Array(0...b.count)
  for i in 1...a.count {
    var diagonal = row[0]
    row[0] = i
    for j in 1...b.count {
      let substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)
      diagonal = row[j]
      row[j] = min(substitution, row[j] + 1, row[j - 1] + 1)
    }
  }
  return row[b.count]
}
