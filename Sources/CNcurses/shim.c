#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <term.h>
#include <unistd.h>

const char *onrecord_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

// ncurses flushes at each movement of the cursor, some eight writes for a frame, each of which may
// become a packet of its own. Here its descriptor points into memory while it draws.
void onrecord_refresh(WINDOW *window, int output) {
  static int memory = -1;
  static char *frame = NULL;
  static size_t capacity = 0;
  if (memory < 0) memory = memfd_create("onrecord-frame", MFD_CLOEXEC);
  int terminal = memory < 0 ? -1 : fcntl(output, F_DUPFD_CLOEXEC, 10);
  if (terminal < 0 || lseek(memory, 0, SEEK_SET) < 0 || dup3(memory, output, O_CLOEXEC) < 0) {
    if (terminal >= 0) close(terminal);
    wrefresh(window);
    return;
  }
  wrefresh(window);
  off_t count = lseek(memory, 0, SEEK_CUR);
  dup3(terminal, output, O_CLOEXEC);
  close(terminal);
  if (count <= 0) return;
  if ((size_t)count > capacity) {
    char *larger = realloc(frame, (size_t)count);
    if (larger == NULL) return;
    frame = larger;
    capacity = (size_t)count;
  }
  ssize_t got = pread(memory, frame, (size_t)count, 0);
  for (ssize_t sent = 0; sent < got;) {
    ssize_t now = write(output, frame + sent, (size_t)(got - sent));
    if (now > 0) sent += now;
    else if (now < 0 && errno != EINTR && errno != EAGAIN) break;
    else if (now < 0 && errno == EAGAIN) usleep(1000);
  }
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
