/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>

#include "ter-commonmark.h"
#include "ter-entry.h"
#include "ter-figure-export.h"
#include "ter-icalendar.h"
#include "ter-json-scanner.h"
#include "ter-json.h"
#include "ter-kit.h"
#include "ter-outline.h"
#include "ter-picture-size.h"
#include "ter-table.h"
#include "ter-webinar.h"

/* What packs hold. The first letter says what the rest is: e(ntries), m (CommonMark), c (CSV), j (a table in JSON), g(eoJSON), p(icture),
 * s (a figure's specification). Read without being checked before: the readers stand on their own feet. */

static const char schema[] =
  "{\"name\":\"t\",\"schema\":{\"fields\":[{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"number\"},"
  "{\"name\":\"c\",\"type\":\"date\"},{\"name\":\"d\",\"type\":\"boolean\"}],\"missingValues\":[\"\",\"-\"]}}";

static void
use_blocks (GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const TerBlock *block = g_ptr_array_index (blocks, i);

      for (guint j = 0; block->runs != NULL && j < block->runs->len; j++)
        {
          const TerRun *run = g_ptr_array_index (block->runs, j);

          g_assert_true (g_utf8_validate (run->text, -1, NULL));
          g_assert_true (run->target == NULL || ter_commonmark_is_target (run->target));
        }
      use_blocks (block->children);
    }
}

/* As its callers do, which know that it is UTF-8 without a NUL. */
static void
use_text (const char *text)
{
  g_autoptr (TerCommonmark) commonmark = NULL;
  g_autofree char *plain = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return;
  commonmark = ter_commonmark_parse (text);
  plain = ter_commonmark_to_plain (text);
  use_blocks (ter_commonmark_get_blocks (commonmark));
  g_assert_true (g_utf8_validate (plain, -1, NULL));
}

static void
use_entry (TerPack *pack, JsonObject *object)
{
  g_autoptr (TerEntry) entry = ter_entry_new (pack, object);
  g_autoptr (TerWebinar) webinar = ter_webinar_new (entry);
  g_autoptr (TerKit) kit = ter_kit_new (entry);
  g_autoptr (GPtrArray) webinars = g_ptr_array_new ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);
  g_autofree char *body = ter_entry_dup_body (entry, NULL);
  g_autofree char *formats = ter_kit_dup_formats (kit);

  ter_entry_get_sources (entry);
  ter_entry_get_links (entry);
  ter_entry_get_confidence (entry);
  ter_webinar_get_phase (webinar, now);
  g_ptr_array_add (webinars, webinar);
  if (ter_icalendar_can_write (webinar))
    g_free (ter_icalendar_write (webinars, "a", now));
  if (body != NULL)
    use_text (body);
}

static void
use_entries (GBytes *bytes)
{
  g_autoptr (TerJsonScan) scan = ter_json_scan_new (bytes, "", NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent");
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (nowhere);
  g_autoptr (JsonObject) manifest = json_object_new ();
  g_autoptr (TerPack) pack = ter_pack_new (files, manifest, NULL, "en");

  for (guint i = 0; ter_json_scan_is_readable (scan) && i < ter_json_scan_get_n_records (scan); i++)
    {
      g_autoptr (JsonNode) record = ter_json_scan_build_record (scan, i, NULL);

      if (ter_json_node_object (record) != NULL)
        use_entry (pack, json_node_get_object (record));
    }
}

static void
use_figure (JsonObject *spec, TerTable *table)
{
  g_autoptr (TerFigure) figure = ter_figure_new (spec, table);
  g_autoptr (GBytes) csv = ter_figure_export_csv (figure, TER_CSV_STANDARD, NULL);
  g_autoptr (GBytes) ods = ter_figure_export_ods (figure, &(TerFigureCaption) { .title = "t" });

  g_assert_true (g_utf8_validate (g_bytes_get_data (csv, NULL), (gssize) g_bytes_get_size (csv), NULL));
  g_assert_nonnull (ods);
  for (guint i = 0; i < ter_figure_get_n_data (figure); i++)
    {
      g_free (ter_figure_dup_datum_text (figure, i));
      g_free (ter_figure_dup_datum_tooltip (figure, i));
    }
}

static void
use_table (GBytes *bytes, const char *mediatype, JsonObject *spec)
{
  g_autoptr (JsonNode) resource = json_from_string (schema, NULL);
  g_autoptr (TerTable) table = NULL;

  json_object_set_string_member (json_node_get_object (resource), "mediatype", mediatype);
  table = ter_table_new_from_bytes (bytes, json_node_get_object (resource), "en", NULL);
  if (table != NULL)
    use_figure (spec, table);
}

static void
use_spec (GBytes *bytes)
{
  static const char rows[] = "a,b,c,d\nx,1,2020-01-01,true\ny,2.5,2021-01-01,false\nx,-,,\n";
  g_autoptr (TerJsonScan) scan = ter_json_scan_new (bytes, NULL, NULL);
  g_autoptr (JsonNode) node = ter_json_scan_is_readable (scan) ? ter_json_scan_build (scan, NULL) : NULL;
  g_autoptr (GBytes) table = g_bytes_new_static (rows, strlen (rows));

  if (ter_json_node_object (node) != NULL)
    use_table (table, "text/csv", json_node_get_object (node));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TerOutline) outline = NULL;
  g_autofree char *text = NULL;
  int width, height;

  if (size == 0)
    return 0;
  bytes = g_bytes_new (data + 1, size - 1);
  switch (data[0])
    {
    case 'e': use_entries (bytes); break;
    case 'm':
      text = g_strndup ((const char *) data + 1, size - 1);
      use_text (text);
      break;
    case 'c': use_table (bytes, "text/csv", NULL); break;
    case 'j': use_table (bytes, "application/json", NULL); break;
    case 'g': outline = ter_outline_new_from_bytes (bytes, NULL); break;
    case 'p': ter_picture_size_read (data + 1, size - 1, &width, &height); break;
    case 's': use_spec (bytes); break;
    default: break;
    }
  return 0;
}
