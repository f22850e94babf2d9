// SPDX-License-Identifier: MIT
import Markup
import Site
