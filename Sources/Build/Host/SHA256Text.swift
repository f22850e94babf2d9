// SPDX-License-Identifier: MIT
import Diagnostics
import Foundation

/// The SHA-256 digest of some bytes, as base64: what a Content-Security-Policy knows a text by.
func sha256(_ message: some Collection<UInt8>) -> String { Data(sha256Digest(message)).base64EncodedString() }
