// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site

/// What stands at an address that is none. It is served at any depth, so its style is inside it and its links are
/// absolute; it says its sentence in every language of the site.
func notFoundPage(_ page: NotFoundPage) -> HTML {
  let frame = page.frame
  return """
    <!doctype html>
    <html lang="\(frame.language.tag)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(frame.headTitle)</title>
    <meta name="robots" content="noindex">
    \(PageFrame.colourSchemes)
    \(frame.site.inlineStyle)
    </head>
    <body data-kind="\(frame.kind.rawValue)">
    <header class="masthead"><div class="wrap">
    <p class="site-title"><a href="\(frame.site.url.appending(frame.home))">\(frame.site.title.text(in: frame.language))</a></p>
    <span class="house-rule" aria-hidden="true"></span>
    </div></header>
    <main id="_main" class="wrap">
    <div class="columns">
    \(frame.pageHead)
    <ul class="ways-home">\(each: frame.site.languages, { wayHome($0, frame.site) })</ul>
    </div>
    </main>
    </body>
    </html>

    """
}

private func wayHome(_ language: Language, _ site: SiteFacts) -> HTML {
  let words = Words.of(language)
  return """
    <li lang="\(language.tag)">\(words.notFound) \
    <a href="\(site.url.appending(site.home(in: language)))" hreflang="\(language.tag)">\(words.toFrontPage)</a></li>
    """
}
