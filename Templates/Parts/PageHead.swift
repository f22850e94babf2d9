// SPDX-License-Identifier: MIT
import Markup
import Site

extension PageFrame {
  /// Headline and standfirst.
  var pageHead: HTML {
    """
    <header class="page-head">
    <h1>\(title)</h1>
    \(standfirst)
    </header>
    """
  }

  var standfirst: HTML? {
    guard !summary.isEmpty else { return nil }
    return """
      <p class="standfirst">\(summary)</p>
      """
  }
}
