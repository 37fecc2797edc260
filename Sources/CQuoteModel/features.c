// Looks features up, mostly those that a table does not know. A block is hashed and its buckets tried
// first; what is left is looked up in a second loop. Neither branches on whether a feature is known,
// and memory is waited for in parallel.
#include "CQuoteModel.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { block = 256 };

/// Features that may be known, and for those that are: their rows and owners.
typedef struct {
  uint32_t hash[block + 8];
  uint32_t word[block + 8];
  uint32_t owner[block + 8];
  uint32_t row[block + 8];
} found;

static inline uint32_t hash_of(uint32_t first, uint32_t second) {
  uint32_t hash = first * 0x85EBCA6Bu + second;
  hash ^= hash >> 15;
  hash *= 0xC2B2AE35u;
  return hash ^ hash >> 13;
}

static inline size_t known(const quote_table *table, found *found, size_t count) {
  size_t known = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t hash = found->hash[i], bucket = hash >> table->shift;
    uint32_t below = found->word[i] & ((1u << (bucket & 31)) - 1);
    uint32_t row = table->before[bucket >> 5] + (uint32_t)__builtin_popcount(below);
    found->row[known] = row;
    found->owner[known] = found->owner[i];
    known += table->low[row] == (uint16_t)hash;
  }
  return known;
}

typedef size_t (*finder)(
    const quote_table *table, const quote_features *features, size_t start, found *found);

static size_t find_plain(
    const quote_table *table, const quote_features *features, size_t start, found *found) {
  size_t end = start + block < features->count ? start + block : features->count;
  size_t count = 0;
  for (size_t i = start; i < end; i++) {
    uint32_t hash = hash_of(features->first[i], features->second[i]);
    uint32_t bucket = hash >> table->shift;
    uint32_t word = table->taken[bucket >> 5];
    found->hash[count] = hash;
    found->word[count] = word;
    found->owner[count] = features->owner[i];
    count += word >> (bucket & 31) & 1;
  }
  return known(table, found, count);
}

#if defined(__x86_64__)
/// For each set of eight lanes where they go when the set is packed; filled once.
static uint64_t packings[256];

__attribute__((constructor)) static void fill_packings(void) {
  for (unsigned set = 0; set < 256; set++) {
    uint64_t lanes = 0;
    unsigned count = 0;
    for (unsigned lane = 0; lane < 8; lane++) {
      if (set >> lane & 1) lanes |= (uint64_t)lane << 8 * count++;
    }
    packings[set] = lanes;
  }
}

__attribute__((target("avx2,popcnt,bmi"))) static size_t find_avx2(
    const quote_table *table, const quote_features *features, size_t start, found *found) {
  size_t end = start + block < features->count ? start + block : features->count;
  size_t count = 0;
  const __m256i one = _mm256_set1_epi32((int)0x85EBCA6Bu), two = _mm256_set1_epi32((int)0xC2B2AE35u);
  const __m256i last = _mm256_set1_epi32(31);
  const __m128i shift = _mm_cvtsi32_si128((int)table->shift);
  for (size_t i = start; i < end; i += 8) {
    __m256i hash = _mm256_mullo_epi32(
        _mm256_loadu_si256((const __m256i *)(features->first + i)), one);
    hash = _mm256_add_epi32(hash, _mm256_loadu_si256((const __m256i *)(features->second + i)));
    hash = _mm256_xor_si256(hash, _mm256_srli_epi32(hash, 15));
    hash = _mm256_mullo_epi32(hash, two);
    hash = _mm256_xor_si256(hash, _mm256_srli_epi32(hash, 13));
    __m256i bucket = _mm256_srl_epi32(hash, shift);
    __m256i word = _mm256_i32gather_epi32(
        (const int *)table->taken, _mm256_srli_epi32(bucket, 5), 4);
    // The bit of the bucket becomes the sign.
    __m256i signs = _mm256_sllv_epi32(word, _mm256_andnot_si256(bucket, last));
    unsigned set = (unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(signs));
    if (end - i < 8) set &= (1u << (end - i)) - 1;
    __m256i lanes = _mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)&packings[set]));
    __m256i owner = _mm256_loadu_si256((const __m256i *)(features->owner + i));
    _mm256_storeu_si256(
        (__m256i *)(found->hash + count), _mm256_permutevar8x32_epi32(hash, lanes));
    _mm256_storeu_si256(
        (__m256i *)(found->word + count), _mm256_permutevar8x32_epi32(word, lanes));
    _mm256_storeu_si256(
        (__m256i *)(found->owner + count), _mm256_permutevar8x32_epi32(owner, lanes));
    count += (size_t)__builtin_popcount(set);
  }
  return known(table, found, count);
}

static finder best_finder(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") ? find_avx2 : find_plain;
}
#else
static finder best_finder(void) { return find_plain; }
#endif

static finder find;

__attribute__((constructor)) static void choose_finder(void) { find = best_finder(); }

void quote_add(const quote_table *table, const quote_features *features, int32_t *sums) {
  found found;
  for (size_t start = 0; start < features->count; start += block) {
    size_t known = find(table, features, start, &found);
    for (size_t i = 0; i < known; i++) sums[found.owner[i]] += table->weights[found.row[i]];
  }
}

typedef int8_t row8 __attribute__((vector_size(8), aligned(1)));
typedef int16_t sum8 __attribute__((vector_size(16), aligned(2)));

void quote_add_rows(const quote_table *table, const quote_features *features, int16_t *sums) {
  found found;
  for (size_t start = 0; start < features->count; start += block) {
    size_t known = find(table, features, start, &found);
    for (size_t i = 0; i < known; i++) {
      row8 row = *(const row8 *)(table->weights + 8 * (size_t)found.row[i]);
      *(sum8 *)(sums + 8 * (size_t)found.owner[i]) += __builtin_convertvector(row, sum8);
    }
  }
}
