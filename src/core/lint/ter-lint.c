/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-lint.h"

#include "ter-hash.h"
#include "ter-json.h"
#include "ter-kind.h"
#include "ter-limits.h"
#include "ter-lint-private.h"

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
}

static void
lint_init (TerLint *lint, TerCheck *check, const TerDate *today)
{
  JsonArray *languages = ter_json_get_array (check->manifest, "languages");

  *lint = (TerLint) { .check = check, .today = *today };
  lint->language = ter_json_array_string (languages, 0);
  lint->further = g_ptr_array_new ();
  for (guint i = 1; i < ter_json_array_length (languages); i++)
    if (ter_json_array_string (languages, i) != NULL)
      g_ptr_array_add (lint->further, (gpointer) ter_json_array_string (languages, i));
  lint->shown = new_set ();
  lint->shown_kinds = new_set ();
  lint->theme_tags = new_set ();
  lint->used = new_set ();
  lint->titles = new_set ();
  lint->resources = g_hash_table_new (ter_hash_text, g_str_equal);
}

static void
lint_clear (TerLint *lint)
{
  GHashTable *tables[] = {
    lint->shown, lint->shown_kinds, lint->theme_tags, lint->used, lint->titles, lint->resources,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_hash_table_unref (tables[i]);
  g_ptr_array_unref (lint->further);
  ter_known_codes_free (lint->codes);
}

typedef void (*RecordFunc) (TerLint *lint, JsonObject *record);

static void
foreach_record (TerLint *lint, const char *path, RecordFunc func)
{
  TerCheck *check = lint->check;
  g_autoptr (TerJsonScan) scan = NULL;

  ter_check_begin (check, path);
  scan = ter_check_scan (check, path, TER_LIMIT_JSON_BYTES, "", TRUE);
  for (guint i = 0; scan != NULL && i < ter_json_scan_get_n_records (scan) && !ter_check_is_cancelled (check); i++)
    {
      g_autoptr (JsonNode) record = ter_json_scan_build_record (scan, i, NULL);

      ter_check_enter_index (check, i);
      if (ter_json_node_object (record) != NULL)
        func (lint, json_node_get_object (record));
      g_string_truncate (check->pointer, 0);
    }
  ter_check_end (check, scan);
}

/* @role: whose records */
static void
foreach_resource (TerLint *lint, const char *role, RecordFunc func)
{
  JsonArray *resources = ter_json_get_array (lint->check->manifest, "resources");

  for (guint i = 0; i < ter_json_array_length (resources) && !ter_check_is_cancelled (lint->check); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);

      if (ter_check_has_file (lint->check, resource) && g_str_equal (ter_check_role (resource), role))
        foreach_record (lint, ter_json_get_string (resource, "path"), func);
    }
}

static void
look_at_entry (TerLint *lint, JsonObject *entry)
{
  const TerShape *shape = ter_kind_get_shape (ter_json_get_string (entry, "kind"));

  ter_lint_reach (lint, entry);
  ter_lint_provenance (lint, entry);
  ter_lint_words (lint, entry);
  ter_lint_colors (lint, entry, shape);
  ter_lint_territories (lint, entry);
  ter_lint_translations (lint, entry, shape);
  if (ter_kind_has (ter_json_get_string (entry, "kind"), TER_KIND_HOLDS_FIGURES))
    ter_lint_figures (lint, entry);
}

static void
look_at_vocabulary (TerLint *lint, JsonObject *vocabulary)
{
  ter_lint_colors (lint, vocabulary, &ter_shape_vocabulary);
  ter_lint_translations (lint, vocabulary, &ter_shape_vocabulary);
}

static void
look_at_tables (TerLint *lint)
{
  JsonArray *resources = ter_json_get_array (lint->check->manifest, "resources");

  for (guint i = 0; i < ter_json_array_length (resources) && !ter_check_is_cancelled (lint->check); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);

      if (ter_check_has_file (lint->check, resource) && g_str_equal (ter_check_role (resource), "table"))
        ter_lint_table_codes (lint, resource);
      if (ter_check_has_file (lint->check, resource) && g_str_equal (ter_check_role (resource), "outline"))
        ter_lint_outlines (lint, resource);
    }
}

static void
lint_pack (TerLint *lint, TerJsonScan *scan)
{
  ter_check_walk (lint->check);
  g_ptr_array_set_size (lint->check->issues, 0); /* those of the walk are ter_pack_checker_check()'s to tell */
  ter_lint_collect_manifest (lint);
  ter_lint_collect_codes (lint);
  foreach_resource (lint, "entries", ter_lint_collect_entry);

  ter_check_begin (lint->check, TER_PACK_MANIFEST);
  ter_lint_translations (lint, lint->check->manifest, &ter_shape_manifest);
  ter_lint_files (lint);
  ter_check_end (lint->check, scan);
  foreach_resource (lint, "vocabularies", look_at_vocabulary);
  foreach_resource (lint, "entries", look_at_entry);
  look_at_tables (lint);
}

GListModel *
ter_lint_pack (TerPackFiles *files, const TerDate *today, GCancellable *cancellable, GError **error)
{
  g_autoptr (TerCheck) check = NULL;
  g_autoptr (TerJsonScan) scan = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (TER_IS_PACK_FILES (files), NULL);
  g_return_val_if_fail (today != NULL, NULL);

  if (!ter_pack_files_are_there (files, error))
    return NULL;
  check = ter_check_new (files, cancellable);
  scan = ter_check_open (check, TRUE, &root);
  if (scan != NULL && check->manifest != NULL)
    {
      TerLint lint;

      lint_init (&lint, check, today);
      lint_pack (&lint, scan);
      lint_clear (&lint);
    }
  check->manifest = NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return ter_check_report (check);
}
