#ifndef ONRECORD_CNCURSES_SHIM_H
#define ONRECORD_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <stddef.h>
#include <termios.h>

// MARK: What Swift cannot import: macros with casts, and the global window.

static inline WINDOW *onrecord_window(void) { return stdscr; }
static inline int onrecord_colors(void) { return COLORS; }

static const attr_t onrecord_bold = A_BOLD;
static const attr_t onrecord_dim = A_DIM;
static const attr_t onrecord_italic = A_ITALIC;
static const attr_t onrecord_underline = A_UNDERLINE;
static const attr_t onrecord_reverse = A_REVERSE;

static const mmask_t onrecord_left_button = BUTTON1_PRESSED;
static const mmask_t onrecord_wheel_up = BUTTON4_PRESSED;
static const mmask_t onrecord_wheel_down = BUTTON5_PRESSED;

/// Fills one cell: a base, combining characters (0 for none), attributes and a colour pair.
static inline void onrecord_set_cell(
    cchar_t *cell, unsigned base, unsigned first, unsigned second, attr_t attributes, int pair) {
  wchar_t text[4] = {(wchar_t)base, (wchar_t)first, (wchar_t)second, 0};
  setcchar(cell, text, attributes, 0, &pair);
}

/// A capability's string, such as "rmcup"; NULL where the terminal has none.
const char *onrecord_capability(const char *name);

// MARK: Signals (signals.c)

enum {
  ONRECORD_RESIZED = 1,
  ONRECORD_STOP = 2,
  ONRECORD_CONTINUED = 4,
  ONRECORD_END = 8,
};

/// Installs the handlers of WINCH, TSTP, CONT, TERM, HUP, INT and QUIT, which set a bit and write
/// to the eventfd. A signal that is ignored stays ignored.
void onrecord_watch_signals(int eventfd);
/// Puts back the handlers that were there before.
void onrecord_unwatch_signals(void);
/// While another program has the terminal, its keys for ending and stopping are not for us.
void onrecord_lend_signals(int is_lent);
/// Takes the bits that were set since the last call.
unsigned onrecord_take_signals(void);
/// The signal that asked the program to end; 0 for none.
int onrecord_ending_signal(void);
/// Ends the program by this signal, so that its parent sees the right status.
void onrecord_die_of(int signal);
/// Stops the program, and with `whole_group` its process group, as Ctrl-Z does; returns when it is
/// continued, or at once where TSTP is ignored.
void onrecord_stop(int whole_group);

// MARK: Crashes (crash.c)

/// Remembers how the terminal is put back: its settings, and the bytes that leave our screen.
void onrecord_guard_terminal(
    int fd, const struct termios *settings, const char *farewell, size_t count);
/// Tells whether the terminal is ours at the moment, so that a crash has something to restore.
void onrecord_terminal_is_ours(int is_ours);
/// Installs handlers of ILL, TRAP, ABRT, SEGV, BUS and FPE that restore the terminal, print what
/// was held back of standard error, and die of the signal.
void onrecord_guard_crashes(void);
/// Restores the terminal; safe in a signal handler.
void onrecord_restore_terminal(void);
/// Holds back standard error in memory while the screen is ours, where it is a terminal.
void onrecord_hold_errors(void);
/// Prints what was held back and makes standard error the terminal again; safe in a handler.
void onrecord_release_errors(void);

// MARK: Start

/// A descriptor for waking up `poll`; -1 where there is none left.
int onrecord_open_eventfd(void);

// MARK: Frames (frame.c)

/// From here on what ncurses writes to its descriptor is gathered.
void onrecord_begin_frames(int output);
/// Sends what was gathered with one write, as a synchronised update where it is more than so many
/// bytes; nothing where there is nothing.
void onrecord_send_frame(long small);
/// Shortens a frame in place: colours and attributes that follow each other become one sequence, also
/// over movements of the cursor, those that are in force are not said again, and the character set for
/// lines, which is never entered, is not left.
/// Returns how many bytes are left.
size_t onrecord_shorten(char *bytes, size_t count);
/// Sends what was gathered; from here on ncurses writes to the terminal.
void onrecord_end_frames(void);

/// Opens /dev/null for each of the three standard descriptors that is closed.
void onrecord_open_standard_descriptors(void);
/// Makes LC_CTYPE a UTF-8 locale: the user's, or C.UTF-8.
void onrecord_use_utf8(void);
/// Has large blocks go back to the system as soon as they are free, where the C library can.
void onrecord_keep_memory_small(void);
/// Gives memory that is free back to the system, where the C library can.
void onrecord_trim_memory(void);

#endif
