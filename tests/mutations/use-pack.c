/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "use-pack.h"

#include "ter-commonmark.h"
#include "ter-figure-export.h"
#include "ter-icalendar.h"
#include "ter-json.h"
#include "ter-kit.h"
#include "ter-limits.h"
#include "ter-outline.h"
#include "ter-pack-reader.h"
#include "ter-picture-size.h"
#include "ter-table.h"
#include "ter-webinar.h"

static void
check_text (const char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
}

static GBytes *
load (TerPackFiles *files, const char *path)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ter_pack_files_load (files, path, TER_LIMIT_TABLE_BYTES, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
use_block (const TerBlock *block)
{
  g_autofree char *plain = ter_block_dup_plain (block);

  check_text (plain);
  check_text (block->path);
  check_text (block->caption);
  for (guint i = 0; block->runs != NULL && i < block->runs->len; i++)
    {
      const TerRun *run = g_ptr_array_index (block->runs, i);

      check_text (run->text);
      g_assert_true (run->target == NULL || ter_commonmark_is_target (run->target));
    }
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    use_block (g_ptr_array_index (block->children, i));
}

static void
use_text (const char *text)
{
  g_autoptr (TerCommonmark) commonmark = ter_commonmark_parse (text);
  g_autofree char *plain = ter_commonmark_to_plain (text);
  GPtrArray *blocks = ter_commonmark_get_blocks (commonmark);

  check_text (plain);
  for (guint i = 0; i < blocks->len; i++)
    use_block (g_ptr_array_index (blocks, i));
}

static void
use_webinar (TerEntry *entry)
{
  g_autoptr (TerWebinar) webinar = ter_webinar_new (entry);
  g_autoptr (GPtrArray) webinars = g_ptr_array_new ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);
  g_autoptr (GDateTime) start = ter_webinar_dup_start_time (webinar);
  g_autoptr (GDateTime) end = ter_webinar_dup_end_time (webinar);
  g_autofree char *name = ter_icalendar_dup_name (webinar);

  ter_webinar_get_phase (webinar, now);
  ter_webinar_get_minutes (webinar);
  check_text (name);
  g_ptr_array_add (webinars, webinar);
  if (ter_icalendar_can_write (webinar))
    {
      g_autofree char *calendar = ter_icalendar_write (webinars, "Test", now);

      check_text (calendar);
    }
}

static void
use_kit (TerEntry *entry)
{
  g_autoptr (TerKit) kit = ter_kit_new (entry);
  g_autofree char *formats = ter_kit_dup_formats (kit);
  GPtrArray *files = ter_kit_get_files (kit);

  check_text (formats);
  ter_kit_get_size (kit);
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *format = ter_kit_file_dup_format (g_ptr_array_index (files, i));

      check_text (format);
      /* Where it would be saved: a name, never a way. */
      g_assert_null (strchr (ter_kit_file_get_name (g_ptr_array_index (files, i)), '/'));
    }
}

/* ---- Figures ---- */

static TerTable *
find_table (TerPack *pack, const char *name)
{
  JsonObject *resource = name != NULL ? ter_pack_find_resource (pack, name) : NULL;
  const char *path = ter_json_get_string (resource, "path");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TerTable *table;

  if (path == NULL || g_strcmp0 (ter_json_get_string (resource, "role"), "table") != 0)
    return NULL;
  bytes = load (ter_pack_get_files (pack), path);
  table = ter_table_new_from_bytes (bytes, resource, ter_pack_get_language (pack), &error);
  g_assert_no_error (error);
  return table;
}

static void
use_data (TerFigure *figure)
{
  for (guint i = 0; i < ter_figure_get_n_data (figure); i++)
    {
      const TerDatum *bar = ter_figure_get_datum (figure, i);
      g_autofree char *name = ter_figure_dup_datum_name (figure, i);
      g_autofree char *value = ter_figure_dup_value_text (figure, bar->value);

      check_text (name);
      check_text (value);
      if (ter_figure_get_mark (figure) == TER_MARK_BAR)
        g_assert_cmpuint (bar->category, <, ter_figure_get_n_categories (figure));
      g_assert_true (bar->row < ter_figure_get_n_rows (figure) || bar->row == TER_NO_ROW);
    }
}

static void
use_figure (TerPack *pack, JsonObject *object)
{
  JsonObject *spec = ter_json_get_object (object, "spec");
  g_autoptr (TerTable) table = find_table (pack, spec != NULL ? ter_figure_spec_get_table (spec) : NULL);
  g_autoptr (TerFigure) figure = NULL;
  g_autoptr (GBytes) csv = NULL;
  g_autoptr (GBytes) ods = NULL;
  double from, to;

  if (table == NULL)
    return;
  figure = ter_figure_new (spec, table);
  csv = ter_figure_export_csv (figure, TER_CSV_FRENCH, NULL);
  ods = ter_figure_export_ods (figure, &(TerFigureCaption) { .title = ter_json_get_string (object, "title") });
  g_assert_true (g_utf8_validate (g_bytes_get_data (csv, NULL), (gssize) g_bytes_get_size (csv), NULL));
  g_assert_nonnull (ods);
  check_text (ter_figure_get_problem (figure));
  ter_figure_get_domain (figure, &from, &to);
  use_data (figure);
  if (ter_figure_get_mark (figure) == TER_MARK_TEXT)
    {
      g_autofree char *text = ter_figure_dup_text (figure);

      check_text (text);
    }
}

static void
use_figures (TerEntry *entry)
{
  JsonArray *groups = ter_json_get_array (ter_entry_get_object (entry), "groups");

  for (guint i = 0; i < ter_json_array_length (groups); i++)
    {
      JsonArray *figures = ter_json_get_array (ter_json_array_object (groups, i), "figures");

      for (guint j = 0; j < ter_json_array_length (figures); j++)
        use_figure (ter_entry_get_pack (entry), ter_json_array_object (figures, j));
    }
}

/* ---- All of it ---- */

static gboolean
use_entry_cb (JsonObject *object, gpointer user_data, GError **error)
{
  g_autoptr (TerEntry) entry = ter_entry_new (user_data, object);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *body = ter_entry_dup_body (entry, &local_error);

  g_assert_no_error (local_error);
  if (body != NULL)
    use_text (body);
  check_text (ter_entry_get_title (entry));
  check_text (ter_entry_get_summary (entry));
  check_text (ter_entry_get_date (entry));
  ter_entry_get_confidence (entry);
  ter_entry_get_sources (entry);
  ter_entry_get_links (entry);
  ter_entry_falls_back (entry);
  if (g_str_equal (ter_entry_get_kind (entry), "webinar"))
    use_webinar (entry);
  if (g_str_equal (ter_entry_get_kind (entry), "kit"))
    use_kit (entry);
  use_figures (entry);
  return TRUE;
}

static void
use_resource (TerPack *pack, JsonObject *resource)
{
  const char *role = ter_json_get_string (resource, "role"), *path = ter_json_get_string (resource, "path");
  g_autoptr (GBytes) bytes = load (ter_pack_get_files (pack), path);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (g_strcmp0 (role, "table") == 0)
    g_object_unref (find_table (pack, path));
  if (g_strcmp0 (role, "outline") == 0)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TerOutline) outline = ter_outline_new_from_bytes (bytes, &error);

      g_assert_no_error (error);
    }
  if (g_strcmp0 (role, "picture") == 0)
    {
      int width, height;

      g_assert_cmpint (ter_picture_size_read (data, length, &width, &height), !=, TER_PICTURE_UNKNOWN);
      g_assert_cmpint (MAX (width, height), <=, TER_LIMIT_PICTURE_PIXELS);
    }
}

void
use_pack (TerPackFiles *files, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TerPack) pack = ter_pack_reader_read (files, language, NULL, &error);
  JsonArray *resources;

  g_assert_no_error (error);
  use_text (ter_pack_get_description (pack));
  for (guint i = 0; i < ter_pack_get_n_sections (pack); i++)
    check_text (ter_pack_get_section (pack, i)->title);
  ter_pack_reader_read_entries (pack, use_entry_cb, pack, NULL, &error);
  g_assert_no_error (error);
  resources = ter_json_get_array (ter_pack_get_manifest (pack), "resources");
  for (guint i = 0; i < ter_json_array_length (resources); i++)
    use_resource (pack, ter_json_array_object (resources, i));
}
