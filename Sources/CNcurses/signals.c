// Signals that the program answers in its own loop: a bit and a wake-up, nothing more.
#define _GNU_SOURCE
#include "shim.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/types.h>
#include <unistd.h>

static const int watched[] = {
    SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGALRM};
enum { watched_count = sizeof watched / sizeof watched[0] };

static struct sigaction before[watched_count];
static int is_watching;
static atomic_uint pending;
static atomic_int ending;
static atomic_int wake_fd = -1;

// A second signal, or two seconds without an answer: the loop is stuck, so leave from here.
static const unsigned patience_seconds = 2;

static void wake(void) {
  int fd = atomic_load(&wake_fd);
  uint64_t one = 1;
  if (fd >= 0) (void)!write(fd, &one, sizeof one);
}

static void leave_now(int number) {
  onrecord_restore_terminal();
  onrecord_release_errors();
  onrecord_die_of(number);
}

static void on_signal(int number) {
  int error = errno;
  switch (number) {
    case SIGWINCH: atomic_fetch_or(&pending, ONRECORD_RESIZED); break;
    case SIGTSTP: atomic_fetch_or(&pending, ONRECORD_STOP); break;
    case SIGCONT: atomic_fetch_or(&pending, ONRECORD_CONTINUED); break;
    case SIGALRM:
      if (atomic_load(&ending)) leave_now(atomic_load(&ending));
      break;
    default:
      if (atomic_load(&ending)) leave_now(number);
      atomic_store(&ending, number);
      atomic_fetch_or(&pending, ONRECORD_END);
      alarm(patience_seconds);
  }
  wake();
  errno = error;
}

void onrecord_watch_signals(int eventfd) {
  atomic_store(&wake_fd, eventfd);
  atomic_store(&pending, 0);
  struct sigaction action = {.sa_handler = on_signal};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < watched_count; i++) {
    sigaction(watched[i], NULL, &before[i]);
    if (before[i].sa_handler == SIG_IGN && watched[i] != SIGWINCH) continue;
    sigaction(watched[i], &action, NULL);
  }
  is_watching = 1;
}

void onrecord_unwatch_signals(void) {
  if (!is_watching) return;
  is_watching = 0;
  alarm(0);
  for (int i = 0; i < watched_count; i++) sigaction(watched[i], &before[i], NULL);
  atomic_store(&wake_fd, -1);
}

void onrecord_lend_signals(int is_lent) {
  static struct sigaction ours[3];
  const int typed[] = {SIGINT, SIGQUIT, SIGTSTP};
  for (int i = 0; i < 3; i++) {
    if (is_lent) {
      struct sigaction action = {.sa_handler = SIG_IGN};
      sigaction(typed[i], &action, &ours[i]);
    } else {
      sigaction(typed[i], &ours[i], NULL);
    }
  }
}

unsigned onrecord_take_signals(void) { return atomic_exchange(&pending, 0); }

int onrecord_ending_signal(void) { return atomic_load(&ending); }

void onrecord_die_of(int number) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  sigaction(number, &action, NULL);
  raise(number);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  _exit(128 + number);
}

void onrecord_stop(int whole_group) {
  struct sigaction ours, action = {.sa_handler = SIG_DFL};
  sigaction(SIGTSTP, NULL, &ours);
  if (ours.sa_handler == SIG_IGN) return;
  sigaction(SIGTSTP, &action, NULL);
  if (whole_group) {
    kill(0, SIGTSTP);
  } else {
    raise(SIGTSTP);
  }
  sigaction(SIGTSTP, &ours, NULL);
  // The continuation is answered by whoever called.
  atomic_fetch_and(&pending, ~(unsigned)(ONRECORD_STOP | ONRECORD_CONTINUED));
}
