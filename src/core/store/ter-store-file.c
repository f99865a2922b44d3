/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-store-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ter-durable.h"
#include "ter-json.h"
#include "ter-safe-file.h"
#include "ter-sha256.h"

#define MAX_BYTES (1024 * 1024)

static JsonObject *
parse (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) body = NULL;
  g_autofree char *sum = NULL;
  JsonObject *object;

  if (length <= TER_SHA256_HEX || data[TER_SHA256_HEX] != '\n')
    return NULL;
  body = g_bytes_new_from_bytes (bytes, TER_SHA256_HEX + 1, length - TER_SHA256_HEX - 1);
  sum = ter_sha256_of_bytes (body);
  if (memcmp (sum, data, TER_SHA256_HEX) != 0)
    return NULL;
  data = g_bytes_get_data (body, &length);
  if (!json_parser_load_from_data (parser, data, length, NULL))
    return NULL;
  object = ter_json_node_object (json_parser_get_root (parser));
  return object != NULL ? json_object_ref (object) : NULL;
}

JsonObject *
ter_store_file_load (const char *path, GError **error)
{
  g_autofree char *folder_path = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = ter_safe_file_load (folder, name, MAX_BYTES, NULL, &local_error);
  JsonObject *object;

  /* What is too large, or no file, was not written by the store either. */
  if (bytes == NULL && !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE) &&
      !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  object = bytes != NULL ? parse (bytes) : NULL;
  if (object == NULL)
    /* Translators: the name of a file of the app's own */
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("“%s” is damaged."), name);
  return object;
}

gboolean
ter_store_file_save (const char *path, JsonObject *object, GError **error)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);
  g_autofree char *text = json_to_string (node, TRUE);
  g_autoptr (GBytes) body = g_bytes_new_static (text, strlen (text));
  g_autofree char *sum = ter_sha256_of_bytes (body);
  g_autofree char *whole = g_strconcat (sum, "\n", text, NULL);

  return ter_durable_save (path, whole, strlen (whole), error);
}
