/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "limit-pack.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "ter-sha256.h"

void
limit_pack_init (LimitPack *self)
{
  g_autoptr (GError) error = NULL;

  *self = (LimitPack) { .path = g_dir_make_tmp ("limit-XXXXXX", &error), .resources = g_string_new (NULL) };
  g_assert_no_error (error);
}

void
limit_pack_clear (LimitPack *self)
{
  const char *argv[] = { "rm", "-rf", self->path, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (self->path);
  g_string_free (self->resources, TRUE);
}

/* Straight into its place, which takes a third of the time: there are 20,000 files. */
static int
create_file (LimitPack *self, const char *path)
{
  g_autofree char *whole = g_build_filename (self->path, path, NULL);
  g_autofree char *folder = g_path_get_dirname (whole);
  int fd;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  fd = g_creat (whole, 0600);
  g_assert_cmpint (fd, >=, 0);
  return fd;
}

static void
write_file (LimitPack *self, const char *path, const char *text, gsize length)
{
  g_autofd int fd = create_file (self, path);

  for (gsize done = 0; done < length;)
    {
      gssize n = write (fd, text + done, length - done);

      g_assert_cmpint (n, >, 0);
      done += n;
    }
}

void
limit_pack_add (LimitPack *self, const char *path, const char *role, const char *mediatype, const char *more, GString *text)
{
  gsize length = text->len;
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);
  g_autofree char *hash = ter_sha256_of_bytes (bytes);

  write_file (self, path, g_bytes_get_data (bytes, NULL), length);
  g_string_append_printf (
    self->resources,
    "%s{\"name\": \"r%u\", \"path\": \"%s\", \"role\": \"%s\", \"mediatype\": \"%s\", \"bytes\": %" G_GSIZE_FORMAT
    ", \"hash\": \"sha256:%s\"%s}",
    self->n_resources > 0 ? ", " : "", self->n_resources, path, role, mediatype, length, hash, more);
  self->n_resources++;
  self->n_bytes += length;
}

void
limit_pack_add_entry (LimitPack *self, const char *members)
{
  GString *text = g_string_new ("[{\"id\": \"a\", \"kind\": \"page\", \"title\": \"T\"");

  g_string_append (text, members);
  limit_pack_add (self, "entries.json", "entries", "application/json", "", g_string_append (text, "}]"));
}

void
limit_pack_write_hole (LimitPack *self, const char *path, guint64 n_bytes)
{
  g_autofd int fd = create_file (self, path);

  g_assert_cmpint (ftruncate (fd, n_bytes), ==, 0);
}

guint64
limit_pack_finish (LimitPack *self)
{
  GString *text;

  if (self->finished)
    return self->n_bytes;
  text = g_string_new (NULL);
  g_string_printf (text,
                   "{\"format\": [1, 0], \"name\": \"limit\", \"version\": \"1.0.0\", \"title\": \"T\", \"description\": \"D\","
                   " \"languages\": [\"fr\"], \"created\": \"2026-11-23\", \"licenses\": [{\"name\": \"CC0-1.0\"}],"
                   " \"sections\": [{\"id\": \"s\", \"title\": \"S\", \"view\": \"pages\", \"show\": {\"kinds\": [\"page\"]}}],"
                   " \"resources\": [%s]}",
                   self->resources->str);
  limit_text_pad (text, self->manifest_bytes);
  write_file (self, "datapackage.json", text->str, text->len);
  self->n_bytes += text->len;
  self->finished = TRUE;
  g_string_free (text, TRUE);
  return self->n_bytes;
}

GString *
limit_text_repeat (const char *before, const char *what, guint64 n, const char *after)
{
  GString *text = g_string_new (before);

  for (guint64 i = 0; i < n; i++)
    g_string_append (text, what);
  return g_string_append (text, after);
}

GString *
limit_text_pad (GString *text, guint64 n)
{
  const gsize length = text->len;

  if (n <= length)
    return text;
  g_string_set_size (text, n);
  memset (text->str + length, ' ', n - length);
  return text;
}
