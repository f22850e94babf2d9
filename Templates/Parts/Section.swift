// SPDX-License-Identifier: MIT
import Markup

/// A part of a page under a heading of the second rank; nothing where the part is empty.
/// - Parameter name: The class of the section.
func section(_ heading: String, _ name: String, _ content: HTML?) -> HTML? {
  guard let content, !content.isEmpty else { return nil }
  return """
    <section class="part \(name)">
    <h2>\(heading)</h2>
    \(content)
    </section>
    """
}

/// The author's text of a page; nothing where there is none.
func prose(_ body: HTML) -> HTML? {
  guard !body.isEmpty else { return nil }
  return """
    <div class="prose">
    \(body)
    </div>
    """
}
