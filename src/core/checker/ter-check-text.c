/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-check-private.h"

#include <cmark.h>
#include <string.h>

#include "ter-json.h"
#include "ter-limits.h"

/* ---- Characters ---- */

typedef struct
{
  guint n_chars;
  guint longest_line;
  guint longest_marks;
  gboolean control;
} Measures;

static gboolean
is_control (gunichar c, gboolean one_line)
{
  if (c == '\n' || c == '\t' || c == '\r')
    return one_line;
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || (one_line && (c == 0x2028 || c == 0x2029));
}

static void
measure (const char *text, gboolean one_line, Measures *measures)
{
  guint line = 0, marks = 0;

  *measures = (Measures) { 0 };
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      measures->n_chars++;
      line = c == '\n' ? 0 : line + 1;
      marks = g_unichar_ismark (c) ? marks + 1 : 0;
      measures->longest_line = MAX (measures->longest_line, line);
      measures->longest_marks = MAX (measures->longest_marks, marks);
      measures->control |= is_control (c, one_line);
    }
}

static void
tell_limit (TerCheck *check, TerIssueCode code, guint limit)
{
  g_autofree char *text = g_strdup_printf ("%u", limit);

  ter_check_add (check, code, "limit", text, NULL);
}

/* Whether the text is short enough to be looked into. */
static gboolean
check_characters (TerCheck *check, const char *name, const char *text, gboolean one_line)
{
  guint limit = one_line ? TER_LIMIT_TEXT_CHARS : TER_LIMIT_COMMONMARK_CHARS;
  g_autofree char *found = NULL;
  g_autofree char *limit_text = g_strdup_printf ("%u", limit);
  Measures measures;

  measure (text, one_line, &measures);
  found = g_strdup_printf ("%u", measures.n_chars);
  if (measures.n_chars == 0)
    ter_check_add (check, TER_ISSUE_MEMBER_EMPTY, "member", name, NULL);
  if (measures.n_chars > limit)
    ter_check_add (check, TER_ISSUE_TEXT_TOO_LONG, "found", found, "limit", limit_text, NULL);
  if (!one_line && measures.longest_line > TER_LIMIT_LINE_CHARS)
    tell_limit (check, TER_ISSUE_LINE_TOO_LONG, TER_LIMIT_LINE_CHARS);
  if (measures.longest_marks > TER_LIMIT_COMBINING)
    tell_limit (check, TER_ISSUE_TEXT_COMBINING, TER_LIMIT_COMBINING);
  if (measures.control)
    ter_check_add (check, TER_ISSUE_TEXT_CONTROL, NULL);
  return measures.n_chars <= limit;
}

void
ter_check_plain (TerCheck *check, const char *name, const char *text)
{
  check_characters (check, name, text, TRUE);
}

/* ---- References ---- */

static void
check_listed (TerCheck *check, TerValueType type, const char *path)
{
  JsonObject *resource = g_hash_table_lookup (check->resources, path);
  const char *role = type == TER_VALUE_TEXT_FILE ? "text" : "picture";

  if (resource == NULL)
    {
      if (!check->resources_unknown)
        ter_check_add (check, TER_ISSUE_PATH_UNKNOWN, "path", path, NULL);
    }
  else if (type != TER_VALUE_FILE && !g_str_equal (ter_check_role (resource), role))
    ter_check_add (check, TER_ISSUE_FILE_ROLE, "path", path, "role", ter_check_role (resource), "@expected",
                   type == TER_VALUE_TEXT_FILE ? "role-text" : "role-picture", NULL);
}

/* The table of the pack that lists the territories of a level, if any. */
static void
check_territory (TerCheck *check, const char *text)
{
  static const char *const members[][2] = {
    { "region:", "regions" },
    { "departement:", "departements" },
    { "epci:", "epci" },
    { "commune:", "communes" },
  };
  JsonObject *territories = ter_json_get_object (check->manifest, "territories");

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *name = ter_json_get_string (territories, members[i][1]);
      TerCheckTable *table = name != NULL ? g_hash_table_lookup (check->tables, name) : NULL;

      if (g_str_has_prefix (text, members[i][0]) && table != NULL && table->codes != NULL &&
          !g_hash_table_contains (table->codes, text + strlen (members[i][0])))
        ter_check_add (check, TER_ISSUE_TERRITORY_UNKNOWN, "value", text, "table", name, NULL);
    }
}

static void
check_id (TerCheck *check, GHashTable *known, gboolean unknown, TerIssueCode code, const char *id)
{
  if (!unknown && !g_hash_table_contains (known, id))
    ter_check_add (check, code, "id", id, "tag", id, "value", id, "table", id, NULL);
}

void
ter_check_reference (TerCheck *check, TerValueType type, const char *text)
{
  g_autofree char *tag = NULL;

  switch (type)
    {
    case TER_VALUE_ENTRY: check_id (check, check->entries, check->entries_unknown, TER_ISSUE_ENTRY_UNKNOWN, text); break;
    case TER_VALUE_FIGURE: check_id (check, check->figures, check->entries_unknown, TER_ISSUE_FIGURE_UNKNOWN, text); break;
    case TER_VALUE_SECTION: check_id (check, check->sections, FALSE, TER_ISSUE_SECTION_UNKNOWN, text); break;
    case TER_VALUE_VOCABULARY:
      check_id (check, check->vocabularies, check->terms_unknown, TER_ISSUE_VOCABULARY_UNKNOWN, text);
      break;
    case TER_VALUE_TAG: check_id (check, check->terms, check->terms_unknown, TER_ISSUE_TAG_UNKNOWN, text); break;
    case TER_VALUE_CONFIDENCE:
      tag = g_strconcat ("confidence:", text, NULL);
      if (!check->terms_unknown && !g_hash_table_contains (check->terms, tag))
        ter_check_add (check, TER_ISSUE_CONFIDENCE_UNKNOWN, "value", text, NULL);
      break;
    case TER_VALUE_TERRITORY: check_territory (check, text); break;
    case TER_VALUE_TABLE: check_id (check, check->tables, check->resources_unknown, TER_ISSUE_TABLE_UNKNOWN, text); break;
    case TER_VALUE_FIGURE_TABLE:
      if (!g_hash_table_contains (check->outlines, text))
        check_id (check, check->tables, check->resources_unknown, TER_ISSUE_FIGURE_TABLE, text);
      break;
    case TER_VALUE_FILE:
    case TER_VALUE_TEXT_FILE:
    case TER_VALUE_PICTURE_FILE: check_listed (check, type, text); break;
    default: break;
    }
}

/* ---- CommonMark ---- */

static void
check_target (TerCheck *check, const char *target)
{
  if (g_str_has_prefix (target, "entry:"))
    ter_check_reference (check, TER_VALUE_ENTRY, target + strlen ("entry:"));
  else if (g_str_has_prefix (target, "section:"))
    ter_check_reference (check, TER_VALUE_SECTION, target + strlen ("section:"));
  else if (!g_str_has_prefix (target, "https://") && !g_str_has_prefix (target, "http://") && !g_str_has_prefix (target, "mailto:"))
    ter_check_add (check, TER_ISSUE_LINK_SCHEME, "value", target, NULL);
}

static void
check_node (TerCheck *check, cmark_node *node, gboolean *html_told)
{
  const char *target;

  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_HTML_INLINE:
      /* Once is enough: a paragraph of HTML has a dozen tags. */
      if (!*html_told)
        ter_check_add (check, TER_ISSUE_HTML_IN_TEXT, NULL);
      *html_told = TRUE;
      break;
    case CMARK_NODE_LINK: check_target (check, cmark_node_get_url (node)); break;
    case CMARK_NODE_IMAGE:
      target = cmark_node_get_url (node);
      ter_check_reference (check, TER_VALUE_PICTURE_FILE, target);
      if (cmark_node_first_child (node) == NULL)
        ter_check_add (check, TER_ISSUE_PICTURE_ALT, "path", target, NULL);
      break;
    default: break;
    }
}

/* @in_file: the text is a file of its own, so that its lines are the file's. */
static void
check_marks (TerCheck *check, const char *text, gboolean in_file)
{
  cmark_node *root = cmark_parse_document (text, strlen (text), CMARK_OPT_DEFAULT);
  cmark_iter *iter = cmark_iter_new (root);
  cmark_event_type event;
  gboolean html_told = FALSE;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);

      if (event != CMARK_EVENT_ENTER)
        continue;
      if (in_file && cmark_node_get_start_line (node) > 0)
        check->base_line = cmark_node_get_start_line (node);
      check_node (check, node, &html_told);
    }
  cmark_iter_free (iter);
  cmark_node_free (root);
}

void
ter_check_commonmark (TerCheck *check, const char *name, const char *text)
{
  if (check_characters (check, name, text, FALSE))
    check_marks (check, text, FALSE);
}

void
ter_check_text_file (TerCheck *check, const char *path)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  const char *data, *bad;
  gsize length;

  ter_check_begin (check, path);
  bytes = ter_check_load (check, path, TER_LIMIT_TEXT_BYTES, FALSE);
  if (bytes == NULL)
    return;
  data = g_bytes_get_data (bytes, &length);
  if (length > 0 && !g_utf8_validate_len (data, length, &bad))
    {
      guint line = 1;

      for (const char *p = data; p < bad; p++)
        line += *p == '\n';
      ter_check_add_at (check, *bad == '\0' ? TER_ISSUE_TEXT_CONTROL : TER_ISSUE_FILE_ENCODING, line, 0, NULL);
      return;
    }
  text = g_strndup (data != NULL ? data : "", length);
  if (check_characters (check, path, text, FALSE))
    check_marks (check, text, TRUE);
  ter_check_end (check, NULL);
}
