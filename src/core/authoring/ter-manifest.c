/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-manifest.h"

#include <glib/gi18n-lib.h>

#include "ter-json.h"
#include "ter-limits.h"
#include "ter-safe-file.h"
#include "ter-signify.h"

/* Of a signature's file: a comment and a line. */
#define MAX_SIGNATURE 4096

GBytes *
ter_manifest_load (GFile *pack, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;
  GBytes *bytes;

  g_return_val_if_fail (G_IS_FILE (pack), NULL);

  bytes = ter_safe_file_load (pack, TER_PACK_MANIFEST, TER_LIMIT_MANIFEST_BYTES, cancellable, &problem);
  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("there is no %s here: this is not a pack"), TER_PACK_MANIFEST);
  else if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return bytes;
}

TerJsonEdit *
ter_manifest_edit (GBytes *manifest, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (TerJsonEdit) edit = NULL;

  g_return_val_if_fail (manifest != NULL, NULL);

  edit = ter_json_edit_new (manifest, &problem);
  if (edit != NULL && ter_json_node_object (ter_json_edit_get_root (edit)) != NULL)
    return g_steal_pointer (&edit);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _ ("%s:%s: this is not a JSON object: “territoires-pack validate” says more"), TER_PACK_MANIFEST,
               problem != NULL ? problem->message : "1:1");
  return NULL;
}

gboolean
ter_manifest_replace_file (GFile *file, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &size);
  return g_file_set_contents_full (g_file_peek_path (file), data != NULL ? data : "", size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, error);
}

gboolean
ter_manifest_write (GFile *pack, GBytes *manifest, GError **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (G_IS_FILE (pack), FALSE);

  file = g_file_get_child (pack, TER_PACK_MANIFEST);
  return ter_manifest_replace_file (file, manifest, error);
}

gboolean
ter_manifest_is_signed (GFile *pack)
{
  g_autoptr (GFile) signature = NULL;

  g_return_val_if_fail (G_IS_FILE (pack), FALSE);

  signature = g_file_get_child (pack, TER_PACK_SIGNATURE);
  return g_file_query_exists (signature, NULL);
}

gboolean
ter_manifest_is_signature_sound (GFile *pack, GBytes *manifest)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TerJsonEdit) edit = NULL;
  g_autofree char *signature = NULL;
  g_autofree char *key = NULL;
  const char *named;

  g_return_val_if_fail (G_IS_FILE (pack), FALSE);
  g_return_val_if_fail (manifest != NULL, FALSE);

  bytes = ter_safe_file_load (pack, TER_PACK_SIGNATURE, MAX_SIGNATURE, NULL, NULL);
  edit = ter_manifest_edit (manifest, NULL);
  if (bytes == NULL || edit == NULL)
    return FALSE;
  /* An empty file has no bytes at all. */
  signature = g_bytes_get_size (bytes) > 0 ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : g_strdup ("");
  named = ter_json_get_string (ter_json_get_object (json_node_get_object (ter_json_edit_get_root (edit)), "publisher"), "key");
  key = named != NULL ? ter_signify_parse_public (named, NULL) : NULL;
  return key != NULL && ter_signify_verify (key, signature, manifest, NULL);
}
