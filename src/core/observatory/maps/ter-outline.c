/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-outline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ter-hash.h"
#include "ter-json-scanner.h"
#include "ter-limits.h"
#include "ter-outline-feature.h"

struct _TerOutline
{
  GObject parent_instance;
  GPtrArray *features;
  GHashTable *by_code; /* code of a feature → its index + 1 */
};

G_DEFINE_FINAL_TYPE (TerOutline, ter_outline, G_TYPE_OBJECT)

static void
feature_free (gpointer data)
{
  TerFeature *feature = data;

  g_free (feature->code);
  g_free (feature->name);
  g_array_unref (feature->positions);
  g_array_unref (feature->rings);
  g_free (feature);
}

/* %FALSE: it makes the whole unreadable. */
static gboolean
add_feature (TerOutline *self, TerOutlineFeature *read)
{
  TerFeature *feature;

  if (!read->is_feature || read->code == NULL || read->name == NULL || g_hash_table_contains (self->by_code, read->code))
    return FALSE;
  if (read->wanted != NULL && strcmp (read->wanted, "polygon") != 0)
    return FALSE;
  if (read->rings->len == 0)
    return TRUE; /* No area: it is left out. */

  feature = g_new0 (TerFeature, 1);
  feature->code = g_steal_pointer (&read->code);
  feature->name = g_steal_pointer (&read->name);
  feature->positions = g_array_sized_new (FALSE, FALSE, sizeof (TerPosition), read->positions->len);
  g_array_append_vals (feature->positions, read->positions->data, read->positions->len);
  feature->rings = g_array_sized_new (FALSE, FALSE, sizeof (guint), read->rings->len);
  g_array_append_vals (feature->rings, read->rings->data, read->rings->len);
  feature->west = read->west;
  feature->south = read->south;
  feature->east = read->east;
  feature->north = read->north;
  g_ptr_array_add (self->features, feature);
  g_hash_table_insert (self->by_code, feature->code, GUINT_TO_POINTER (self->features->len));
  return TRUE;
}

static gboolean
read_features (TerOutline *self, TerJsonScan *scan)
{
  g_auto (TerOutlineFeature) feature = { 0 };

  if (!ter_json_scan_is_readable (scan) || !ter_json_scan_has_records (scan) ||
      ter_json_scan_get_n_records (scan) > TER_LIMIT_OUTLINES)
    return FALSE;
  ter_outline_feature_init (&feature);
  for (guint i = 0; i < ter_json_scan_get_n_records (scan); i++)
    {
      gsize length;
      const char *text = ter_json_scan_get_record_text (scan, i, &length);

      ter_outline_feature_read (&feature, text, length);
      if (!add_feature (self, &feature))
        return FALSE;
    }
  return self->features->len > 0;
}

static void
ter_outline_finalize (GObject *object)
{
  TerOutline *self = TER_OUTLINE (object);

  g_hash_table_unref (self->by_code);
  g_ptr_array_unref (self->features);

  G_OBJECT_CLASS (ter_outline_parent_class)->finalize (object);
}

static void
ter_outline_class_init (TerOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_outline_finalize;
}

static void
ter_outline_init (TerOutline *self)
{
  self->features = g_ptr_array_new_with_free_func (feature_free);
  self->by_code = g_hash_table_new (ter_hash_text, g_str_equal);
}

TerOutline *
ter_outline_new_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (TerOutline) self = g_object_new (TER_TYPE_OUTLINE, NULL);
  g_autoptr (TerJsonScan) scan = NULL;

  if (g_bytes_get_size (bytes) > TER_LIMIT_JSON_BYTES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The outlines of this map are too large to be drawn."));
      return NULL;
    }
  scan = ter_json_scan_new_outlines (bytes, NULL);
  if (!read_features (self, scan))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The outlines of this map cannot be read."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

TerOutline *
ter_outline_new_part (TerOutline *whole, GHashTable *codes)
{
  g_autoptr (TerOutline) self = NULL;

  g_return_val_if_fail (TER_IS_OUTLINE (whole) && codes != NULL, NULL);

  self = g_object_new (TER_TYPE_OUTLINE, NULL);
  for (guint i = 0; i < whole->features->len; i++)
    {
      const TerFeature *from = g_ptr_array_index (whole->features, i);
      TerFeature *feature;

      if (!g_hash_table_contains (codes, from->code))
        continue;
      feature = g_memdup2 (from, sizeof *from);
      feature->code = g_strdup (from->code);
      feature->name = g_strdup (from->name);
      g_array_ref (feature->positions);
      g_array_ref (feature->rings);
      g_ptr_array_add (self->features, feature);
      g_hash_table_insert (self->by_code, feature->code, GUINT_TO_POINTER (self->features->len));
    }
  return self->features->len > 0 ? g_steal_pointer (&self) : NULL;
}

guint
ter_outline_get_n_features (TerOutline *self)
{
  g_return_val_if_fail (TER_IS_OUTLINE (self), 0);

  return self->features->len;
}

const TerFeature *
ter_outline_get_feature (TerOutline *self, guint index)
{
  g_return_val_if_fail (TER_IS_OUTLINE (self), NULL);
  g_return_val_if_fail (index < self->features->len, NULL);

  return g_ptr_array_index (self->features, index);
}

gboolean
ter_outline_find (TerOutline *self, const char *code, guint *index)
{
  guint found;

  g_return_val_if_fail (TER_IS_OUTLINE (self), FALSE);

  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_code, code));
  if (found != 0 && index != NULL)
    *index = found - 1;
  return found != 0;
}
