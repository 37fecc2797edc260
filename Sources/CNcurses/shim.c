#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <term.h>
#include <unistd.h>

const char *onrecord_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

// Removes one string from another, in place; the first is none of ours, so it is copied.
static char *without(const char *text, const char *part) {
  const char *at = part != NULL && *part != 0 ? strstr(text, part) : NULL;
  if (at == NULL) return NULL;
  char *rest = strdup(text);
  if (rest != NULL) strcpy(rest + (at - text), at + strlen(part));
  return rest;
}

void onrecord_simplify_attributes(void) {
  // Each attribute by itself is shorter than all of them at once, and is put together sooner.
  if (set_attributes == NULL || exit_attribute_mode == NULL) return;
  // The other character set is left once, at the start; nothing of ours enters it.
  char *plain = without(exit_attribute_mode, exit_alt_charset_mode);
  if (plain != NULL) exit_attribute_mode = plain;
  set_attributes = NULL;
}

// ncurses writes at each movement of the cursor, some eight times for a frame, each of which may
// become a packet of its own. The program's own `write` stands before that of the C library, so that
// what ncurses writes to the terminal gathers in memory and goes out in one piece.
static atomic_int gathered_fd = -1;
static char *frame = NULL;
static size_t frame_size = 0, frame_capacity = 0;

static const char hold_back[] = "\033[?2026h", let_go[] = "\033[?2026l";
enum { hold_back_size = sizeof hold_back - 1, let_go_size = sizeof let_go - 1 };

static ssize_t write_now(int fd, const void *bytes, size_t count) {
  return syscall(SYS_write, fd, bytes, count);
}

static void send_bytes(int fd, const char *bytes, size_t count) {
  for (size_t sent = 0; sent < count;) {
    ssize_t now = write_now(fd, bytes + sent, count - sent);
    if (now > 0) sent += (size_t)now;
    else if (now < 0 && errno != EINTR && errno != EAGAIN) break;
    else if (now < 0 && errno == EAGAIN) usleep(1000);
  }
}

ssize_t write(int fd, const void *bytes, size_t count) {
  if (fd < 0 || fd != atomic_load_explicit(&gathered_fd, memory_order_relaxed)) {
    return write_now(fd, bytes, count);
  }
  size_t wanted = hold_back_size + frame_size + count + let_go_size;
  if (wanted > frame_capacity) {
    char *larger = realloc(frame, 2 * wanted);
    if (larger == NULL) return write_now(fd, bytes, count);
    frame = larger;
    frame_capacity = 2 * wanted;
  }
  memcpy(frame + hold_back_size + frame_size, bytes, count);
  frame_size += count;
  return (ssize_t)count;
}

void onrecord_begin_frames(int output) { atomic_store(&gathered_fd, output); }

void onrecord_send_frame(long small) {
  int fd = atomic_load(&gathered_fd);
  if (fd < 0 || frame_size == 0) return;
  char *start = frame + hold_back_size;
  size_t count = frame_size;
  frame_size = 0;
  if (count <= (size_t)small) {
    send_bytes(fd, start, count);
  } else {
    memcpy(frame, hold_back, hold_back_size);
    memcpy(start + count, let_go, let_go_size);
    send_bytes(fd, frame, hold_back_size + count + let_go_size);
  }
}

void onrecord_end_frames(void) {
  onrecord_send_frame(LONG_MAX);
  atomic_store(&gathered_fd, -1);
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
