/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-import-job.h"

#include <glib/gstdio.h>

#include "../store/store-maker.h"
#include "ter-catalogue.h"
#include "ter-stage.h"

/* What a check told while it went on. */
typedef struct
{
  guint n_found;
  char *version;   /* nullable: of the pack that was found */
  guint n_objects; /* that were in the store by then */
  StoreMaker *maker;
  TerStageProgress progress;
  GCancellable *cancel_at_progress; /* nullable */
} Told;

static void
found_cb (TerImportFindings *findings, gpointer user_data)
{
  Told *told = user_data;

  told->n_found++;
  told->n_objects = store_maker_objects (told->maker);
  g_set_str (&told->version, ter_pack_get_version (findings->pack));
}

static void
progress_cb (const TerStageProgress *progress, gpointer user_data)
{
  Told *told = user_data;

  told->progress = *progress;
  if (told->cancel_at_progress != NULL)
    g_cancellable_cancel (told->cancel_at_progress);
}

static TerImportFindings *
check (StoreMaker *self, GFile *source, Told *told, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  told->maker = self;
  return ter_import_job_check (self->store, source, none, "fr", progress_cb, found_cb, told, cancellable, error);
}

/* How many imports are offered to be resumed. */
static guint
count_left (StoreMaker *self)
{
  g_autoptr (GPtrArray) unfinished = ter_stage_list_unfinished (self->store);

  return unfinished->len;
}

/* Each on a store that has the pack in version 1.1.0 with the word "un": 4 objects. */
static void
test_a_check_says_what_a_pack_is (StoreMaker *self, gconstpointer data)
{
  static const struct
  {
    const char *version, *word;
    const char *damaged; /* nullable: a file of it */
    gboolean refused;
    TerVersionChange change;
    int n_changes;     /* -1: they are not known */
    const char *issue; /* nullable */
    guint n_objects;   /* in the store then: what can be installed is there */
  } cases[] = {
    { "1.2.0", "deux", NULL, FALSE, TER_CHANGE_UPDATE, 1, NULL, 6 },
    { "1.2.0", "un", NULL, FALSE, TER_CHANGE_UPDATE, 0, NULL, 5 },
    { "1.1.0", "un", NULL, FALSE, TER_CHANGE_SAME, -1, NULL, 4 },
    { "1.1.0", "deux", NULL, TRUE, TER_CHANGE_OTHER, -1, NULL, 4 },
    { "1.0.0", "un", NULL, FALSE, TER_CHANGE_OLDER, 0, NULL, 5 },
    { "1.2.0", "deux", "data/table.csv", TRUE, TER_CHANGE_UPDATE, -1, "file-hash", 4 },
  };

  store_maker_install (self, "essai", "1.1.0", "un");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) source = store_maker_pack (self, "essai", cases[i].version, cases[i].word);
      g_autoptr (TerImportFindings) findings = NULL;
      g_autoptr (GError) error = NULL;
      Told told = { 0 };

      g_test_message ("case %u: %s", i, cases[i].version);
      if (cases[i].damaged != NULL)
        {
          g_autoptr (GFile) file = g_file_resolve_relative_path (source, cases[i].damaged);

          store_maker_damage (g_file_peek_path (file));
        }
      findings = check (self, source, &told, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (findings->refused, ==, cases[i].refused);
      g_assert_cmpint ((int) findings->assessment->change, ==, (int) cases[i].change);
      g_assert_cmpint (findings->changes != NULL ? (int) findings->changes->len : -1, ==, cases[i].n_changes);
      g_assert_cmpuint (findings->issues->len, ==, cases[i].issue != NULL ? 1 : 0);
      if (cases[i].issue != NULL)
        g_assert_cmpstr (ter_issue_get_code (g_ptr_array_index (findings->issues, 0)), ==, cases[i].issue);
      g_assert_cmpstr (findings->installed->version, ==, "1.1.0");
      g_assert_cmpuint (store_maker_objects (self), ==, cases[i].n_objects);
      /* It was told once, before a file of it was read. */
      g_assert_cmpuint (told.n_found, ==, 1);
      g_assert_cmpstr (told.version, ==, cases[i].version);
      g_assert_cmpuint (told.n_objects, ==, 4);
      /* Nothing of a pack that is refused stays, and what is installed already is not offered; others wait until they are given up. */
      g_assert_cmpuint (count_left (self), ==, cases[i].refused || cases[i].change == TER_CHANGE_SAME ? 0 : 1);
      ter_import_job_give_up (self->store, source, findings->manifest_sha256);
      g_assert_cmpuint (count_left (self), ==, 0);
      g_assert_cmpuint (store_maker_objects (self), ==, 4);
      g_free (told.version);
    }
}

/* The pack that comes with the app is the former version of one that is not installed yet. */
static void
test_a_pack_of_the_app_is_what_an_update_is_compared_with (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) before = store_maker_pack (self, "essai", "1.0.0", "un");
  g_autoptr (GFile) source = store_maker_pack (self, "essai", "1.1.0", "deux");
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (before);
  g_autoptr (GBytes) bytes = ter_pack_files_load (files, TER_PACK_MANIFEST, 1 << 20, NULL, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  g_autoptr (TerPack) pack = ter_pack_new (files, json_node_get_object (node), NULL, "fr");
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TerImportFindings) findings = NULL;

  g_ptr_array_add (packs, pack);
  findings = ter_import_job_check (self->store, source, packs, "fr", NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (findings->installed);
  g_assert_cmpint ((int) findings->assessment->change, ==, (int) TER_CHANGE_UPDATE);
  g_assert_cmpstr (findings->assessment->installed_version, ==, "1.0.0");
  g_assert_cmpuint (findings->changes->len, ==, 1);
}

static void
test_a_check_that_ends_early_says_why (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_get_child (self->place, "nulle-part");
  g_autoptr (GFile) source = store_maker_pack (self, "essai", "1.0.0", "un");
  g_autoptr (GCancellable) before = g_cancellable_new ();
  g_autoptr (GCancellable) during = g_cancellable_new ();
  const struct
  {
    GFile *source;
    GCancellable *cancellable;
    GCancellable *cancel_at_progress;
    GIOErrorEnum code;
  } cases[] = {
    { nowhere, NULL, NULL, G_IO_ERROR_NOT_FOUND },
    { source, before, NULL, G_IO_ERROR_CANCELLED },
    { source, during, during, G_IO_ERROR_CANCELLED },
  };

  g_cancellable_cancel (before);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      Told told = { .cancel_at_progress = cases[i].cancel_at_progress };

      g_test_message ("case %u", i);
      g_assert_null (check (self, cases[i].source, &told, cases[i].cancellable, &error));
      g_assert_error (error, G_IO_ERROR, (int) cases[i].code);
      g_assert_cmpuint (count_left (self), ==, 0);
      g_assert_cmpuint (store_maker_objects (self), ==, 0);
      g_free (told.version);
    }
}

/* (transfer full): "1.0.0 1.1.0": the versions of the packs in an index; "none" when there is no index. */
static char *
dup_indexed (const char *path)
{
  g_autoptr (TerCatalogue) catalogue = ter_catalogue_open_to_read (path, NULL);
  sqlite3_stmt *query = catalogue != NULL ? ter_catalogue_query (catalogue, TER_QUERY_PACKS, NULL) : NULL;
  GString *versions = g_string_new (query == NULL ? "none" : NULL);

  while (query != NULL && ter_sqlite_step (query, NULL))
    {
      g_autoptr (JsonNode) node = json_from_string (sqlite3_column_blob (query, 4), NULL);

      g_string_append_printf (versions, "%s%s", versions->len > 0 ? " " : "",
                              json_object_get_string_member (json_node_get_object (node), "version"));
    }
  return g_string_free_and_steal (versions);
}

typedef enum
{
  INDEX_NONE,    /* it is made */
  INDEX_DAMAGED, /* no obstacle: the refresh that follows makes it anew */
  INDEX_FOLDER,  /* a folder has its name: it can be made by nobody */
} IndexState;

static void
prepare_index (const char *path, IndexState state)
{
  g_autofree char *noise = g_strnfill (4096, 'x');

  if (state == INDEX_DAMAGED)
    g_assert_true (g_file_set_contents (path, noise, -1, NULL));
  else if (state == INDEX_FOLDER)
    g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

/* Index and store go together, or neither goes. */
static void
test_an_installation_is_whole_or_nothing (StoreMaker *self, gconstpointer data)
{
  static const struct
  {
    IndexState index;
    gboolean cancelled;
    gboolean installed;
    const char *indexed;
    const char *error; /* nullable: how it begins */
  } cases[] = {
    { INDEX_NONE, FALSE, TRUE, "2.0.0", NULL },
    { INDEX_DAMAGED, FALSE, TRUE, "2.0.0", NULL },
    { INDEX_NONE, TRUE, FALSE, "", "" },
    { INDEX_FOLDER, FALSE, FALSE, "none", "The disk of this computer refuses to write (" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = g_strdup_printf ("essai-%u", i);
      g_autofree char *index = g_strdup_printf ("%s/index-%u.sqlite", g_file_peek_path (self->folder), i);
      g_autofree char *record = NULL;
      g_autofree char *indexed = NULL;
      g_autoptr (GFile) source = NULL;
      g_autoptr (TerImportFindings) findings = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Told told = { 0 };

      g_test_message ("case %u", i);
      store_maker_install (self, id, "1.0.0", "un");
      source = store_maker_pack (self, id, "2.0.0", "deux");
      findings = check (self, source, &told, NULL, &error);
      g_assert_no_error (error);
      prepare_index (index, cases[i].index);
      if (cases[i].cancelled)
        g_cancellable_cancel (cancellable);
      g_assert_cmpint (ter_import_job_install (self->store, findings, index, cancellable, &error), ==, cases[i].installed);
      record = store_maker_record (self, id);
      g_assert_cmpstr (record, ==,
                       cases[i].installed ? "2.0.0 (before: 1.0.0; highest: 2.0.0)" : "1.0.0 (before: none; highest: 1.0.0)");
      indexed = dup_indexed (index);
      g_assert_cmpstr (indexed, ==, cases[i].indexed);
      if (cases[i].error == NULL)
        g_assert_no_error (error);
      else
        g_assert_true (error != NULL && g_str_has_prefix (error->message, cases[i].error));
      /* What was read stays for another try; it is gone once it is installed. */
      g_assert_cmpuint (count_left (self), ==, cases[i].installed ? 0 : 1);
      ter_import_job_give_up (self->store, source, NULL);
      g_assert_cmpuint (count_left (self), ==, 0);
      g_free (told.version);
    }
}

static gpointer
release_cb (gpointer catalogue)
{
  g_usleep (G_USEC_PER_SEC / 2);
  g_assert_true (sqlite3_exec (ter_catalogue_get_db (catalogue), "COMMIT", NULL, NULL, NULL) == SQLITE_OK);
  return NULL;
}

static void
test_an_index_that_somebody_writes_is_waited_for (StoreMaker *self, gconstpointer data)
{
  g_autofree char *index = g_build_filename (g_file_peek_path (self->folder), "index.sqlite", NULL);
  g_autoptr (GFile) source = store_maker_pack (self, "essai", "1.0.0", "un");
  g_autoptr (GError) error = NULL;
  g_autoptr (TerCatalogue) other = ter_catalogue_open_to_write (index, &error);
  g_autoptr (TerImportFindings) findings = NULL;
  g_autofree char *indexed = NULL;
  GThread *thread;
  Told told = { 0 };

  g_assert_no_error (error);
  findings = check (self, source, &told, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (sqlite3_exec (ter_catalogue_get_db (other), "BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK);
  thread = g_thread_new ("writer", release_cb, other);
  g_assert_true (ter_import_job_install (self->store, findings, index, NULL, &error));
  g_assert_no_error (error);
  g_thread_join (thread);
  indexed = dup_indexed (index);
  g_assert_cmpstr (indexed, ==, "1.0.0");
  g_free (told.version);
}

#define ADD(name, function) g_test_add ("/import-job/" name, StoreMaker, NULL, store_maker_set_up, function, store_maker_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-check-says-what-a-pack-is", test_a_check_says_what_a_pack_is);
  ADD ("a-pack-of-the-app-is-what-an-update-is-compared-with", test_a_pack_of_the_app_is_what_an_update_is_compared_with);
  ADD ("a-check-that-ends-early-says-why", test_a_check_that_ends_early_says_why);
  ADD ("an-installation-is-whole-or-nothing", test_an_installation_is_whole_or_nothing);
  ADD ("an-index-that-somebody-writes-is-waited-for", test_an_index_that_somebody_writes_is_waited_for);
  return g_test_run ();
}
