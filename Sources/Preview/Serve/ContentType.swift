// SPDX-License-Identifier: MIT

/// What a static host says that a file is, from its ending.
func contentType(_ path: String) -> String {
  let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
  return contentTypes[ending] ?? "application/octet-stream"
}

private let contentTypes = [
  "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
  "csv": "text/csv; charset=utf-8", "txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8",
  "json": "application/json", "xml": "application/xml", "svg": "image/svg+xml", "png": "image/png",
  "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
  "ico": "image/x-icon", "pdf": "application/pdf", "zip": "application/zip", "woff2": "font/woff2",
  "woff": "font/woff", "mp3": "audio/mpeg", "mp4": "video/mp4", "webm": "video/webm",
  "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
]
