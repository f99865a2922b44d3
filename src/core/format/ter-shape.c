/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-shape.h"

#include <string.h>

#include "ter-json-scanner.h"
#include "ter-json.h"

const TerMember *
ter_shape_find (const TerShape *shape, const char *name, const char **language)
{
  const char *at = strchr (name, '@');
  gsize length = at != NULL ? (gsize) (at - name) : strlen (name);

  *language = at != NULL && at[1] != '\0' ? at + 1 : NULL;
  if (at != NULL && *language == NULL)
    return NULL;
  for (; shape != NULL; shape = shape->base)
    for (const TerMember *member = shape->members; member != NULL && member->name != NULL; member++)
      if (strlen (member->name) == length && memcmp (member->name, name, length) == 0)
        return at == NULL || (member->flags & TER_MEMBER_LOCALISED) ? member : NULL;
  return NULL;
}

static void
walk_inside (JsonNode *node, const TerMember *member, GString *pointer, TerShapeFunc func, gpointer user_data)
{
  JsonArray *array = ter_json_node_array (node);
  gsize mark = pointer->len;

  if (!(member->flags & TER_MEMBER_LIST))
    {
      if (ter_json_node_object (node) != NULL)
        ter_shape_walk (json_node_get_object (node), member->shape, pointer, func, user_data);
      return;
    }
  for (guint i = 0; i < ter_json_array_length (array); i++)
    {
      g_string_append_printf (pointer, "/%u", i);
      if (ter_json_array_object (array, i) != NULL)
        ter_shape_walk (ter_json_array_object (array, i), member->shape, pointer, func, user_data);
      g_string_truncate (pointer, mark);
    }
}

void
ter_shape_walk (JsonObject *object, const TerShape *shape, GString *pointer, TerShapeFunc func, gpointer user_data)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const char *language;
      const TerMember *member = ter_shape_find (shape, name, &language);
      gsize mark = pointer->len;

      if (member == NULL)
        continue;
      ter_json_pointer_append (pointer, name);
      func (object, name, language, member, node, pointer->str, user_data);
      if (member->type == TER_VALUE_OBJECT)
        walk_inside (node, member, pointer, func, user_data);
      g_string_truncate (pointer, mark);
    }
}
