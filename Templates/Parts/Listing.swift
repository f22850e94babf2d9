// SPDX-License-Identifier: MIT
import Markup
import Site

/// A piece of source text under the name of its file: keys of YAML and the lines around blocks stand out.
func listing(_ listing: Listing) -> HTML {
  """
  <div class="listing"><p class="listing-file"><code>\(listing.file)</code></p>
  <pre tabindex="0"><code>\(each: lines(of: listing.text), sourceLine)</code></pre></div>

  """
}

private func lines(of text: String) -> [Substring] {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  if lines.last?.isEmpty == true { lines.removeLast() }
  return lines
}

private func sourceLine(_ line: Substring) -> HTML {
  if line.hasPrefix("```") || line.hasPrefix("~~~") { return "<i>\(String(line))</i>\n" }
  let key = line.prefix { $0 == " " || $0 == "-" }.count
  let name = line.dropFirst(key).prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
  let rest = line.dropFirst(key + name.count)
  guard !name.isEmpty, rest == ":" || rest.hasPrefix(": ") else { return HTML(text: String(line) + "\n") }
  return "\(String(line.prefix(key)))<b>\(String(name))</b>\(String(rest))\n"
}
