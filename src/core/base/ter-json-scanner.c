/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-json-scanner.h"

#include <string.h>

#include "ter-hash.h"
#include "ter-json-walk-private.h"

static void
problem_free (gpointer data)
{
  TerJsonProblem *problem = data;

  g_free (problem->pointer);
  g_free (problem->detail);
  g_free (problem);
}

static TerJsonScan *
scan (GBytes *bytes, const char *records, gboolean outlines, GCancellable *cancellable)
{
  TerJsonScan *self = g_new0 (TerJsonScan, 1);
  TerJsonWalk walk;

  self->bytes = g_bytes_ref (bytes);
  self->records_member = g_strdup (records);
  self->outlines = outlines;
  self->problems = g_ptr_array_new_with_free_func (problem_free);
  self->records = g_array_new (FALSE, FALSE, sizeof (TerJsonSpan));
  self->members = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, g_free);

  ter_json_walk_init (&walk, bytes);
  walk.scan = self;
  walk.outlines = outlines;
  walk.cancellable = cancellable;
  self->readable = ter_json_walk_text (&walk);
  ter_json_walk_clear (&walk);
  return self;
}

TerJsonScan *
ter_json_scan_new (GBytes *bytes, const char *records, GCancellable *cancellable)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return scan (bytes, records, FALSE, cancellable);
}

TerJsonScan *
ter_json_scan_new_outlines (GBytes *bytes, GCancellable *cancellable)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return scan (bytes, "features", TRUE, cancellable);
}

void
ter_json_scan_free (TerJsonScan *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_free (self->records_member);
  g_ptr_array_unref (self->problems);
  g_array_unref (self->records);
  g_hash_table_unref (self->members);
  g_free (self);
}

GPtrArray *
ter_json_scan_get_problems (TerJsonScan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->problems;
}

guint
ter_json_scan_get_n_more (TerJsonScan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_more;
}

gboolean
ter_json_scan_is_readable (TerJsonScan *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->readable;
}

char
ter_json_scan_get_root (TerJsonScan *self)
{
  g_return_val_if_fail (self != NULL, '\0');

  return self->root;
}

gboolean
ter_json_scan_has_records (TerJsonScan *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_records;
}

guint
ter_json_scan_get_n_records (TerJsonScan *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->records->len;
}

const char *
ter_json_scan_get_record_text (TerJsonScan *self, guint index, gsize *length)
{
  const TerJsonSpan *span;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->records->len, NULL);

  span = &g_array_index (self->records, TerJsonSpan, index);
  *length = span->length;
  return (const char *) g_bytes_get_data (self->bytes, NULL) + span->start;
}

static JsonNode *
build_span (TerJsonScan *self, const TerJsonSpan *span, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  const char *data = g_bytes_get_data (self->bytes, NULL);

  if (!self->readable)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "not JSON");
      return NULL;
    }
  if (!json_parser_load_from_data (parser, data + span->start, span->length, error))
    return NULL;
  return json_parser_steal_root (parser);
}

JsonNode *
ter_json_scan_build_record (TerJsonScan *self, guint index, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->records->len, NULL);

  return build_span (self, &g_array_index (self->records, TerJsonSpan, index), error);
}

JsonNode *
ter_json_scan_build_member (TerJsonScan *self, const char *name, GError **error)
{
  const TerJsonSpan *span;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  span = g_hash_table_lookup (self->members, name);
  if (span == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no member “%s”", name);
      return NULL;
    }
  return build_span (self, span, error);
}

JsonNode *
ter_json_scan_build (TerJsonScan *self, GError **error)
{
  TerJsonSpan all = { 0, 0 };

  g_return_val_if_fail (self != NULL, NULL);

  all.length = g_bytes_get_size (self->bytes);
  return build_span (self, &all, error);
}

static guint
count_levels (const char *pointer)
{
  guint n = 0;

  for (; *pointer != '\0'; pointer++)
    n += *pointer == '/';
  return n;
}

void
ter_json_scan_locate (TerJsonScan *self, GHashTable *positions)
{
  g_autoptr (GHashTable) around = NULL;
  GHashTableIter iter;
  gpointer key, value;
  TerJsonWalk walk;

  g_return_if_fail (self != NULL);
  g_return_if_fail (positions != NULL);

  /* The values around each pointer are looked for as well, for those that lead nowhere. */
  around = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, positions);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autofree char *pointer = g_strdup (key);

      for (guint n = count_levels (pointer);; n--)
        {
          char *slash;

          if (!g_hash_table_contains (around, pointer))
            g_hash_table_insert (around, g_strdup (pointer), g_new0 (TerJsonPosition, 1));
          slash = strrchr (pointer, '/');
          if (n == 0 || slash == NULL)
            break;
          *slash = '\0';
        }
    }

  ter_json_walk_init (&walk, self->bytes);
  walk.wanted = around;
  walk.outlines = self->outlines;
  ter_json_walk_skip_space (&walk);
  ter_json_walk_value (&walk);
  ter_json_walk_clear (&walk);

  g_hash_table_iter_init (&iter, positions);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_autofree char *pointer = g_strdup (key);
      TerJsonPosition *found = g_hash_table_lookup (around, pointer);
      char *slash;

      while (found->line == 0 && (slash = strrchr (pointer, '/')) != NULL)
        {
          *slash = '\0';
          found = g_hash_table_lookup (around, pointer);
        }
      *(TerJsonPosition *) value = *found;
    }
}

void
ter_json_pointer_append (GString *pointer, const char *name)
{
  g_string_append_c (pointer, '/');
  for (; *name != '\0'; name++)
    {
      if (*name == '~')
        g_string_append (pointer, "~0");
      else if (*name == '/')
        g_string_append (pointer, "~1");
      else
        g_string_append_c (pointer, *name);
    }
}
