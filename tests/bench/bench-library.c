/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The library with a pack of 100,000 entries (or as many as the first argument says) beside floors: what opening costs beside an
 * index of one entry, what a search costs beside a bare full-text query without order and one with SQLite's own ranking. */

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "pack-fixture.h"
#include "ter-catalogue.h"

#define N_WORDS 30000
#define WORDS_OF_TEXT 210
#define ENTRIES_OF_FILE 20000
#define N_OPENINGS 41
#define N_LETTERS 60

static char *vocabulary[N_WORDS];
static double weights[N_WORDS]; /* cumulated */
static GRand *randomness;

/* Words of syllables, the frequent ones short; a word's frequency falls with its rank, as in a language. */
static void
make_vocabulary (void)
{
  static const char *const syllables[] = {
    "a",    "ter",  "ri", "to", "re", "com", "mu",  "né",  "pro", "jet", "co",  "o",   "pé",    "ra",
    "tion", "ment", "in", "no", "va", "pu",  "bli", "que", "lo",  "cal", "do",  "mai", "ne",    "é",
    "cou",  "par",  "te", "na", "ri", "at",  "so",  "li",  "dai", "ci",  "toy", "en",  "ville", "eau",
  };
  double sum = 0;

  for (guint i = 0; i < N_WORDS; i++)
    {
      GString *word = g_string_new (NULL);
      const guint n = 1 + (i > 20) + (i > 400) + (i > 5000) + g_rand_int_range (randomness, 0, 2);

      for (guint j = 0; j < n; j++)
        g_string_append (word, syllables[g_rand_int_range (randomness, 0, G_N_ELEMENTS (syllables))]);
      vocabulary[i] = g_string_free_and_steal (word);
      sum += 1. / (i + 2.7);
      weights[i] = sum;
    }
  for (guint i = 0; i < N_WORDS; i++)
    weights[i] /= sum;
}

static const char *
pick_word (void)
{
  const double at = g_rand_double (randomness);
  guint low = 0, high = N_WORDS - 1;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (weights[middle] < at)
        low = middle + 1;
      else
        high = middle;
    }
  return vocabulary[low];
}

static void
append_words (GString *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", pick_word (), i % 13 == 12 && i + 1 < n ? "," : "");
}

static void
append_entry (GString *json, guint i)
{
  static const char *const kinds[] = { "page", "example", "organisation", "goal" };

  g_string_append_printf (json, "{\"id\": \"entry-%u\", \"kind\": \"%s\", \"title\": \"", i, kinds[i % G_N_ELEMENTS (kinds)]);
  append_words (json, 5);
  g_string_append (json, "\", \"summary\": \"");
  append_words (json, 20);
  g_string_append (json, "\", \"body\": \"");
  for (guint j = 0; j < 3; j++)
    {
      append_words (json, WORDS_OF_TEXT / 3);
      g_string_append (json, ".\\n\\n");
    }
  g_string_append (json, "\"}");
}

static gsize
make_pack (GFile *place, const char *id, guint n_entries)
{
  g_autoptr (PackFixture) pack = pack_fixture_new (place, id);
  gsize size = 0;

  pack_fixture_set (
    pack, "sections",
    "[{\"id\": \"tout\", \"title\": \"Tout\", \"view\": \"pages\", \"show\": {\"kinds\": [\"page\"], \"sort\": \"title\"}}]");
  for (guint i = 0; i < n_entries; i += ENTRIES_OF_FILE)
    {
      g_autofree char *path = g_strdup_printf ("content/entries-%u.json", i / ENTRIES_OF_FILE);
      g_autoptr (GString) json = g_string_new ("[");

      for (guint j = i; j < MIN (n_entries, i + ENTRIES_OF_FILE); j++)
        {
          if (j > i)
            g_string_append (json, ",\n");
          append_entry (json, j);
        }
      g_string_append (json, "]\n");
      size += json->len;
      pack_fixture_add (pack, path, "entries", json->str, NULL);
    }
  pack_fixture_write (pack);
  return size;
}

static double
now (void)
{
  return g_get_monotonic_time () / 1000.;
}

/* Time of the processor, of all threads: what others do on the machine counts less. */
static double
spent (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
quantile (GArray *times, double q)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, double, MIN ((guint) (q * times->len), times->len - 1));
}

static void
print_ratio (const char *name, double ours, double other)
{
  g_print ("%s %.2f (%.2f ms, %.2f ms)\n", name, ours / other, ours, other);
}

static void
time_open (GArray *times, GFile *catalogue, GFile *place)
{
  const double start = spent ();
  TerLibrary *library = fixture_library_new (catalogue, place, "fr");
  const double end = spent () - start;

  g_array_append_val (times, end);
  fixture_library_free (library);
}

static void
bench_open (GFile *large, GFile *large_place, GFile *small, GFile *small_place)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) floor_times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_OPENINGS; i++)
    {
      time_open (ours, large, large_place);
      time_open (floor_times, small, small_place);
    }
  print_ratio ("library-open", quantile (ours, .5), quantile (floor_times, .5));
}

/* The packs of the source tree, as an installed app has them. */
static void
bench_shipped (GFile *folder, GFile *small, GFile *small_place)
{
  const char *source = g_getenv ("TER_SOURCE_DIR");
  g_autofree char *path = g_build_filename (source != NULL ? source : ".", "data", "packs", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (GFile) catalogue = g_file_get_child (folder, "shipped.sqlite");
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) floor_times = g_array_new (FALSE, FALSE, sizeof (double));
  TerLibrary *library;

  if (!g_file_query_exists (place, NULL))
    return;
  library = fixture_library_new (catalogue, place, "fr");
  fixture_refresh (library, NULL, NULL);
  fixture_library_free (library);
  for (guint i = 0; i < N_OPENINGS; i++)
    {
      time_open (ours, catalogue, place);
      time_open (floor_times, small, small_place);
    }
  print_ratio ("library-open-shipped", quantile (ours, .5), quantile (floor_times, .5));
}

static double
time_bare (sqlite3 *db, const char *order, const char *text)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM text_index WHERE text_index MATCH ?1 %s LIMIT 50", order);
  g_autoptr (sqlite3_stmt) statement = ter_sqlite_prepare (db, sql, NULL);
  g_autofree char *match = g_strdup_printf ("\"%s\" *", text);
  const double start = spent ();

  ter_sqlite_bind_text (statement, 1, match);
  while (ter_sqlite_step (statement, NULL))
    ;
  return spent () - start;
}

static void
add_times (TerLibrary *library, sqlite3 *db, const char *text, GArray *ours, GArray *bare, GArray *ranked)
{
  g_autofree char *folded = g_str_to_ascii (text, "C");
  const double start = spent ();
  g_autoptr (GPtrArray) hits = fixture_search (library, text, 50, NULL);
  double time = spent () - start;

  g_array_append_val (ours, time);
  if (time > 20)
    g_printerr ("slow: “%s” %.1f ms\n", text, time);
  time = time_bare (db, "", folded);
  g_array_append_val (bare, time);
  time = time_bare (db, "ORDER BY rank", folded);
  g_array_append_val (ranked, time);
}

/* Words as somebody types them, from the first letter on. */
static void
bench_search (TerLibrary *library, GFile *catalogue)
{
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *path = g_file_get_path (catalogue);
  g_autoptr (sqlite3) db = ter_sqlite_open (path, SQLITE_OPEN_READWRITE, NULL);
  g_autoptr (GPtrArray) first = fixture_search (library, "x", 50, NULL);

  for (guint i = 0; i < N_LETTERS; i++)
    {
      const char *word = vocabulary[i * i % N_WORDS];

      for (guint n = 1; n <= g_utf8_strlen (word, -1); n++)
        {
          g_autofree char *typed = g_utf8_substring (word, 0, n);

          add_times (library, db, typed, ours, bare, ranked);
        }
    }
  print_ratio ("library-search-p50-beside-bare", quantile (ours, .5), quantile (bare, .5));
  print_ratio ("library-search-p99-beside-bare", quantile (ours, .99), quantile (bare, .99));
  print_ratio ("library-search-p50-beside-bm25", quantile (ours, .5), quantile (ranked, .5));
  print_ratio ("library-search-p99-beside-bm25", quantile (ours, .99), quantile (ranked, .99));
}

/* In MiB, of this process until now. */
static double
read_peak (void)
{
  g_autofree char *status = NULL;
  const char *at;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  at = status != NULL ? strstr (status, "VmHWM:") : NULL;
  return at != NULL ? g_ascii_strtod (at + strlen ("VmHWM:"), NULL) / 1024 : 0;
}

/* Copying the bytes is the least that indexing them can cost. */
static double
time_floor (GFile *place, gsize size)
{
  g_autoptr (GFile) file = g_file_get_child (place, "floor");
  g_autofree char *bytes = g_malloc0 (size);
  const double start = now ();

  g_file_replace_contents (file, bytes, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL);
  return now () - start;
}

static TerLibrary *
index_place (const char *name, GFile *catalogue, GFile *place)
{
  TerLibrary *library = fixture_library_new (catalogue, place, "fr");
  g_autoptr (GError) error = NULL;

  if (!fixture_refresh (library, NULL, &error))
    g_error ("%s: %s", name, error->message);
  g_assert_false (ter_pack_is_broken (ter_library_get_pack (library, name)));
  return library;
}

int
main (int argc, char *argv[])
{
  const guint n_entries = argc > 1 ? strtoul (argv[1], NULL, 10) : 100000;
  g_autoptr (GFile) folder = fixture_folder_new ();
  g_autoptr (GFile) large = g_file_get_child (folder, "large.sqlite");
  g_autoptr (GFile) large_place = g_file_get_child (folder, "large");
  g_autoptr (GFile) small = g_file_get_child (folder, "small.sqlite");
  g_autoptr (GFile) small_place = g_file_get_child (folder, "small");
  TerLibrary *library;
  double start, before, processor;
  gsize size;

  randomness = g_rand_new_with_seed (20260101);
  make_vocabulary ();
  make_pack (small_place, "petit", 1);
  size = make_pack (large_place, "grand", n_entries);
  fixture_library_free (index_place ("petit", small, small_place));

  before = read_peak ();
  processor = spent ();
  start = now ();
  library = index_place ("grand", large, large_place);
  start = now () - start;
  processor = spent () - processor;
  g_printerr ("%u entries, %.0f MB indexed in %.1f s (%.1f s of the processor); peak memory %.0f MiB (%.0f before)\n", n_entries,
              size / 1e6, start / 1000, processor / 1000, read_peak (), before);
  print_ratio ("library-index-beside-copy", start, time_floor (folder, size));

  bench_search (library, large);
  fixture_library_free (library);
  bench_open (large, large_place, small, small_place);
  bench_shipped (folder, small, small_place);
  fixture_folder_remove (folder);
  g_rand_free (randomness);
  for (guint i = 0; i < N_WORDS; i++)
    g_free (vocabulary[i]);
  return 0;
}
