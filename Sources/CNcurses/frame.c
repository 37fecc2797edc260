#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

// Parameters of `ESC [ ... m` that were read and not written yet.
struct rendition {
  char text[64];
  size_t length;
  int is_set, is_reset;
  // Those that are in force where it is known, since the last reset.
  char active[64];
  size_t active_length;
  int is_known;
};

// Remembers what is in force once what is pending is written.
static void activate(struct rendition *r) {
  size_t kept = r->is_reset ? 0 : r->active_length;
  size_t gap = kept > 0 && r->length > 0;
  r->is_known = (r->is_reset || r->is_known) && kept + gap + r->length <= sizeof r->active;
  if (!r->is_known) return;
  if (gap) r->active[kept] = ';';
  memcpy(r->active + kept + gap, r->text, r->length);
  r->active_length = kept + gap + r->length;
}

// Writes them as one sequence, which is never longer than those it was made of; nothing where they are
// in force already.
static char *put(struct rendition *r, char *to) {
  if (!r->is_set) return to;
  int is_same = r->is_reset && r->is_known && r->length == r->active_length
      && memcmp(r->text, r->active, r->length) == 0;
  int is_from_none = r->is_known && r->active_length == 0;
  if (!is_same) {
    memcpy(to, "\033[", 2);
    to += 2;
    if (r->is_reset && r->length > 0 && !is_from_none) {
      memcpy(to, "0;", 2);
      to += 2;
    }
    memcpy(to, r->text, r->length);
    to += r->length;
    *to++ = 'm';
    activate(r);
  }
  r->length = 0;
  r->is_set = r->is_reset = 0;
  return to;
}

// Takes parameters of digits and semicolons; 0 where there is no room.
static int take(struct rendition *r, const char *from, size_t count) {
  int is_reset = count == 0 || (from[0] == '0' && (count == 1 || from[1] == ';'));
  if (is_reset) {
    size_t skipped = count == 0 ? 0 : count == 1 ? 1 : 2;
    from += skipped;
    count -= skipped;
  }
  size_t kept = is_reset ? 0 : r->length;
  if (kept + 1 + count > sizeof r->text) return 0;
  if (is_reset) r->length = 0;
  if (is_reset) r->is_reset = 1;
  if (count > 0 && r->length > 0) r->text[r->length++] = ';';
  memcpy(r->text + r->length, from, count);
  r->length += count;
  r->is_set = 1;
  return 1;
}

size_t onrecord_shorten(char *bytes, size_t count) {
  // The other character set is left once, at the start; nothing of ours enters it.
  int is_plain =
      memchr(bytes, 0x0E, count) == NULL && memmem(bytes, count, "\033(0", 3) == NULL;
  struct rendition pending = {.length = 0};
  const char *from = bytes, *end = bytes + count;
  char *to = bytes;
  while (from < end) {
    if (is_plain && *from == 0x0F) {
      from++;
      continue;
    }
    if (*from != 0x1B || end - from < 3) {
      // The cursor moves alike whatever is drawn with.
      if (*from != '\r' && *from != '\b') to = put(&pending, to);
      *to++ = *from++;
      continue;
    }
    if (is_plain && from[1] == '(' && from[2] == 'B') {
      from += 3;
      continue;
    }
    if (from[1] != '[') {
      to = put(&pending, to);
      pending.is_known = 0;
      *to++ = *from++;
      continue;
    }
    const char *last = from + 2;
    while (last < end && ((*last >= '0' && *last <= '9') || *last == ';')) last++;
    if (last == end) {
      to = put(&pending, to);
      *to++ = *from++;
      continue;
    }
    size_t length = (size_t)(last - from) + 1;
    if (*last == 'm') {
      if (!take(&pending, from + 2, length - 3)) {
        to = put(&pending, to);
        if (!take(&pending, from + 2, length - 3)) {
          memmove(to, from, length);
          to += length;
          pending.is_known = 0;
        }
      }
      from += length;
      continue;
    }
    if (strchr("HdGABCD", *last) == NULL) to = put(&pending, to);
    if (*last == '!') pending.is_known = 0;
    memmove(to, from, length);
    to += length;
    from += length;
  }
  return (size_t)(put(&pending, to) - bytes);
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
  size_t count = onrecord_shorten(start, frame_size);
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

