/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-entry.h"

#include "ter-json.h"
#include "ter-kind.h"
#include "ter-limits.h"
#include "ter-localized.h"
#include "ter-pack-private.h"

struct _TerEntry
{
  GObject parent_instance;
  TerPack *pack;
  JsonObject *object;
  const char *id;
  const char *title;
  const char *summary;
  GStrv tags;
  GStrv territories;
  GStrv related;
  GPtrArray *sources;
  GPtrArray *links;
  gboolean falls_back;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_TITLE,
  PROP_SUMMARY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TerEntry, ter_entry, G_TYPE_OBJECT)

static void
source_free (gpointer data)
{
  TerEntrySource *source = data;

  g_free (source->title);
  g_free (source->url);
  g_free (source->date);
  g_free (source->note);
  g_free (source);
}

static void
link_free (gpointer data)
{
  TerLink *link = data;

  g_free (link->title);
  g_free (link->uri);
  g_free (link);
}

static void
read_sources (TerEntry *self)
{
  JsonArray *array = ter_json_get_array (self->object, "sources");

  for (guint i = 0; i < ter_json_array_length (array); i++)
    {
      JsonObject *object = ter_json_array_object (array, i);
      const char *title = ter_entry_get_text (self, object, "title");
      TerEntrySource *source;

      if (title == NULL)
        continue;
      source = g_new0 (TerEntrySource, 1);
      source->title = g_strdup (title);
      source->url = g_strdup (ter_json_get_string (object, "url"));
      source->date = g_strdup (ter_json_get_string (object, "date"));
      source->note = g_strdup (ter_entry_get_text (self, object, "note"));
      g_ptr_array_add (self->sources, source);
    }
}

/* (transfer full) (nullable): where a link leads. */
static char *
dup_uri (JsonObject *object)
{
  const char *url = ter_json_get_string (object, "url");
  const char *entry = ter_json_get_string (object, "entry");
  const char *section = ter_json_get_string (object, "section");

  if (url != NULL)
    return g_strdup (url);
  if (entry != NULL)
    return g_strconcat ("entry:", entry, NULL);
  if (section != NULL)
    return g_strconcat ("section:", section, NULL);
  return NULL;
}

static void
read_links (TerEntry *self)
{
  JsonArray *array = ter_json_get_array (self->object, "links");

  for (guint i = 0; i < ter_json_array_length (array); i++)
    {
      JsonObject *object = ter_json_array_object (array, i);
      const char *title = ter_entry_get_text (self, object, "title");
      g_autofree char *uri = dup_uri (object);
      TerLink *link;

      if (uri == NULL)
        continue;
      link = g_new0 (TerLink, 1);
      link->title = g_strdup (title != NULL ? title : uri);
      link->uri = g_steal_pointer (&uri);
      g_ptr_array_add (self->links, link);
    }
}

/* The body: a member of this language first, then of the default one. @falls_back: (out) (optional) */
static const char *
find_body (TerEntry *self, gboolean *is_path, gboolean *falls_back)
{
  gboolean body_falls_back = FALSE, path_falls_back = FALSE;
  const char *language = ter_pack_get_lookup_language (self->pack);
  const char *body = ter_localized_get (self->object, "body", language, &body_falls_back);
  const char *path = ter_localized_get (self->object, "bodyPath", language, &path_falls_back);

  *is_path = path != NULL && (body == NULL || (body_falls_back && !path_falls_back));
  if (falls_back != NULL && (*is_path ? path_falls_back : body_falls_back))
    *falls_back = TRUE;
  return *is_path ? path : body;
}

/* Long texts of its kind that are in the default language only; the body's is told by find_body(). */
static void
look_for_translation_cb (JsonObject *object, const char *name, const char *language, const TerMember *member, JsonNode *node,
                         const char *pointer, gpointer user_data)
{
  TerEntry *self = user_data;

  if (member->type == TER_VALUE_COMMONMARK && language == NULL && !g_str_equal (name, "body"))
    ter_localized_get (object, name, ter_pack_get_lookup_language (self->pack), &self->falls_back);
}

static void
look_for_translations (TerEntry *self)
{
  GString *pointer;

  if (ter_pack_get_lookup_language (self->pack) == NULL)
    return;
  pointer = g_string_new (NULL);
  ter_shape_walk (self->object, ter_kind_get_shape (ter_entry_get_kind (self)), pointer, look_for_translation_cb, self);
  g_string_free (pointer, TRUE);
}

static void
ter_entry_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  TerEntry *self = TER_ENTRY (object);

  switch (property_id)
    {
    case PROP_ID: g_value_set_string (value, self->id); break;
    case PROP_TITLE: g_value_set_string (value, self->title); break;
    case PROP_SUMMARY: g_value_set_string (value, self->summary); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ter_entry_finalize (GObject *object)
{
  TerEntry *self = TER_ENTRY (object);

  g_strfreev (self->tags);
  g_strfreev (self->territories);
  g_strfreev (self->related);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->links);
  g_clear_pointer (&self->object, json_object_unref);
  g_clear_object (&self->pack);
  G_OBJECT_CLASS (ter_entry_parent_class)->finalize (object);
}

static void
ter_entry_class_init (TerEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ter_entry_finalize;
  object_class->get_property = ter_entry_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ter_entry_init (TerEntry *self)
{
  self->sources = g_ptr_array_new_with_free_func (source_free);
  self->links = g_ptr_array_new_with_free_func (link_free);
}

/**
 * ter_entry_new:
 * @object: the entry as its pack holds it; must not change any more
 *
 * Lenient: what is missing or of another type counts as absent. Any thread.
 */
TerEntry *
ter_entry_new (TerPack *pack, JsonObject *object)
{
  TerEntry *self;
  const char *language;
  gboolean is_path;

  g_return_val_if_fail (TER_IS_PACK (pack), NULL);
  g_return_val_if_fail (object != NULL, NULL);

  self = g_object_new (TER_TYPE_ENTRY, NULL);
  self->pack = g_object_ref (pack);
  self->object = json_object_ref (object);
  language = ter_pack_get_lookup_language (pack);
  self->id = ter_json_get_string (object, "id");
  if (self->id == NULL)
    self->id = "";
  self->title = ter_localized_get (object, "title", language, &self->falls_back);
  if (self->title == NULL)
    self->title = self->id;
  self->summary = ter_localized_get (object, "summary", language, &self->falls_back);
  if (self->summary == NULL)
    self->summary = "";
  find_body (self, &is_path, &self->falls_back);
  self->tags = ter_json_dup_strv (object, "tags");
  self->territories = ter_json_dup_strv (object, "territories");
  self->related = ter_json_dup_strv (object, "related");
  read_sources (self);
  read_links (self);
  return self;
}

TerPack *
ter_entry_get_pack (TerEntry *self)
{
  g_return_val_if_fail (TER_IS_ENTRY (self), NULL);

  return self->pack;
}

const char *
ter_entry_get_id (TerEntry *self)
{
  g_return_val_if_fail (TER_IS_ENTRY (self), NULL);

  return self->id;
}

const char *
ter_entry_get_kind (TerEntry *self)
{
  const char *kind;

  g_return_val_if_fail (TER_IS_ENTRY (self), NULL);

  kind = ter_json_get_string (self->object, "kind");
  return kind != NULL ? kind : "";
}

const char *
ter_entry_get_title (TerEntry *self)
{
  g_return_val_if_fail (TER_IS_ENTRY (self), NULL);

  return self->title;
}

const char *
ter_entry_get_summary (TerEntry *self)
{
  g_return_val_if_fail (TER_IS_ENTRY (self), NULL);

  return self->summary;
}

const char *
ter_entry_get_date (TerEntry *self)
{
  g_return_val_if_fail (TER_IS_ENTRY (self), NULL);

  return ter_json_get_string (self->object, "date");
}

const char *
ter_entry_get_updated (TerEntry *self)
{
  g_return_val_if_fail (TER_IS_ENTRY (self), NULL);

  return ter_json_get_string (self->object, "updated");
}

const char *
ter_entry_get_notice (TerEntry *self)
{
  g_return_val_if_fail (TER_IS_ENTRY (self), NULL);

  return ter_entry_get_text (self, self->object, "notice");
}

const TerTerm *
ter_entry_get_confidence (TerEntry *self)
{
  g_autofree char *tag = NULL;
  const char *term;

  g_return_val_if_fail (TER_IS_ENTRY (self), NULL);

  term = ter_json_get_string (self->object, "confidence");
  if (term == NULL)
    return NULL;
  tag = g_strconcat ("confidence:", term, NULL);
  return ter_pack_find_term (self->pack, tag);
}

gboolean
ter_entry_falls_back (TerEntry *self)
{
  g_return_val_if_fail (TER_IS_ENTRY (self), FALSE);

  /* Asked by a page, not by the rows of a list: these need no walk through the whole entry. */
  if (!self->falls_back)
    look_for_translations (self);
  return self->falls_back;
}

char *
ter_entry_dup_body (TerEntry *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *body;
  gboolean is_path;
  gsize length;

  g_return_val_if_fail (TER_IS_ENTRY (self), NULL);

  body = find_body (self, &is_path, NULL);
  if (body == NULL || !is_path)
    return g_strdup (body);

  bytes = ter_pack_files_load (ter_pack_get_files (self->pack), body, TER_LIMIT_TEXT_BYTES, NULL, error);
  if (bytes == NULL)
    return NULL;
  body = g_bytes_get_data (bytes, &length);
  return g_utf8_make_valid (body != NULL ? body : "", length);
}

const char *const *
ter_entry_get_tags (TerEntry *self)
{
  g_return_val_if_fail (TER_IS_ENTRY (self), NULL);

  return (const char *const *) self->tags;
}

const char *const *
ter_entry_get_territories (TerEntry *self)
{
  g_return_val_if_fail (TER_IS_ENTRY (self), NULL);

  return (const char *const *) self->territories;
}

const char *const *
ter_entry_get_related (TerEntry *self)
{
  g_return_val_if_fail (TER_IS_ENTRY (self), NULL);

  return (const char *const *) self->related;
}

GPtrArray *
ter_entry_get_sources (TerEntry *self)
{
  g_return_val_if_fail (TER_IS_ENTRY (self), NULL);

  return self->sources;
}

GPtrArray *
ter_entry_get_links (TerEntry *self)
{
  g_return_val_if_fail (TER_IS_ENTRY (self), NULL);

  return self->links;
}

JsonObject *
ter_entry_get_object (TerEntry *self)
{
  g_return_val_if_fail (TER_IS_ENTRY (self), NULL);

  return self->object;
}

const char *
ter_entry_get_text (TerEntry *self, JsonObject *object, const char *member)
{
  g_return_val_if_fail (TER_IS_ENTRY (self), NULL);
  g_return_val_if_fail (member != NULL, NULL);

  return ter_localized_get (object, member, ter_pack_get_lookup_language (self->pack), NULL);
}
