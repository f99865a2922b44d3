/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-check-private.h"

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

/* What concerns several members. */
static void (*const rules[TER_N_RULES]) (TerCheck *check, JsonObject *object) = {
  [TER_RULE_DASHBOARD] = ter_check_dashboard,
  [TER_RULE_LINK] = ter_check_link,
  [TER_RULE_PICTURE] = ter_check_picture,
  [TER_RULE_RESOURCE] = ter_check_resource,
  [TER_RULE_SECTION] = ter_check_section,
  [TER_RULE_SPEC] = ter_check_spec,
  [TER_RULE_TABLE_SCHEMA] = ter_check_table_schema,
  [TER_RULE_TERMS] = ter_check_terms,
  [TER_RULE_TERRITORIES] = ter_check_territories,
  [TER_RULE_WEBINAR] = ter_check_webinar,
  [TER_RULE_WEBINAR_RESOURCE] = ter_check_webinar_resource,
};

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
      for (const TerMember *member = part->members; member != NULL && member->name != NULL; member++)
        if ((member->flags & TER_MEMBER_REQUIRED) && !json_object_has_member (object, member->name))
          ter_check_add (check, TER_ISSUE_MEMBER_MISSING, "member", member->name, NULL);
      if (part->rule != TER_RULE_NONE)
        rules[part->rule](check, object);
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
