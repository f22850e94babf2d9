// SPDX-License-Identifier: MIT
import Figures

/// Everything in the data folder: the tables and what is known about each.
public struct DataPackage: Sendable {
  /// The package's title.
  public let title: String?
  /// What the package holds, in a sentence.
  public let description: String?
  /// In the order of the package's file.
  public let resources: [Resource]
  /// Titles of tables and fields, and names of publishers, in other languages than the package's own.
  public let translations: Translations

  /// A package that was put together in code; `loadDataPackage` reads one from files.
  public init(
    title: String? = nil, description: String? = nil, resources: [Resource] = [], translations: Translations = [:]
  ) {
    self.translations = translations
    self.title = title
    self.description = description
    self.resources = resources
  }

  /// The package with the tables as a database has them, which need not be in memory.
  public func reading(_ database: TradeDatabase) -> DataPackage {
    DataPackage(
      title: title, description: description, resources: database.resources, translations: translations)
  }

  /// A title or a publisher's name in a language; nil where the package has it in its own language only.
  public func translation(of text: String, in language: Language) -> String? { translations[language]?[text] }

  /// The resource of a name, which is also its table's name in SQL; case does not matter, as in SQL.
  public func resource(named name: String) -> Resource? {
    resources.first { $0.name.lowercased() == name.lowercased() }
  }
}
