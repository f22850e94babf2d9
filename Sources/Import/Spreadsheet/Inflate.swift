// SPDX-License-Identifier: MIT
import CZlib

/// Unpacks a deflate stream without a header, as zip has it.
///
/// - Parameter size: How many bytes it has to give; memory for no more is taken.
/// - Returns: nil for a stream that is damaged, or gives more or fewer.
func inflated(_ packed: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
  var stream = z_stream()
  // A negative window asks for a stream without zlib's header.
  guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
  defer { inflateEnd(&stream) }
  var input = packed
  var isWhole = false
  // One byte more shows a stream that gives too many.
  let content = [UInt8](unsafeUninitializedCapacity: size + 1) { output, count in
    input.withUnsafeMutableBufferPointer { input in
      (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(input.count))
      (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(size + 1))
      isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END
      count = size + 1 - Int(stream.avail_out)
    }
  }
  return isWhole && content.count == size ? content : nil
}

/// The checksum by which zip knows its parts.
func checksum(_ bytes: [UInt8]) -> UInt32 {
  UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count)))
}
