#pragma once
#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <zlib.h>

// glibc declares these only for GNU sources, which Swift's importer does not ask for.

/// An anonymous file in memory, closed when another program starts; -1 and errno on failure.
static inline int onrecord_memory_file(void) {
  return (int)syscall(SYS_memfd_create, "item", 1u);
}

/// A pipe whose ends are closed when another program starts; -1 and errno on failure.
static inline int onrecord_pipe(int ends[2]) {
  return (int)syscall(SYS_pipe2, ends, O_CLOEXEC);
}

/// Bounds a child's memory and processor time.
static inline int onrecord_limit(int pid, int resource, unsigned long long most) {
  struct rlimit limit = {most, most};
  return (int)syscall(SYS_prlimit64, pid, resource, &limit, (void *)0);
}
