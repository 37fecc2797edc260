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
// become a packet of its own. So its descriptor points into memory while the screen is ours, and
// what has gathered there is sent in one go.
static int frame_memory = -1;
static int frame_terminal = -1;

void onrecord_begin_frames(int output) {
  if (frame_terminal >= 0) return;
  if (frame_memory < 0) frame_memory = memfd_create("onrecord-frame", MFD_CLOEXEC);
  if (frame_memory < 0) return;
  frame_terminal = fcntl(output, F_DUPFD_CLOEXEC, 10);
  if (frame_terminal < 0) return;
  if (lseek(frame_memory, 0, SEEK_SET) < 0 || dup3(frame_memory, output, O_CLOEXEC) < 0) {
    close(frame_terminal);
    frame_terminal = -1;
  }
}

static void send_bytes(const char *bytes, size_t count) {
  for (size_t sent = 0; sent < count;) {
    ssize_t now = write(frame_terminal, bytes + sent, count - sent);
    if (now > 0) sent += (size_t)now;
    else if (now < 0 && errno != EINTR && errno != EAGAIN) break;
    else if (now < 0 && errno == EAGAIN) usleep(1000);
  }
}

long onrecord_frame_size(void) {
  return frame_terminal < 0 ? 0 : (long)lseek(frame_memory, 0, SEEK_CUR);
}

void onrecord_send_frame(const char *before, const char *after) {
  static char *frame = NULL;
  static size_t capacity = 0;
  if (frame_terminal < 0) return;
  off_t gathered = lseek(frame_memory, 0, SEEK_CUR);
  if (gathered <= 0) return;
  size_t head = strlen(before), tail = strlen(after), count = (size_t)gathered;
  if (head + count + tail > capacity) {
    char *larger = realloc(frame, head + count + tail);
    if (larger == NULL) return;
    frame = larger;
    capacity = head + count + tail;
  }
  ssize_t got = pread(frame_memory, frame + head, count, 0);
  lseek(frame_memory, 0, SEEK_SET);
  if (got <= 0) return;
  memcpy(frame, before, head);
  memcpy(frame + head + got, after, tail);
  send_bytes(frame, head + (size_t)got + tail);
}

void onrecord_end_frames(int output) {
  if (frame_terminal < 0) return;
  onrecord_send_frame("", "");
  dup3(frame_terminal, output, O_CLOEXEC);
  close(frame_terminal);
  frame_terminal = -1;
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
