/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-tool.h"

#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "io-fault.h"

/* One operation, with one call that goes wrong; then a clean start. */

#define MAX_SECONDS 20

typedef struct
{
  const char *kit;
  const char *root;
  const Operation *operation;
  const char *kind; /* nullable: nothing goes wrong; "": calls are counted */
  long at;
  time_t now; /* when something goes wrong */
} Run;

/* ---- Processes ---- */

Child
child_run (ChildFunc func, gpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const gint64 began = g_get_monotonic_time ();
  Child child = { NULL, -1, 0, 0 };
  char buffer[4096];
  int ends[2], status;
  ssize_t n;
  pid_t pid;

  fflush (stdout);
  g_assert_cmpint (pipe (ends), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      alarm (MAX_SECONDS);
      dup2 (ends[1], STDOUT_FILENO);
      close (ends[0]);
      close (ends[1]);
      status = func (data);
      fflush (stdout);
      _exit (status);
    }
  close (ends[1]);
  while ((n = read (ends[0], buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);
  close (ends[0]);
  waitpid (pid, &status, 0);
  child.text = g_string_free_and_steal (g_steal_pointer (&text));
  if (WIFEXITED (status))
    child.status = WEXITSTATUS (status);
  else
    child.signal = WTERMSIG (status);
  child.seconds = (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC;
  return child;
}

void
child_clear (Child *child)
{
  g_clear_pointer (&child->text, g_free);
}

static int
operation_cb (gpointer data)
{
  const Run *run = data;
  void (*arm) (const char *, const char *, long) =
    (void (*) (const char *, const char *, long)) dlsym (RTLD_DEFAULT, "io_fault_arm");
  const char *(*get_log) (void) = (const char *(*) (void) ) dlsym (RTLD_DEFAULT, "io_fault_log");
  void (*repeat) (time_t) = (void (*) (time_t)) dlsym (RTLD_DEFAULT, "io_fault_repeat");
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (run->kind != NULL)
    {
      repeat (run->now);
      arm (run->root, run->kind, run->at);
    }
  done = run->operation->run (run->kit, run->root, &error);
  printf (done ? "done\n" : "error: %s\n", done ? "" : error != NULL ? error->message : "");
  fflush (stdout);
  if (run->kind != NULL && *run->kind == '\0')
    printf ("calls %s\n", get_log ());
  return done ? 0 : 1;
}

static int
state_cb (gpointer data)
{
  g_autofree char *text = state_describe (data, TRUE);

  fputs (text, stdout);
  return 0;
}

static char *
dup_start (const Operation *operation, const char *kit)
{
  return g_build_filename (kit, "states", operation->state, NULL);
}

static void
begin (const Run *run)
{
  g_autofree char *from = dup_start (run->operation, run->kit);

  fixture_delete (run->root);
  fixture_copy (from, run->root);
}

/* (transfer full): what a clean start finds. */
static char *
look (const char *root)
{
  g_auto (Child) child = child_run (state_cb, (gpointer) root);

  if (child.status != 0)
    return g_strdup_printf ("problem: the start ended with status %d, signal %d\n%s", child.status, child.signal, child.text);
  return g_steal_pointer (&child.text);
}

/* ---- What is known ---- */

/* Most faults leave the disk as another one did: what a start finds there, and what a second try leads to, is the same then. A disk is known
 * by all that a start can read of it: see fixture_fingerprint(). */
typedef struct
{
  struct timespec since;
  char *start;         /* of the disk that each case begins with */
  gboolean is_started; /* the root is that disk */
  GHashTable *starts;  /* fingerprint → what a clean start finds */
  GHashTable *retries; /* fingerprint → what is wrong after a second try, "" for nothing */
} Known;

static void
known_clear (Known *self)
{
  g_free (self->start);
  g_hash_table_unref (self->starts);
  g_hash_table_unref (self->retries);
}

/* The state that @disk has, which @root holds. */
static const char *
known_look (Known *self, const char *disk, const char *root)
{
  g_autofree char *copy = NULL;
  char *state = g_hash_table_lookup (self->starts, disk);

  if (state != NULL)
    return state;
  copy = g_strconcat (root, "-copy", NULL);
  fixture_delete (copy);
  fixture_copy (root, copy);
  state = look (copy);
  g_hash_table_insert (self->starts, g_strdup (disk), state);
  return state;
}

/* ---- Verdicts ---- */

/* (transfer full): without the line that begins with @word; with @instead at its place: (nullable). */
static char *
replace_line (const char *text, const char *word, const char *instead)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) result = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    if (!g_str_has_prefix (lines[i], word))
      g_string_append_printf (result, "%s\n", lines[i]);
    else if (instead != NULL)
      g_string_append_printf (result, "%s\n", instead);
  return g_string_free_and_steal (g_steal_pointer (&result));
}

static char *
dup_line (const char *text, const char *word)
{
  const char *line = strstr (text, word);

  return line != NULL ? g_strndup (line, strcspn (line, "\n")) : NULL;
}

typedef struct
{
  char *before;
  char *after;
} Ends;

/* An import may be left to be resumed. A publisher is accepted before the pack: that alone may be new. */
static gboolean
is_before (const Run *run, const Ends *ends, const char *state)
{
  g_autofree char *publishers = dup_line (ends->after, "publishers");
  g_autofree char *found = run->operation->imports ? replace_line (state, "unfinished", NULL) : g_strdup (state);
  g_autofree char *before = run->operation->imports ? replace_line (ends->before, "unfinished", NULL) : g_strdup (ends->before);
  g_autofree char *accepted = replace_line (before, "publishers", publishers);

  return g_str_equal (found, before) || g_str_equal (found, accepted);
}

/* (transfer full) (nullable): what is wrong with how the operation ended and what was found. */
static char *
judge (const Run *run, const Ends *ends, const Child *child, const char *state)
{
  const gboolean said_done = strstr (child->text, "done\n") != NULL;
  const gboolean is_after = g_str_equal (state, ends->after);

  if (strstr (state, "problem: ") != NULL)
    return g_strdup ("the start finds a problem");
  if (child->status < 0 && (child->signal != SIGKILL || !g_str_equal (run->kind, "kill")))
    return g_strdup_printf ("it ended by signal %d", child->signal);
  if (said_done && !is_after)
    return g_strdup ("it said that it was done");
  if (!is_after && !is_before (run, ends, state))
    return g_strdup ("neither the old state nor the new one");
  if (child->status == 1 && (!g_str_has_prefix (child->text, "error: ") || strlen (child->text) < 20))
    return g_strdup ("an error without a sentence");
  if (child->status == 1 && g_str_equal (run->kind, "short"))
    return g_strdup ("a short call is no error");
  return NULL;
}

/* (transfer full): "" when the second try does it. */
static char *
retry (const Run *run, const Ends *ends)
{
  Run again = { run->kit, run->root, run->operation, NULL, 0, 0 };
  g_auto (Child) child = child_run (operation_cb, &again);
  g_autofree char *state = NULL;

  if (child.status != 0)
    return g_strdup_printf ("the retry fails: %s", child.text);
  state = look (run->root);
  return g_str_equal (state, ends->after) ? g_strdup ("") : g_strdup_printf ("the retry leads elsewhere:\n%s", state);
}

static const char *
known_retry (Known *self, const char *disk, const Run *run, const Ends *ends)
{
  char *problem = g_hash_table_lookup (self->retries, disk);

  if (problem != NULL)
    return problem;
  self->is_started = FALSE;
  problem = retry (run, ends);
  g_hash_table_insert (self->retries, g_strdup (disk), problem);
  return problem;
}

/* (transfer full) (nullable): the story of what went wrong. */
static char *
run_case (const Run *run, const Ends *ends, Known *known)
{
  g_auto (Child) child = { 0 };
  g_autofree char *disk = NULL;
  g_autofree char *problem = NULL;
  const char *state;

  if (!known->is_started)
    begin (run);
  child = child_run (operation_cb, (gpointer) run);
  disk = fixture_fingerprint (run->root, &known->since);
  known->is_started = g_str_equal (disk, known->start);
  state = known_look (known, disk, run->root);
  problem = judge (run, ends, &child, state);
  if (problem == NULL && !g_str_equal (state, ends->after))
    problem = g_strdup (known_retry (known, disk, run, ends));
  if (problem == NULL || *problem == '\0')
    return NULL;
  return g_strdup_printf ("%s %s at %ld: %s\n  said: %s  found:\n%s", run->operation->name, run->kind, run->at, problem, child.text,
                          state);
}

static Ends
find_ends (const Run *run)
{
  Run clean = { run->kit, run->root, run->operation, NULL, 0, 0 };
  g_auto (Child) child = { 0 };
  Ends ends;

  begin (&clean);
  ends.before = look (clean.root);
  begin (&clean);
  child = child_run (operation_cb, &clean);
  ends.after = look (clean.root);
  if (child.status != 0)
    printf ("bad %s without a fault: %s\n", run->operation->name, child.text);
  if (strstr (ends.before, "problem: ") != NULL || strstr (ends.after, "problem: ") != NULL)
    printf ("bad %s without a fault finds:\n%s---\n%s", run->operation->name, ends.before, ends.after);
  return ends;
}

/* Being killed before a call that only looks is being killed before the next one that changes something; only reads and writes are short;
 * looking takes no room. */
static gboolean
is_telling (const char *kind, char call)
{
  if (g_str_equal (kind, "short"))
    return strchr ("rw", call) != NULL;
  if (g_str_equal (kind, "kill"))
    return strchr ("owsnumdt", call) != NULL;
  return g_str_equal (kind, "EIO") || strchr ("owsnmt", call) != NULL;
}

/* (transfer full) (nullable): a letter for each call. */
static char *
count_calls (Run run)
{
  g_auto (Child) child = { 0 };
  const char *calls;

  run.kind = "";
  begin (&run);
  child = child_run (operation_cb, &run);
  calls = strstr (child.text, "\ncalls ");
  if (calls != NULL && child.status == 0)
    return g_strndup (calls + strlen ("\ncalls "), strcspn (calls + 1, "\n") - strlen ("calls "));
  printf ("bad %s cannot be counted: %s\n", run.operation->name, child.text);
  return NULL;
}

/* What each child would do once more for itself (types, modules, ciphers) is done before they are forked; the calls on the disk are the same. */
static void
warm_up (const Run *run, const char *calls)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) threads = NULL;
  g_autofree char *again = NULL;

  begin (run);
  if (!run->operation->run (run->kit, run->root, &error))
    printf ("bad %s: %s\n", run->operation->name, error->message);
  threads = g_dir_open ("/proc/self/task", 0, NULL);
  if (g_dir_read_name (threads) == NULL || g_dir_read_name (threads) != NULL)
    printf ("bad %s leaves a thread: nothing can be forked\n", run->operation->name);
  again = count_calls (*run);
  if (g_strcmp0 (calls, again) != 0)
    printf ("bad %s: the calls of a second time are others:\n%s\n%s\n", run->operation->name, calls, again);
}

static void
run_kind (Run run, const Ends *ends, const char *calls, Known *known)
{
  long n_good = 0, n_cases = 0;

  for (run.at = 1; run.at <= (long) strlen (calls); run.at++)
    {
      g_autofree char *problem = NULL;

      if (!is_telling (run.kind, calls[run.at - 1]))
        continue;
      problem = run_case (&run, ends, known);
      n_cases++;
      if (problem == NULL)
        n_good++;
      else
        printf ("bad %s\n", problem);
    }
  printf ("good %s %ld of %ld\n", run.kind, n_good, n_cases);
}

void
cases_run (const char *kit, const char *work, const Operation *operation)
{
  static const char *const kinds[] = { "kill", "EIO", "ENOSPC", "short" };
  Run run = { kit, work, operation, NULL, 0, time (NULL) };
  g_autofree char *calls = count_calls (run);
  g_autofree char *from = dup_start (operation, kit);
  Ends ends;
  Known known = { .starts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                  .retries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };

  if (calls == NULL)
    return;
  warm_up (&run, calls);
  ends = find_ends (&run);
  clock_gettime (CLOCK_REALTIME_COARSE, &known.since);
  known.start = fixture_fingerprint (from, &known.since);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      run.kind = kinds[i];
      run_kind (run, &ends, calls, &known);
    }
  printf ("disks %u %u %u\n", (guint) strlen (calls), g_hash_table_size (known.starts), g_hash_table_size (known.retries));
  g_free (ends.before);
  g_free (ends.after);
  known_clear (&known);
}
