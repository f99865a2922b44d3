/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "mutants.h"
#include "ter-import-job.h"
#include "ter-indexer.h"
#include "ter-pack-reader.h"
#include "ter-sha256.h"
#include "ter-verify.h"
#include "use-pack.h"

/* Mutants of sound packs, each imported as a colleague's file would be. Whatever they hold: decided within two seconds and 256 MB,
 * without a crash and without a word on the log, nothing outside the store, nothing left of what is refused, and a sentence that says why.
 *
 *   TER_MUTATION_SEED=N    the seed, which is printed; always the same unless it is given, so that a change is not judged by chance
 *   TER_MUTATIONS=N        how many
 *   TER_MUTATION_FIRST=N   begins with this one: alone, with TER_MUTATIONS=1
 *   TER_MUTATION_VERBOSE=1 tells each one */

#define SEED 20261124

#ifdef __SANITIZE_ADDRESS__
#define N_MUTANTS 10000
/* A sanitizer takes its own time, and keeps what was freed. */
#define MAX_SECONDS 10.0
#define MAX_BYTES (1024ll * 1024 * 1024)
#else
#define N_MUTANTS 2000
#define MAX_SECONDS 2.0
#define MAX_BYTES (256ll * 1024 * 1024)
#endif

#define BATCH 250
#define AT_A_TIME 2
#define HANG_SECONDS 120

/* What a process tells the one that waits for it, in memory that both see. */
typedef struct
{
  gint current;
  gint64 begun;
  guint ready, refused, installed;
  guint by_kind[N_MUTANT_KINDS], ready_by_kind[N_MUTANT_KINDS];
  double slowest;
  guint slowest_number;
  glong peak; /* KiB */
} Report;

typedef struct
{
  Seeds *seeds;
  guint64 seed;
  char *root;
  GFile *place; /* where the mutant is written */
  TerStore *store;
  char *catalogue;
  gboolean has_former;    /* the seeds are installed, in an older version */
  char *outside, *inside; /* what stood there before the mutant came */
  Report *report;
} Run;

/* ---- What is on the disk ---- */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Every file below @path but @except, with its size; of an object also whether its name tells its bytes. */
static void
list_files (const char *path, const char *except, GPtrArray *lines)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);
      GStatBuf buf;

      if (g_strcmp0 (name, except) == 0 || g_str_equal (name, "unswept") || g_lstat (inner, &buf) != 0)
        continue;
      if (S_ISDIR (buf.st_mode))
        list_files (inner, NULL, lines);
      else
        g_ptr_array_add (lines, g_strdup_printf ("%s %o %" G_GINT64_FORMAT, inner, buf.st_mode, (gint64) buf.st_size));
    }
}

static char *
dup_listing (const char *path, const char *except)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  list_files (path, except, lines);
  g_ptr_array_sort (lines, compare_names);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* The store, without its lock and the mark of a sweep. */
static char *
dup_store_listing (Run *run)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_build_filename (run->root, "store", NULL);

  list_files (path, "lock", lines);
  g_ptr_array_sort (lines, compare_names);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Where the hostile names of the mutants would lead to. */
static void
check_nothing_escaped (Run *run)
{
  static const char *const places[] = { "/tmp", "/dev/shm", "/", "/var/tmp" };
  g_autofree char *listing = dup_listing (run->root, "store");

  g_assert_cmpstr (listing, ==, run->outside);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *evil = g_build_filename (places[i], "ter-evil", NULL);
      g_autofree char *other = g_build_filename (places[i], "evil", NULL);

      g_assert_false (g_file_test (evil, G_FILE_TEST_EXISTS) || g_file_test (other, G_FILE_TEST_EXISTS));
    }
}

/* What is called by a hash is what has it: a mutant must not make another pack's file out of its own. */
static void
check_objects (Run *run)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_build_filename (run->root, "store", "objects", NULL);

  list_files (path, NULL, lines);
  for (guint i = 0; i < lines->len; i++)
    {
      char *line = g_ptr_array_index (lines, i);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *contents = NULL, *sha256 = NULL, *name = NULL;
      gsize length;

      *strchr (line, ' ') = '\0';
      name = g_strdelimit (g_strdup (line + strlen (path) + 1), "/", '-');
      g_assert_true (g_file_get_contents (line, &contents, &length, NULL));
      bytes = g_bytes_new_static (contents, length);
      sha256 = ter_sha256_of_bytes (bytes);
      g_assert_cmpstr (name + 3, ==, sha256 + 2);
      g_assert_true (strncmp (name, sha256, 2) == 0);
    }
}

/* ---- One mutant ---- */

/* Each issue can be told, and a refusal says at least one thing. */
static void
check_words (TerImportFindings *findings)
{
  g_autofree char *caution = findings->assessment != NULL ? ter_assessment_dup_caution (findings->assessment) : NULL;
  guint errors = 0;

  for (guint i = 0; i < findings->issues->len; i++)
    {
      TerIssue *issue = g_ptr_array_index (findings->issues, i);
      g_autofree char *sentence = ter_issue_dup_sentence (issue, "fr");
      g_autofree char *advice = ter_issue_dup_advice (issue, "fr");

      g_assert_true (*sentence != '\0' && g_utf8_validate (sentence, -1, NULL));
      g_assert_true (*advice != '\0' && g_utf8_validate (advice, -1, NULL));
      g_assert_true (g_utf8_validate (ter_issue_get_file (issue), -1, NULL));
      g_assert_true (g_utf8_validate (ter_issue_get_pointer (issue), -1, NULL));
      errors += ter_issue_get_severity (issue) == TER_SEVERITY_ERROR;
    }
  if (findings->assessment != NULL && findings->assessment->verdict == TER_VERDICT_REFUSE)
    {
      g_assert_true (caution != NULL && *caution != '\0');
      errors++;
    }
  g_assert_cmpint (errors > 0, ==, findings->refused);
}

static double
get_cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static void
check_intact (TerPackFiles *files)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) issues = ter_verify_pack (files, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (issues), ==, 0);
}

/* Installed, used, and taken back. */
static void
live_with (Run *run, TerImportFindings *findings)
{
  g_autofree char *id = g_strdup (ter_pack_get_id (findings->pack));
  g_autofree char *publishers = g_build_filename (run->root, "store", "publishers", NULL);
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  g_autoptr (TerCatalogue) catalogue = NULL;
  g_autoptr (TerPackFiles) files = NULL;
  g_autoptr (TerStoreRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  ter_import_job_install (run->store, findings, run->catalogue, NULL, &error);
  g_assert_no_error (error);
  record = ter_store_load (run->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (record->current->manifest, ==, findings->manifest_sha256);
  files = ter_store_load_files (run->store, record->current, NULL, &error);
  g_assert_no_error (error);
  check_intact (files);
  check_objects (run);
  use_pack (files, "fr");
  use_pack (files, "en");

  ter_store_remove (run->store, id, &error);
  g_assert_no_error (error);
  ter_store_sweep (run->store, TRUE, NULL, &error);
  g_assert_no_error (error);
  catalogue = ter_catalogue_open_to_write (run->catalogue, &error);
  g_assert_no_error (error);
  ter_indexer_run (catalogue, places, run->store, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  /* The next mutant meets the same reader. */
  g_unlink (publishers);
  run->report->installed++;
}

static void
decide (Run *run, guint number, Mutant *mutant)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TerImportFindings) findings = NULL;
  g_autofree char *after = NULL;
  const double begun = get_cpu_seconds ();
  double seconds;

  findings = ter_import_job_check (run->store, run->place, packs, "fr", NULL, NULL, NULL, NULL, &error);
  seconds = get_cpu_seconds () - begun;
  if (seconds > run->report->slowest)
    {
      run->report->slowest = seconds;
      run->report->slowest_number = number;
    }
  g_assert_cmpfloat (seconds, <, MAX_SECONDS);
  run->report->by_kind[mutant->kind]++;
  if (findings == NULL)
    {
      /* The disk does not fail here: only a pack that says it is larger than the disk is not decided. */
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      g_assert_true (*error->message != '\0');
      ter_import_job_give_up (run->store, run->place, NULL);
    }
  else
    check_words (findings);
  if (findings != NULL && !findings->refused)
    {
      run->report->ready++;
      run->report->ready_by_kind[mutant->kind]++;
      if (run->has_former)
        ter_import_job_give_up (run->store, run->place, findings->manifest_sha256);
      else
        live_with (run, findings);
    }
  else
    run->report->refused++;
  after = dup_store_listing (run);
  g_assert_cmpstr (after, ==, run->inside);
}

static void
write_file (GFile *file, const GString *bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (g_file_peek_path (file), bytes->str, bytes->len, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
run_mutant (Run *run, guint number)
{
  g_autoptr (Mutant) mutant = mutant_new (run->seeds, run->seed, number);

  if (g_getenv ("TER_MUTATION_VERBOSE") != NULL)
    g_printerr ("%u: %s of %s: %s\n", number, mutant_kind_get_name (mutant->kind), mutant->seed, mutant->log->str);
  write_file (run->place, mutant->bytes);
  decide (run, number, mutant);
}

/* ---- A process for some of them ---- */

static void
install_former (Run *run)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();

  for (guint i = 0; i < seeds_get_n (run->seeds); i++)
    {
      GString *bytes = seeds_write (run->seeds, i, "0.1.0", FALSE);
      g_autoptr (GError) error = NULL;
      g_autoptr (TerImportFindings) findings = NULL;

      write_file (run->place, bytes);
      g_string_free (bytes, TRUE);
      findings = ter_import_job_check (run->store, run->place, packs, "fr", NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_false (findings->refused);
      ter_import_job_install (run->store, findings, run->catalogue, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
make_root (Run *run, const char *parent, guint batch)
{
  static const char *const names[] = { "home", "work", "tmp", "store" };
  g_autofree char *store = NULL, *pack = NULL, *file = NULL, *work = NULL, *home = NULL, *tmp = NULL;
  g_autoptr (GFile) folder = NULL;

  run->root = g_strdup_printf ("%s/batch-%u", parent, batch);
  g_assert_cmpint (g_mkdir (run->root, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (run->root, names[i], NULL);

      g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
    }
  home = g_build_filename (run->root, "home", NULL);
  tmp = g_build_filename (run->root, "tmp", NULL);
  work = g_build_filename (run->root, "work", NULL);
  g_setenv ("HOME", home, TRUE);
  g_setenv ("TMPDIR", tmp, TRUE);
  g_assert_cmpint (chdir (work), ==, 0);
  store = g_build_filename (run->root, "store", NULL);
  folder = g_file_new_for_path (store);
  run->store = ter_store_new (folder);
  pack = g_build_filename (parent, "packs", NULL);
  g_mkdir (pack, 0700);
  file = g_strdup_printf ("%s/%u.tpack", pack, batch);
  run->place = g_file_new_for_path (file);
  run->catalogue = g_strdup_printf ("%s/catalogue-%u", pack, batch);
}

static void
run_batch (Run *run, const char *parent, guint batch, guint first, guint n)
{
  struct rusage usage;

  run->has_former = batch % 2 == 1;
  make_root (run, parent, batch);
  if (run->has_former)
    install_former (run);
  else
    {
      /* What a first change leaves in an empty store. */
      g_autoptr (GPtrArray) none = g_ptr_array_new ();

      g_assert_true (ter_store_save_publishers (run->store, none, NULL));
      g_unlink (g_build_filename (run->root, "store", "publishers", NULL));
      g_assert_true (ter_store_sweep (run->store, TRUE, NULL, NULL));
    }
  run->inside = dup_store_listing (run);
  run->outside = dup_listing (run->root, "store");
  for (guint number = first; number < first + n; number++)
    {
      g_atomic_int_set (&run->report->current, number);
      run->report->begun = g_get_monotonic_time ();
      run_mutant (run, number);
      if (number % 50 == 0)
        check_nothing_escaped (run);
    }
  check_nothing_escaped (run);
  check_objects (run);
  getrusage (RUSAGE_SELF, &usage);
  run->report->peak = usage.ru_maxrss;
}

/* ---- The processes ---- */

typedef struct
{
  pid_t pid;
  guint batch, first, n;
  Report *report;
} Child;

static guint64
read_number (const char *name, guint64 fallback)
{
  const char *text = g_getenv (name);

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : fallback;
}

/* The end of a process is said with the mutant that it was at, which is kept. */
static void
tell_failure (Seeds *seeds, guint64 seed, const Child *child, const char *how)
{
  const guint number = child->report->current;
  g_autoptr (Mutant) mutant = mutant_new (seeds, seed, number);
  g_autofree char *folder = g_get_current_dir ();
  g_autofree char *name = g_strdup_printf ("mutant-%" G_GUINT64_FORMAT "-%u.tpack", seed, number);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_file_set_contents (path, mutant->bytes->str, mutant->bytes->len, NULL);
  g_printerr ("mutant %u %s: %s of %s: %s\n  kept in %s\n  again: TER_MUTATION_SEED=%" G_GUINT64_FORMAT
              " TER_MUTATION_FIRST=%u TER_MUTATIONS=1\n",
              number, how, mutant_kind_get_name (mutant->kind), mutant->seed, mutant->log->str, path, seed, number);
}

static void
begin_child (Seeds *seeds, guint64 seed, const char *parent, Child *child)
{
  Run run = { .seeds = seeds, .seed = seed, .report = child->report };

  child->report->current = child->first;
  child->report->begun = g_get_monotonic_time ();
  fflush (NULL);
  child->pid = fork ();
  g_assert_cmpint (child->pid, >=, 0);
  if (child->pid != 0)
    return;
  run_batch (&run, parent, child->batch, child->first, child->n);
  _exit (0);
}

/* Whether the process has ended well; waits for it for a moment. */
static gboolean
poll_child (Seeds *seeds, guint64 seed, Child *child, gboolean *failed)
{
  int status;

  if (waitpid (child->pid, &status, WNOHANG) == child->pid)
    {
      if (!WIFEXITED (status) || WEXITSTATUS (status) != 0)
        {
          g_autofree char *how = WIFSIGNALED (status) ? g_strdup_printf ("ended by signal %d", WTERMSIG (status))
                                                      : g_strdup_printf ("exit %d", WEXITSTATUS (status));

          tell_failure (seeds, seed, child, how);
          *failed = TRUE;
        }
      child->pid = 0;
      return TRUE;
    }
  if (g_get_monotonic_time () - child->report->begun > HANG_SECONDS * G_USEC_PER_SEC)
    {
      kill (child->pid, SIGKILL);
      waitpid (child->pid, &status, 0);
      tell_failure (seeds, seed, child, "hangs");
      *failed = TRUE;
      child->pid = 0;
      return TRUE;
    }
  return FALSE;
}

static void
add_report (Report *sum, const Report *report)
{
  sum->ready += report->ready;
  sum->refused += report->refused;
  sum->installed += report->installed;
  for (guint i = 0; i < N_MUTANT_KINDS; i++)
    {
      sum->by_kind[i] += report->by_kind[i];
      sum->ready_by_kind[i] += report->ready_by_kind[i];
    }
  if (report->slowest > sum->slowest)
    {
      sum->slowest = report->slowest;
      sum->slowest_number = report->slowest_number;
    }
  sum->peak = MAX (sum->peak, report->peak);
}

static void
remove_folder (const char *path)
{
  const char *command[] = { "rm", "-rf", path, NULL };

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

static void
tell_sum (const Report *sum)
{
  g_test_message ("%u ready (%u installed and used), %u refused; slowest %.3f s (mutant %u), peak %ld MiB", sum->ready,
                  sum->installed, sum->refused, sum->slowest, sum->slowest_number, sum->peak / 1024);
  for (guint i = 0; i < N_MUTANT_KINDS; i++)
    g_test_message ("%s: %u, of which %u ready", mutant_kind_get_name (i), sum->by_kind[i], sum->ready_by_kind[i]);
}

/* Runs them all; %FALSE when one process did not end well. Every batch is run: all that fails is told. */
static gboolean
run_all (Seeds *seeds, guint64 seed, const char *parent, guint first, guint n, Report *sum)
{
  Report *reports = mmap (NULL, AT_A_TIME * sizeof *reports, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  Child children[AT_A_TIME] = { 0 };
  gboolean failed = FALSE;
  guint next = 0, running = 0, batch = 0;

  g_assert_true (reports != MAP_FAILED);
  while (next < n || running > 0)
    {
      for (guint i = 0; i < AT_A_TIME; i++)
        {
          if (children[i].pid != 0 && poll_child (seeds, seed, &children[i], &failed))
            {
              g_autofree char *path = g_strdup_printf ("%s/batch-%u", parent, children[i].batch);

              add_report (sum, &reports[i]);
              remove_folder (path);
              running--;
            }
          if (children[i].pid != 0 || next >= n)
            continue;
          memset (&reports[i], 0, sizeof reports[i]);
          children[i] = (Child) { 0, batch++, first + next, MIN (BATCH, n - next), &reports[i] };
          begin_child (seeds, seed, parent, &children[i]);
          next += children[i].n;
          running++;
        }
      g_usleep (5000);
    }
  munmap (reports, AT_A_TIME * sizeof *reports);
  return !failed;
}

static void
test_mutated_packs_are_boring (void)
{
  /* The first one has some of everything. */
  static const char *const names[] = { "every-kind", "minimal", "limits", "solar-system", "texts", NULL };
  const guint64 seed = read_number ("TER_MUTATION_SEED", SEED);
  const guint n = read_number ("TER_MUTATIONS", N_MUTANTS), first = read_number ("TER_MUTATION_FIRST", 0);
  g_autofree char *folder = g_build_filename (g_getenv ("TER_SOURCE_DIR"), "tests", "corpus", "packs", "valid", NULL);
  g_autoptr (Seeds) seeds = seeds_new (folder, names);
  g_autofree char *parent =
    g_strdup (g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm/ter-mutations-XXXXXX" : "/tmp/ter-mutations-XXXXXX");
  Report sum = { 0 };
  gboolean passed;

  g_test_message ("TER_MUTATION_SEED=%" G_GUINT64_FORMAT ", %u mutants", seed, n);
  g_assert_nonnull (g_mkdtemp (parent));
  passed = run_all (seeds, seed, parent, first, n, &sum);
  remove_folder (parent);
  tell_sum (&sum);
  g_assert_true (passed);
  g_assert_cmpint (sum.peak * 1024ll, <, MAX_BYTES);
  /* The seeds are what they should be: many mutants get to the end, of each kind. */
  if (n >= 1000)
    for (guint i = 0; i < N_MUTANT_KINDS; i++)
      g_assert_cmpuint (sum.ready_by_kind[i], >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mutations/mutated packs are boring", test_mutated_packs_are_boring);
  return g_test_run ();
}
