// The compression library's header, and that of its dictionary builder.
#pragma once
#include <zdict.h>
#include <zstd.h>
