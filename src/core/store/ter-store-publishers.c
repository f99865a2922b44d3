/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-store-private.h"

#include <glib/gstdio.h>

#include "ter-durable.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-store-file.h"

#define NAME "publishers"

static void
read_publisher (JsonObject *object, GPtrArray *publishers)
{
  const char *key = ter_json_get_string (object, "key");
  const char *name = ter_json_get_string (object, "name");
  double accepted_at = 0;

  if (key == NULL)
    return;
  ter_json_get_number (object, "acceptedAt", &accepted_at);
  if (!(accepted_at > 0 && accepted_at <= TER_LIMIT_INTEGER))
    accepted_at = 0;
  g_ptr_array_add (publishers,
                   ter_publisher_new (key, name != NULL ? name : "", accepted_at, ter_json_get_string (object, "successor"),
                                      ter_json_get_boolean (object, "revoked", FALSE)));
}

/* Nothing is deleted: the list takes a name that is free. Its publishers will be asked for again. */
static gboolean
set_aside (TerStore *self, GError **error)
{
  g_autofree char *path = ter_store_build (self, NAME, NULL);

  for (guint n = 1;; n++)
    {
      g_autofree char *name = g_strdup_printf (NAME "-damaged-%u", n);
      g_autofree char *aside = ter_store_build (self, name, NULL);

      if (!g_file_test (aside, G_FILE_TEST_EXISTS))
        return ter_durable_rename (path, aside, error);
    }
}

GPtrArray *
ter_store_list_publishers (TerStore *self, GError **error)
{
  g_autoptr (GPtrArray) publishers = g_ptr_array_new_with_free_func ((GDestroyNotify) ter_publisher_free);
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *path = NULL;
  JsonArray *array;

  g_return_val_if_fail (TER_IS_STORE (self), NULL);

  path = ter_store_build (self, NAME, NULL);
  object = ter_store_file_load (path, &local_error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) && set_aside (self, NULL)))
    return g_steal_pointer (&publishers);
  if (object == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  array = ter_json_get_array (object, NAME);
  for (guint i = 0; i < ter_json_array_length (array); i++)
    read_publisher (ter_json_array_object (array, i), publishers);
  return g_steal_pointer (&publishers);
}

static JsonObject *
write_publisher (const TerPublisher *publisher)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "key", publisher->key);
  json_object_set_string_member (object, "name", publisher->name);
  json_object_set_int_member (object, "acceptedAt", publisher->accepted_at);
  if (publisher->successor != NULL)
    json_object_set_string_member (object, "successor", publisher->successor);
  json_object_set_boolean_member (object, "revoked", publisher->revoked);
  return object;
}

gboolean
ter_store_save_publishers (TerStore *self, GPtrArray *publishers, GError **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *path = NULL;
  JsonArray *array = json_array_new ();
  gboolean saved;

  g_return_val_if_fail (TER_IS_STORE (self), FALSE);
  g_return_val_if_fail (publishers != NULL, FALSE);

  for (guint i = 0; i < publishers->len; i++)
    json_array_add_object_element (array, write_publisher (g_ptr_array_index (publishers, i)));
  json_object_set_array_member (object, NAME, array);
  path = ter_store_build (self, NAME, NULL);
  ter_store_lock (self);
  saved = ter_store_begin (self, error) && ter_store_file_save (path, object, error);
  ter_store_unlock (self);
  return saved;
}
