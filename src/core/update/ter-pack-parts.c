/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-hash.h"
#include "ter-pack-parts-private.h"

#include <string.h>
#include <unistd.h>

#include "ter-entry.h"
#include "ter-json.h"
#include "ter-kind.h"
#include "ter-limits.h"
#include "ter-localized.h"
#include "ter-pack-private.h"
#include "ter-pack-reader.h"
#include "ter-sha256.h"

typedef struct
{
  GArray *items;     /* of TerPartsItem */
  GHashTable *index; /* id → 1 + its place in @items */
} List;

struct _TerPackParts
{
  TerPack *pack;
  const char *language;  /* nullable: the one to look members up in */
  GStringChunk *strings; /* all of the items' */
  GArray *digests;       /* of TerDigest */
  GArray *moments;       /* of TerMoment */
  List lists[TER_N_PARTS_LISTS];
  GHashTable *hashes; /* path → its SHA-256, "" when it cannot be read */
  GHashTable *owned;  /* paths of files that are told with an entry */

  /* While an item is made: what its parts say, to be hashed. */
  GString *buffers[TER_N_PARTS];
  GChecksum *sum;
  GCancellable *cancellable;
};

/* Which part a member tells; those that are not here are TER_PART_OTHER. */
static const struct
{
  const char *member;
  TerPart part;
} parts_of_members[] = {
  { "actors", TER_PART_ACTORS },
  { "agenda", TER_PART_AGENDA },
  { "archive", TER_PART_ARCHIVE },
  { "author", TER_PART_AUTHOR },
  { "body", TER_PART_TEXT },
  { "bodyPath", TER_PART_TEXT },
  { "color", TER_PART_APPEARANCE },
  { "confidence", TER_PART_CONFIDENCE },
  { "contact", TER_PART_CONTACT },
  { "contributors", TER_PART_PUBLISHER },
  { "date", TER_PART_DATES },
  { "description", TER_PART_DESCRIPTION },
  { "difficulty", TER_PART_TEXT },
  { "documentType", TER_PART_DOCUMENT_TYPE },
  { "documents", TER_PART_DOCUMENTS },
  { "end", TER_PART_DATES },
  { "figures", TER_PART_FIGURES },
  { "files", TER_PART_FILES },
  { "filters", TER_PART_CONTENTS },
  { "groups", TER_PART_FIGURES },
  { "home", TER_PART_CONTENTS },
  { "homepage", TER_PART_ADDRESS },
  { "how", TER_PART_TEXT },
  { "icon", TER_PART_APPEARANCE },
  { "keyFigures", TER_PART_KEY_FIGURES },
  { "keywords", TER_PART_TAGS },
  { "languages", TER_PART_LANGUAGES },
  { "license", TER_PART_LICENCE },
  { "licenses", TER_PART_LICENCE },
  { "links", TER_PART_LINKS },
  { "means", TER_PART_TEXT },
  { "need", TER_PART_TEXT },
  { "notice", TER_PART_NOTICE },
  { "picture", TER_PART_PICTURE },
  { "place", TER_PART_PLACE },
  { "registration", TER_PART_REGISTRATION },
  { "related", TER_PART_RELATED },
  { "replay", TER_PART_REPLAY },
  { "resources", TER_PART_RESOURCES },
  { "result", TER_PART_RESULT },
  { "role", TER_PART_ROLE },
  { "schema", TER_PART_COLUMNS },
  { "show", TER_PART_CONTENTS },
  { "sources", TER_PART_SOURCES },
  { "speakers", TER_PART_SPEAKERS },
  { "start", TER_PART_DATES },
  { "state", TER_PART_STATE },
  { "status", TER_PART_STATUS },
  { "summary", TER_PART_SUMMARY },
  { "tags", TER_PART_TAGS },
  { "targets", TER_PART_TARGETS },
  { "terms", TER_PART_TERMS },
  { "territories", TER_PART_TERRITORIES },
  { "timezone", TER_PART_DATES },
  { "title", TER_PART_TITLE },
  { "transpose", TER_PART_TEXT },
  { "url", TER_PART_ADDRESS },
  { "view", TER_PART_APPEARANCE },
  { "vintage", TER_PART_DATES },
};

/* Members that say nothing to the reader, or that are told in another way. */
static const char *const members_of_pack[] = { "$schema", "format", "name", "version", "created", "sections", "resources", NULL };
static const char *const members_of_entry[] = { "id", "kind", "updated", NULL };
static const char *const members_of_webinar[] = { "id", "kind", "updated", "start", "end", "timezone", "status", NULL };
static const char *const members_of_file[] = { "name", "path", "role", "bytes", "hash", NULL };

/* ---- Canonical bytes ---- */

/* Appends @node so that two values have the same bytes only when they mean the same: members in the order of their names, numbers
 * by their value, every text after its length. The scanner has bounded the depth. */
static void
append_value (GString *bytes, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) names = g_list_sort (json_object_get_members (object), (GCompareFunc) strcmp);

      g_string_append_c (bytes, '{');
      for (GList *l = names; l != NULL; l = l->next)
        {
          g_string_append_printf (bytes, "%zu:%s", strlen (l->data), (const char *) l->data);
          append_value (bytes, json_object_get_member (object, l->data));
        }
      g_string_append_c (bytes, '}');
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      g_string_append_c (bytes, '[');
      for (guint i = 0; i < json_array_get_length (array); i++)
        append_value (bytes, json_array_get_element (array, i));
      g_string_append_c (bytes, ']');
    }
  else if (ter_json_node_string (node) != NULL)
    g_string_append_printf (bytes, "\"%zu:%s", strlen (ter_json_node_string (node)), ter_json_node_string (node));
  else if (ter_json_node_is_number (node))
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (bytes, "#%s;", g_ascii_dtostr (number, sizeof number, json_node_get_double (node)));
    }
  else
    g_string_append_c (bytes, JSON_NODE_HOLDS_NULL (node) ? '0' : json_node_get_boolean (node) ? '+' : '-');
}

/* ---- Files ---- */

/* A file that is missing or cannot be read has no hash: it differs from any that can. */
static const char *
get_hash (TerPackParts *self, const char *path)
{
  const char *known = ter_pack_files_get_sha256 (ter_pack_get_files (self->pack), path);
  char *hash;
  guint64 size;
  int fd;

  if (known != NULL || (known = g_hash_table_lookup (self->hashes, path)) != NULL)
    return known;
  fd = ter_pack_files_open (ter_pack_get_files (self->pack), path, NULL);
  hash = fd >= 0 ? ter_sha256_of_fd (fd, TER_LIMIT_PACK_BYTES, &size, self->cancellable, NULL) : NULL;
  if (fd >= 0)
    close (fd);
  if (hash == NULL)
    hash = g_strdup ("");
  g_hash_table_insert (self->hashes, g_strdup (path), hash);
  return hash;
}

/* The file counts as the content of what names it, and is not told on its own. */
static void
append_file (TerPackParts *self, GString *bytes, const char *path)
{
  JsonObject *resource = path != NULL ? ter_pack_find_resource (self->pack, path) : NULL;

  if (resource == NULL || g_strcmp0 (ter_json_get_string (resource, "path"), path) != 0)
    return;
  g_string_append (bytes, get_hash (self, path));
  g_hash_table_add (self->owned, g_strdup (path));
}

/* The files that a member of an entry names: "bodyPath", "picture": {"path"}, "files" and "resources": [{"path"}] */
static void
append_files (TerPackParts *self, GString *bytes, const char *member, JsonNode *node)
{
  JsonArray *array = ter_json_node_array (node);

  if (g_str_equal (member, "bodyPath"))
    append_file (self, bytes, ter_json_node_string (node));
  else if (g_str_equal (member, "picture"))
    append_file (self, bytes, ter_json_get_string (ter_json_node_object (node), "path"));
  else if (g_str_equal (member, "files") || g_str_equal (member, "resources"))
    for (guint i = 0; i < ter_json_array_length (array); i++)
      append_file (self, bytes, ter_json_get_string (ter_json_array_object (array, i), "path"));
}

/* ---- Items ---- */

static GString *
get_buffer (TerPackParts *self, TerPart part)
{
  if (self->buffers[part] == NULL)
    self->buffers[part] = g_string_new (NULL);
  return self->buffers[part];
}

static int
compare_names (const void *name, const void *row)
{
  return strcmp (name, *(const char *const *) row);
}

/* @base: the member's name without its language. What another language than the reader's says is told as a translation. */
static TerPart
get_part (TerPackParts *self, JsonObject *object, const char *name, const char *base)
{
  const char *language = strchr (name, '@');
  const struct
  {
    const char *member;
    TerPart part;
  } *row;

  if (language != NULL && g_strcmp0 (language + 1, self->language) != 0)
    return TER_PART_TRANSLATIONS;
  if (language == NULL && self->language != NULL)
    {
      g_autofree char *own = g_strconcat (name, "@", self->language, NULL);

      if (json_object_has_member (object, own))
        return TER_PART_TRANSLATIONS;
    }
  row = bsearch (base, parts_of_members, G_N_ELEMENTS (parts_of_members), sizeof parts_of_members[0], compare_names);
  return row != NULL ? row->part : TER_PART_OTHER;
}

static void
read_members (TerPackParts *self, JsonObject *object, const char *const *left_out, gboolean with_files)
{
  g_autoptr (GList) names = g_list_sort (json_object_get_members (object), (GCompareFunc) strcmp);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *name = l->data;
      g_autofree char *base = g_strndup (name, strcspn (name, "@"));
      JsonNode *node = json_object_get_member (object, name);
      GString *bytes;

      if (g_strv_contains (left_out, name))
        continue;
      bytes = get_buffer (self, get_part (self, object, name, base));
      g_string_append_printf (bytes, "%zu:%s", strlen (name), name);
      append_value (bytes, node);
      if (with_files)
        append_files (self, bytes, base, node);
    }
}

/* Empties the buffers. */
static void
add_digests (TerPackParts *self, TerPartsItem *item)
{
  item->digests = self->digests->len;
  for (guint part = 0; part < TER_N_PARTS; part++)
    {
      guint8 hash[32];
      gsize length = sizeof hash;
      TerDigest digest;

      if (self->buffers[part] == NULL || self->buffers[part]->len == 0)
        continue;
      g_checksum_reset (self->sum);
      g_checksum_update (self->sum, (const guchar *) self->buffers[part]->str, self->buffers[part]->len);
      g_checksum_get_digest (self->sum, hash, &length);
      memcpy (&digest, hash, sizeof digest);
      g_array_append_val (self->digests, digest);
      item->parts |= TER_PART_BIT (part);
      g_string_truncate (self->buffers[part], 0);
    }
}

static const char *
keep (TerPackParts *self, const char *text)
{
  return g_string_chunk_insert (self->strings, text);
}

/* Of two with the same id, the first one counts: the checker refuses the second. */
static void
add_item (TerPackParts *self, TerPartsList list, const char *id, const char *kind, const char *title, guint moment)
{
  TerPartsItem item = { .moment = moment };

  if (g_hash_table_contains (self->lists[list].index, id))
    {
      for (guint part = 0; part < TER_N_PARTS; part++)
        if (self->buffers[part] != NULL)
          g_string_truncate (self->buffers[part], 0);
      return;
    }
  g_string_assign (get_buffer (self, TER_PART_KIND), kind);
  item.id = keep (self, id);
  item.kind = g_string_chunk_insert_const (self->strings, kind);
  item.title = keep (self, title != NULL && *title != '\0' ? title : id);
  add_digests (self, &item);
  g_array_append_val (self->lists[list].items, item);
  g_hash_table_insert (self->lists[list].index, (gpointer) item.id, GUINT_TO_POINTER (self->lists[list].items->len));
}

static const char *
get_title (TerPackParts *self, JsonObject *object)
{
  return ter_localized_get (object, "title", self->language, NULL);
}

/* Returns 1 + its index. */
static guint
add_moment (TerPackParts *self, JsonObject *object)
{
  g_autoptr (TerEntry) entry = ter_entry_new (self->pack, object);
  g_autoptr (TerWebinar) webinar = ter_webinar_new (entry);
  const char *zone = ter_webinar_get_zone_name (webinar);
  TerMoment moment = {
    .start = *ter_webinar_get_start (webinar),
    .end = *ter_webinar_get_end (webinar),
    .zone = zone != NULL ? g_string_chunk_insert_const (self->strings, zone) : NULL,
    .status = ter_webinar_get_status (webinar),
  };

  if (moment.start.year == 0)
    return 0;
  g_array_append_val (self->moments, moment);
  return self->moments->len;
}

static gboolean
read_entry_cb (JsonObject *object, gpointer user_data, GError **error)
{
  TerPackParts *self = user_data;
  const char *kind = ter_json_get_string (object, "kind");
  guint moment = ter_kind_has (kind, TER_KIND_TAKES_PLACE) ? add_moment (self, object) : 0;

  read_members (self, object, moment != 0 ? members_of_webinar : members_of_entry, TRUE);
  add_item (self, TER_PARTS_ENTRIES, ter_json_get_string (object, "id"), kind != NULL ? kind : "", get_title (self, object),
            moment);
  return TRUE;
}

static void
read_pack (TerPackParts *self)
{
  JsonObject *manifest = ter_pack_get_manifest (self->pack);

  g_string_append (get_buffer (self, TER_PART_ID), ter_pack_get_id (self->pack));
  read_members (self, manifest, members_of_pack, FALSE);
  add_item (self, TER_PARTS_PACK, ter_pack_get_id (self->pack), "pack", ter_pack_get_title (self->pack), 0);
}

static void
read_sections (TerPackParts *self)
{
  for (guint i = 0; i < ter_pack_get_n_sections (self->pack); i++)
    {
      const TerSection *section = ter_pack_get_section (self->pack, i);

      read_members (self, section->object, members_of_entry, FALSE);
      add_item (self, TER_PARTS_SECTIONS, section->id, "section", section->title, 0);
    }
}

static void
read_vocabularies (TerPackParts *self)
{
  JsonArray *vocabularies = ter_pack_get_vocabularies (self->pack);

  for (guint i = 0; i < ter_json_array_length (vocabularies); i++)
    {
      JsonObject *object = ter_json_array_object (vocabularies, i);
      const char *id = ter_json_get_string (object, "id");

      if (id == NULL)
        continue;
      read_members (self, object, members_of_entry, FALSE);
      add_item (self, TER_PARTS_VOCABULARIES, id, "vocabulary", get_title (self, object), 0);
    }
}

/* (nullable): what a resource is for the reader; %NULL for what is told as entries, vocabularies or the text of an entry. */
static const char *
get_file_kind (const char *role)
{
  if (g_strcmp0 (role, "entries") == 0 || g_strcmp0 (role, "vocabularies") == 0 || g_strcmp0 (role, "text") == 0)
    return NULL;
  if (g_strcmp0 (role, "table") == 0 || g_strcmp0 (role, "outline") == 0)
    return role;
  return "file";
}

static void
read_files (TerPackParts *self)
{
  JsonArray *resources = ter_json_get_array (ter_pack_get_manifest (self->pack), "resources");

  for (guint i = 0; i < ter_json_array_length (resources) && !g_cancellable_is_cancelled (self->cancellable); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);
      const char *path = ter_json_get_string (resource, "path");
      const char *kind = get_file_kind (ter_json_get_string (resource, "role"));

      if (path == NULL || kind == NULL)
        continue;
      g_string_printf (get_buffer (self, TER_PART_DATA), "=%s", get_hash (self, path));
      read_members (self, resource, members_of_file, FALSE);
      add_item (self, TER_PARTS_FILES, path, kind, get_title (self, resource), 0);
    }
}

/* What is needed only while items are made. */
static void
clear_workshop (TerPackParts *self)
{
  for (guint part = 0; part < TER_N_PARTS; part++)
    if (self->buffers[part] != NULL)
      g_string_free (g_steal_pointer (&self->buffers[part]), TRUE);
  g_clear_pointer (&self->sum, g_checksum_free);
  g_clear_pointer (&self->hashes, g_hash_table_unref);
}

TerPackParts *
ter_pack_parts_new (TerPack *pack, GCancellable *cancellable, GError **error)
{
  g_autoptr (TerPackParts) self = g_new0 (TerPackParts, 1);

  self->pack = g_object_ref (pack);
  self->language = ter_pack_get_lookup_language (pack);
  self->cancellable = cancellable;
  self->strings = g_string_chunk_new (64 * 1024);
  self->digests = g_array_new (FALSE, FALSE, sizeof (TerDigest));
  self->moments = g_array_new (FALSE, FALSE, sizeof (TerMoment));
  self->hashes = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, g_free);
  self->owned = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  self->sum = g_checksum_new (G_CHECKSUM_SHA256);
  for (guint list = 0; list < TER_N_PARTS_LISTS; list++)
    {
      self->lists[list].items = g_array_new (FALSE, FALSE, sizeof (TerPartsItem));
      self->lists[list].index = g_hash_table_new (ter_hash_text, g_str_equal);
    }

  read_pack (self);
  read_sections (self);
  read_vocabularies (self);
  if (!ter_pack_reader_read_entries (pack, read_entry_cb, self, cancellable, error))
    return NULL;
  read_files (self);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  clear_workshop (self);
  return g_steal_pointer (&self);
}

void
ter_pack_parts_free (TerPackParts *self)
{
  if (self == NULL)
    return;
  clear_workshop (self);
  for (guint list = 0; list < TER_N_PARTS_LISTS; list++)
    {
      g_array_unref (self->lists[list].items);
      g_hash_table_unref (self->lists[list].index);
    }
  g_hash_table_unref (self->owned);
  g_array_unref (self->moments);
  g_array_unref (self->digests);
  g_string_chunk_free (self->strings);
  g_object_unref (self->pack);
  g_free (self);
}

guint
ter_pack_parts_get_n (TerPackParts *self, TerPartsList list)
{
  return self->lists[list].items->len;
}

const TerPartsItem *
ter_pack_parts_get (TerPackParts *self, TerPartsList list, guint index)
{
  g_assert (index < self->lists[list].items->len);
  return &g_array_index (self->lists[list].items, TerPartsItem, index);
}

gboolean
ter_pack_parts_find (TerPackParts *self, TerPartsList list, const char *id, guint *index)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->lists[list].index, id));

  *index = found - 1;
  return found != 0;
}

const TerDigest *
ter_pack_parts_get_digest (TerPackParts *self, const TerPartsItem *item, TerPart part)
{
  guint before = 0;

  if ((item->parts & TER_PART_BIT (part)) == 0)
    return NULL;
  for (guint64 lower = item->parts & (TER_PART_BIT (part) - 1); lower != 0; lower &= lower - 1)
    before++;
  return &g_array_index (self->digests, TerDigest, item->digests + before);
}

const TerMoment *
ter_pack_parts_get_moment (TerPackParts *self, const TerPartsItem *item)
{
  return item->moment != 0 ? &g_array_index (self->moments, TerMoment, item->moment - 1) : NULL;
}

gboolean
ter_pack_parts_is_owned (TerPackParts *self, const char *path)
{
  return g_hash_table_contains (self->owned, path);
}
