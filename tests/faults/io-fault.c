/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A disk that fails, for tests: loaded with LD_PRELOAD. It watches the calls on paths below one folder, counts them, and makes one of
 * them, or all from some moment on, go wrong.
 *
 *   IO_FAULT_PATH=FOLDER   what is watched
 *   IO_FAULT=KIND          kill, EIO, ENOSPC, short: at call IO_FAULT_AT
 *                          pulled: reads end with EIO after IO_FAULT_AT octets, and nothing can be opened any more
 *                          slow: each read takes IO_FAULT_AT milliseconds
 *                          full: writes end with ENOSPC after IO_FAULT_AT octets
 *                          fat: no links, no modes, no synchronised folders, no rename over a file, no names with : * ? " < > |
 *   IO_FAULT_LOG=FILE      where the letters of the calls are written at the end
 *
 * A program that knows of it finds io_fault_arm(), io_fault_log() and io_fault_repeat() with dlsym() and needs no environment. */

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "io-fault.h"

#define MAX_CALLS 100000

typedef enum
{
  NONE,
  KILL,
  FAIL_EIO,
  FAIL_ENOSPC,
  SHORT,
  PULLED,
  SLOW,
  FULL,
  FAT,
} Kind;

static const char *const kind_names[] = { "", "kill", "EIO", "ENOSPC", "short", "pulled", "slow", "full", "fat" };

static char watched[4096];
static long at;
static Kind kind;
static long octets;
static int n_calls;
static char calls[MAX_CALLS + 1];
static time_t began;     /* the clock's beginning, 0: the clock is the machine's, and chance too */
static long n_looked_at; /* how often the clock was */

void
io_fault_arm (const char *folder, const char *name, long when)
{
  snprintf (watched, sizeof watched, "%s", folder != NULL ? folder : "");
  at = when;
  kind = NONE;
  for (size_t i = 1; name != NULL && i < sizeof kind_names / sizeof *kind_names; i++)
    if (strcmp (name, kind_names[i]) == 0)
      kind = (Kind) i;
  octets = 0;
  n_calls = 0;
  memset (calls, 0, sizeof calls);
}

const char *
io_fault_log (void)
{
  return calls;
}

void
io_fault_repeat (time_t now)
{
  began = now;
  n_looked_at = 0;
}

__attribute__ ((constructor)) static void
begin (void)
{
  io_fault_arm (getenv ("IO_FAULT_PATH"), getenv ("IO_FAULT"), getenv ("IO_FAULT_AT") != NULL ? atol (getenv ("IO_FAULT_AT")) : 0);
}

__attribute__ ((destructor)) static void
end (void)
{
  const char *path = getenv ("IO_FAULT_LOG");
  FILE *file;

  watched[0] = '\0';
  file = path != NULL ? fopen (path, "w") : NULL;
  if (file == NULL)
    return;
  fputs (calls, file);
  fclose (file);
}

static int
is_watched (const char *path)
{
  const size_t length = strlen (watched);

  return length > 0 && path != NULL && strncmp (path, watched, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

static int
is_watched_fd (int fd)
{
  char link[64], path[4096];
  ssize_t length;

  if (watched[0] == '\0')
    return 0;
  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  if (length < 0)
    return 0;
  path[length] = '\0';
  return is_watched (path);
}

static int
is_watched_at (int fd, const char *path)
{
  return path != NULL && path[0] != '/' && fd != AT_FDCWD ? is_watched_fd (fd) : is_watched (path);
}

/* Counts a watched call under a letter; 1: it fails, with errno. */
static int
fails (char letter)
{
  const int number = __sync_add_and_fetch (&n_calls, 1);

  if (number <= MAX_CALLS)
    calls[number - 1] = letter;
  if (number != at || (kind != KILL && kind != FAIL_EIO && kind != FAIL_ENOSPC))
    return 0;
  if (kind == KILL)
    kill (getpid (), SIGKILL);
  errno = kind == FAIL_ENOSPC ? ENOSPC : EIO;
  return 1;
}

/* How much of a read or a write is done now; -1: it fails. */
static ssize_t
allowed (char letter, size_t length)
{
  if (fails (letter))
    return -1;
  if (kind == SHORT && n_calls == at && length > 1)
    return (ssize_t) (length / 2);
  if (kind == SLOW && letter == 'r')
    usleep ((useconds_t) at * 1000);
  if ((kind == PULLED && letter == 'r') || (kind == FULL && letter == 'w'))
    {
      if (octets >= at)
        {
          errno = kind == FULL ? ENOSPC : EIO;
          return -1;
        }
      if ((long) length > at - octets)
        length = (size_t) (at - octets);
    }
  return (ssize_t) length;
}

/* What a pulled key or a FAT refuses when a name is used. */
static int
refuses_name (const char *path)
{
  const char *name = strrchr (path, '/');

  if (kind == PULLED && octets >= at)
    {
      errno = ENOENT;
      return 1;
    }
  if (kind == FAT && strpbrk (name != NULL ? name : path, ":*?\"<>|") != NULL)
    {
      errno = EINVAL;
      return 1;
    }
  return 0;
}

static const char *
same_chance (const char *path)
{
  return began != 0 && path != NULL && strcmp (path, "/dev/urandom") == 0 ? "/dev/zero" : path;
}

/* clang-format off */
#define REAL(name) static __typeof__ (name) *real; if (real == NULL) real = (__typeof__ (name) *) dlsym (RTLD_NEXT, #name)

#define OPEN(name, at_params, at_args, where)                                                            \
  int name at_params                                                                                     \
  {                                                                                                      \
    va_list list;                                                                                        \
    mode_t mode;                                                                                         \
    REAL (name);                                                                                         \
    path = same_chance (path);                                                                           \
    va_start (list, flags);                                                                              \
    mode = flags & (O_CREAT | O_TMPFILE) ? va_arg (list, mode_t) : 0;                                    \
    va_end (list);                                                                                       \
    if (where && (fails ('o') || refuses_name (path)))                                                   \
      return -1;                                                                                         \
    return real at_args;                                                                                 \
  }
OPEN (open, (const char *path, int flags, ...), (path, flags, mode), is_watched (path))
OPEN (open64, (const char *path, int flags, ...), (path, flags, mode), is_watched (path))
OPEN (openat, (int fd, const char *path, int flags, ...), (fd, path, flags, mode), is_watched_at (fd, path))
OPEN (openat64, (int fd, const char *path, int flags, ...), (fd, path, flags, mode), is_watched_at (fd, path))

/* The clock goes on by a millisecond each time it is looked at. */
int
clock_gettime (clockid_t clock, struct timespec *time)
{
  REAL (clock_gettime);
  if (began == 0 || clock != CLOCK_REALTIME)
    return real (clock, time);
  n_looked_at++;
  *time = (struct timespec) { began + n_looked_at / 1000, n_looked_at % 1000 * 1000000 };
  return 0;
}

int
gettimeofday (struct timeval *time, void *zone)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);
  *time = (struct timeval) { now.tv_sec, now.tv_nsec / 1000 };
  return 0;
}

time_t
time (time_t *place)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);
  if (place != NULL)
    *place = now.tv_sec;
  return now.tv_sec;
}

/* Under these names when flags are not known to the compiler. */
extern int __openat64_2 (int fd, const char *path, int flags);
extern int __open64_2 (const char *path, int flags);
int
__openat64_2 (int fd, const char *path, int flags)
{
  return openat64 (fd, path, flags);
}
int
__open64_2 (const char *path, int flags)
{
  return open64 (path, flags);
}

/* Reads and writes. */
#define MOVE(name, letter, params, args)                                                                 \
  ssize_t name params                                                                                    \
  {                                                                                                      \
    ssize_t now;                                                                                         \
    REAL (name);                                                                                         \
    if (!is_watched_fd (fd))                                                                             \
      return real args;                                                                                  \
    now = allowed (letter, length);                                                                      \
    if (now < 0)                                                                                         \
      return -1;                                                                                         \
    length = (size_t) now;                                                                               \
    now = real args;                                                                                     \
    if (now > 0 && letter == (kind == FULL ? 'w' : 'r'))                                                 \
      octets += (long) now;                                                                              \
    return now;                                                                                          \
  }
MOVE (read, 'r', (int fd, void *data, size_t length), (fd, data, length))
MOVE (pread, 'r', (int fd, void *data, size_t length, off_t offset), (fd, data, length, offset))
MOVE (pread64, 'r', (int fd, void *data, size_t length, off64_t offset), (fd, data, length, offset))
MOVE (write, 'w', (int fd, const void *data, size_t length), (fd, data, length))
MOVE (pwrite, 'w', (int fd, const void *data, size_t length, off_t offset), (fd, data, length, offset))
MOVE (pwrite64, 'w', (int fd, const void *data, size_t length, off64_t offset), (fd, data, length, offset))

#define CALL(ret, failure, name, letter, params, args, where)                                            \
  ret name params                                                                                        \
  {                                                                                                      \
    REAL (name);                                                                                         \
    if (where && fails (letter))                                                                         \
      return failure;                                                                                    \
    return real args;                                                                                    \
  }
CALL (int, -1, fdatasync, 's', (int fd), (fd), is_watched_fd (fd))
CALL (int, -1, syncfs, 's', (int fd), (fd), is_watched_fd (fd))
CALL (int, -1, ftruncate, 't', (int fd, off_t length), (fd, length), is_watched_fd (fd))
CALL (int, -1, ftruncate64, 't', (int fd, off64_t length), (fd, length), is_watched_fd (fd))
CALL (int, -1, flock, 'l', (int fd, int operation), (fd, operation), is_watched_fd (fd))
CALL (int, -1, unlink, 'u', (const char *path), (path), is_watched (path))
CALL (int, -1, unlinkat, 'u', (int fd, const char *path, int flags), (fd, path, flags), is_watched_at (fd, path))
CALL (int, -1, rmdir, 'd', (const char *path), (path), is_watched (path))
CALL (int, -1, mkdir, 'm', (const char *path, mode_t mode), (path, mode), is_watched (path))
CALL (struct dirent *, NULL, readdir, 'e', (DIR *dir), (dir), is_watched_fd (dirfd (dir)))
CALL (struct dirent64 *, NULL, readdir64, 'e', (DIR *dir), (dir), is_watched_fd (dirfd (dir)))
/* clang-format on */

int
fsync (int fd)
{
  struct stat info;

  REAL (fsync);
  if (!is_watched_fd (fd))
    return real (fd);
  if (fails ('s'))
    return -1;
  if (kind == FAT && fstat (fd, &info) == 0 && S_ISDIR (info.st_mode))
    {
      errno = EINVAL;
      return -1;
    }
  return real (fd);
}

/* The index knows a file by its time: that is of the same clock. */
static void
set_time (const char *path)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);
  utimensat (AT_FDCWD, path, (struct timespec[]) { now, now }, AT_SYMLINK_NOFOLLOW);
}

int
rename (const char *from, const char *to)
{
  REAL (rename);
  if (!is_watched (from) && !is_watched (to))
    return real (from, to);
  if (fails ('n') || refuses_name (to))
    return -1;
  if (kind == FAT && access (to, F_OK) == 0)
    {
      errno = EEXIST;
      return -1;
    }
  if (began != 0)
    set_time (from);
  return real (from, to);
}

DIR *
opendir (const char *path)
{
  REAL (opendir);
  if (is_watched (path) && (fails ('D') || refuses_name (path)))
    return NULL;
  return real (path);
}

/* FAT has neither links nor modes. */
#define REFUSED_BY_FAT(name, params, args, where) \
  int name params \
  { \
    REAL (name); \
    if (where && kind == FAT) \
      { \
        errno = EPERM; \
        return -1; \
      } \
    return real args; \
  }
/* clang-format off */
REFUSED_BY_FAT (symlink, (const char *target, const char *path), (target, path), is_watched (path))
REFUSED_BY_FAT (link, (const char *from, const char *path), (from, path), is_watched (path))
REFUSED_BY_FAT (chmod, (const char *path, mode_t mode), (path, mode), is_watched (path))
REFUSED_BY_FAT (fchmod, (int fd, mode_t mode), (fd, mode), is_watched_fd (fd))
/* clang-format on */
