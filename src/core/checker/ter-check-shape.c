/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-check-private.h"

#include <string.h>

const TerMember *
ter_shape_find (const TerShape *shape, const char *name, const char **language)
{
  const char *at = strchr (name, '@');
  gsize length = at != NULL ? (gsize) (at - name) : strlen (name);

  *language = at != NULL && at[1] != '\0' ? at + 1 : NULL;
  if (at != NULL && *language == NULL)
    return NULL;
  for (; shape != NULL; shape = shape->base)
    for (const TerMember *member = shape->members; member->name != NULL; member++)
      if (strlen (member->name) == length && memcmp (member->name, name, length) == 0)
        return at == NULL || (member->flags & TER_MEMBER_LOCALISED) ? member : NULL;
  return NULL;
}

static void
check_list (TerCheck *check, const char *name, JsonNode *node, const TerMember *member)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      ter_check_not_type (check, name, member->type == TER_VALUE_OBJECT ? "objects" : "texts");
      return;
    }
  array = json_node_get_array (node);
  if (json_array_get_length (array) == 0 && (member->flags & TER_MEMBER_FILLED))
    ter_check_add (check, TER_ISSUE_MEMBER_EMPTY, "member", name, NULL);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize mark = ter_check_enter_index (check, i);

      ter_check_value (check, name, json_array_get_element (array, i), member);
      ter_check_leave (check, mark);
    }
}

static void
check_member (TerCheck *check, const char *name, JsonNode *node, const TerMember *member, const char *language)
{
  gsize mark = ter_check_enter (check, name);

  if (language != NULL && !g_hash_table_contains (check->languages, language))
    ter_check_add (check, TER_ISSUE_LANGUAGE_UNDECLARED, "member", name, "language", language, NULL);
  if (member->flags & TER_MEMBER_LIST)
    check_list (check, name, node, member);
  else
    ter_check_value (check, name, node, member);
  ter_check_leave (check, mark);
}

void
ter_check_object (TerCheck *check, JsonObject *object, const TerShape *shape)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      const char *language;
      const TerMember *member = ter_shape_find (shape, name, &language);

      if (member != NULL)
        check_member (check, name, node, member, language);
    }

  for (const TerShape *part = shape; part != NULL; part = part->base)
    {
      for (const TerMember *member = part->members; member->name != NULL; member++)
        if ((member->flags & TER_MEMBER_REQUIRED) && !json_object_has_member (object, member->name))
          ter_check_add (check, TER_ISSUE_MEMBER_MISSING, "member", member->name, NULL);
      if (part->check != NULL)
        part->check (check, object);
    }
}

void
ter_check_object_node (TerCheck *check, JsonNode *node, const TerShape *shape, const char *name)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    ter_check_object (check, json_node_get_object (node), shape);
  else
    ter_check_not_type (check, name, "object");
}
