/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-search-text.h"

#include <string.h>

#include "ter-json.h"
#include "ter-localized.h"
#include "ter-member-table.h"

typedef struct
{
  TerPack *pack;
  const char *language; /* NULL: the default one */
  TerSearchTextFunc func;
  gpointer user_data;
} Walk;

/* Whether a member holds words for people, wherever it stands in an entry. Ids, addresses and figures' specifications do not. */
static gboolean
holds_words (const char *member)
{
  static GHashTable *names;

  if (g_once_init_enter_pointer (&names))
    g_once_init_leave_pointer (&names, ter_member_table_dup_names (TER_MEMBER_SEARCHED));
  return g_hash_table_contains (names, member);
}

static const char *
get_language_mark (const char *member)
{
  return strchr (member, '@');
}

gboolean
ter_search_text_is_translated (JsonObject *entry, const char *language)
{
  JsonObjectIter iter;
  const char *member;

  json_object_iter_init (&iter, entry);
  while (json_object_iter_next (&iter, &member, NULL))
    {
      const char *mark = get_language_mark (member);

      if (mark != NULL && g_str_equal (mark + 1, language))
        return TRUE;
    }
  return FALSE;
}

static void walk_object (Walk *walk, JsonObject *object, const char *within);

static void
walk_array (Walk *walk, JsonArray *array, const char *member)
{
  const gboolean texts = holds_words (member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);
      const char *text = ter_json_node_string (item);
      JsonObject *object = ter_json_node_object (item);

      if (text != NULL && texts)
        walk->func (TER_SEARCH_MORE, text, walk->user_data);
      else if (object != NULL)
        walk_object (walk, object, member);
    }
}

/* The role of a webinar's resource is a word of the format, not of people. */
static gboolean
is_text (const char *member, const char *within)
{
  if (!holds_words (member))
    return FALSE;
  return !g_str_equal (member, "role") || g_strcmp0 (within, "resources") != 0;
}

static TerSearchPart
get_part (const char *member, const char *within)
{
  if (within != NULL)
    return TER_SEARCH_MORE;
  if (g_str_equal (member, "title"))
    return TER_SEARCH_TITLE;
  if (g_str_equal (member, "summary"))
    return TER_SEARCH_SUMMARY;
  return g_str_equal (member, "body") ? TER_SEARCH_BODY : TER_SEARCH_MORE;
}

static void
walk_member (Walk *walk, JsonObject *object, const char *member, JsonNode *node, const char *within)
{
  if (ter_json_node_object (node) != NULL)
    {
      walk_object (walk, ter_json_node_object (node), member);
    }
  else if (ter_json_node_array (node) != NULL)
    {
      g_autofree char *localized = g_strconcat (member, "@", walk->language, NULL);
      JsonArray *translated = walk->language != NULL ? ter_json_get_array (object, localized) : NULL;

      walk_array (walk, translated != NULL ? translated : ter_json_node_array (node), member);
    }
  else if (ter_json_node_string (node) != NULL && is_text (member, within))
    {
      const char *text = ter_localized_get (object, member, walk->language, NULL);

      if (text != NULL)
        walk->func (get_part (member, within), text, walk->user_data);
    }
}

static void
walk_object (Walk *walk, JsonObject *object, const char *within)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      if (get_language_mark (member) == NULL && !g_str_equal (member, "spec") && node != NULL)
        walk_member (walk, object, member, node, within);
    }
}

static void
walk_tags (Walk *walk, JsonObject *entry)
{
  JsonArray *tags = ter_json_get_array (entry, "tags");

  for (guint i = 0; i < ter_json_array_length (tags); i++)
    {
      const char *tag = ter_json_array_string (tags, i);
      const TerTerm *term = tag != NULL ? ter_pack_find_term (walk->pack, tag) : NULL;

      if (term == NULL)
        continue;
      walk->func (TER_SEARCH_TAG, term->title, walk->user_data);
      if (term->abbreviation != NULL)
        walk->func (TER_SEARCH_TAG, term->abbreviation, walk->user_data);
    }
}

void
ter_search_text_foreach (TerPack *pack, JsonObject *entry, TerSearchTextFunc func, gpointer user_data)
{
  const char *language = ter_pack_get_language (pack);
  const char *path;
  Walk walk = { pack, language, func, user_data };

  if (g_strcmp0 (language, ter_pack_get_default_language (pack)) == 0)
    walk.language = NULL;

  walk_object (&walk, entry, NULL);
  walk_tags (&walk, entry);
  path = ter_localized_get (entry, "bodyPath", walk.language, NULL);
  if (path != NULL)
    func (TER_SEARCH_BODY_PATH, path, user_data);
}

/* The end of the address that begins at @text with "](" or "<", or NULL when this is none. */
static const char *
skip_address (const char *text, const char *end)
{
  const char *p = text;

  if (p + 1 < end && p[0] == ']' && p[1] == '(')
    {
      while (p < end && *p != ')' && *p != '\n')
        p++;
      return p < end && *p == ')' ? p + 1 : NULL;
    }
  if (*p == '<' && p + 1 < end && g_ascii_isalpha (p[1]))
    {
      gboolean colon = FALSE;

      for (; p < end && *p != '>' && !g_ascii_isspace (*p); p++)
        colon = colon || *p == ':';
      return colon && p < end && *p == '>' ? p + 1 : NULL;
    }
  return NULL;
}

static const char *
skip_marks_of_line (const char *text, const char *end)
{
  while (text < end && strchr ("#>-+*| \t", *text) != NULL && *text != '\0')
    text++;
  return text;
}

/* How many characters from @text on are nothing but text. */
static gsize
count_plain (const char *text, const char *end)
{
  const char *at = text;

  while (at < end && (g_ascii_isalnum (*at) || *at == ' ' || *at == '.' || *at == ',' || (guchar) *at >= 0x80))
    at++;
  return at - text;
}

/* Reads one mark, or one character that might have been one. */
static const char *
append_mark (GString *plain, const char *text, const char *end)
{
  const char *after = skip_address (text, end);

  if (after != NULL)
    return after;
  if (*text == '\n')
    {
      if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
      return skip_marks_of_line (text + 1, end);
    }
  if (*text == '\\' && text + 1 < end && g_ascii_ispunct (text[1]))
    {
      g_string_append_c (plain, text[1]);
      return text + 2;
    }
  if (*text != '\0' && strchr ("*_`[]|", *text) == NULL && !(*text == '!' && text + 1 < end && text[1] == '['))
    g_string_append_c (plain, *text == '\t' ? ' ' : *text);
  return text + 1;
}

void
ter_search_text_append_plain (GString *plain, const char *markdown, gsize length)
{
  const char *end = markdown + length;
  const char *text = skip_marks_of_line (markdown, end);

  if (plain->len > 0)
    g_string_append_c (plain, ' ');
  while (text < end)
    {
      const gsize n = count_plain (text, end);

      g_string_append_len (plain, text, n);
      text += n;
      if (text < end)
        text = append_mark (plain, text, end);
    }
}
