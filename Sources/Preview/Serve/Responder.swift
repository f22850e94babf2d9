// SPDX-License-Identifier: MIT
import FlyingFox
import Foundation
import Markup

/// Answers requests: pages and files of the site, the preview's own script and its events.
struct Responder: HTTPHandler {
  let session: Session
  let requestGuard: RequestGuard

  func handleRequest(_ request: HTTPRequest) async -> HTTPResponse {
    var response = await answer(request)
    response.headers[HTTPHeader("Cache-Control")] = "no-store"
    response.headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
    response.headers[HTTPHeader("Cross-Origin-Resource-Policy")] = "same-origin"
    return response
  }

  private func answer(_ request: HTTPRequest) async -> HTTPResponse {
    if let refusal = requestGuard.refusal(
      host: request.headers[.host], origin: request.headers[HTTPHeader("Origin")],
      fetchSite: request.headers[HTTPHeader("Sec-Fetch-Site")], fetchMode: request.headers[HTTPHeader("Sec-Fetch-Mode")]
    ) {
      return text(.forbidden, refusal)
    }
    guard request.method == .GET || request.method == .HEAD else {
      var response = text(.methodNotAllowed, "a preview can only be read")
      response.headers[HTTPHeader("Allow")] = "GET, HEAD"
      return response
    }
    guard let path = requestedPath(request.target.path()) else {
      return text(.badRequest, "this is no address of a site")
    }
    await session.ready()
    switch path.text {
    case ".briefing/preview.js": return file(PackageResources.preview_js, named: "preview.js", request)
    case ".briefing/events": return await events(request)
    default: return await page(path, request)
    }
  }

  private func page(_ path: SitePath, _ request: HTTPRequest) async -> HTTPResponse {
    if !path.file.hasSuffix(".html"), let found = await session.site.file(path.file) {
      return file(found.bytes, named: path.file, request)
    }
    let (page, isFound) = await session.page(path.file)
    if isFound { return file(page.withScript, named: path.file, request) }
    if !path.text.hasSuffix("/"), let folder = SitePath(path.text + "/"), await session.site.file(folder.file) != nil {
      let query = request.target.query()
      var response = text(.found, "the page is at '/\(folder.encoded)'")
      response.headers[.location] = "/\(folder.encoded)\(query.isEmpty ? "" : "?\(query)")"
      return response
    }
    if let target = await session.site.moved(from: path) {
      var response = text(.found, "the page has moved to '/\(target.encoded)'")
      response.headers[.location] = "/\(target.encoded)"
      return response
    }
    let status: HTTPStatusCode = await session.site.isReady ? .notFound : .serviceUnavailable
    return file(page.withScript, named: "404.html", request, status: status)
  }

  private func events(_ request: HTTPRequest) async -> HTTPResponse {
    func value(_ name: String) -> String { request.query.first { $0.name == name }?.value ?? "" }
    guard request.method == .GET, let path = requestedPath(value("page")) else {
      return text(.badRequest, "events are for a page of the site")
    }
    let events = await session.open(path.file, digest: value("digest"), style: value("style"))
    return HTTPResponse(
      statusCode: .ok, headers: [.contentType: "text/event-stream"],
      body: HTTPBodySequence(from: EventBody(events: events)))
  }

  private func file(
    _ bytes: [UInt8], named name: String, _ request: HTTPRequest, status: HTTPStatusCode = .ok
  ) -> HTTPResponse {
    var headers: HTTPHeaders = [.contentType: contentType(name), HTTPHeader("Accept-Ranges"): "bytes"]
    switch status == .ok ? ByteRange(request.headers[.range], of: bytes.count) : .whole {
    case .whole: return response(status, headers, bytes[...], request)
    case .part(let range):
      headers[HTTPHeader("Content-Range")] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)"
      return response(HTTPStatusCode(206, phrase: "Partial Content"), headers, bytes[range], request)
    case .unsatisfiable:
      headers[HTTPHeader("Content-Range")] = "bytes */\(bytes.count)"
      return response(HTTPStatusCode(416, phrase: "Range Not Satisfiable"), headers, [], request)
    }
  }

  private func response(
    _ status: HTTPStatusCode, _ headers: HTTPHeaders, _ bytes: ArraySlice<UInt8>, _ request: HTTPRequest
  ) -> HTTPResponse {
    var headers = headers
    headers[.contentLength] = String(bytes.count)
    let body = request.method == .HEAD ? Data() : Data(bytes)
    return HTTPResponse(
      statusCode: status, headers: headers, body: HTTPBodySequence(data: body, suggestedBufferSize: 1 << 18))
  }

  private func text(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
    HTTPResponse(
      statusCode: status, headers: [.contentType: "text/plain; charset=utf-8"], body: Data("\(text)\n".utf8))
  }
}
