// SPDX-License-Identifier: MIT

/// What a site's host reads besides the site, where site.yml asks for it: `output: [headers, nginx, redirects, gzip, brotli]`.
enum HostFile: String, CaseIterable, Sendable {
  /// `_headers`, as Netlify and Cloudflare Pages read it: how long files may be kept, and what a page may load.
  case headers
  /// `_nginx.conf`, the same policy for a server's block of nginx.
  case nginx
  /// `_redirects`: where pages have moved to. The pages that send readers on by themselves are not written then, since
  /// Netlify would show them instead.
  case redirects
  /// `page.html.gz` beside `page.html`, for servers that send such files as they are.
  case gzip
  /// `page.html.br` likewise.
  case brotli
}

/// Files that are worth compressing: texts of some length. Pictures and fonts are compressed already.
func isCompressible(_ path: String, bytes: Int) -> Bool {
  let ending = path.split(separator: ".").last ?? ""
  return bytes >= 256 && ["html", "css", "js", "svg", "csv", "json", "xml", "txt", "md", "tsv"].contains(ending)
}

extension HostFile {
  /// Whether it tells what stands inside the pages, which are then read for it.
  var needsInlineContent: Bool { self == .headers || self == .nginx }
}

extension SiteModel {
  /// The files for the host that tell of all others.
  func hostFiles(beside taken: [Taken]) -> Rendered {
    var rendered = Rendered()
    let wanted = library.settings.hostFiles
    var inline = InlineContent()
    for part in taken { inline.formUnion(part.inline) }
    if wanted.contains(.headers) {
      rendered.files.append(headers(for: taken.lazy.flatMap(\.files).map(\.path), inline))
    }
    if wanted.contains(.nginx) { rendered.files.append(nginxHeaders(inline)) }
    if wanted.contains(.redirects) {
      rendered.files.append(redirectsFile(redirects(library.pages).redirects, library.site))
    }
    return rendered
  }
}
