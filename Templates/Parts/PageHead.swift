// SPDX-License-Identifier: MIT
import Markup
import Site

extension PageFrame {
  /// Headline and standfirst.
  var pageHead: HTML {
    """
    <header class="page-head">
    <h1>\(title)</h1>
    \(standfirstLine)
    </header>
    """
  }

  /// The summary under the headline; nothing where there is none.
  var standfirstLine: HTML? {
    guard !summary.isEmpty else { return nil }
    return """
      <p class="standfirst">\(standfirst ?? HTML(text: summary))</p>
      """
  }
}
