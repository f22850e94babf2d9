// SPDX-License-Identifier: MIT
import Diagnostics
import Markup
import Site

/// An address at which a page used to be.
struct Redirect: Sendable {
  let from: SitePath
  let page: Page
}

/// The redirects that pages' `aliases:` ask for.
func redirects(_ pages: [Page]) -> (redirects: [Redirect], diagnostics: [Diagnostic]) {
  var redirects: [Redirect] = []
  var diagnostics: [Diagnostic] = []
  for page in pages {
    for alias in page.draft.front.aliases {
      guard let path = SitePath(String(alias.text.trimmingPrefix("/"))), !path.text.isEmpty else {
        diagnostics.append(
          .error(
            "alias-path", "'\(alias.text)' is no path in the site", at: alias.place, hint: "for example 'old/name/'"))
        continue
      }
      let isPage = path.text.hasSuffix("/") || path.text.hasSuffix(".html")
      redirects.append(Redirect(from: isPage ? path : SitePath(path.text + "/") ?? path, page: page))
    }
  }
  return (redirects, diagnostics)
}

extension Redirect {
  /// A page that sends readers on to where the page is now, for hosts that cannot.
  func file(_ site: SiteFacts) -> OutputFile {
    let (target, canonical) = (page.path.relative(from: from), site.url.appending(page.path))
    let html: HTML = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>\(canonical.text)</title>\
      <link rel="canonical" href="\(canonical)">\
      <meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=\(target)"></head>\
      <body><p><a href="\(target)">\(canonical.text)</a></p></body></html>

      """
    return OutputFile(from.file, html.bytes)
  }
}

/// The file `_redirects`, as Netlify and Cloudflare Pages read it: with the slash at the end and without, which are two
/// addresses for Cloudflare.
func redirectsFile(_ redirects: [Redirect], _ site: SiteFacts) -> OutputFile {
  // A site that lies under a path is put there by something before the host, which knows the whole address only.
  let liesAtRoot = site.url.text.split(separator: "/", omittingEmptySubsequences: true).count <= 2
  let lines = redirects.flatMap { redirect -> [String] in
    let target = liesAtRoot ? "/" + redirect.page.path.encoded : site.url.appending(redirect.page.path).text
    let from = "/" + redirect.from.encoded
    let sources = from.hasSuffix("/") ? [String(from.dropLast()), from] : [from]
    return sources.map { "\($0) \(target) 301" }
  }
  return OutputFile("_redirects", Array(lines.map { $0 + "\n" }.joined().utf8))
}
