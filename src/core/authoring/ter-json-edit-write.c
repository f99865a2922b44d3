/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-json-edit-private.h"

char *
ter_json_edit_quote (const char *text)
{
  GString *quoted = g_string_new ("\"");

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_c (g_string_append_c (quoted, '\\'), *p);
      else if (*p == '\n')
        g_string_append (quoted, "\\n");
      else if (*p == '\t')
        g_string_append (quoted, "\\t");
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (quoted, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (quoted, *p);
    }
  return g_string_free_and_steal (g_string_append_c (quoted, '"'));
}

void
ter_json_edit_break_line (const TerJsonLayout *layout, const char *indent)
{
  if (!layout->flat)
    g_string_append_printf (layout->out, "%s%s", layout->newline, indent);
}

static void
write_comma (const TerJsonLayout *layout, gboolean first)
{
  if (!first)
    g_string_append (layout->out, layout->flat ? ", " : ",");
}

static void
write_object (const TerJsonLayout *layout, JsonObject *object, const char *indent)
{
  g_autofree char *inner = g_strconcat (indent, layout->unit, NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  gboolean first = TRUE;

  g_string_append_c (layout->out, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_autofree char *quoted = ter_json_edit_quote (name);

      write_comma (layout, first);
      first = FALSE;
      ter_json_edit_break_line (layout, inner);
      g_string_append_printf (layout->out, "%s%s", quoted, layout->colon);
      ter_json_edit_write_node (layout, node, inner);
    }
  if (!first)
    ter_json_edit_break_line (layout, indent);
  g_string_append_c (layout->out, '}');
}

static void
write_array (const TerJsonLayout *layout, JsonArray *array, const char *indent)
{
  g_autofree char *inner = g_strconcat (indent, layout->unit, NULL);

  g_string_append_c (layout->out, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      write_comma (layout, i == 0);
      ter_json_edit_break_line (layout, inner);
      ter_json_edit_write_node (layout, json_array_get_element (array, i), inner);
    }
  if (json_array_get_length (array) > 0)
    ter_json_edit_break_line (layout, indent);
  g_string_append_c (layout->out, ']');
}

void
ter_json_edit_write_node (const TerJsonLayout *layout, JsonNode *node, const char *indent)
{
  g_autofree char *text = NULL;

  if (JSON_NODE_HOLDS_OBJECT (node))
    write_object (layout, json_node_get_object (node), indent);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    write_array (layout, json_node_get_array (node), indent);
  else
    {
      text = json_node_get_value_type (node) == G_TYPE_STRING ? ter_json_edit_quote (json_node_get_string (node))
                                                              : json_to_string (node, FALSE);
      g_string_append (layout->out, text);
    }
}
