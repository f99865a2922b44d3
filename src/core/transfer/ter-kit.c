/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-kit.h"

#include "ter-json.h"

#define HASH_PREFIX "sha256:"

struct _TerKitFile
{
  gatomicrefcount ref_count;

  GFile *file;
  char *name;
  char *title;
  char *description;
  char *media_type;
  char *license;
  char *sha256;
  guint64 size;
};

G_DEFINE_BOXED_TYPE (TerKitFile, ter_kit_file, ter_kit_file_ref, ter_kit_file_unref)

struct _TerKit
{
  GObject parent_instance;

  TerEntry *entry;
  GPtrArray *files;
};

G_DEFINE_FINAL_TYPE (TerKit, ter_kit, G_TYPE_OBJECT)

/* The names of a resource's licences, one after the other; NULL when it has none. */
static char *
dup_licenses (JsonObject *resource)
{
  JsonArray *licenses = ter_json_get_array (resource, "licenses");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < ter_json_array_length (licenses); i++)
    {
      const char *name = ter_json_get_string (ter_json_array_object (licenses, i), "name");

      if (name != NULL)
        g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);
  return names[0] != NULL ? g_strjoinv (", ", names) : NULL;
}

static guint64
size_member (JsonObject *resource)
{
  double size = 0;

  ter_json_get_number (resource, "bytes", &size);
  return (guint64) CLAMP (size, 0, 9007199254740992.0);
}

/* NULL when the manifest does not list the file: a kit has no file that is not checked. */
static TerKitFile *
kit_file_new (TerEntry *entry, JsonObject *member)
{
  TerPack *pack = ter_entry_get_pack (entry);
  const char *path = ter_json_get_string (member, "path");
  JsonObject *resource = path != NULL ? ter_pack_find_resource (pack, path) : NULL;
  g_autoptr (GFile) file = resource != NULL ? ter_pack_dup_file (pack, path) : NULL;
  TerKitFile *self;
  const char *title;
  const char *hash;

  if (file == NULL)
    return NULL;
  self = g_new0 (TerKitFile, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->file = g_steal_pointer (&file);
  self->name = g_path_get_basename (path);
  title = ter_entry_get_text (entry, member, "title");
  if (title == NULL)
    title = ter_entry_get_text (entry, resource, "title");
  self->title = g_strdup (title != NULL ? title : self->name);
  self->description = g_strdup (ter_entry_get_text (entry, member, "description"));
  self->media_type = g_strdup (ter_json_get_string (resource, "mediatype"));
  self->license = dup_licenses (resource);
  if (self->license == NULL)
    self->license = g_strdup (ter_json_get_string (ter_entry_get_object (entry), "license"));
  hash = ter_json_get_string (resource, "hash");
  if (hash != NULL && g_str_has_prefix (hash, HASH_PREFIX))
    self->sha256 = g_ascii_strdown (hash + strlen (HASH_PREFIX), -1);
  self->size = size_member (resource);
  return self;
}

TerKitFile *
ter_kit_file_ref (TerKitFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ter_kit_file_unref (TerKitFile *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->file);
  g_free (self->name);
  g_free (self->title);
  g_free (self->description);
  g_free (self->media_type);
  g_free (self->license);
  g_free (self->sha256);
  g_free (self);
}

/**
 * ter_kit_file_get_file:
 *
 * Returns: (transfer none): where it is, in its pack; to be read only
 */
GFile *
ter_kit_file_get_file (TerKitFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->file;
}

/**
 * ter_kit_file_get_name:
 *
 * Returns: its name without folder, for a copy
 */
const char *
ter_kit_file_get_name (TerKitFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->name;
}

/**
 * ter_kit_file_get_title:
 *
 * Returns: its title, or its name when it has none
 */
const char *
ter_kit_file_get_title (TerKitFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->title;
}

/**
 * ter_kit_file_get_description:
 *
 * Returns: (nullable): what it holds
 */
const char *
ter_kit_file_get_description (TerKitFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->description;
}

/**
 * ter_kit_file_get_media_type:
 *
 * Returns: (nullable): its media type
 */
const char *
ter_kit_file_get_media_type (TerKitFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->media_type;
}

/**
 * ter_kit_file_get_license:
 *
 * Returns: (nullable): the SPDX name of its licence, or else of its kit's
 */
const char *
ter_kit_file_get_license (TerKitFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->license;
}

/**
 * ter_kit_file_get_sha256:
 *
 * Returns: (nullable): its SHA-256 by the manifest, 64 digits in lower case
 */
const char *
ter_kit_file_get_sha256 (TerKitFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->sha256;
}

/**
 * ter_kit_file_get_size:
 *
 * Returns: its size by the manifest, in octets
 */
guint64
ter_kit_file_get_size (TerKitFile *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->size;
}

/**
 * ter_kit_file_dup_format:
 *
 * Returns: (transfer full): its format as people name it, from its name: "PDF"; "" when its name does not tell
 */
char *
ter_kit_file_dup_format (TerKitFile *self)
{
  const char *dot;

  g_return_val_if_fail (self != NULL, NULL);
  dot = strrchr (self->name, '.');
  return dot != NULL ? g_ascii_strup (dot + 1, -1) : g_strdup ("");
}

static void
ter_kit_finalize (GObject *object)
{
  TerKit *self = TER_KIT (object);

  g_clear_object (&self->entry);
  g_clear_pointer (&self->files, g_ptr_array_unref);

  G_OBJECT_CLASS (ter_kit_parent_class)->finalize (object);
}

static void
ter_kit_class_init (TerKitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_kit_finalize;
}

static void
ter_kit_init (TerKit *self)
{
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) ter_kit_file_unref);
}

/**
 * ter_kit_new:
 * @entry: an entry, of kind `kit` or used as one
 *
 * Reads what a kit adds to an entry. A file that the pack's manifest does not list is left out.
 */
TerKit *
ter_kit_new (TerEntry *entry)
{
  TerKit *self;
  JsonArray *members;

  g_return_val_if_fail (TER_IS_ENTRY (entry), NULL);

  self = g_object_new (TER_TYPE_KIT, NULL);
  self->entry = g_object_ref (entry);
  members = ter_json_get_array (ter_entry_get_object (entry), "files");
  for (guint i = 0; i < ter_json_array_length (members); i++)
    {
      JsonObject *member = ter_json_array_object (members, i);
      TerKitFile *file = member != NULL ? kit_file_new (entry, member) : NULL;

      if (file != NULL)
        g_ptr_array_add (self->files, file);
    }
  return self;
}

TerEntry *
ter_kit_get_entry (TerKit *self)
{
  g_return_val_if_fail (TER_IS_KIT (self), NULL);
  return self->entry;
}

/**
 * ter_kit_get_author:
 *
 * Returns: (nullable): who made it
 */
const char *
ter_kit_get_author (TerKit *self)
{
  g_return_val_if_fail (TER_IS_KIT (self), NULL);
  return ter_entry_get_text (self->entry, ter_entry_get_object (self->entry), "author");
}

/**
 * ter_kit_get_license:
 *
 * Returns: (nullable): the SPDX name of its licence
 */
const char *
ter_kit_get_license (TerKit *self)
{
  g_return_val_if_fail (TER_IS_KIT (self), NULL);
  return ter_json_get_string (ter_entry_get_object (self->entry), "license");
}

/**
 * ter_kit_get_files:
 *
 * Returns: (transfer none) (element-type TerKitFile): in the pack's order
 */
GPtrArray *
ter_kit_get_files (TerKit *self)
{
  g_return_val_if_fail (TER_IS_KIT (self), NULL);
  return self->files;
}

/**
 * ter_kit_get_size:
 *
 * Returns: the size of all its files, in octets
 */
guint64
ter_kit_get_size (TerKit *self)
{
  guint64 size = 0;

  g_return_val_if_fail (TER_IS_KIT (self), 0);
  for (guint i = 0; i < self->files->len; i++)
    size += ((TerKitFile *) self->files->pdata[i])->size;
  return size;
}

/**
 * ter_kit_dup_formats:
 *
 * Returns: (transfer full): the formats of its files, each once, in their order: "PDF, ODS"; "" without files
 */
char *
ter_kit_dup_formats (TerKit *self)
{
  g_autoptr (GPtrArray) formats = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (TER_IS_KIT (self), NULL);
  for (guint i = 0; i < self->files->len; i++)
    {
      g_autofree char *format = ter_kit_file_dup_format (self->files->pdata[i]);

      if (*format != '\0' && !g_ptr_array_find_with_equal_func (formats, format, g_str_equal, NULL))
        g_ptr_array_add (formats, g_steal_pointer (&format));
    }
  g_ptr_array_add (formats, NULL);
  return g_strjoinv (", ", (char **) formats->pdata);
}
