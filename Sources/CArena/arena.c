// SPDX-License-Identifier: MIT
#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Pieces stand behind a header with their size, aligned to 16 bytes, in chunks that are linked backwards.
typedef struct chunk {
  struct chunk *previous;
  size_t capacity;
  size_t used;
  size_t padding;
} chunk;

enum { alignment = 16, usual_chunk = 1 << 20 };

static __thread chunk *current;

static chunk *new_chunk(size_t needed) {
  size_t capacity = needed > usual_chunk ? needed : usual_chunk;
  chunk *fresh = malloc(sizeof(chunk) + capacity);
  if (fresh == NULL) abort(); // as cmark's own allocator does
  fresh->previous = current;
  fresh->capacity = capacity;
  fresh->used = 0;
  return fresh;
}

static void *take(size_t size) {
  if (size > SIZE_MAX / 2) abort();
  size_t needed = alignment + ((size + alignment - 1) & ~(size_t)(alignment - 1));
  if (current == NULL || current->capacity - current->used < needed) current = new_chunk(needed);
  char *piece = (char *)(current + 1) + current->used + alignment;
  current->used += needed;
  ((size_t *)piece)[-1] = needed - alignment;
  return piece;
}

void *arena_calloc(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / 2 / size) abort();
  return memset(take(count * size), 0, count * size);
}

void *arena_realloc(void *piece, size_t size) {
  if (piece == NULL) return take(size);
  size_t had = ((size_t *)piece)[-1];
  if (size <= had) return piece;
  char *end = (char *)(current + 1) + current->used;
  size_t rounded = (size + alignment - 1) & ~(size_t)(alignment - 1);
  if ((char *)piece + had == end && size < SIZE_MAX / 2 && current->capacity - current->used >= rounded - had) {
    current->used += rounded - had; // the last piece grows where it is
    ((size_t *)piece)[-1] = rounded;
    return piece;
  }
  return memcpy(take(size), piece, had);
}

void arena_free(void *piece) { (void)piece; }

void arena_reset(void) {
  while (current != NULL && (current->previous != NULL || current->capacity > usual_chunk)) {
    chunk *previous = current->previous;
    free(current);
    current = previous;
  }
  if (current != NULL) current->used = 0;
}
