/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-schema.h"

#include "ter-icon.h"
#include "ter-kind.h"
#include "ter-limits.h"
#include "ter-shape.h"
#include "ter-view.h"

#define BASE "https://territoires-en-actions.fr/schema/1/"

typedef struct
{
  const char *file; /* the schema that is written */
} Writer;

static JsonObject *object_schema (const Writer *self, const TerShape *shape);

/* (transfer full): of a fragment that is written with ' for ". */
static JsonObject *
parse (const char *fragment)
{
  g_autofree char *text = g_strdelimit (g_strdup (fragment), "'", '"');
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (text, &error);

  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (node));
}

static JsonObject *
new_of_type (const char *type)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "type", type);
  return object;
}

static JsonArray *
new_list (const char *const *words)
{
  JsonArray *array = json_array_new ();

  for (; *words != NULL; words++)
    json_array_add_string_element (array, *words);
  return array;
}

/* One of @words; another text is read, too, and told as a warning. */
static JsonObject *
choice_schema (const char *const *words)
{
  JsonObject *object = json_object_new ();
  JsonObject *known = json_object_new ();
  JsonArray *ways = json_array_new ();

  json_object_set_array_member (known, "enum", new_list (words));
  json_array_add_object_element (ways, known);
  json_array_add_object_element (ways, new_of_type ("string"));
  json_object_set_array_member (object, "anyOf", ways);
  return object;
}

static JsonObject *
reference (const Writer *self, const char *file, const char *name)
{
  gboolean here = g_str_equal (file, self->file);
  g_autofree char *target = g_strdup_printf ("%s%s#/$defs/%s", here ? "" : file, here ? "" : ".json", name);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "$ref", target);
  return object;
}

/* A part that is the root of its own schema has no other file. */
static JsonObject *
part_schema (const Writer *self, const TerShape *shape)
{
  g_autofree char *file = NULL;
  JsonObject *object;

  if (shape->name == NULL)
    return object_schema (self, shape);
  if (shape->file != NULL)
    return reference (self, shape->file, shape->name);
  file = g_strconcat (shape->name, ".json", NULL);
  object = json_object_new ();
  json_object_set_string_member (object, "$ref", file);
  return object;
}

static JsonObject *
value_schema (const Writer *self, const TerMember *member)
{
  switch (member->type)
    {
    case TER_VALUE_ANY: return json_object_new ();
    case TER_VALUE_CHOICE: return choice_schema (member->choices);
    case TER_VALUE_OBJECT: return part_schema (self, member->shape);
    default: return reference (self, "common", ter_value_get_row (member->type)->name);
    }
}

static JsonObject *
member_schema (const Writer *self, const TerMember *member)
{
  JsonObject *value = value_schema (self, member);
  JsonObject *list;

  if (!(member->flags & TER_MEMBER_LIST))
    return value;
  list = new_of_type ("array");
  json_object_set_object_member (list, "items", value);
  if (member->flags & TER_MEMBER_FILLED)
    json_object_set_int_member (list, "minItems", 1);
  return list;
}

/* Adds what a schema says beyond its members. */
static void
merge (JsonObject *object, const char *fragment)
{
  g_autoptr (JsonObject) more = parse (fragment);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, more);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!g_str_equal (name, "properties"))
      json_object_set_member (object, name, json_node_copy (node));
  if (!json_object_has_member (more, "properties"))
    return;
  json_object_iter_init_ordered (&iter, json_object_get_object_member (more, "properties"));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (json_object_get_object_member (object, "properties"), name, json_node_copy (node));
}

/* Adds the members of @shape, without those of its base. */
static void
add_members (const Writer *self, JsonObject *object, const TerShape *shape)
{
  JsonArray *required = json_array_new ();
  JsonObject *properties = json_object_new ();
  JsonObject *patterns = json_object_new ();

  for (const TerMember *member = shape->members; member != NULL && member->name != NULL; member++)
    {
      JsonObject *schema = member_schema (self, member);

      if (member->says != NULL)
        json_object_set_string_member (schema, "description", member->says);
      json_object_set_object_member (properties, member->name, schema);
      if (member->flags & TER_MEMBER_REQUIRED)
        json_array_add_string_element (required, member->name);
      if (member->flags & TER_MEMBER_LOCALISED)
        {
          g_autofree char *pattern = g_strdup_printf ("^%s@[\\s\\S]+$", member->name);

          json_object_set_object_member (patterns, pattern, member_schema (self, member));
        }
    }
  json_object_set_array_member (object, "required", required);
  json_object_set_object_member (object, "properties", properties);
  json_object_set_object_member (object, "patternProperties", patterns);
  if (json_array_get_length (required) == 0)
    json_object_remove_member (object, "required");
  if (json_object_get_size (patterns) == 0)
    json_object_remove_member (object, "patternProperties");
  if (shape->schema != NULL)
    merge (object, shape->schema);
}

static JsonObject *
object_schema (const Writer *self, const TerShape *shape)
{
  JsonObject *object = new_of_type ("object");

  if (shape->says != NULL)
    json_object_set_string_member (object, "description", shape->says);
  add_members (self, object, shape);
  return object;
}

/* ---- Parts that stand in several places ---- */

static void
collect_parts (const Writer *self, JsonObject *definitions, const TerShape *shape)
{
  if (shape->name != NULL && g_strcmp0 (shape->file, self->file) == 0)
    {
      if (json_object_has_member (definitions, shape->name))
        return;
      json_object_set_object_member (definitions, shape->name, object_schema (self, shape));
    }
  for (const TerMember *member = shape->members; member != NULL && member->name != NULL; member++)
    if (member->type == TER_VALUE_OBJECT)
      collect_parts (self, definitions, member->shape);
}

/* Adds all parts whose file this is. */
static void
add_parts (const Writer *self, JsonObject *schema, JsonObject *definitions)
{
  collect_parts (self, definitions, &ter_shape_manifest);
  collect_parts (self, definitions, &ter_shape_vocabulary);
  collect_parts (self, definitions, &ter_shape_entry);
  for (const char *const *kind = ter_kind_list (); *kind != NULL; kind++)
    collect_parts (self, definitions, ter_kind_get_shape (*kind));
  json_object_set_object_member (schema, "$defs", definitions);
}

/* ---- The files ---- */

/* (transfer full) (nullable): what a schema says of a value without a pattern, with ' for ". */
static char *
dup_value_fragment (TerValueType type)
{
  switch (type)
    {
    case TER_VALUE_TEXT:
      return g_strdup_printf ("{'type':'string','minLength':1,'maxLength':%u,"
                              "'pattern':'^[^\\\\u0000-\\\\u001f\\\\u007f-\\\\u009f\\\\u2028\\\\u2029]*$',"
                              "'not':{'pattern':'\\\\p{M}{%u}'}}",
                              TER_LIMIT_TEXT_CHARS, TER_LIMIT_COMBINING + 1);
    case TER_VALUE_COMMONMARK:
      return g_strdup_printf ("{'type':'string','minLength':1,'maxLength':%u,"
                              "'pattern':'^[^\\\\u0000-\\\\u0008\\\\u000b\\\\u000c\\\\u000e-\\\\u001f\\\\u007f-\\\\u009f]*$',"
                              "'allOf':[{'not':{'pattern':'\\\\p{M}{%u}'}},{'not':{'pattern':'[^\\\\n]{%u}'}}]}",
                              TER_LIMIT_COMMONMARK_CHARS, TER_LIMIT_COMBINING + 1, TER_LIMIT_LINE_CHARS + 1);
    default: return g_strdup (ter_value_get_row (type)->schema);
    }
}

static JsonObject *
type_schema (TerValueType type)
{
  const TerValueRow *row = ter_value_get_row (type);
  g_autofree char *fragment = NULL;
  JsonObject *schema;

  if (row->pattern != NULL)
    {
      schema = new_of_type ("string");
      json_object_set_int_member (schema, "maxLength", TER_VALUE_MAX_PATTERN_BYTES);
      json_object_set_string_member (schema, "pattern", row->pattern);
    }
  else if (type == TER_VALUE_VIEW || type == TER_VALUE_KIND)
    schema = choice_schema (type == TER_VALUE_VIEW ? ter_view_list () : ter_kind_list ());
  else
    schema = parse (fragment = dup_value_fragment (type));
  json_object_set_string_member (schema, "description", row->says);
  return schema;
}

static void
write_common (const Writer *self, JsonObject *schema)
{
  JsonObject *definitions = json_object_new ();

  for (guint type = 0; type < TER_N_VALUES; type++)
    if (ter_value_get_row (type)->name != NULL)
      json_object_set_object_member (definitions, ter_value_get_row (type)->name, type_schema (type));
  add_parts (self, schema, definitions);
}

static void
write_manifest (const Writer *self, JsonObject *schema)
{
  json_object_set_string_member (schema, "type", "object");
  add_members (self, schema, &ter_shape_manifest);
  add_parts (self, schema, json_object_new ());
}

static void
write_figure (const Writer *self, JsonObject *schema)
{
  json_object_set_string_member (schema, "type", "object");
  add_members (self, schema, &ter_shape_figure);
  add_parts (self, schema, json_object_new ());
}

static void
write_vocabularies (const Writer *self, JsonObject *schema)
{
  json_object_set_string_member (schema, "type", "array");
  json_object_set_object_member (schema, "items", object_schema (self, &ter_shape_vocabulary));
}

static void
write_icons (const Writer *self, JsonObject *schema)
{
  json_object_set_array_member (schema, "enum", new_list (ter_icon_list ()));
}

/* What all entries have, and what those of a kind have, too. */
static void
write_entries (const Writer *self, JsonObject *schema)
{
  JsonObject *items = json_object_new ();
  JsonObject *definitions = json_object_new ();
  JsonArray *all = json_array_new ();

  json_array_add_object_element (all, reference (self, self->file, ter_shape_entry.name));
  json_object_set_object_member (definitions, ter_shape_entry.name, object_schema (self, &ter_shape_entry));
  for (const char *const *kind = ter_kind_list (); *kind != NULL; kind++)
    {
      const TerShape *shape = ter_kind_get_shape (*kind);
      g_autofree char *rule = g_strdup_printf ("{'if':{'type':'object','required':['kind'],'properties':{'kind':{'const':'%s'}}},"
                                               "'then':{'$ref':'#/$defs/%s'}}",
                                               *kind, *kind);

      if (shape->members == NULL)
        continue;
      json_array_add_object_element (all, parse (rule));
      json_object_set_object_member (definitions, *kind, object_schema (self, shape));
    }
  json_object_set_array_member (items, "allOf", all);
  json_object_set_string_member (schema, "type", "array");
  json_object_set_object_member (schema, "items", items);
  add_parts (self, schema, definitions);
}

static const struct
{
  const char *title;
  const char *description;
  void (*write) (const Writer *self, JsonObject *schema);
} files[] = {
  { "Parts of several schemas",
    "What ids, texts, dates, paths and references look like. territoires-pack uses the very same patterns.", write_common },
  { "The manifest of a Territoires pack, format 1", "A Data Package (https://datapackage.org/) with sections, entries and figures.",
    write_manifest },
  { "Entries",
    "What a pack tells: an object for each theme, document, webinar… What the members of a kind are follows from its name.",
    write_entries },
  { "A figure of a dashboard", "A title, what one sees, who was asked, and a Vega-Lite specification over a table of the pack.",
    write_figure },
  { "Icons that a section may have",
    "Symbolic icons that every desktop with GTK 4 has, and four that come with the app. Another name is shown as a plain folder.",
    write_icons },
  { "Vocabularies", "The words with which entries are tagged.", write_vocabularies },
};

static const char *const names[] = { "common", "datapackage", "entries", "figure", "icons", "vocabularies", NULL };
G_STATIC_ASSERT (G_N_ELEMENTS (names) == G_N_ELEMENTS (files) + 1);

const char *const *
ter_schema_list (void)
{
  return names;
}

/* (transfer full): as the files of the pack are written: json-glib puts a space before each colon. */
static char *
print (JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autofree char *text = json_to_string (node, TRUE);
  g_autoptr (GRegex) colon = g_regex_new ("^( *\"[^\"]*\") : ", G_REGEX_MULTILINE, 0, NULL);
  g_autofree char *close = g_regex_replace (colon, text, -1, 0, "\\1: ", 0, NULL);

  return g_strconcat (close, "\n", NULL);
}

char *
ter_schema_dup_text (const char *name)
{
  g_autoptr (JsonObject) schema = NULL;
  g_autofree char *id = NULL;
  Writer writer = { name };
  guint i = 0;

  g_return_val_if_fail (name != NULL, NULL);

  while (names[i] != NULL && !g_str_equal (names[i], name))
    i++;
  if (names[i] == NULL)
    return NULL;
  schema = json_object_new ();
  id = g_strconcat (BASE, name, ".json", NULL);
  json_object_set_string_member (schema, "$schema", "https://json-schema.org/draft/2020-12/schema");
  json_object_set_string_member (schema, "$id", id);
  json_object_set_string_member (schema, "title", files[i].title);
  json_object_set_string_member (schema, "description", files[i].description);
  files[i].write (&writer, schema);
  return print (schema);
}
