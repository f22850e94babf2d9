// SPDX-License-Identifier: MIT
import Markup
import Site

extension PageFrame {
  /// The look's own words in the page's language.
  var words: Words { Words.of(language) }

  /// The whole document around a page's own part.
  func document(_ main: HTML) -> HTML {
    """
    <!doctype html>
    <html lang="\(language.tag)">
    <head>
    \(head)
    </head>
    <body data-kind="\(kind.rawValue)">
    <a class="skip" href="#_main">\(words.skip)</a>
    \(masthead)
    <main id="_main" class="wrap">
    \(main)
    </main>
    \(footer)
    </body>
    </html>

    """
  }
}
