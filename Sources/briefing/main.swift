// SPDX-License-Identifier: MIT
import Commands
import Templates

await BriefingTool.run(theme: .standard)
