// SPDX-License-Identifier: MIT
import CMarkGFM
