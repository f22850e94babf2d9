// SPDX-License-Identifier: MIT
import Markup

/// The file `_headers`, as Netlify and Cloudflare Pages read it.
///
/// Cloudflare joins the values of a header that two matching rules set, Netlify takes one of them; so no two rules set
/// the same header for the same path.
///
/// - Parameter paths: All files of the site.
func headers(for paths: some Sequence<String>, _ inline: InlineContent) -> OutputFile {
  var text = """
    # Names in assets/ change with their content. All else is asked for again each time, and sent only when changed.
    /*
    \(safetyHeaders(inline).map { "  \($0.name): \($0.value)" }.joined(separator: "\n"))
    /assets/*
      Cache-Control: public, max-age=31536000, immutable

    """
  // Cloudflare reads a hundred rules. A host that is told nothing has pages asked for again by itself.
  let places = Set(paths.compactMap(topLevelPlace)).sorted()
  for place in places.count <= 96 ? places : [] {
    text += "\(place)\n  Cache-Control: public, max-age=0, must-revalidate\n"
  }
  return OutputFile("_headers", Array(text.utf8))
}

/// The file `_nginx.conf`, which a server's block of nginx includes.
func nginxHeaders(_ inline: InlineContent) -> OutputFile {
  // No value has a quotation mark or a dollar sign in it.
  let lines = safetyHeaders(inline).map { "add_header \($0.name) \"\($0.value)\" always;\n" }
  return OutputFile(
    "_nginx.conf",
    Array(("# Made from what the pages hold: include this in the server's block.\n" + lines.joined()).utf8))
}

private func safetyHeaders(_ inline: InlineContent) -> [(name: String, value: String)] {
  [
    ("Content-Security-Policy", contentPolicy(inline)), ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
  ]
}

/// The rule that covers a file and does not cover assets: `/briefings/*`, `/`, `/rss.xml`.
private func topLevelPlace(_ path: String) -> String? {
  let parts = path.split(separator: "/", maxSplits: 1)
  guard let name = parts.first, name != "assets", !name.hasSuffix(".gz") else { return nil }
  if path == "index.html" { return "/" }
  return SitePath(String(name)).map { "/" + $0.encoded + (parts.count == 1 ? "" : "/*") }
}

/// What a page may load and run: files of the site, and what stands inside its pages by digest.
func contentPolicy(_ inline: InlineContent) -> String {
  func sources(_ digests: Set<String>) -> String {
    (["'self'"] + digests.sorted().map { "'sha256-\($0)'" }).joined(separator: " ")
  }
  var directives = [
    "default-src 'none'", "script-src \(sources(inline.scripts))", "style-src \(sources(inline.styles))",
  ]
  if inline.hasHandlers { directives.append("script-src-attr 'unsafe-inline'") }
  if inline.hasStyleAttributes { directives.append("style-src-attr 'unsafe-inline'") }
  directives += [
    "img-src 'self' data:", "font-src 'self'", "media-src 'self'", "connect-src 'self'", "frame-src 'self'",
    "manifest-src 'self'", "base-uri 'none'", "form-action 'self'",
  ]
  return directives.joined(separator: "; ")
}
