// SPDX-License-Identifier: MIT
import Figures
import Markup

/// What is true of the whole site: from site.yml and the theme's assets.
public struct SiteFacts: Sendable, Hashable {
  public let title: LocalText
  public let tagline: LocalText
  public let publisher: String
  /// Where the site will be read; for canonical links, feeds and the sitemap only.
  public let url: ExternalURL
  /// The first is the language of the site's root; the others live under their code.
  public let languages: [Language]
  public let navigation: [NavigationItem]
  public let stylesheet: SitePath
  public let script: SitePath?
  public let icon: SitePath?

  public init(
    title: LocalText, tagline: LocalText, publisher: String, url: ExternalURL, languages: [Language],
    navigation: [NavigationItem], stylesheet: SitePath, script: SitePath?, icon: SitePath?
  ) {
    self.title = title
    self.tagline = tagline
    self.publisher = publisher
    self.url = url
    self.languages = languages
    self.navigation = navigation
    self.stylesheet = stylesheet
    self.script = script
    self.icon = icon
  }

  /// Where the site begins in a language.
  public func home(in language: Language) -> SitePath {
    language == languages.first ? .home : SitePath("\(language.rawValue)/") ?? .home
  }
}

/// An entry of the site's navigation.
public struct NavigationItem: Sendable, Hashable {
  public let title: LocalText
  public let path: SitePath

  public init(title: LocalText, path: SitePath) {
    self.title = title
    self.path = path
  }
}
