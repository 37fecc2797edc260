#include "CQuoteModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Made by Training/quotes/train.py (make train); its layout is described in QuoteModel.swift.
static const _Alignas(64) unsigned char model[] = {
#embed "quotes.model"
};

const unsigned char *quote_model_bytes(void) { return model; }

size_t quote_model_length(void) { return sizeof model; }
