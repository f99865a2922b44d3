/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-checker.h"

#include <glib/gstdio.h>

#include "ter-check-private.h"
#include "ter-config.h"
#include "ter-hash.h"
#include "ter-issue-private.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-sha256.h"

#define MANIFEST TER_PACK_MANIFEST

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
}

TerCheck *
ter_check_new (TerPackFiles *files, GCancellable *cancellable)
{
  TerCheck *check = g_new0 (TerCheck, 1);

  check->pack_files = g_object_ref (files);
  check->cancellable = cancellable;
  check->issues = g_ptr_array_new_with_free_func (g_object_unref);
  check->file = "";
  check->pointer = g_string_new (NULL);
  check->languages = new_set ();
  check->files = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, g_free);
  check->others = new_set ();
  check->resources = new_set ();
  check->tables = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, ter_check_table_free);
  check->drawn_tables = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, g_object_unref);
  check->outlines = new_set ();
  check->sections = new_set ();
  check->entries = new_set ();
  check->kinds = new_set ();
  check->figures = new_set ();
  check->vocabularies = new_set ();
  check->terms = new_set ();
  return check;
}

void
ter_check_free (TerCheck *check)
{
  GHashTable *sets[] = {
    check->drawn_tables, check->languages, check->files, check->others,  check->resources,    check->tables, check->outlines,
    check->sections,     check->entries,   check->kinds, check->figures, check->vocabularies, check->terms,
  };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    g_hash_table_unref (sets[i]);
  g_ptr_array_unref (check->issues);
  g_string_free (check->pointer, TRUE);
  g_object_unref (check->pack_files);
  g_free (check);
}

/* Whether the pack is of a later major version: then nothing else of it means what we think. */
static gboolean
is_of_another_major (TerCheck *check)
{
  JsonArray *format = ter_json_get_array (check->manifest, "format");
  JsonNode *node = ter_json_array_length (format) > 0 ? json_array_get_element (format, 0) : NULL;
  g_autofree char *major = NULL;

  if (!ter_json_node_is_number (node) || json_node_get_double (node) <= TER_FORMAT_MAJOR)
    return FALSE;
  major = g_strdup_printf ("%.0f", json_node_get_double (node));
  ter_check_enter (check, "format");
  ter_check_add (check, TER_ISSUE_FORMAT_NEWER_MAJOR, "major", major, NULL);
  return TRUE;
}

typedef void (*ResourceFunc) (TerCheck *check, JsonObject *resource);

/* Each file once, however often it is listed: a file of many megabytes that is listed ten thousand times would take hours. */
static void
foreach_file (TerCheck *check, ResourceFunc func)
{
  JsonArray *resources = ter_json_get_array (check->manifest, "resources");
  g_autoptr (GHashTable) seen = g_hash_table_new (ter_hash_text, g_str_equal);

  for (guint i = 0; i < ter_json_array_length (resources) && !ter_check_is_cancelled (check); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);

      if (ter_check_has_file (check, resource) && g_hash_table_add (seen, (gpointer) ter_json_get_string (resource, "path")))
        func (check, resource);
    }
}

/* Tables come before entries: they hold the codes of territories. */
static void
look_first (TerCheck *check, JsonObject *resource)
{
  const char *role = ter_check_role (resource);
  const char *path = ter_json_get_string (resource, "path");

  if (g_str_equal (role, "entries") || g_str_equal (role, "vocabularies"))
    ter_check_collect_records (check, path, g_str_equal (role, "vocabularies"));
  else if (g_str_equal (role, "table"))
    ter_check_table_file (check, resource);
}

static void
look_again (TerCheck *check, JsonObject *resource)
{
  const char *role = ter_check_role (resource);
  const char *path = ter_json_get_string (resource, "path");

  if (g_str_equal (role, "entries"))
    ter_check_entries_file (check, path);
  else if (g_str_equal (role, "vocabularies"))
    ter_check_vocabularies_file (check, path);
  else if (g_str_equal (role, "text"))
    ter_check_text_file (check, path);
  else if (g_str_equal (role, "outline"))
    ter_check_outline_file (check, path);
  else if (g_str_equal (role, "picture"))
    ter_check_picture_file (check, path);
}

static void
check_all (TerCheck *check, TerJsonScan *scan)
{
  /* More than any pack holds is not read. */
  if (!ter_check_walk (check))
    {
      ter_check_end (check, scan);
      return;
    }
  ter_check_collect (check);
  ter_check_files (check);
  foreach_file (check, look_first);
  ter_check_manifest (check);
  ter_check_end (check, scan);
  foreach_file (check, look_again);
  /* What later files said of the manifest. */
  ter_check_begin (check, MANIFEST);
  ter_check_end (check, scan);
}

/* Whether there is a manifest that is a file; tells when there is not. */
static gboolean
has_manifest (TerCheck *check)
{
  g_autoptr (GError) error = NULL;
  g_autofd int fd = ter_pack_files_open (check->pack_files, MANIFEST, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      ter_check_add (check, TER_ISSUE_MANIFEST_MISSING, NULL);
      return FALSE;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE))
    return TRUE;
  ter_check_begin (check, MANIFEST);
  ter_check_add (check, TER_ISSUE_FILE_NOT_REGULAR, "path", MANIFEST, NULL);
  return FALSE;
}

TerJsonScan *
ter_check_open (TerCheck *check, gboolean quiet, JsonNode **root)
{
  g_autoptr (TerJsonScan) scan = NULL;

  ter_check_begin (check, MANIFEST);
  scan = ter_check_scan (check, MANIFEST, TER_LIMIT_MANIFEST_BYTES, NULL, quiet);
  if (scan == NULL)
    return NULL;
  *root = ter_json_scan_build (scan, NULL);
  check->manifest = ter_json_node_object (*root);
  return g_steal_pointer (&scan);
}

/* An object whose bytes are not those of its name any more: the disk has changed them. */
static gboolean
is_manifest_whole (TerCheck *check)
{
  const char *expected = ter_pack_files_get_sha256 (check->pack_files, MANIFEST);
  g_autoptr (GBytes) bytes = expected != NULL ? ter_check_load (check, MANIFEST, TER_LIMIT_MANIFEST_BYTES, FALSE) : NULL;
  g_autofree char *found = bytes != NULL ? ter_sha256_of_bytes (bytes) : NULL;

  if (expected == NULL)
    return TRUE;
  if (found == NULL || g_str_equal (found, expected))
    return found != NULL;
  ter_check_add (check, TER_ISSUE_FILE_HASH, "path", MANIFEST, "found", found, NULL);
  return FALSE;
}

static void
check_pack (TerCheck *check)
{
  g_autoptr (TerJsonScan) scan = NULL;
  g_autoptr (JsonNode) root = NULL;

  if (!has_manifest (check))
    return;
  ter_check_begin (check, MANIFEST);
  if (!is_manifest_whole (check))
    return;
  scan = ter_check_open (check, FALSE, &root);
  if (scan == NULL)
    return;
  if (check->manifest == NULL)
    ter_check_add (check, TER_ISSUE_JSON_ROOT, "@expected", "object", NULL);
  if (check->manifest != NULL && !is_of_another_major (check))
    check_all (check, scan);
  else
    ter_check_end (check, scan);
  check->manifest = NULL;
}

GListModel *
ter_check_report (TerCheck *check)
{
  GListStore *store = g_list_store_new (TER_TYPE_ISSUE);

  if (check->n_more > 0)
    {
      g_autofree char *count = g_strdup_printf ("%u", check->n_more);

      g_ptr_array_add (check->issues, ter_issue_new (TER_ISSUE_ISSUES_MORE, "", NULL, 0, 0, "count", count, NULL));
    }
  g_ptr_array_sort (check->issues, ter_issue_compare);
  g_list_store_splice (store, 0, 0, check->issues->pdata, check->issues->len);
  return G_LIST_MODEL (store);
}

GListModel *
ter_pack_checker_check (TerPackFiles *files, GCancellable *cancellable, GError **error)
{
  g_autoptr (TerCheck) check = NULL;

  g_return_val_if_fail (TER_IS_PACK_FILES (files), NULL);

  if (!ter_pack_files_are_there (files, error))
    return NULL;

  check = ter_check_new (files, cancellable);
  check_pack (check);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return ter_check_report (check);
}
