// SPDX-License-Identifier: MIT
/// Swaps two paths of one file system in one step.
/// Returns 0; or -1 with errno, ENOSYS or EINVAL where the system cannot.
int exchange_paths(const char *a, const char *b);
