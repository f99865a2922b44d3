/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-check-private.h"

#include <string.h>

#include "ter-hash.h"
#include "ter-json.h"
#include "ter-kind.h"
#include "ter-limits.h"

/* ---- First look: ids alone ---- */

/* Remembers @key, or says that its object’s "id" was there before. */
static void
remember (TerCheck *check, GHashTable *set, const char *key, const char *id)
{
  gsize mark = ter_check_enter (check, "id");

  if (!g_hash_table_add (set, g_strdup (key)))
    ter_check_add (check, TER_ISSUE_ID_DUPLICATE, "id", id, NULL);
  ter_check_leave (check, mark);
}

static void
collect_figures (TerCheck *check, JsonObject *dashboard)
{
  JsonArray *groups = ter_json_get_array (dashboard, "groups");

  for (guint i = 0; i < ter_json_array_length (groups); i++)
    {
      JsonArray *figures = ter_json_get_array (ter_json_array_object (groups, i), "figures");

      for (guint j = 0; j < ter_json_array_length (figures); j++)
        {
          const char *id = ter_json_get_string (ter_json_array_object (figures, j), "id");

          if (id != NULL)
            g_hash_table_add (check->figures, g_strconcat (ter_json_get_string (dashboard, "id"), "/", id, NULL));
        }
    }
}

static void
collect_entry (TerCheck *check, JsonObject *entry)
{
  const char *id = ter_json_get_string (entry, "id");
  const char *kind = ter_json_get_string (entry, "kind");

  if (id == NULL)
    return;
  remember (check, check->entries, id, id);
  if (kind != NULL)
    g_hash_table_add (check->kinds, g_strdup (kind));
  if (ter_kind_has (kind, TER_KIND_HOLDS_FIGURES))
    collect_figures (check, entry);
}

static void
collect_vocabulary (TerCheck *check, JsonObject *vocabulary)
{
  const char *id = ter_json_get_string (vocabulary, "id");
  JsonArray *terms = ter_json_get_array (vocabulary, "terms");

  if (id == NULL)
    return;
  remember (check, check->vocabularies, id, id);
  for (guint i = 0; i < ter_json_array_length (terms); i++)
    {
      const char *term = ter_json_get_string (ter_json_array_object (terms, i), "id");

      if (term != NULL)
        g_hash_table_add (check->terms, g_strconcat (id, ":", term, NULL));
    }
}

/* Only ids are kept. Faults of the JSON itself are told by the second look. */
void
ter_check_collect_records (TerCheck *check, const char *path, gboolean vocabularies)
{
  g_autoptr (TerJsonScan) scan = NULL;
  gboolean *unknown = vocabularies ? &check->terms_unknown : &check->entries_unknown;

  ter_check_begin (check, path);
  scan = ter_check_scan (check, path, TER_LIMIT_JSON_BYTES, "", TRUE);
  if (scan == NULL || !ter_json_scan_has_records (scan))
    *unknown = TRUE;
  for (guint i = 0; scan != NULL && i < ter_json_scan_get_n_records (scan) && !ter_check_is_cancelled (check); i++)
    {
      g_autoptr (JsonNode) record = NULL;
      JsonObject *object;

      if (!vocabularies && g_hash_table_size (check->entries) >= TER_LIMIT_ENTRIES)
        {
          g_autofree char *limit = g_strdup_printf ("%u", TER_LIMIT_ENTRIES);

          if (!*unknown)
            ter_check_add (check, TER_ISSUE_ENTRIES_TOO_MANY, "limit", limit, NULL);
          *unknown = TRUE;
          break;
        }
      record = ter_json_scan_build_record (scan, i, NULL);
      object = ter_json_node_object (record);
      ter_check_enter_index (check, i);
      if (object != NULL && vocabularies)
        collect_vocabulary (check, object);
      else if (object != NULL)
        collect_entry (check, object);
      g_string_truncate (check->pointer, 0);
    }
}

/* ---- Second look: everything ---- */

typedef void (*RecordFunc) (TerCheck *check, JsonObject *record);

static void
check_records (TerCheck *check, const char *path, const char *expected, RecordFunc func)
{
  g_autoptr (TerJsonScan) scan = NULL;

  ter_check_begin (check, path);
  scan = ter_check_scan (check, path, TER_LIMIT_JSON_BYTES, "", FALSE);
  if (scan != NULL && ter_json_scan_get_root (scan) != '[')
    ter_check_add (check, TER_ISSUE_JSON_ROOT, "@expected", expected, NULL);
  for (guint i = 0; scan != NULL && i < ter_json_scan_get_n_records (scan) && !ter_check_is_cancelled (check); i++)
    {
      g_autoptr (JsonNode) record = ter_json_scan_build_record (scan, i, NULL);
      g_autofree char *name = g_strdup_printf ("%u", i);

      ter_check_enter_index (check, i);
      if (ter_json_node_object (record) != NULL)
        func (check, json_node_get_object (record));
      else
        ter_check_not_type (check, name, "object");
      g_string_truncate (check->pointer, 0);
    }
  ter_check_end (check, scan);
}

static void
check_entry (TerCheck *check, JsonObject *entry)
{
  ter_check_object (check, entry, ter_kind_get_shape (ter_json_get_string (entry, "kind")));
}

static void
check_vocabulary (TerCheck *check, JsonObject *vocabulary)
{
  ter_check_object (check, vocabulary, &ter_shape_vocabulary);
}

void
ter_check_entries_file (TerCheck *check, const char *path)
{
  check_records (check, path, "entries", check_entry);
}

void
ter_check_vocabularies_file (TerCheck *check, const char *path)
{
  check_records (check, path, "vocabularies", check_vocabulary);
}

/* ---- What concerns several members of an entry ---- */

void
ter_check_terms (TerCheck *check, JsonObject *vocabulary)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  JsonArray *terms = ter_json_get_array (vocabulary, "terms");
  gsize mark = ter_check_enter (check, "terms");

  for (guint i = 0; i < ter_json_array_length (terms); i++)
    {
      const char *id = ter_json_get_string (ter_json_array_object (terms, i), "id");
      gsize inner = ter_check_enter_index (check, i);

      if (id != NULL)
        remember (check, ids, id, id);
      ter_check_leave (check, inner);
    }
  ter_check_leave (check, mark);
}

static guint
count_members (JsonObject *object, const char *const *names)
{
  guint n = 0;

  for (; *names != NULL; names++)
    n += json_object_has_member (object, *names);
  return n;
}

void
ter_check_link (TerCheck *check, JsonObject *link)
{
  static const char *const names[] = { "url", "entry", "section", NULL };

  if (count_members (link, names) != 1)
    ter_check_add (check, TER_ISSUE_LINK_TARGET, "allowed", "url, entry, section", NULL);
}

/* An event of the time may be only told of; a resource leads to one place at most. */
void
ter_check_webinar_resource (TerCheck *check, JsonObject *resource)
{
  static const char *const names[] = { "url", "entry", "path", NULL };

  if (count_members (resource, names) > 1)
    ter_check_add (check, TER_ISSUE_LINK_TARGET, "allowed", "url, entry, path", NULL);
}

void
ter_check_picture (TerCheck *check, JsonObject *picture)
{
  const char *path = ter_json_get_string (picture, "path");

  if (path != NULL && !json_object_has_member (picture, "alt"))
    ter_check_add (check, TER_ISSUE_PICTURE_ALT, "path", path, NULL);
}

/* (transfer full): as a set, so that a webinar of a hundred thousand speakers takes no longer than its size. */
static GHashTable *
collect_speakers (JsonObject *webinar)
{
  JsonArray *speakers = ter_json_get_array (webinar, "speakers");
  GHashTable *names = g_hash_table_new (ter_hash_text, g_str_equal);

  for (guint i = 0; i < ter_json_array_length (speakers); i++)
    {
      const char *name = ter_json_get_string (ter_json_array_object (speakers, i), "name");

      if (name != NULL)
        g_hash_table_add (names, (gpointer) name);
    }
  return names;
}

static void
check_agenda (TerCheck *check, JsonObject *webinar)
{
  g_autoptr (GHashTable) speakers = collect_speakers (webinar);
  JsonArray *agenda = ter_json_get_array (webinar, "agenda");

  for (guint i = 0; i < ter_json_array_length (agenda); i++)
    {
      JsonArray *names = ter_json_get_array (ter_json_array_object (agenda, i), "speakers");

      for (guint j = 0; j < ter_json_array_length (names); j++)
        {
          const char *name = ter_json_array_string (names, j);
          g_autofree char *tail = g_strdup_printf ("/agenda/%u/speakers/%u", i, j);
          gsize mark = check->pointer->len;

          g_string_append (check->pointer, tail);
          if (name != NULL && !g_hash_table_contains (speakers, name))
            ter_check_add (check, TER_ISSUE_SPEAKER_UNKNOWN, "value", name, NULL);
          ter_check_leave (check, mark);
        }
    }
}

void
ter_check_webinar (TerCheck *check, JsonObject *webinar)
{
  const char *start = ter_json_get_string (webinar, "start");
  const char *end = ter_json_get_string (webinar, "end");
  gsize mark;

  check_agenda (check, webinar);
  if (start == NULL || !ter_value_matches (TER_VALUE_LOCAL_TIME, start))
    return;
  if (strchr (start, 'T') != NULL && !json_object_has_member (webinar, "timezone"))
    ter_check_add (check, TER_ISSUE_MEMBER_MISSING, "member", "timezone", NULL);
  /* As far as both are written, they compare as texts. */
  if (end == NULL || !ter_value_matches (TER_VALUE_LOCAL_TIME, end) ||
      strncmp (start, end, MIN (strlen (start), strlen (end))) <= 0)
    return;
  mark = ter_check_enter (check, "end");
  ter_check_add (check, TER_ISSUE_WEBINAR_ORDER, NULL);
  ter_check_leave (check, mark);
}

/* Ids of figures are unique in their dashboard. */
void
ter_check_dashboard (TerCheck *check, JsonObject *dashboard)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  JsonArray *groups = ter_json_get_array (dashboard, "groups");

  for (guint i = 0; i < ter_json_array_length (groups); i++)
    {
      JsonArray *figures = ter_json_get_array (ter_json_array_object (groups, i), "figures");

      for (guint j = 0; j < ter_json_array_length (figures); j++)
        {
          const char *id = ter_json_get_string (ter_json_array_object (figures, j), "id");
          g_autofree char *tail = g_strdup_printf ("/groups/%u/figures/%u", i, j);
          gsize mark = check->pointer->len;

          g_string_append (check->pointer, tail);
          if (id != NULL)
            remember (check, ids, id, id);
          ter_check_leave (check, mark);
        }
    }
}
