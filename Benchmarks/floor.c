// SPDX-License-Identifier: MIT
//
// The floor of the benchmark: reads each Markdown file of a folder, cuts the front matter, renders
// the rest with cmark-gfm and writes it as HTML into another folder.
//
//     floor IN OUT [PROCESSES]
//
// cmark-gfm keeps global state while it parses, so more than one worker means more than one process.

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const extension_names[] = {"table", "strikethrough", "autolink", "tasklist"};

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static char *read_file(const char *path, size_t *size) {
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) fail(path);
  char *bytes = malloc((size_t)status.st_size + 1);
  if (bytes == NULL) fail("malloc");
  size_t length = 0;
  while (length < (size_t)status.st_size) {
    ssize_t got = read(file, bytes + length, (size_t)status.st_size - length);
    if (got <= 0) fail(path);
    length += (size_t)got;
  }
  close(file);
  bytes[length] = 0;
  *size = length;
  return bytes;
}

static const char *after_front_matter(const char *bytes) {
  if (strncmp(bytes, "---\n", 4) != 0) return bytes;
  const char *end = strstr(bytes + 4, "\n---\n");
  return end == NULL ? bytes : end + 5;
}

static void write_file(const char *path, const char *bytes, size_t size) {
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file < 0) fail(path);
  while (size > 0) {
    ssize_t put = write(file, bytes, size);
    if (put <= 0) fail(path);
    bytes += put;
    size -= (size_t)put;
  }
  close(file);
}

static void render(const char *in, const char *out) {
  size_t size;
  char *bytes = read_file(in, &size);
  const char *body = after_front_matter(bytes);
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  for (size_t i = 0; i < sizeof extension_names / sizeof *extension_names; i++)
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extension_names[i]));
  cmark_parser_feed(parser, body, size - (size_t)(body - bytes));
  cmark_node *document = cmark_parser_finish(parser);
  char *html = cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
  write_file(out, html, strlen(html));
  free(html);
  cmark_node_free(document);
  cmark_parser_free(parser);
  free(bytes);
}

static int is_markdown(const struct dirent *entry) {
  size_t length = strlen(entry->d_name);
  return length > 3 && strcmp(entry->d_name + length - 3, ".md") == 0;
}

static void render_share(const char *in, const char *out, struct dirent **entries, int count, int first, int step) {
  char source[4096], target[4096];
  for (int i = first; i < count; i += step) {
    snprintf(source, sizeof source, "%s/%s", in, entries[i]->d_name);
    int stem = (int)strlen(entries[i]->d_name) - 3;
    snprintf(target, sizeof target, "%s/%.*s.html", out, stem, entries[i]->d_name);
    render(source, target);
  }
}

int main(int argc, char **argv) {
  if (argc < 3) {
    fprintf(stderr, "usage: floor IN OUT [PROCESSES]\n");
    return 64;
  }
  int processes = argc > 3 ? atoi(argv[3]) : 1;
  struct dirent **entries;
  int count = scandir(argv[1], &entries, is_markdown, alphasort);
  if (count < 0) fail(argv[1]);
  if (mkdir(argv[2], 0755) != 0) fail(argv[2]);
  cmark_gfm_core_extensions_ensure_registered();

  for (int worker = 1; worker < processes; worker++) {
    pid_t child = fork();
    if (child < 0) fail("fork");
    if (child == 0) {
      render_share(argv[1], argv[2], entries, count, worker, processes);
      _exit(0);
    }
  }
  render_share(argv[1], argv[2], entries, count, 0, processes);
  int failed = 0, status;
  while (wait(&status) > 0)
    if (status != 0) failed = 1;
  return failed;
}
