// The weights of the quote model, as one block of constant bytes.
#ifndef CQUOTEMODEL_H
#define CQUOTEMODEL_H

#include <stddef.h>

/// The first byte; aligned to 64 bytes, never changed, never freed.
const unsigned char *quote_model_bytes(void);

/// How many bytes there are.
size_t quote_model_length(void);

#endif
