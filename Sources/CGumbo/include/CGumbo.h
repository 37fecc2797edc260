// The HTML5 parser gumbo with memory of its own for each page, and the fields of its nodes, whose
// unions Swift reads slowly.
#ifndef ONRECORD_CGUMBO_H
#define ONRECORD_CGUMBO_H

#include <gumbo.h>
#include <stdbool.h>
#include <stddef.h>

/// A parsed page and all memory that belongs to it.
typedef struct onrecord_html onrecord_html;

/// Parses a page; NULL where that would take more than `limit` bytes of memory.
///
/// The bytes must stay where they are until `onrecord_html_free`.
onrecord_html *onrecord_html_parse(const char *bytes, size_t count, size_t limit);

/// Gives all memory of a page back; does not walk its tree.
void onrecord_html_free(onrecord_html *page);

/// The node of the whole document.
const GumboNode *onrecord_html_document(const onrecord_html *page);

static inline bool onrecord_is_element(const GumboNode *node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

static inline bool onrecord_is_text(const GumboNode *node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
         node->type == GUMBO_NODE_CDATA;
}

/// The number of children; 0 for a text.
static inline unsigned onrecord_child_count(const GumboNode *node) {
  if (node->type == GUMBO_NODE_DOCUMENT) return node->v.document.children.length;
  return onrecord_is_element(node) ? node->v.element.children.length : 0;
}

/// A child; the index must be below the count.
static inline const GumboNode *onrecord_child(const GumboNode *node, unsigned index) {
  const GumboVector *children = node->type == GUMBO_NODE_DOCUMENT ? &node->v.document.children
                                                                   : &node->v.element.children;
  return (const GumboNode *)children->data[index];
}

/// The characters of a text, entities resolved, with a zero behind them.
static inline const char *onrecord_text(const GumboNode *node) { return node->v.text.text; }

/// Where a text or an element begins.
static inline GumboSourcePosition onrecord_position(const GumboNode *node) {
  return onrecord_is_text(node) ? node->v.text.start_pos : node->v.element.start_pos;
}

static inline const GumboAttribute *onrecord_attribute(const GumboNode *element, unsigned index) {
  return (const GumboAttribute *)element->v.element.attributes.data[index];
}

static inline unsigned onrecord_attribute_count(const GumboNode *element) {
  return element->v.element.attributes.length;
}

#endif
