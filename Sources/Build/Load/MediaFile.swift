// SPDX-License-Identifier: MIT
import Diagnostics

/// A file of `Content/Media`, which is copied as it is.
struct MediaFile: Sendable {
  let file: SourceFile
  /// Nil where it cannot be read; `fault` says why.
  let output: OutputFile?
  let size: ImageSize?
  let fault: Diagnostic?

  init(_ file: SourceFile) {
    self.file = file
    do {
      let bytes = try Disk.read(file.location)
      output = mediaPath(file.path).map { OutputFile($0.file, bytes) }
      size = ImageSize(bytes)
      fault = nil
    } catch {
      (output, size) = (nil, nil)
      fault = .error("file-unreadable", "cannot read the file: \(error.reason)", at: Place(file.path))
    }
  }
}
