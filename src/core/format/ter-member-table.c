/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-member-table.h"

#include "ter-hash.h"
#include "ter-kind.h"
#include "ter-vega.h"
#include "ter-view.h"

typedef void (*RowFunc) (const char *of, const char *path, const TerMember *member, gpointer user_data);

/* What stands in several places has a table of its own, and is not told again where it stands. */
static void
foreach_member (const char *of, const char *prefix, const TerShape *shape, RowFunc func, gpointer user_data)
{
  for (const TerMember *member = shape->members; member != NULL && member->name != NULL; member++)
    {
      g_autofree char *path = g_strconcat (prefix, member->name, NULL);
      g_autofree char *inner = g_strconcat (path, member->flags & TER_MEMBER_LIST ? "[]." : ".", NULL);

      func (of, path, member, user_data);
      if (member->type == TER_VALUE_OBJECT && member->shape->name == NULL)
        foreach_member (of, inner, member->shape, func, user_data);
    }
}

/* ---- For people ---- */

static char *
dup_choices (const char *const *choices)
{
  g_autofree char *joined = g_strjoinv ("`, `", (char **) choices);

  return g_strdup_printf ("`%s`", joined);
}

static char *
dup_value_words (const TerMember *member)
{
  switch (member->type)
    {
    case TER_VALUE_CHOICE: return dup_choices (member->choices);
    case TER_VALUE_VIEW: return dup_choices (ter_view_list ());
    case TER_VALUE_KIND: return dup_choices (ter_kind_list ());
    case TER_VALUE_OBJECT: return g_strdup (member->shape->name != NULL ? member->shape->name : "object");
    default: return g_strdup (ter_value_get_row (member->type)->words);
    }
}

static void
append_type (GString *text, const TerMember *member)
{
  g_autofree char *words = dup_value_words (member);

  g_string_append (text, " | ");
  if (member->flags & TER_MEMBER_LOCALISED)
    g_string_append (text, "localised ");
  if (member->flags & TER_MEMBER_LIST)
    g_string_append (text, "array of ");
  g_string_append (text, words);
}

static void
append_words (GString *text, const TerMember *member)
{
  const char *colon = member->says != NULL ? ": " : "";

  g_string_append (text, " | ");
  if (member->flags & TER_MEMBER_REQUIRED)
    g_string_append_printf (text, "required%s%s", member->flags & TER_MEMBER_FILLED ? ", at least one" : "", colon);
  if (member->says != NULL)
    g_string_append (text, member->says);
  g_string_append (text, text->str[text->len - 1] == ' ' ? "|\n" : " |\n");
}

static void
append_row_cb (const char *of, const char *path, const TerMember *member, gpointer user_data)
{
  GString *text = user_data;

  g_string_append_printf (text, "| `%s`", path);
  append_type (text, member);
  append_words (text, member);
}

static void
append_kind_row_cb (const char *of, const char *path, const TerMember *member, gpointer user_data)
{
  g_string_append_printf (user_data, "| `%s` ", of);
  append_row_cb (of, path, member, user_data);
}

static void
append_table (GString *text, const char *name, const TerShape *shape)
{
  g_string_append_printf (text, "<!-- members: %s -->\n| member | type | |\n| --- | --- | --- |\n", name);
  foreach_member (name, "", shape, append_row_cb, text);
  g_string_append_c (text, '\n');
}

/* ---- All of them ---- */

/* Calls @func for each part with a name, once, in the order in which they are met. */
typedef void (*ShapeFunc) (const char *name, const TerShape *shape, gpointer user_data);

static void
foreach_part (const TerShape *shape, GHashTable *seen, ShapeFunc func, gpointer user_data)
{
  if (shape->name != NULL)
    {
      if (!g_hash_table_add (seen, (gpointer) shape))
        return;
      func (shape->name, shape, user_data);
    }
  for (const TerMember *member = shape->members; member != NULL && member->name != NULL; member++)
    if (member->type == TER_VALUE_OBJECT)
      foreach_part (member->shape, seen, func, user_data);
}

static void
foreach_named (ShapeFunc func, gpointer user_data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  foreach_part (&ter_shape_manifest, seen, func, user_data);
  foreach_part (&ter_shape_vocabulary, seen, func, user_data);
  foreach_part (&ter_shape_entry, seen, func, user_data);
  for (const char *const *kind = ter_kind_list (); *kind != NULL; kind++)
    foreach_part (ter_kind_get_shape (*kind), seen, func, user_data);
}

static void
append_table_cb (const char *name, const TerShape *shape, gpointer user_data)
{
  append_table (user_data, name, shape);
}

char *
ter_member_table_dup_text (void)
{
  GString *text = g_string_new (NULL);
  g_autofree char *vega = NULL;

  foreach_named (append_table_cb, text);
  g_string_append (text, "<!-- members: of each kind -->\n| kind | member | type | |\n| --- | --- | --- | --- |\n");
  for (const char *const *kind = ter_kind_list (); *kind != NULL; kind++)
    foreach_member (*kind, "", ter_kind_get_shape (*kind), append_kind_row_cb, text);
  g_string_append_c (text, '\n');
  vega = ter_vega_dup_text ();
  g_string_append (text, vega);
  return g_string_free_and_steal (text);
}

/* ---- For programs ---- */

static void
add_member_cb (const char *of, const char *path, const TerMember *member, gpointer user_data)
{
  JsonObject *object = json_object_new ();
  const char *type = ter_value_get_row (member->type)->name;

  json_object_set_string_member (object, "of", of);
  json_object_set_string_member (object, "member", path);
  json_object_set_string_member (object, "type", type != NULL ? type : member->type == TER_VALUE_OBJECT ? "object" : "choice");
  json_object_set_boolean_member (object, "localised", (member->flags & TER_MEMBER_LOCALISED) != 0);
  json_object_set_boolean_member (object, "required", (member->flags & TER_MEMBER_REQUIRED) != 0);
  json_object_set_boolean_member (object, "list", (member->flags & TER_MEMBER_LIST) != 0);
  if (member->says != NULL)
    json_object_set_string_member (object, "says", member->says);
  else
    json_object_set_null_member (object, "says");
  json_array_add_object_element (user_data, object);
}

static void
add_shape_cb (const char *name, const TerShape *shape, gpointer user_data)
{
  foreach_member (name, "", shape, add_member_cb, user_data);
}

JsonNode *
ter_member_table_to_json (void)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_alloc ();

  foreach_named (add_shape_cb, array);
  for (const char *const *kind = ter_kind_list (); *kind != NULL; kind++)
    foreach_member (*kind, "", ter_kind_get_shape (*kind), add_member_cb, array);
  json_node_init_array (node, array);
  json_array_unref (array);
  return node;
}

/* ---- By what they are for ---- */

typedef struct
{
  GHashTable *names;
  TerMemberFlags flags;
} Collector;

static void
collect_member_cb (const char *of, const char *path, const TerMember *member, gpointer user_data)
{
  Collector *collector = user_data;

  if (member->flags & collector->flags)
    g_hash_table_add (collector->names, (gpointer) member->name);
}

static void
collect_shape_cb (const char *name, const TerShape *shape, gpointer user_data)
{
  foreach_member (name, "", shape, collect_member_cb, user_data);
}

GHashTable *
ter_member_table_dup_names (TerMemberFlags flags)
{
  Collector collector = { g_hash_table_new (ter_hash_text, g_str_equal), flags };

  foreach_named (collect_shape_cb, &collector);
  for (const char *const *kind = ter_kind_list (); *kind != NULL; kind++)
    collect_shape_cb (*kind, ter_kind_get_shape (*kind), &collector);
  return collector.names;
}
