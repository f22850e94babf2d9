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
    <title>\(frame.words.noPage) – \(frame.site.title.text(in: frame.language))</title>
    <meta name="robots" content="noindex">
    <link rel="icon" href="data:,">
    <meta name="color-scheme" content="light dark">
    \(notFoundStyle)
    </head>
    <body data-kind="\(frame.kind.rawValue)">
    <header class="masthead"><div class="wrap">
    <p class="site-title"><a href="\(frame.site.url.appending(frame.home))">\
    \(frame.site.title.text(in: frame.language))</a></p>
    <span class="house-rule" aria-hidden="true"></span>
    </div></header>
    <main id="_main" class="wrap">
    <div class="columns">
    <h1>\(frame.words.noPage)</h1>
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

/// What this page needs of the stylesheet.
private let notFoundStyle: HTML = """
  <style>
  html { color: #16181d; background: #fff; }
  body { margin: 0; font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
  .wrap { max-width: 1180px; margin: 0 auto; padding: 24px 20px 0; }
  a { color: inherit; }
  h1, .site-title { font-family: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", serif; }
  h1 { margin: 24px 0 0; font-size: 34px; line-height: 1.15; }
  .site-title { margin: 0; font-size: 23px; font-weight: 700; line-height: 1.15; }
  .site-title a { text-decoration: none; }
  .house-rule { display: block; width: 84px; height: 3px; margin-top: 13px;
    background: linear-gradient(to right, #a41e25 33.33%, #183369 33.33%, #183369 66.67%, #1aa39d 66.67%); }
  ul { max-width: 660px; margin: 24px 0 0; padding: 0; list-style: none; }
  li { padding: 11px 0; border-top: 1px solid #d9d6ce; }
  @media (prefers-color-scheme: dark) {
    html { color: #ecebe6; background: #15171c; }
    li { border-color: #333842; }
  }
  </style>
  """
