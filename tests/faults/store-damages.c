/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-tool.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* One file is damaged, then the app starts: it always does, and what is not damaged is there. */

#define MAX_SECONDS 3.0
#define STEP 4096

typedef enum
{
  FLIP,
  TRUNCATE,
  ZERO_PAGE,
  MISSING,
  GARBAGE,
  FORBIDDEN,
  READ_ONLY,
  N_DAMAGES
} Damage;

static const char *const damage_names[] = {
  "flip a bit", "truncate", "zero a page", "remove", "garbage", "forbid", "write-protect"
};

typedef struct
{
  const char *root;
  char *path; /* relative */
  Damage damage;
} Case;

/* ---- Doing harm ---- */

static void
change_bytes (const char *path, Damage damage, GRand *rand)
{
  g_autofree char *bytes = NULL;
  gsize length, place;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  if (length == 0)
    return;
  if (damage == FLIP)
    {
      place = g_rand_int_range (rand, 0, (gint32) length);
      bytes[place] ^= (char) (1 << g_rand_int_range (rand, 0, 8));
    }
  else if (damage == TRUNCATE)
    length = (gsize) g_rand_int_range (rand, 0, (gint32) ((length + STEP - 1) / STEP)) * STEP;
  else if (damage == ZERO_PAGE)
    {
      place = (gsize) g_rand_int_range (rand, 0, (gint32) ((length + STEP - 1) / STEP)) * STEP;
      memset (bytes + place, 0, MIN (STEP, length - place));
    }
  else
    for (gsize i = 0; i < length; i++)
      bytes[i] = (char) g_rand_int_range (rand, 0, 256);
  /* In place, as a disk does it. */
  {
    FILE *file = fopen (path, "r+b");

    g_assert_nonnull (file);
    g_assert_cmpint (ftruncate (fileno (file), (off_t) length), ==, 0);
    g_assert_cmpuint (fwrite (bytes, 1, length, file), ==, length);
    fclose (file);
  }
}

static void
do_harm (const Case *self, GRand *rand)
{
  g_autofree char *path = g_build_filename (self->root, self->path, NULL);

  switch (self->damage)
    {
    case MISSING: g_unlink (path); break;
    case FORBIDDEN: g_chmod (path, 0); break;
    case READ_ONLY: g_chmod (path, 0400); break;
    default: change_bytes (path, self->damage, rand);
    }
}

/* Each kind of file as often as the others, whatever their numbers. */
static char *
choose_path (GPtrArray *paths, GRand *rand)
{
  static const char *const kinds[] = { "store/objects/",   "store/objects/", "store/packs/",
                                       "store/publishers", "cache/",         "user/user.sqlite" };
  const char *kind = kinds[g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds))];
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();

  for (guint i = 0; i < paths->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (paths, i), kind) && !g_str_has_suffix (g_ptr_array_index (paths, i), "-shm"))
      g_ptr_array_add (candidates, g_ptr_array_index (paths, i));
  g_assert_cmpuint (candidates->len, >, 0);
  return g_strdup (g_ptr_array_index (candidates, g_rand_int_range (rand, 0, (gint32) candidates->len)));
}

/* ---- Judging ---- */

static int
start_cb (gpointer data)
{
  g_autofree char *text = state_describe (data, FALSE);

  fputs (text, stdout);
  return 0;
}

static gboolean
has_line (const char *text, const char *word, const char *rest)
{
  g_autofree char *line = g_strdup_printf ("%s %s", word, rest);
  const char *found = strstr (text, line);

  return found != NULL && (found == text || found[-1] == '\n');
}

/* A pack is shown, or it is set aside with a reason. Only one that has something to do with the damaged file may be so. */
static char *
judge_packs (const Case *self, const char *text)
{
  static const char *const ids[] = { "alpha", "beta", "gamma" };
  const gboolean may_harm = g_str_has_prefix (self->path, "store/objects/") || g_str_has_prefix (self->path, "store/packs/");

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *reason = g_strdup_printf ("%s installation-damaged: Les fichiers de ce pack installé sont abîmés", ids[i]);
      g_autofree char *record = g_strdup_printf ("store/packs/%s", ids[i]);
      const gboolean gone = self->damage == MISSING && g_str_equal (self->path, record);

      if (has_line (text, "shown", ids[i]) || gone)
        continue;
      if (!may_harm || (g_str_has_prefix (self->path, "store/packs/") && !g_str_equal (self->path, record)))
        return g_strdup_printf ("%s is not shown", ids[i]);
      if (!has_line (text, "broken", ids[i]) || !has_line (text, "why", reason))
        return g_strdup_printf ("%s is not set aside with its reason", ids[i]);
    }
  return NULL;
}

/* The file as it was, or its newest backup. A flipped bit may change a letter that nothing watches over. */
static char *
judge_user (const Case *self, const char *text)
{
  const gboolean first = has_line (text, "favourite", "alpha un") && has_line (text, "note", "alpha un Une note.");
  const gboolean second = has_line (text, "favourite", "beta deux") && has_line (text, "note", "beta deux Une note.");
  const gboolean harmed = g_str_has_prefix (self->path, "user/user.sqlite");

  if (first && (second || harmed))
    return NULL;
  if (harmed && self->damage == FLIP && (has_line (text, "favourite", "") || has_line (text, "user closed:", "")))
    return NULL;
  return g_strdup ("what the reader made is not there");
}

/* Nothing is deleted without asking: only the index is a cache. A record that is gone takes its pack with it: nothing else knows of it. */
static char *
judge_files (const Case *self, GPtrArray *before)
{
  g_autoptr (GPtrArray) after = fixture_list (self->root);
  const gboolean removed = self->damage == MISSING && g_str_has_prefix (self->path, "store/packs/");

  for (guint i = 0; i < before->len; i++)
    {
      const char *path = g_ptr_array_index (before, i);
      g_autofree char *publishers = g_strconcat (path, "-damaged-1", NULL);
      g_autofree char *user = g_strconcat (path, ".damaged-1", NULL);
      const gboolean own = g_str_has_prefix (path, "cache/") || g_str_has_suffix (path, "-wal") ||
                           g_str_has_suffix (path, "-shm") || g_str_equal (path, "store/unswept") ||
                           (removed && g_str_has_prefix (path, "store/objects/"));

      if (!own && !g_ptr_array_find_with_equal_func (after, path, g_str_equal, NULL) &&
          !g_ptr_array_find_with_equal_func (after, publishers, g_str_equal, NULL) &&
          !g_ptr_array_find_with_equal_func (after, user, g_str_equal, NULL))
        return g_strdup_printf ("%s was deleted", path);
    }
  return NULL;
}

static char *
judge (const Case *self, const Child *child, GPtrArray *before)
{
  char *problem;

  if (child->status != 0)
    return g_strdup_printf ("it does not start: status %d, signal %d", child->status, child->signal);
  if (child->seconds > MAX_SECONDS)
    return g_strdup_printf ("it takes %.1f s to start", child->seconds);
  if (strstr (child->text, "problem: ") != NULL)
    return g_strdup ("it starts with a problem");
  problem = judge_packs (self, child->text);
  if (problem == NULL)
    problem = judge_user (self, child->text);
  return problem != NULL ? problem : judge_files (self, before);
}

static char *
run_case (const char *kit, const char *root, guint32 seed, long number, double *slowest)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed_array ((guint32[]) { seed, (guint32) number }, 2);
  g_autofree char *from = g_build_filename (kit, "states", "three", NULL);
  g_auto (Child) child = { 0 };
  g_autoptr (GPtrArray) before = NULL;
  Case self = { root, NULL, N_DAMAGES };
  char *problem;

  fixture_delete (root);
  fixture_copy (from, root);
  before = fixture_list (root);
  self.path = choose_path (before, rand);
  self.damage = (Damage) g_rand_int_range (rand, 0, N_DAMAGES);
  do_harm (&self, rand);
  g_ptr_array_unref (before);
  before = fixture_list (root);
  child = child_run (start_cb, (gpointer) root);
  *slowest = MAX (*slowest, child.seconds);
  problem = judge (&self, &child, before);
  if (problem != NULL)
    {
      char *whole = g_strdup_printf ("damage %ld of seed %u, %s %s: %s\n%s", number, seed, damage_names[self.damage], self.path,
                                     problem, child.text);

      g_free (problem);
      problem = whole;
    }
  g_free (self.path);
  return problem;
}

void
damages_run (const char *kit, const char *work, guint32 seed, long from, long to)
{
  double slowest = 0;
  long n_good = 0;

  for (long number = from; number <= to; number++)
    {
      g_autofree char *problem = run_case (kit, work, seed, number, &slowest);

      if (problem == NULL)
        n_good++;
      else
        printf ("bad %s\n", problem);
    }
  printf ("good %ld\nslowest %.2f\n", n_good, slowest);
}
