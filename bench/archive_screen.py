"""A program on a pseudo-terminal whose screen can be looked at, with the time of every change."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

SEQUENCE = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[([0-?]*)[ -/]*([@-~])|\x1b[()][0-9A-Za-z]|\x1b.", re.S)


class Screen:
    """Starts a program on a terminal of 120x35; as much of an xterm as ncurses and fzf need."""
    rows, columns = 35, 120

    def __init__(self, command):
        self.cells = [[" "] * self.columns for _ in range(self.rows)]
        self.row = self.column = 0
        self.rest = b""
        self.start = time.perf_counter()
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.environ["TERM"] = "xterm-256color"
            os.execvp(command[0], command)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ,
                    struct.pack("HHHH", self.rows, self.columns, 0, 0))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.kill(self.child, signal.SIGTERM)
        for _ in range(100):
            self.read(0.02)
            if os.waitpid(self.child, os.WNOHANG)[0]:
                break
        else:
            os.kill(self.child, signal.SIGKILL)
            os.waitpid(self.child, 0)
        os.close(self.terminal)

    def read(self, patience):
        """Takes what the program writes; whether something came within so many seconds."""
        if not select.select([self.terminal], [], [], patience)[0]:
            return False
        try:
            data = os.read(self.terminal, 1 << 16)
        except OSError:
            return False
        self.feed(data)
        return bool(data)

    def feed(self, data):
        """Writes bytes to the screen."""
        data = self.rest + data
        at = 0
        while at < len(data):
            byte = data[at]
            if byte == 0x1B:
                match = SEQUENCE.match(data, at)
                if not match:
                    break
                if match.group(2):
                    self.control(match.group(1), match.group(2))
                at = match.end()
                continue
            length = 1 if byte < 0x80 else 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            if at + length > len(data):
                break
            self.put(data[at:at + length])
            at += length
        self.rest = data[at:]
        if b"\x1b[6n" in data:
            os.write(self.terminal, b"\x1b[1;1R")
        if b"\x1b[c" in data:
            os.write(self.terminal, b"\x1b[?64;1;2;6c")

    def put(self, character):
        """One character, or a control byte."""
        if character == b"\r":
            self.column = 0
        elif character == b"\n":
            self.row = min(self.rows - 1, self.row + 1)
        elif character == b"\b":
            self.column = max(0, self.column - 1)
        elif character >= b" ":
            if self.column < self.columns:
                self.cells[self.row][self.column] = character.decode("utf-8", "replace")
                self.last = self.cells[self.row][self.column]
            self.column += 1

    def control(self, parameters, final):
        """Movements, erasing and repeating; the rest does not change letters."""
        numbers = [int(part) if part.isdigit() else 0 for part in parameters.split(b";")]
        first = max(1, numbers[0])
        if final in b"Hf":
            self.row = first - 1
            self.column = (max(1, numbers[1]) if len(numbers) > 1 else 1) - 1
        elif final == b"d":
            self.row = first - 1
        elif final == b"G":
            self.column = first - 1
        elif final == b"A":
            self.row -= first
        elif final == b"B":
            self.row += first
        elif final == b"C":
            self.column += first
        elif final == b"D":
            self.column -= first
        elif final == b"K" and not numbers[0]:
            self.cells[self.row][self.column:] = [" "] * (self.columns - self.column)
        elif final == b"X":
            end = min(self.columns, self.column + first)
            self.cells[self.row][self.column:end] = [" "] * (end - self.column)
        elif final == b"b":
            for _ in range(first):
                self.put(self.last.encode())
        elif final == b"J" and numbers[0] == 2:
            self.cells = [[" "] * self.columns for _ in range(self.rows)]
        self.row = min(self.rows - 1, max(0, self.row))
        self.column = min(self.columns, max(0, self.column))

    def until(self, pattern):
        """Milliseconds from the start to the first screen that matches."""
        pattern = re.compile(pattern)
        while time.perf_counter() - self.start < 60:
            self.read(0.5)
            if any(pattern.search("".join(row)) for row in self.cells):
                return (time.perf_counter() - self.start) * 1000
        return float("nan")

    def key(self, text):
        """Types something."""
        os.write(self.terminal, text.encode())

    def quiet(self, spell):
        """Waits until nothing came for so many seconds."""
        while self.read(spell):
            pass

    def echo(self, text, line):
        """Types the last letter of a text; milliseconds until a line of the screen shows the text.

        The next letter may come 30 ms after this one, while the answer is still being looked for.
        """
        start = time.perf_counter()
        self.key(text[-1])
        shown = None
        while time.perf_counter() - start < 10:
            self.read(0.005)
            if text in "".join(self.cells[line]):
                shown = (time.perf_counter() - start) * 1000
                break
        while time.perf_counter() - start < 0.03:
            self.read(0.005)
        return shown if shown is not None else float("inf")

    def answer(self, letter):
        """Milliseconds from a letter to the last byte of what it changes on the screen."""
        start = time.perf_counter()
        self.key(letter)
        last = start
        while self.read(0.3):
            last = time.perf_counter()
        return (last - start) * 1000

    def megabytes(self):
        """Memory that the program holds now."""
        with open(f"/proc/{self.child}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6
