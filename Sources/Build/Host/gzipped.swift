// SPDX-License-Identifier: MIT
import CZlib

/// The bytes as a gzip file without name or time stamp, so that the same bytes give the same file.
///
/// - Returns: nil where the result would be no smaller.
func gzipped(_ bytes: [UInt8]) -> [UInt8]? {
  var stream = z_stream()
  // 15 is the widest window; 16 more ask for the header of gzip, in which zlib leaves the time at zero.
  let version = ZLIB_VERSION
  let size = Int32(MemoryLayout<z_stream>.size)
  guard deflateInit2_(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, version, size) == Z_OK
  else { return nil }
  defer { deflateEnd(&stream) }
  var input = bytes
  var isWhole = false
  let compressed = [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
    input.withUnsafeMutableBufferPointer { input in
      (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
      (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(output.count))
      isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END
      count = output.count - Int(stream.avail_out)
    }
  }
  return isWhole && compressed.count < bytes.count ? compressed : nil
}
