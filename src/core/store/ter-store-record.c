/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-store-private.h"

#include <string.h>

#include "ter-json.h"
#include "ter-limits.h"
#include "ter-sha256.h"
#include "ter-store-file.h"
#include "ter-store-record.h"

/* A record as JSON: {"id", "highest", "current": {…}, "previous": {…}}. */

gboolean
ter_store_is_id (const char *id)
{
  return id != NULL && *id != '\0' && strlen (id) <= TER_LIMIT_NAME_CHARS &&
         strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (id);
}

TerStoreVersion *
ter_store_version_copy (const TerStoreVersion *self)
{
  TerStoreVersion *copy;

  if (self == NULL)
    return NULL;
  copy = g_new0 (TerStoreVersion, 1);
  copy->manifest = g_strdup (self->manifest);
  copy->signature = g_strdup (self->signature);
  copy->version = g_strdup (self->version);
  copy->key = g_strdup (self->key);
  copy->signer = g_strdup (self->signer);
  copy->installed_at = self->installed_at;
  copy->size = self->size;
  return copy;
}

void
ter_store_version_free (TerStoreVersion *self)
{
  if (self == NULL)
    return;
  g_free (self->manifest);
  g_free (self->signature);
  g_free (self->version);
  g_free (self->key);
  g_free (self->signer);
  g_free (self);
}

TerStoreRecord *
ter_store_record_copy (const TerStoreRecord *self)
{
  TerStoreRecord *copy = g_new0 (TerStoreRecord, 1);

  copy->id = g_strdup (self->id);
  copy->current = ter_store_version_copy (self->current);
  copy->previous = ter_store_version_copy (self->previous);
  copy->highest = g_strdup (self->highest);
  return copy;
}

void
ter_store_record_free (TerStoreRecord *self)
{
  if (self == NULL)
    return;
  ter_store_version_free (self->current);
  ter_store_version_free (self->previous);
  g_free (self->id);
  g_free (self->highest);
  g_free (self);
}

static TerStoreVersion *
read_version (JsonObject *object)
{
  double size = 0, installed_at = 0;
  TerStoreVersion version = {
    .manifest = (char *) ter_json_get_string (object, "manifest"),
    .signature = (char *) ter_json_get_string (object, "signature"),
    .version = (char *) ter_json_get_string (object, "version"),
    .key = (char *) ter_json_get_string (object, "key"),
    .signer = (char *) ter_json_get_string (object, "signer"),
  };

  if (!ter_sha256_is_hex (version.manifest) || (version.signature != NULL && !ter_sha256_is_hex (version.signature)))
    return NULL;
  ter_json_get_number (object, "size", &size);
  ter_json_get_number (object, "installedAt", &installed_at);
  /* A number that is out of range is no number: C does not say what becomes of it. */
  version.size = size > 0 && size <= TER_LIMIT_INTEGER ? size : 0;
  version.installed_at = installed_at > 0 && installed_at <= TER_LIMIT_INTEGER ? installed_at : 0;
  return ter_store_version_copy (&version);
}

TerStoreRecord *
ter_store_record_load (const char *path, const char *id, GError **error)
{
  g_autoptr (JsonObject) object = ter_store_file_load (path, error);
  g_autoptr (TerStoreRecord) record = g_new0 (TerStoreRecord, 1);

  if (object == NULL)
    return NULL;
  record->id = g_strdup (id);
  record->highest = g_strdup (ter_json_get_string (object, "highest"));
  record->current = read_version (ter_json_get_object (object, "current"));
  record->previous = read_version (ter_json_get_object (object, "previous"));
  if (record->current != NULL && g_strcmp0 (ter_json_get_string (object, "id"), id) == 0)
    return g_steal_pointer (&record);
  /* Its sum is right: it was copied from elsewhere, or another version of the app wrote it. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: not the record of this pack", id);
  return NULL;
}

static void
add_string (JsonObject *object, const char *member, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, member, value);
}

static JsonObject *
write_version (const TerStoreVersion *version)
{
  JsonObject *object = json_object_new ();

  add_string (object, "manifest", version->manifest);
  add_string (object, "signature", version->signature);
  add_string (object, "version", version->version);
  add_string (object, "key", version->key);
  add_string (object, "signer", version->signer);
  json_object_set_int_member (object, "installedAt", version->installed_at);
  json_object_set_int_member (object, "size", version->size);
  return object;
}

gboolean
ter_store_record_save (const TerStoreRecord *self, const char *path, GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();

  add_string (object, "id", self->id);
  add_string (object, "highest", self->highest);
  json_object_set_object_member (object, "current", write_version (self->current));
  if (self->previous != NULL)
    json_object_set_object_member (object, "previous", write_version (self->previous));
  return ter_store_file_save (path, object, error);
}
