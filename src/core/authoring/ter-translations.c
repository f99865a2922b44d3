/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-translations.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-check-private.h"
#include "ter-hash.h"
#include "ter-json-edit.h"
#include "ter-json.h"
#include "ter-kind.h"
#include "ter-limits.h"
#include "ter-manifest-refresh.h"
#include "ter-manifest.h"
#include "ter-safe-file.h"

/* ---- All places of a pack that can be translated ---- */

typedef struct
{
  const char *file;
  TerJsonEdit *edit;
  JsonObject *object;
  const char *member;  /* its name in the default language */
  const char *pointer; /* its own */
  gboolean list;
  gboolean path; /* a file's path: there is no source */
  const char *source;
  const char *translation; /* nullable */
} Place;

typedef void (*PlaceFunc) (const Place *place, gpointer user_data);

typedef struct
{
  const char *language;
  PlaceFunc func;
  gpointer user_data;
  const char *file;
  TerJsonEdit *edit;
} Walk;

/* (transfer full) (nullable): a text, or the texts of an array, a line each; without line breaks around it, which gettext wants to
 * agree in source and translation. */
static char *
dup_text (JsonNode *node)
{
  JsonArray *array = ter_json_node_array (node);
  GString *lines;
  const char *text = ter_json_node_string (node);
  gsize length;

  if (text != NULL)
    {
      text += strspn (text, "\n");
      length = strlen (text);
      while (length > 0 && text[length - 1] == '\n')
        length--;
      return g_strndup (text, length);
    }
  if (array == NULL)
    return NULL;
  lines = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "",
                            ter_json_array_string (array, i) != NULL ? ter_json_array_string (array, i) : "");
  return g_string_free_and_steal (lines);
}

static void
member_cb (JsonObject *object, const char *name, const char *language, const TerMember *member, JsonNode *node, const char *pointer,
           gpointer user_data)
{
  Walk *walk = user_data;
  g_autofree char *translated = g_strconcat (name, "@", walk->language, NULL);
  g_autofree char *source = dup_text (node);
  g_autofree char *translation = dup_text (json_object_get_member (object, translated));
  Place place = { walk->file, walk->edit, object, name, pointer };

  if (!(member->flags & TER_MEMBER_LOCALISED) || language != NULL || source == NULL || *source == '\0')
    return;
  place.list = JSON_NODE_HOLDS_ARRAY (node);
  place.path = member->type == TER_VALUE_TEXT_FILE;
  place.source = source;
  place.translation = translation;
  walk->func (&place, walk->user_data);
}

static void
walk_object (Walk *walk, JsonObject *object, const TerShape *shape, GString *pointer)
{
  ter_shape_walk (object, shape, pointer, member_cb, walk);
}

/* @role: "entries" or "vocabularies" */
static void
walk_records (Walk *walk, const char *role)
{
  JsonArray *records = ter_json_node_array (ter_json_edit_get_root (walk->edit));
  GString *pointer = g_string_new (NULL);

  for (guint i = 0; i < ter_json_array_length (records); i++)
    {
      JsonObject *record = ter_json_array_object (records, i);
      const TerShape *shape = &ter_shape_vocabulary;

      g_string_printf (pointer, "/%u", i);
      if (record != NULL && g_str_equal (role, "entries"))
        shape = ter_kind_get_shape (ter_json_get_string (record, "kind"));
      if (record != NULL)
        walk_object (walk, record, shape, pointer);
    }
  g_string_free (pointer, TRUE);
}

/* An open file of the pack. */
typedef struct
{
  char *path;
  char *role;
  TerJsonEdit *edit;
} OpenFile;

static void
open_file_free (gpointer data)
{
  OpenFile *file = data;

  g_free (file->path);
  g_free (file->role);
  ter_json_edit_free (file->edit);
  g_free (file);
}

static void
add_open_file (GPtrArray *files, const char *path, const char *role, TerJsonEdit *edit)
{
  OpenFile *file = g_new0 (OpenFile, 1);

  file->path = g_strdup (path);
  file->role = g_strdup (role);
  file->edit = edit;
  g_ptr_array_add (files, file);
}

static gboolean
open_resource (GPtrArray *files, GFile *pack, JsonObject *resource, GCancellable *cancellable, GError **error)
{
  const char *path = ter_json_get_string (resource, "path");
  const char *role = ter_check_role (resource);
  g_autoptr (GBytes) bytes = NULL;
  TerJsonEdit *edit;

  if (path == NULL || !ter_value_matches (TER_VALUE_PATH, path) ||
      (!g_str_equal (role, "entries") && !g_str_equal (role, "vocabularies")))
    return TRUE;
  bytes = ter_safe_file_load (pack, path, TER_LIMIT_JSON_BYTES, cancellable, error);
  if (bytes == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  edit = ter_json_edit_new (bytes, error);
  if (edit == NULL)
    {
      g_prefix_error (error, "%s:", path);
      return FALSE;
    }
  add_open_file (files, path, role, edit);
  return TRUE;
}

/* (transfer full) (nullable) (element-type OpenFile): all files with texts, the manifest first. */
static GPtrArray *
open_files (GFile *pack, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (open_file_free);
  g_autoptr (GBytes) manifest = ter_manifest_load (pack, cancellable, error);
  TerJsonEdit *edit = manifest != NULL ? ter_manifest_edit (manifest, error) : NULL;
  JsonArray *resources;

  if (edit == NULL)
    return NULL;
  add_open_file (files, TER_PACK_MANIFEST, "manifest", edit);
  resources = ter_json_get_array (json_node_get_object (ter_json_edit_get_root (edit)), "resources");
  for (guint i = 0; i < ter_json_array_length (resources); i++)
    if (!open_resource (files, pack, ter_json_array_object (resources, i), cancellable, error))
      return NULL;
  return g_steal_pointer (&files);
}

static JsonObject *
get_manifest (GPtrArray *files)
{
  OpenFile *first = g_ptr_array_index (files, 0);

  return json_node_get_object (ter_json_edit_get_root (first->edit));
}

static void
foreach_place (GPtrArray *files, const char *language, PlaceFunc func, gpointer user_data)
{
  Walk walk = { language, func, user_data };

  for (guint i = 0; i < files->len; i++)
    {
      OpenFile *file = g_ptr_array_index (files, i);

      walk.file = file->path;
      walk.edit = file->edit;
      if (i == 0)
        {
          GString *pointer = g_string_new (NULL);

          walk_object (&walk, get_manifest (files), &ter_shape_manifest, pointer);
          g_string_free (pointer, TRUE);
        }
      else
        walk_records (&walk, file->role);
    }
}

/* ---- Out ---- */

void
ter_translations_free (TerTranslations *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->messages);
  g_free (self->project);
  g_free (self);
}

static void
extract_cb (const Place *place, gpointer user_data)
{
  TerTranslations *self = user_data;
  g_autofree char *context = g_strconcat (place->file, "#", place->pointer, NULL);

  if (!place->path)
    g_ptr_array_add (self->messages, ter_po_message_new (context, place->source, place->translation));
  else if (place->translation == NULL)
    self->n_paths++;
}

static gboolean
check_language (GPtrArray *files, const char *language, GError **error)
{
  JsonArray *languages = ter_json_get_array (get_manifest (files), "languages");

  if (!ter_value_matches (TER_VALUE_LANGUAGE, language))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” is no language tag such as en or pt-BR"), language);
  else if (g_strcmp0 (ter_json_array_string (languages, 0), language) == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 _ ("“%s” is the pack’s own language: choose the one to translate into"), language);
  else
    return TRUE;
  return FALSE;
}

/* The kind of place: what stands behind the last "/", so that a title is never taken for a summary. */
static char *
dup_key (const TerPoMessage *message)
{
  const char *slash = strrchr (message->context, '/');

  return g_strconcat (slash != NULL ? slash + 1 : "", "\n", message->source, NULL);
}

/* (transfer full): key → the only message that has it, or %NULL when several have. Both borrowed from @messages, but for the keys. */
static GHashTable *
index_by_source (GPtrArray *messages, gboolean translated)
{
  GHashTable *index = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);

  for (guint i = 0; i < messages->len; i++)
    {
      TerPoMessage *message = g_ptr_array_index (messages, i);
      g_autofree char *key = dup_key (message);

      if ((*message->translation != '\0') != translated)
        continue;
      if (g_hash_table_contains (index, key))
        g_hash_table_replace (index, g_steal_pointer (&key), NULL);
      else
        g_hash_table_insert (index, g_steal_pointer (&key), message);
    }
  return index;
}

static GHashTable *
index_by_context (GPtrArray *messages)
{
  GHashTable *index = g_hash_table_new (ter_hash_text, g_str_equal);

  for (guint i = 0; i < messages->len; i++)
    {
      TerPoMessage *message = g_ptr_array_index (messages, i);

      g_hash_table_insert (index, message->context, message);
    }
  return index;
}

/* What the earlier file knows of @message. */
static void
remember (TerPoMessage *message, GHashTable *by_context, GHashTable *by_source)
{
  g_autofree char *key = dup_key (message);
  TerPoMessage *here = g_hash_table_lookup (by_context, message->context);
  TerPoMessage *same = here != NULL && g_str_equal (here->source, message->source) ? here : g_hash_table_lookup (by_source, key);

  if (same != NULL)
    {
      /* Translated, and not merged yet; or still to be looked at. */
      if (*message->translation == '\0' && *same->translation != '\0')
        {
          g_free (message->translation);
          message->translation = g_strdup (same->translation);
          message->fuzzy = same->fuzzy;
        }
      else if (g_str_equal (message->translation, same->translation))
        message->fuzzy = same->fuzzy;
      return;
    }
  if (here == NULL || *here->translation == '\0')
    return;
  /* The source has changed since: the translation may not suit it any more. */
  if (*message->translation == '\0')
    {
      g_free (message->translation);
      message->translation = g_strdup (here->translation);
    }
  if (g_str_equal (message->translation, here->translation))
    {
      message->fuzzy = TRUE;
      message->previous = g_strdup (here->source);
    }
}

TerTranslations *
ter_translations_extract (GFile *pack, const char *language, GPtrArray *before, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) files = NULL;
  TerTranslations *self;
  const char *name, *version;

  g_return_val_if_fail (G_IS_FILE (pack), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  files = open_files (pack, cancellable, error);
  if (files == NULL || !check_language (files, language, error))
    return NULL;
  self = g_new0 (TerTranslations, 1);
  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) ter_po_message_free);
  name = ter_json_get_string (get_manifest (files), "name");
  version = ter_json_get_string (get_manifest (files), "version");
  self->project = g_strdup_printf ("%s %s", name != NULL ? name : "", version != NULL ? version : "");
  foreach_place (files, language, extract_cb, self);
  if (before != NULL)
    {
      g_autoptr (GHashTable) by_context = index_by_context (before);
      g_autoptr (GHashTable) by_source = index_by_source (before, TRUE);

      for (guint i = 0; i < self->messages->len; i++)
        remember (g_ptr_array_index (self->messages, i), by_context, by_source);
    }
  for (guint i = 0; i < self->messages->len; i++)
    {
      TerPoMessage *message = g_ptr_array_index (self->messages, i);

      self->n_missing += *message->translation == '\0';
      self->n_fuzzy += message->fuzzy;
    }
  return self;
}

/* ---- In ---- */

typedef struct
{
  const char *language;
  GHashTable *wanted; /* context → translation */
  TerTranslationsMerge *result;
} Merge;

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (; *text != '\0'; text++)
    n += *text == '\n';
  return n;
}

/* (transfer full): @text with the line breaks around it that @before has. */
static JsonNode *
make_node (const Place *place, const char *text, const char *before)
{
  JsonNode *node;

  if (place->list)
    {
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      JsonArray *array = json_array_new ();

      for (guint i = 0; lines[i] != NULL; i++)
        json_array_add_string_element (array, lines[i]);
      node = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (node, array);
      return node;
    }
  {
    const char *model = before != NULL ? before : ter_json_get_string (place->object, place->member);
    gsize head = strspn (model, "\n"), length = strlen (model), tail = 0;
    g_autofree char *whole = NULL;

    while (tail + head < length && model[length - 1 - tail] == '\n')
      tail++;
    whole = g_strdup_printf ("%.*s%s%s", (int) head, model, text, model + length - tail);
    node = json_node_new (JSON_NODE_VALUE);
    json_node_set_string (node, whole);
    return node;
  }
}

static void
merge_cb (const Place *place, gpointer user_data)
{
  Merge *merge = user_data;
  g_autofree char *context = g_strconcat (place->file, "#", place->pointer, NULL);
  const char *wanted = g_hash_table_lookup (merge->wanted, context);
  g_autofree char *member = g_strconcat (place->member, "@", merge->language, NULL);
  g_autofree char *translated = g_strconcat (place->pointer, "@", merge->language, NULL);
  g_autoptr (JsonNode) node = NULL;

  if (wanted == NULL || place->path)
    return;
  if (place->list && count_lines (wanted) != count_lines (place->source))
    {
      merge->result->n_lost++;
      return;
    }
  if (g_strcmp0 (wanted, place->translation) == 0)
    {
      merge->result->n_same++;
      return;
    }
  node = make_node (place, wanted, ter_json_get_string (place->object, member));
  if (ter_json_edit_has (place->edit, translated))
    ter_json_edit_replace_node (place->edit, translated, node);
  else
    {
      g_autofree char *object = g_strndup (place->pointer, strrchr (place->pointer, '/') - place->pointer);

      ter_json_edit_insert (place->edit, object, place->member, member, node);
    }
  merge->result->n_written++;
}

/* (transfer full): context → translation, for the messages that have a place in the pack. */
static GHashTable *
find_places (GPtrArray *messages, GPtrArray *places, TerTranslationsMerge *result)
{
  GHashTable *wanted = g_hash_table_new (ter_hash_text, g_str_equal);
  g_autoptr (GHashTable) by_context = index_by_context (places);
  g_autoptr (GHashTable) by_source = index_by_source (places, FALSE);

  for (guint i = 0; i < messages->len; i++)
    {
      TerPoMessage *message = g_ptr_array_index (messages, i);
      g_autofree char *key = dup_key (message);
      TerPoMessage *place = g_hash_table_lookup (by_context, message->context);

      if (*message->translation == '\0')
        continue;
      if (message->fuzzy)
        {
          result->n_fuzzy++;
          continue;
        }
      if (place == NULL || !g_str_equal (place->source, message->source))
        place = g_hash_table_lookup (by_source, key);
      if (place != NULL)
        g_hash_table_insert (wanted, place->context, message->translation);
      else
        result->n_lost++;
    }
  return wanted;
}

static void
add_language (GPtrArray *files, const char *language, TerTranslationsMerge *result)
{
  OpenFile *manifest = g_ptr_array_index (files, 0);
  g_auto (GStrv) languages = ter_json_dup_strv (get_manifest (files), "languages");
  g_autoptr (JsonNode) node = NULL;

  if (result->n_written == 0 || g_strv_contains ((const char *const *) languages, language) ||
      ter_json_get_array (get_manifest (files), "languages") == NULL)
    return;
  node = json_node_new (JSON_NODE_VALUE);
  json_node_set_string (node, language);
  ter_json_edit_append (manifest->edit, "/languages", node);
  result->language_added = TRUE;
}

static gboolean
write_files (GFile *pack, GPtrArray *files, TerTranslationsMerge *result, GError **error)
{
  for (guint i = 0; i < files->len; i++)
    {
      OpenFile *file = g_ptr_array_index (files, i);
      g_autoptr (GFile) target = g_file_resolve_relative_path (pack, file->path);
      g_autoptr (GBytes) bytes = NULL;

      if (!ter_json_edit_is_changed (file->edit))
        continue;
      bytes = ter_json_edit_apply (file->edit);
      if (!ter_manifest_replace_file (target, bytes, error))
        return FALSE;
      result->n_files++;
    }
  return TRUE;
}

gboolean
ter_translations_merge (GFile *pack, const char *language, GPtrArray *messages, TerTranslationsMerge *result,
                        GCancellable *cancellable, GError **error)
{
  g_autoptr (TerTranslations) places = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GHashTable) wanted = NULL;
  g_autoptr (TerManifestRefresh) refresh = NULL;
  Merge merge = { language, NULL, result };

  g_return_val_if_fail (G_IS_FILE (pack), FALSE);
  g_return_val_if_fail (language != NULL && messages != NULL && result != NULL, FALSE);

  *result = (TerTranslationsMerge) { .is_signed = ter_manifest_is_signed (pack) };
  places = ter_translations_extract (pack, language, NULL, cancellable, error);
  files = places != NULL ? open_files (pack, cancellable, error) : NULL;
  if (files == NULL)
    return FALSE;
  wanted = find_places (messages, places->messages, result);
  merge.wanted = wanted;
  foreach_place (files, language, merge_cb, &merge);
  add_language (files, language, result);
  if (!write_files (pack, files, result, error))
    return FALSE;
  if (result->n_files == 0)
    return TRUE;
  refresh = ter_manifest_refresh (pack, FALSE, cancellable, error);
  return refresh != NULL && (!refresh->changed || ter_manifest_write (pack, refresh->manifest, error));
}
