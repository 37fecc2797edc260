// Detection of character sets: Debian's libuchardet-dev.
#include <uchardet/uchardet.h>
