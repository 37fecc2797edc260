// Puts the terminal back when the program dies of its own fault.
#define _GNU_SOURCE
#include "shim.h"

#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int terminal_fd = -1;
static struct termios terminal_settings;
static char terminal_farewell[512];
static size_t farewell_count;
static atomic_int is_ours;

static int held_fd = -1;
static int errors_fd = -1;

static char alternate_stack[64 * 1024];

void onrecord_guard_terminal(
    int fd, const struct termios *settings, const char *farewell, size_t count) {
  // One of its own: that of ncurses may point into memory.
  if (terminal_fd >= 0) close(terminal_fd);
  terminal_fd = fcntl(fd, F_DUPFD_CLOEXEC, 10);
  terminal_settings = *settings;
  farewell_count = count < sizeof terminal_farewell ? count : 0;
  memcpy(terminal_farewell, farewell, farewell_count);
}

void onrecord_terminal_is_ours(int value) { atomic_store(&is_ours, value); }

void onrecord_restore_terminal(void) {
  if (!atomic_exchange(&is_ours, 0) || terminal_fd < 0) return;
  // From the background, changing the terminal would stop the program for ever.
  signal(SIGTTOU, SIG_IGN);
  // What is stuck in a stopped or dead terminal must not hold up the end.
  tcflush(terminal_fd, TCOFLUSH);
  int flags = fcntl(terminal_fd, F_GETFL);
  if (flags >= 0) fcntl(terminal_fd, F_SETFL, flags | O_NONBLOCK);
  (void)!write(terminal_fd, terminal_farewell, farewell_count);
  if (flags >= 0) fcntl(terminal_fd, F_SETFL, flags);
  tcsetattr(terminal_fd, TCSANOW, &terminal_settings);
}

void onrecord_hold_errors(void) {
  if (held_fd >= 0 || !isatty(STDERR_FILENO)) return;
  int memory = memfd_create("onrecord-errors", MFD_CLOEXEC);
  if (memory < 0) return;
  errors_fd = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10);
  if (errors_fd < 0 || dup2(memory, STDERR_FILENO) < 0) {
    close(memory);
    return;
  }
  held_fd = memory;
}

void onrecord_release_errors(void) {
  if (held_fd < 0) return;
  int memory = held_fd;
  held_fd = -1;
  dup2(errors_fd, STDERR_FILENO);
  char buffer[1024];
  off_t offset = 0;
  ssize_t count;
  while ((count = pread(memory, buffer, sizeof buffer, offset)) > 0) {
    if (write(STDERR_FILENO, buffer, (size_t)count) < 0) break;
    offset += count;
  }
  close(memory);
  close(errors_fd);
  errors_fd = -1;
}

static void on_crash(int number) {
  onrecord_restore_terminal();
  onrecord_release_errors();
  onrecord_die_of(number);
}

void onrecord_guard_crashes(void) {
  stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
  sigaltstack(&stack, NULL);
  // One fault at a time: a second one in the handler ends the program.
  struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK | SA_RESETHAND};
  sigemptyset(&action.sa_mask);
  const int faults[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE};
  for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++) {
    sigaction(faults[i], &action, NULL);
  }
}
