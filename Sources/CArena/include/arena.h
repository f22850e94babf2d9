// SPDX-License-Identifier: MIT
#include <stddef.h>

/// Memory for one parse at a time on a thread: handed out in a row, given back all at once.
/// A parser takes thousands of small pieces for a page and gives all of them back at its end.

void *arena_calloc(size_t count, size_t size);
void *arena_realloc(void *piece, size_t size);
/// Does nothing; `arena_reset` takes everything back.
void arena_free(void *piece);
/// Takes back all that this thread was given. No piece may be used after it.
void arena_reset(void);
