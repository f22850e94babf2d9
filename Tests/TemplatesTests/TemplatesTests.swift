// SPDX-License-Identifier: MIT
import Figures
import Markup
import Site
import Testing

@testable import Templates

@Suite("The standard theme")
struct TemplatesTests {
  @Test(
    "every page kind is well-formed in every language, rich or empty, with hostile text in every field",
    arguments: Language.allCases, [true, false])
  func wellFormed(language: Language, isRich: Bool) throws {
    let path = try #require(SitePath("briefings/deep/三つの隣国/"))
    for page in try Sample(language: language, path: path, isRich: isRich, text: Sample.hostile).pages() {
      let found = try elements(of: page.html.description)
      #expect(found.first?.attributes["lang"] == language.tag, "\(page.name)")
      #expect(found.filter { $0.name == "h1" }.count == 1, "\(page.name)")
      #expect(found.filter { $0.name == "main" }.count == 1, "\(page.name)")
      for element in found {
        #expect(element.attributes["onerror"] == nil && element.attributes["style"] == nil, "\(page.name)")
        #expect(element.name != "img", "\(page.name): text became an element")
      }
    }
  }

  @Test("hostile text reaches the page as text, in the structured data too")
  func hostileText() throws {
    let sample = Sample(language: .english, path: .home, isRich: true, text: Sample.hostile)
    for page in try sample.pages() {
      let html = page.html.description
      #expect(html.contains("&amp; &lt; &gt; &quot; &#39; &lt;/script&gt;"), "\(page.name)")
      #expect(!html.contains("</script><img"), "\(page.name)")
    }
  }

  @Test("an id stands once on a page")
  func uniqueIds() throws {
    for page in try Sample(language: .english, path: .home, isRich: true).pages() where page.name != "briefing" {
      let ids = try elements(of: page.html.description).compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count, "\(page.name): \(ids)")
    }
  }

  @Test("links lead to the same places from every depth")
  func relativeLinks() throws {
    let root = try Sample(language: .english, path: .home, isRich: true).pages()[1].html.description
    #expect(root.contains(#"href="assets/site.0a1b.css""#))
    #expect(root.contains(#"src="assets/site.0a1b.js""#))
    #expect(root.contains(#"href="topics/tariffs/""#))
    #expect(root.contains(#"href="data/charts/chart-1.csv""#))

    let path = try #require(SitePath("ja/briefings/三つの隣国/"))
    let deep = try Sample(language: .japanese, path: path, isRich: true).pages()[1].html.description
    #expect(deep.contains(#"href="../../../assets/site.0a1b.css""#))
    #expect(deep.contains(#"src="../../../assets/site.0a1b.js""#))
    #expect(deep.contains(#"href="../../../topics/tariffs/""#))
    #expect(deep.contains(#"href="../../../data/charts/chart-1.csv""#))
    #expect(deep.contains(#"href="../../../charts/chart-1/""#))
  }

  @Test("only the page that is served at any depth has absolute links, and it has no other")
  func absoluteLinks() throws {
    let pages = try Sample(language: .english, path: .home, isRich: true).pages()
    for page in pages {
      for link in try elements(of: page.html.description) where link.name == "a" {
        let href = try #require(link.attributes["href"])
        let isOwn = href.hasPrefix("https://briefing.example/base/")
        #expect(isOwn == (page.name == "not found"), "\(page.name): \(href)")
      }
    }
    let notFound = try #require(pages.last?.html.description)
    #expect(notFound.contains("<style>"))
    #expect(!notFound.contains("<script") && !notFound.contains("rel=\"stylesheet\""))
  }

  @Test("the head names the canonical address, every language and the default")
  func head() throws {
    let path = try #require(SitePath("briefings/three-neighbours/"))
    let html = try Sample(language: .english, path: path, isRich: true).pages()[1].html.description
    #expect(html.contains(#"<link rel="canonical" href="https://briefing.example/base/briefings/three-neighbours/">"#))
    for tag in ["en", "x-default"] {
      let address = "https://briefing.example/base/briefings/three-neighbours/"
      #expect(html.contains(#"<link rel="alternate" hreflang="\#(tag)" href="\#(address)">"#))
    }
    let japanese = "https://briefing.example/base/ja/briefings/%E4%B8%89%E3%81%A4%E3%81%AE%E9%9A%A3%E5%9B%BD/"
    #expect(html.contains(#"<link rel="alternate" hreflang="ja" href="\#(japanese)">"#))
    #expect(html.contains(#"<meta property="og:type" content="article">"#))
    #expect(html.contains(#"<meta property="article:published_time" content="2025-04-28">"#))
  }

  @Test("the language switch leads to the translation, or to where the site begins in that language")
  func languageSwitch() throws {
    let path = try #require(SitePath("briefings/three-neighbours/"))
    let html = try Sample(language: .english, path: path, isRich: true).pages()[1].html.description
    #expect(html.contains(#"<a href="./" lang="en" hreflang="en" aria-current="true">English</a>"#))
    #expect(html.contains(#"%E5%9B%BD/" lang="ja" hreflang="ja">日本語</a>"#))
    #expect(html.contains(#"<a href="../../ko/" lang="ko" hreflang="ko">한국어</a>"#))
  }

  @Test("the navigation marks the page itself and the section that it is in")
  func navigation() throws {
    let section = try #require(SitePath("briefings/"))
    let inside = try #require(SitePath("briefings/three-neighbours/"))
    let own = try Sample(language: .english, path: section, isRich: true).pages()[2].html.description
    #expect(own.contains(#"<li><a href="./" aria-current="page">Plain</a></li>"#))
    let article = try Sample(language: .english, path: inside, isRich: true).pages()[1].html.description
    #expect(article.contains(#"<li><a href="../" aria-current="true">Plain</a></li>"#))
    #expect(article.contains(#"<li><a href="../../data/">Plain</a></li>"#))
  }

  @Test("a figure without a picture shows its table; one with a picture keeps it folded")
  func figures() throws {
    let sample = Sample(language: .korean, path: .home, isRich: true)
    let frame = try sample.frame(.briefing)
    let picture = Theme.standard.figure(sample.figure(hasPicture: true), frame).description
    #expect(picture.matches(of: /<svg/).count == 2)
    #expect(picture.contains("<details><summary>데이터</summary>"))
    #expect(picture.contains("2025년 4월 28일 조회"))
    let table = Theme.standard.figure(sample.figure(hasPicture: false), frame).description
    #expect(table.contains("<table") && !table.contains("<details") && !table.contains("<svg"))
  }

  @Test(
    "a number stays on one line with what it counts, and a period is whole",
    arguments: [
      ("增至原来的3倍多", "增至原来的[3倍]多"), ("出口，万亿美元，2025年8月至2026年7月", "出口，[万亿美元]，[2025年8月至2026年7月]"),
      ("ドル、2013～2024年", "ドル、[2013～2024年]"), ("2025年4月28日まで", "[2025年4月28日]まで"),
      ("수출액, 2025년 8월~2026년 7월", "수출액, [2025년 8월~2026년 7월]"), ("12.5억 달러", "[12.5억] 달러"),
      ("exports, US dollars, 2013–2024", "exports, [US dollars], [2013–2024]"), ("Up 25% in 2024", "Up 25% in 2024"),
      ("2024, 2025", "2024, 2025"), ("", ""), ("<3倍>", "<[3倍]>"), ("품목별, 억 달러", "품목별, [억 달러]"),
      ("在2024年至今", "在[2024年]至今"),
    ])
  func numbers(text: String, marked: String) {
    let expected = HTML(text: marked).description
      .replacing("[", with: "<span class=\"nb\">").replacing("]", with: "</span>")
    #expect(unbroken(text).description == expected)
  }

  @Test("a variant under a picture has its formula set, indexes low and exponents high")
  func formulas() throws {
    let sample = Sample(language: .japanese, path: .home, isRich: true)
    let figure = Figure(
      id: "a", title: "T", subtitle: "S", wide: nil, narrow: nil, description: "D", note: nil,
      variants: [
        VariantLine(title: "CAGR", formula: "(x_n / x_0)^(1/n) − 1", name: "cagr", glossary: .home),
        VariantLine(title: "RCA", formula: "x_ik / x_(t−1) < a_b_", name: "rca", glossary: nil),
      ], sources: [], table: sample.table, csv: .home, svg: nil)
    let html = Theme.standard.figure(figure, try sample.frame(.briefing)).description
    #expect(html.contains("<a href=\"#cagr\">CAGR</a>：(x<sub>n</sub> / x<sub>0</sub>)<sup>1/n</sup> − 1</p>"))
    #expect(html.contains("RCA：x<sub>ik</sub> / x<sub>t−1</sub> &lt; a<sub>b</sub>_</p>"))
  }

  @Test(
    "an event of several days is written as the language writes it",
    arguments: [
      (Language.english, "30 April", " – ", "2 May 2025"), (.japanese, "2025年4月30日", "～", "5月2日"),
      (.korean, "2025년 4월 30일", "~", "5월 2일"), (.chinese, "2025年4月30日", "至", "5月2日"),
    ])
  func ranges(language: Language, first: String, dash: String, last: String) throws {
    let sample = Sample(language: language, path: .home, isRich: true)
    let event = Event(
      id: "talks", date: Period(unit: .day, year: 2025, month: 4, day: 30),
      end: Period(unit: .day, year: 2025, month: 5, day: 2), place: nil, what: "Talks", countries: [], source: "")
    let html = Theme.standard.subject(
      SubjectPage(
        frame: try sample.frame(.topic), country: nil, body: HTML(), contents: [], entries: [],
        pagination: Pagination(number: 1, count: 1, newer: nil, older: nil), events: [event], proposals: [], cases: [],
        sources: [])
    ).description
    #expect(
      html.contains(
        #"<time datetime="2025-04-30">\#(first)</time>\#(dash)<time datetime="2025-05-02">\#(last)</time>"#))
  }

  @Test("the tracker keeps proposals of one field together, whatever lies between them")
  func trackerFields() throws {
    let sample = Sample(language: .english, path: .home, isRich: true)
    let proposals = ["Trade", "Energy", "Trade"].enumerated().map { index, field in
      Proposal(
        id: "p\(index)", who: "A", role: "", what: "W\(index)", field: field, countries: [], date: sample.day,
        status: "proposed", source: "")
    }
    let html = Theme.standard.tracker(
      TrackerPage(frame: try sample.frame(.tracker), body: HTML(), proposals: proposals, source: nil)
    ).description
    #expect(html.matches(of: /<tr class="field">/).count == 2)
    let order = html.matches(of: /id="p(\d)"/).map { String($0.1) }
    #expect(order == ["0", "2", "1"])
  }

  @Test("the timeline opens a month once, and an event that has only a month stands in it")
  func timelineMonths() throws {
    let sample = Sample(language: .english, path: .home, isRich: true)
    let events = ["2025-04-30", "2025-04", "2025-03-22", "2025"].compactMap { Period($0) }.map {
      Event(id: $0.iso, date: $0, end: nil, place: nil, what: "W", countries: [], source: "")
    }
    let html = Theme.standard.timeline(
      TimelinePage(frame: try sample.frame(.timeline), body: HTML(), events: events, source: nil)
    ).description
    #expect(html.matches(of: /<h2>([^<]*)<\/h2>/).map { String($0.1) } == ["April 2025", "March 2025", "2025"])
  }

  @Test("the assets are there, the script under 4 KB, and none asks another host")
  func assets() throws {
    #expect(Theme.standard.assets.map(\.role) == [.stylesheet, .script, .icon])
    for asset in Theme.standard.assets {
      let text = String(decoding: asset.bytes, as: UTF8.self)
      #expect(!text.isEmpty)
      #expect(!text.contains("url(") && !text.contains("@import"), "\(asset.name)")
      #expect(!text.replacing("http://www.w3.org/2000/svg", with: "").contains("://"), "\(asset.name)")
      if asset.role == .script { #expect(asset.bytes.count < 4096) }
    }
  }
}
