#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/eventfd.h>
#include <term.h>
#include <unistd.h>

const char *onrecord_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

int onrecord_open_eventfd(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void onrecord_open_standard_descriptors(void) {
  for (int fd = 0; fd <= 2; fd++) {
    // The lowest free number is the one that is closed.
    if (fcntl(fd, F_GETFD) < 0) (void)!open("/dev/null", O_RDWR);
  }
}

void onrecord_use_utf8(void) {
  if (setlocale(LC_CTYPE, "") && strcasecmp(nl_langinfo(CODESET), "UTF-8") == 0) return;
  setlocale(LC_CTYPE, "C.UTF-8");
}

void onrecord_keep_memory_small(void) {
#ifdef __GLIBC__
  // By itself the library raises this to the largest block that was freed, up to 32 MB.
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

void onrecord_trim_memory(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}
