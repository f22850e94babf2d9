// swift-tools-version: 6.1
import PackageDescription

// Layers, low to high; a target depends on lower layers only (ARCHITECTURE.md).
let package = Package(
  name: "briefing",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "briefing", targets: ["briefing"]),
    .library(name: "BriefingKit", targets: ["Commands", "Site", "Figures", "Markup", "Templates"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
    .package(url: "https://github.com/swhitty/FlyingFox", .upToNextMinor(from: "0.27.1")),
  ],
  targets: [
    // 0: words that every layer uses
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CArena"),
    .target(name: "CExchange"),
    .target(name: "Diagnostics"),
    .target(name: "Figures"),
    .target(name: "Markup"),

    // 1: YAML, read by three of the modules above it
    .target(name: "Settings", dependencies: ["Diagnostics", .product(name: "Yams", package: "Yams")]),

    // 1: programs of the machine, run with a limit on their silence
    .target(
      name: "Programs", dependencies: ["Diagnostics", .product(name: "Subprocess", package: "swift-subprocess")]),

    // 1: trade indicators, each defined once for SQL, charts and the glossary
    .target(name: "Indicators", dependencies: ["Figures"]),

    // 2: the fields of the trade, which do not know each other
    .target(name: "Markdown", dependencies: ["CArena", "CMarkGFM", "Diagnostics", "Figures", "Markup"]),
    .target(
      name: "TradeData",
      dependencies: [
        "Diagnostics", "Figures", "Indicators", "Settings", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "Charts", dependencies: ["Diagnostics", "Figures", "Indicators", "Markup", "Settings"]),
    .target(name: "Site", dependencies: ["Figures", "Markup"]),

    // 3: the pipeline and the look, which do not know each other; the preview, which serves the pipeline's pages
    .target(
      name: "Build",
      dependencies: [
        "CExchange", "CZlib", "Charts", "Diagnostics", "Figures", "Indicators", "Markdown", "Markup", "Programs",
        "Settings", "Site", "TradeData",
      ]),
    .target(name: "Import", dependencies: ["CZlib", "Diagnostics", "Figures", "Settings", "TradeData"]),
    .target(
      name: "Templates", dependencies: ["Figures", "Markup", "Site"], path: "Templates",
      resources: [.embedInCode("Assets")]),
    .target(
      name: "Publish",
      dependencies: ["Diagnostics", "Programs", "Settings"]),

    // 3: asks other hosts for the pages that links lead to
    .target(name: "ExternalLinks", dependencies: ["Diagnostics"]),

    .target(
      name: "Preview",
      dependencies: [
        "Build", "Diagnostics", "Markup", "Programs", "Site", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      resources: [.embedInCode("Script")]),

    // 4: the command line
    .target(
      name: "Commands",
      dependencies: [
        "Build", "Diagnostics", "ExternalLinks", "Figures", "Import", "Indicators", "Markdown", "Markup", "Preview",
        "Publish", "Settings", "Site", "TradeData",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], resources: [.embedInCode("Starter")]),
    .executableTarget(name: "briefing", dependencies: ["Commands", "Templates"]),

    // For `make bench`: how long a chart takes, without a site around it
    .executableTarget(
      name: "chart-speed", dependencies: ["Charts", "Diagnostics", "Figures", "Settings"],
      path: "Benchmarks/ChartSpeed"),

    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "FiguresTests", dependencies: ["Figures"]),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"]),
    .testTarget(name: "IndicatorsTests", dependencies: ["Indicators"]),
    .testTarget(name: "SettingsTests", dependencies: ["Settings"]),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Markdown", "Diagnostics", "Markup"], resources: [.copy("Corpus")]),
    .testTarget(name: "TradeDataTests", dependencies: ["TradeData"]),
    .testTarget(
      name: "ChartsTests", dependencies: ["Charts", "Diagnostics", "Figures", "Markup", "Settings"], exclude: ["Golden"]
    ),
    .testTarget(name: "TemplatesTests", dependencies: ["Templates", "Figures", "Markup", "Site"]),
    .testTarget(name: "ProgramsTests", dependencies: ["Programs", "Diagnostics"]),
    .testTarget(name: "PublishTests", dependencies: ["Publish"]),
    .testTarget(
      name: "ImportTests", dependencies: ["CZlib", "Import", "Build", "Templates"], exclude: ["Fixtures", "Golden"]),
    .testTarget(name: "SiteTests", dependencies: ["Build", "Templates"], exclude: ["Golden"]),
    .testTarget(name: "ExternalLinksTests", dependencies: ["ExternalLinks"]),
    .testTarget(name: "PreviewTests", dependencies: ["Preview"]),
  ],
  swiftLanguageModes: [.v6]
)
