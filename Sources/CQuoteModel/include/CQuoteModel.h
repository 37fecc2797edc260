// The weights of the quote model, as one block of constant bytes; and its hottest loop.
#ifndef CQUOTEMODEL_H
#define CQUOTEMODEL_H

#include <stddef.h>
#include <stdint.h>

/// The first byte; aligned to 64 bytes, never changed, never freed.
const unsigned char *quote_model_bytes(void);

/// How many bytes there are.
size_t quote_model_length(void);

/// Weights by the hash of a feature. The highest bits of a hash are its bucket; a bucket holds at most
/// one feature. Numbers are little-endian.
typedef struct {
  /// One bit for each bucket: is it taken?
  const uint32_t *taken;
  /// For each 32 buckets, how many before them are taken.
  const uint16_t *before;
  /// For each taken bucket the low half of its hash.
  const uint16_t *low;
  /// For each taken bucket its weight, or its eight weights.
  const int8_t *weights;
  /// 32 less the number of bits of a bucket.
  uint32_t shift;
} quote_table;

/// Features to be looked up together: `first` is the template times 0x9E3779B1 and the first value,
/// `second` the second value, `owner` the index of the sum that a weight is added to. Eight entries
/// past the last must be readable.
typedef struct {
  const uint32_t *first;
  const uint32_t *second;
  const uint32_t *owner;
  size_t count;
} quote_features;

/// Adds the weights of known features to the sums of their owners; for tables of one weight.
void quote_add(const quote_table *table, const quote_features *features, int32_t *sums);

/// The same for tables of eight weights, and eight sums for each owner.
void quote_add_rows(const quote_table *table, const quote_features *features, int16_t *sums);

#endif
