// SPDX-License-Identifier: MIT

extension Rule {
  /// What only `briefing check` looks at.
  static let output: [Entry] = [
    warning("alt-file-name", "The alternative text of a picture is the name of a file."),
    warning("alt-missing", "A picture has no alternative text."),
    always("brotli-failed", "The program brotli could not compress a file."),
    warning("brotli-missing", "The site asks for .br files, and the program brotli is not installed."),
    always("card-failed", "The program rsvg-convert could not draw a chart's card for social networks."),
    warning("card-missing", "Charts get no cards for social networks: the program rsvg-convert is not installed."),
    error("duplicate-id", "A page has an id twice, so that links to it may lead to the wrong place."),
    warning("duplicate-title", "Two pages in one language have the same title."),
    error("feed-form", "A feed or the sitemap is not well formed."),
    error("feed-id", "Two entries of a feed have the same id."),
    warning("heading-order", "The headings of a page skip a level."),
    warning("heading-top", "A page has no heading of level 1, or more than one."),
    warning("orphan-page", "No links lead from the home page to a page."),
    error("output-anchor", "A link of a finished page names an id that the other page does not have."),
    error("output-file", "A finished page shows or loads a file that the site does not have."),
    error("output-link", "A link of a finished page leads to a file that the site does not have."),
    warning("page-weight", "A page and what it loads are heavier than the limit."),
    note("unused-media", "A file of Content/Media is on no page."),
  ]

  /// What only `briefing check --external` looks at.
  static let external: [Entry] = [
    warning("external-failing", "The other host answers with an error of its own (5xx), or one that is not expected."),
    error("external-gone", "The other host says that the page is not there (404, 410)."),
    warning("external-loop", "The other host sends readers in a circle."),
    note("external-moved", "The page has moved for good; the link works, but should name the new address."),
    warning("external-timeout", "The other host does not answer in time."),
    warning("external-tls", "The other host has no valid certificate."),
    note(
      "external-unchecked", "The link could not be checked: the host refuses to answer programs, or is a private one."),
    warning("external-unreachable", "The other host cannot be reached, or does not exist."),
  ]
}
