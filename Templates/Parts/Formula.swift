// SPDX-License-Identifier: MIT
import Markup

/// A formula with its indexes lowered and its exponents raised: `x_ik / x_(t−1)`, `(a / b)^(1/n)`.
func formula(_ text: String) -> HTML {
  var pieces: [HTML] = []
  var plain = ""
  var rest = text[...]
  while let mark = rest.popFirst() {
    let index =
      rest.first == "("
      ? String(rest.dropFirst().prefix { $0 != ")" }) : String(rest.prefix { $0.isLetter || $0.isNumber })
    guard mark == "_" || mark == "^", !index.isEmpty else {
      plain.append(mark)
      continue
    }
    rest = rest.dropFirst(index.count + (rest.first == "(" ? 2 : 0))
    pieces += [HTML(text: plain), mark == "_" ? lowered(index) : raised(index)]
    plain = ""
  }
  return HTML(pieces + [HTML(text: plain)])
}

private func lowered(_ text: String) -> HTML {
  """
  <sub>\(text)</sub>
  """
}

private func raised(_ text: String) -> HTML {
  """
  <sup>\(text)</sup>
  """
}
