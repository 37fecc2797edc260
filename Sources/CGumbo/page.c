#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>

#include "CGumbo.h"

// Gumbo frees node by node and by recursion. Here a page's memory comes from a few large pieces that
// are given back at once, and a page that wants too much of it is given up.

typedef struct piece {
  struct piece *next;
  max_align_t start[];
} piece;

struct onrecord_html {
  piece *pieces;
  char *free;
  size_t left;
  size_t taken;
  size_t limit;
  size_t next_size;
  jmp_buf full;
  GumboOutput *output;
};

static void *take(void *userdata, size_t size) {
  onrecord_html *page = userdata;
  const size_t unit = sizeof(max_align_t);
  if (size > page->limit) longjmp(page->full, 1);
  size = (size + unit - 1) / unit * unit;
  if (size > page->left) {
    size_t wanted = size > page->next_size ? size : page->next_size;
    if (page->taken + wanted > page->limit) wanted = size;
    if (page->taken + wanted > page->limit) longjmp(page->full, 1);
    piece *more = malloc(sizeof(piece) + wanted);
    if (!more) longjmp(page->full, 1);
    more->next = page->pieces;
    page->pieces = more;
    page->free = (char *)more->start;
    page->left = wanted;
    page->taken += wanted;
    if (page->next_size < ((size_t)1 << 20)) page->next_size *= 2;
  }
  void *start = page->free;
  page->free += size;
  page->left -= size;
  return start;
}

static void keep(void *userdata, void *start) {
  (void)userdata;
  (void)start;
}

onrecord_html *onrecord_html_parse(const char *bytes, size_t count, size_t limit) {
  onrecord_html *page = calloc(1, sizeof(onrecord_html));
  if (!page) return NULL;
  page->limit = limit;
  page->next_size = (size_t)1 << 16;
  if (setjmp(page->full)) {
    onrecord_html_free(page);
    return NULL;
  }
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = take;
  options.deallocator = keep;
  options.userdata = page;
  options.max_errors = 0;
  page->output = gumbo_parse_with_options(&options, bytes, count);
  return page;
}

void onrecord_html_free(onrecord_html *page) {
  if (!page) return;
  for (piece *one = page->pieces; one;) {
    piece *next = one->next;
    free(one);
    one = next;
  }
  free(page);
}

const GumboNode *onrecord_html_document(const onrecord_html *page) {
  return page->output->document;
}
