/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-vega.h"

#include <string.h>

#include "ter-json.h"

typedef struct
{
  const char *object;
  TerVegaState state;
  const char *members; /* nullable: the rest */
} Row;

static const Row rows[] = {
#define TER_VEGA(object, state, members) { object, TER_VEGA_##state, members },
#define TER_VEGA_REST(object, state) { object, TER_VEGA_##state, NULL },
#include "ter-vega-table.h"
#undef TER_VEGA
#undef TER_VEGA_REST
};

static const char *const state_names[] = { "drawn", "aside", "refused" };

/* Where @member stands in a list of members; %NULL when it does not. */
static const char *
find_word (const char *members, const char *member)
{
  gsize length = strlen (member);

  for (const char *p = members; p != NULL && *p != '\0'; p = strchr (p, ' ') != NULL ? strchr (p, ' ') + 1 : NULL)
    if (strncmp (p, member, length) == 0 && strchr (": ", p[length]) != NULL)
      return p + length;
  return NULL;
}

TerVegaState
ter_vega_find (const char *object, const char *member, char **child)
{
  TerVegaState rest = TER_VEGA_REFUSED;

  g_return_val_if_fail (object != NULL && member != NULL, TER_VEGA_REFUSED);

  if (child != NULL)
    *child = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *end;

      if (strcmp (rows[i].object, object) != 0)
        continue;
      if (rows[i].members == NULL)
        rest = rows[i].state;
      end = rows[i].members != NULL ? find_word (rows[i].members, member) : NULL;
      if (end == NULL)
        continue;
      if (child != NULL && *end == ':')
        *child = g_strndup (end + 1, strcspn (end + 1, " "));
      return rows[i].state;
    }
  return rest;
}

/* ---- A specification against the table ---- */

typedef struct
{
  GPtrArray *path; /* of char */
  TerVegaFunc func;
  gpointer user_data;
} Walk;

static void walk_object (Walk *walk, const char *name, JsonObject *object);

static void
walk_node (Walk *walk, const char *name, JsonNode *node)
{
  JsonArray *array = ter_json_node_array (node);

  if (ter_json_node_object (node) != NULL)
    walk_object (walk, name, json_node_get_object (node));
  for (guint i = 0; i < ter_json_array_length (array); i++)
    {
      g_ptr_array_add (walk->path, g_strdup_printf ("%u", i));
      walk_node (walk, name, json_array_get_element (array, i));
      g_ptr_array_set_size (walk->path, walk->path->len - 1);
    }
}

static gboolean
asks_for_nothing (JsonNode *node)
{
  return JSON_NODE_HOLDS_NULL (node) ||
         (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN && !json_node_get_boolean (node));
}

static void
walk_object (Walk *walk, const char *name, JsonObject *object)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      g_autofree char *child = NULL;
      TerVegaState state = ter_vega_find (name, member, &child);

      g_ptr_array_add (walk->path, g_strdup (member));
      if (state != TER_VEGA_DRAWN && !asks_for_nothing (node))
        walk->func (walk->path, state, walk->user_data);
      else if (state == TER_VEGA_DRAWN && child != NULL)
        walk_node (walk, child, node);
      g_ptr_array_set_size (walk->path, walk->path->len - 1);
    }
}

void
ter_vega_foreach (JsonObject *spec, TerVegaFunc func, gpointer user_data)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new_with_free_func (g_free);
  Walk walk = { path, func, user_data };

  g_return_if_fail (func != NULL);

  if (spec != NULL)
    walk_object (&walk, "spec", spec);
}

char *
ter_vega_dup_path (GPtrArray *path)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < path->len; i++)
    {
      const char *step = path->pdata[i];

      if (g_ascii_isdigit (*step))
        g_string_append_printf (text, "[%s]", step);
      else
        g_string_append_printf (text, "%s%s", i > 0 ? "." : "", step);
    }
  return g_string_free_and_steal (text);
}

static void
find_refused_cb (GPtrArray *path, TerVegaState state, gpointer user_data)
{
  char **found = user_data;

  if (state == TER_VEGA_REFUSED && *found == NULL)
    *found = ter_vega_dup_path (path);
}

char *
ter_vega_dup_refused (JsonObject *spec)
{
  char *found = NULL;

  ter_vega_foreach (spec, find_refused_cb, &found);
  return found;
}

/* ---- The table ---- */

static void
append_words (GString *text, const char *object, TerVegaState state)
{
  gboolean first = TRUE;

  g_string_append (text, " | ");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) words = NULL;

      if (strcmp (rows[i].object, object) != 0 || rows[i].state != state)
        continue;
      words = g_strsplit (rows[i].members != NULL ? rows[i].members : "the rest", " ", -1);
      if (rows[i].members == NULL)
        g_string_append_printf (text, "%sall others", first ? "" : ", ");
      for (guint j = 0; rows[i].members != NULL && words[j] != NULL; j++)
        {
          const char *child = strchr (words[j], ':');
          gsize length = child != NULL ? (gsize) (child - words[j]) : strlen (words[j]);

          g_string_append_printf (text, "%s`%.*s`", first ? "" : ", ", (int) length, words[j]);
          if (child != NULL && strncmp (child + 1, words[j], length) != 0)
            g_string_append_printf (text, " (%s)", child + 1);
          first = FALSE;
        }
      first = FALSE;
    }
}

char *
ter_vega_dup_text (void)
{
  GString *text =
    g_string_new ("<!-- members: of Vega-Lite -->\n| in | drawn | set aside | refused |\n| --- | --- | --- | --- |\n");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean met = FALSE;

      for (guint j = 0; j < i && !met; j++)
        met = strcmp (rows[i].object, rows[j].object) == 0;
      if (met)
        continue;
      g_string_append_printf (text, "| %s", rows[i].object);
      for (TerVegaState state = TER_VEGA_DRAWN; state <= TER_VEGA_REFUSED; state++)
        append_words (text, rows[i].object, state);
      g_string_append (text, text->str[text->len - 1] == ' ' ? "|\n" : " |\n");
    }
  g_string_append_c (text, '\n');
  return g_string_free_and_steal (text);
}

static void
add_member (JsonArray *array, const Row *row, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (word, ":", 2);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "object", row->object);
  json_object_set_string_member (object, "state", state_names[row->state]);
  json_object_set_string_member (object, "member", parts[0]);
  if (parts[1] != NULL)
    json_object_set_string_member (object, "child", parts[1]);
  else
    json_object_set_null_member (object, "child");
  json_array_add_object_element (array, object);
}

JsonNode *
ter_vega_to_json (void)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_alloc ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) words = g_strsplit (rows[i].members != NULL ? rows[i].members : "*", " ", -1);

      for (guint j = 0; words[j] != NULL; j++)
        add_member (array, &rows[i], words[j]);
    }
  json_node_init_array (node, array);
  json_array_unref (array);
  return node;
}
