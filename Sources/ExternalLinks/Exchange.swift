// SPDX-License-Identifier: MIT
import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// What one request came to.
enum Outcome: Sendable {
  /// A status, where a redirect leads, and how long the host asks to wait.
  case status(Int, location: String?, wait: Int?)
  case timeout
  case tls(String)
  case unreachable(String)
  /// What is known of the host already.
  case known(LinkAnswer)
}

/// Sends single requests. Redirects are not followed and bodies not read: the head is all that is asked for.
final class Exchanger: NSObject, URLSessionDataDelegate, Sendable {
  private let waiting = Mutex<[Int: CheckedContinuation<Outcome, Never>]>([:])
  private let agent: String
  private let seconds: Double

  init(agent: String, seconds: Double) {
    self.agent = agent
    self.seconds = seconds
  }

  /// A session of its own for each run: it keeps no cookies, no cache and no credentials.
  func session() -> URLSession {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    configuration.timeoutIntervalForRequest = seconds
    configuration.timeoutIntervalForResource = seconds
    configuration.httpMaximumConnectionsPerHost = 2
    return URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
  }

  func send(_ method: String, _ url: URL, over session: URLSession) async -> Outcome {
    var request = URLRequest(url: url, timeoutInterval: seconds)
    request.httpMethod = method
    request.setValue(agent, forHTTPHeaderField: "User-Agent")
    request.setValue("text/html,*/*;q=0.8", forHTTPHeaderField: "Accept")
    let task = session.dataTask(with: request)
    return await withCheckedContinuation { continuation in
      waiting.withLock { $0[task.taskIdentifier] = continuation }
      // A host that sends its head byte by byte never lets the session's own limit run out.
      let limit = DispatchTime.now() + seconds
      DispatchQueue.global().asyncAfter(deadline: limit) { [weak self] in
        if self?.answer(task, .timeout) == true { task.cancel() }
      }
      task.resume()
    }
  }

  /// - Returns: Whether somebody was waiting for it.
  @discardableResult
  private func answer(_ task: URLSessionTask, _ outcome: Outcome) -> Bool {
    guard let continuation = waiting.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else { return false }
    continuation.resume(returning: outcome)
    return true
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    answer(dataTask, Outcome(response))
    completionHandler(.cancel)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    answer(task, Outcome(response))
    completionHandler(nil)
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    if let response = task.response, error == nil {
      answer(task, Outcome(response))
    } else {
      answer(task, Outcome(error))
    }
  }
}

extension Outcome {
  fileprivate init(_ response: URLResponse) {
    guard let response = response as? HTTPURLResponse else {
      self = .unreachable("no answer in HTTP")
      return
    }
    let wait = response.value(forHTTPHeaderField: "Retry-After").map(seconds)
    self = .status(response.statusCode, location: response.value(forHTTPHeaderField: "Location"), wait: wait ?? nil)
  }

  fileprivate init(_ error: (any Error)?) {
    guard let error = error as? URLError else {
      self = .unreachable(error.map { "\($0)" } ?? "no answer")
      return
    }
    switch error.code {
    case .timedOut: self = .timeout
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
      .clientCertificateRequired:
      self = .tls(error.localizedDescription)
    default:
      // On Linux the code says nothing of certificates; libcurl's words do (measured).
      let words = error.localizedDescription
      let isTLS = ["SSL", "TLS", "certificate"].contains { words.contains($0) }
      self = isTLS ? .tls(words) : .unreachable(words)
    }
  }
}

/// `Retry-After`: seconds, or a date.
private func seconds(_ text: String) -> Int? {
  if let seconds = Int(text) { return max(0, seconds) }
  let format = DateFormatter()
  format.locale = Locale(identifier: "en_US_POSIX")
  format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
  return format.date(from: text).map { max(0, Int($0.timeIntervalSinceNow.rounded(.up))) }
}
