/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-archive-writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ter-hash.h"
#include "ter-json.h"
#include "ter-json-scanner.h"
#include "ter-limits.h"
#include "ter-pack-path.h"
#include "ter-sha256.h"

#define CHUNK (128u * 1024)
#define LEVEL "6"
#define HASH_PREFIX "sha256:"
/* What deflates better is stored: the reader would take it for a trap (TER_LIMIT_ARCHIVE_RATIO). */
#define MAX_RATIO (TER_LIMIT_ARCHIVE_RATIO - 5)

typedef struct archive LibArchive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibArchive, archive_write_free)

typedef struct
{
  char *path;
  char *hash;    /* nullable: not listed */
  guint64 bytes; /* as it is listed */
} Item;

typedef struct
{
  TerPackFiles *files;
  int fd;
  LibArchive *archive;
  guint8 *chunk;
  guint64 written; /* of the archive */
  gboolean failed; /* nothing more is to be written */
  guint64 done, total;
  TerArchiveProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
  GError *disk_error; /* nullable */
} Writer;

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->path);
  g_free (item->hash);
  g_free (item);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(Item *const *) a)->path, (*(Item *const *) b)->path);
}

/* Always %FALSE. */
static G_GNUC_PRINTF (2, 3) gboolean fail_invalid (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, format, args));
  va_end (args);
  return FALSE;
}

static gboolean
fail_too_large (GError **error, guint64 limit)
{
  g_autofree char *text = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);

  /* Translators: a size, such as "2 GiB" */
  return fail_invalid (error, _ ("The pack is too large for an archive: %s at most."), text);
}

static gboolean
fail_errno (GError **error, const char *path, int code)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
  return FALSE;
}

/* ---- What goes in ---- */

static gboolean
add_resource (GPtrArray *items, GHashTable *folded, JsonObject *resource, GError **error)
{
  const char *path = ter_json_get_string (resource, "path");
  const char *hash = ter_json_get_string (resource, "hash");
  double bytes = -1;
  Item *item;

  ter_json_get_number (resource, "bytes", &bytes);
  if (path == NULL || !ter_pack_path_is_valid (path) || hash == NULL || !g_str_has_prefix (hash, HASH_PREFIX) || bytes < 0 ||
      bytes > (double) TER_LIMIT_PACK_BYTES)
    /* Translators: a file's name */
    return fail_invalid (error, _ ("datapackage.json does not say the path, the size and the hash of “%s”."),
                         path != NULL ? path : "?");
  if (!g_hash_table_add (folded, g_ascii_strdown (path, -1)))
    /* Translators: a file's name */
    return fail_invalid (error, _ ("datapackage.json lists “%s” twice."), path);

  item = g_new0 (Item, 1);
  item->path = g_strdup (path);
  item->hash = g_strdup (hash + strlen (HASH_PREFIX));
  item->bytes = (guint64) bytes;
  g_ptr_array_add (items, item);
  return TRUE;
}

/* (transfer full) (nullable): the files that the manifest lists, in the byte order of their paths. */
static GPtrArray *
list_items (GBytes *manifest, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (GHashTable) folded = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  g_autoptr (TerJsonScan) scan = ter_json_scan_new (manifest, NULL, NULL);
  g_autoptr (JsonNode) root = NULL;
  JsonArray *resources;

  if (ter_json_scan_is_readable (scan))
    root = ter_json_scan_build (scan, NULL);
  if (ter_json_node_object (root) == NULL)
    {
      fail_invalid (error, "%s", _ ("datapackage.json is not the description of a pack."));
      return NULL;
    }
  g_hash_table_add (folded, g_strdup (TER_PACK_MANIFEST));
  g_hash_table_add (folded, g_strdup (TER_PACK_SIGNATURE));
  resources = ter_json_get_array (ter_json_node_object (root), "resources");
  for (guint i = 0; i < ter_json_array_length (resources); i++)
    if (!add_resource (items, folded, ter_json_array_object (resources, i), error))
      return NULL;
  g_ptr_array_sort (items, compare_items);
  return g_steal_pointer (&items);
}

/* ---- How it is packed ---- */

static gboolean
is_packed_already (const char *path)
{
  static const char *const extensions[] = { "png",  "jpg",  "jpeg", "webp", "avif", "gif", "pdf",  "odt",  "ods",   "odp", "odg",
                                            "docx", "xlsx", "pptx", "epub", "zip",  "gz",  "xz",   "zst",  "bz2",   "7z",  "tpack",
                                            "mp3",  "mp4",  "m4a",  "ogg",  "oga",  "ogv", "opus", "webm", "woff2", NULL };
  const char *dot = strrchr (path, '.');
  g_autofree char *extension = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;

  return extension != NULL && g_strv_contains (extensions, extension);
}

/* How many bytes were read into writer->chunk; 0 at the end, -1 with @error. */
static gssize
read_chunk (Writer *self, const char *path, int fd, GError **error)
{
  gssize n;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return -1;
  do
    n = read (fd, self->chunk, CHUNK);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    fail_errno (error, path, errno);
  return n;
}

/* Deflates @length bytes of writer->chunk, adding to @packed how many come out. */
static gboolean
deflate_chunk (Writer *self, GConverter *deflate, gsize length, gsize *packed, GError **error)
{
  GConverterFlags flags = length == 0 ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS;
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize at = 0;

  while ((at < length || length == 0) && result != G_CONVERTER_FINISHED)
    {
      guint8 out[4096];
      gsize used, made;

      result = g_converter_convert (deflate, self->chunk + at, length - at, out, sizeof out, flags, &used, &made, error);
      if (result == G_CONVERTER_ERROR)
        return FALSE;
      at += used;
      *packed += made;
    }
  return TRUE;
}

/* Whether a file deflates like a trap. Of an ordinary one, the beginning is enough to know. Leaves @fd at its beginning. */
static gboolean
measure_ratio (Writer *self, const char *path, int fd, guint64 size, gboolean *too_good, GError **error)
{
  g_autoptr (GConverter) deflate = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, atoi (LEVEL)));
  gsize packed = 0;
  gssize n = 1;

  while (n > 0 && size > packed * MAX_RATIO)
    {
      n = read_chunk (self, path, fd, error);
      if (n < 0 || !deflate_chunk (self, deflate, n, &packed, error))
        return FALSE;
    }
  *too_good = size > packed * MAX_RATIO;
  return lseek (fd, 0, SEEK_SET) == 0 || fail_errno (error, path, errno);
}

/* ---- libarchive ---- */

/* Never fails as far as libarchive is told: it would not free all of what it holds. What comes after a failure is not written. */
static la_ssize_t
write_cb (struct archive *archive, void *user_data, const void *data, size_t length)
{
  Writer *self = user_data;
  gssize n;

  if (self->failed)
    return length;
  if (length > TER_LIMIT_ARCHIVE_BYTES - self->written)
    {
      self->failed = TRUE;
      fail_too_large (&self->disk_error, TER_LIMIT_ARCHIVE_BYTES);
      return length;
    }
  do
    n = write (self->fd, data, length);
  while (n < 0 && errno == EINTR);
  if (n > 0)
    {
      self->written += n;
      return n;
    }
  self->failed = TRUE;
  fail_errno (&self->disk_error, "write", n < 0 ? errno : ENOSPC);
  return length;
}

/* %FALSE with @error when the disk or libarchive could not do what was asked. */
static gboolean
check_archive (Writer *self, gboolean done, GError **error)
{
  if (self->disk_error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->disk_error));
  else if (!done)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "libarchive: %s", archive_error_string (self->archive));
  else
    return TRUE;
  return FALSE;
}

/* No time, no owner: without a time, an entry has the first that a ZIP can tell, 1980-01-01. */
static gboolean
begin_entry (Writer *self, const char *path, guint64 size, gboolean stored, GError **error)
{
  struct archive_entry *entry = archive_entry_new ();
  int status;

  archive_entry_set_pathname (entry, path);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, size);
  if (stored)
    archive_write_zip_set_compression_store (self->archive);
  else
    archive_write_zip_set_compression_deflate (self->archive);
  status = archive_write_header (self->archive, entry);
  archive_entry_free (entry);
  return check_archive (self, status == ARCHIVE_OK, error);
}

static gboolean
write_data (Writer *self, gconstpointer data, gsize length, GError **error)
{
  if (!check_archive (self, archive_write_data (self->archive, data, length) == (la_ssize_t) length, error))
    return FALSE;
  self->done += length;
  if (self->progress != NULL)
    self->progress (self->done, self->total, self->user_data);
  return TRUE;
}

static gboolean
write_bytes (Writer *self, const char *path, GBytes *bytes, GError **error)
{
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  return begin_entry (self, path, length, length == 0, error) && (length == 0 || write_data (self, data, length, error));
}

static gboolean
copy_data (Writer *self, const Item *item, int fd, GError **error)
{
  g_autoptr (TerSha256) sha256 = ter_sha256_new ();
  g_autofree char *found = NULL;
  guint64 left = item->bytes;
  gssize n;

  while ((n = read_chunk (self, item->path, fd, error)) > 0)
    {
      if ((guint64) n > left)
        break;
      ter_sha256_update (sha256, self->chunk, n);
      if (!write_data (self, self->chunk, n, error))
        return FALSE;
      left -= n;
    }
  if (n < 0)
    return FALSE;
  found = ter_sha256_finish (sha256);
  if (n > 0 || left > 0 || !g_str_equal (found, item->hash))
    /* Translators: a file's name */
    return fail_invalid (error, _ ("“%s” is not the file that datapackage.json lists."), item->path);
  return TRUE;
}

static gboolean
write_item (Writer *self, const Item *item, GError **error)
{
  g_autofd int fd = ter_pack_files_open (self->files, item->path, error);
  gboolean stored = item->bytes == 0 || is_packed_already (item->path);

  if (fd < 0 || (!stored && !measure_ratio (self, item->path, fd, item->bytes, &stored, error)))
    return FALSE;
  return begin_entry (self, item->path, item->bytes, stored, error) && copy_data (self, item, fd, error);
}

static gboolean
open_archive (Writer *self, GError **error)
{
  gboolean done = archive_write_set_format_zip (self->archive) == ARCHIVE_OK &&
                  archive_write_set_format_option (self->archive, "zip", "compression-level", LEVEL) == ARCHIVE_OK &&
                  archive_write_set_format_option (self->archive, "zip", "zip64", NULL) == ARCHIVE_OK &&
                  archive_write_set_bytes_per_block (self->archive, CHUNK) == ARCHIVE_OK &&
                  archive_write_set_bytes_in_last_block (self->archive, 1) == ARCHIVE_OK &&
                  archive_write_open2 (self->archive, self, NULL, write_cb, NULL, NULL) == ARCHIVE_OK;

  return check_archive (self, done, error);
}

static gboolean
write_all (Writer *self, GBytes *manifest, GBytes *signature, GPtrArray *items, GError **error)
{
  if (!open_archive (self, error) || !write_bytes (self, TER_PACK_MANIFEST, manifest, error))
    return FALSE;
  if (signature != NULL && !write_bytes (self, TER_PACK_SIGNATURE, signature, error))
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!write_item (self, g_ptr_array_index (items, i), error))
      return FALSE;
  return check_archive (self, archive_write_close (self->archive) == ARCHIVE_OK, error);
}

/* What the reader would refuse is not written. @n_files: with the manifest and its signature. */
static gboolean
check_limits (Writer *self, guint n_files, GError **error)
{
  if (n_files > TER_LIMIT_FILES)
    /* Translators: %u is the limit */
    return fail_invalid (error, _ ("The pack has too many files for an archive: %u at most."), TER_LIMIT_FILES);
  return self->total <= TER_LIMIT_PACK_BYTES || fail_too_large (error, TER_LIMIT_PACK_BYTES);
}

gboolean
ter_archive_writer_write (TerPackFiles *files, int fd, TerArchiveProgressFunc progress, gpointer user_data,
                          GCancellable *cancellable, GError **error)
{
  /* First, so that it outlives the archive, which writes to it when it is freed. */
  Writer self = { .files = files, .fd = fd, .progress = progress, .user_data = user_data, .cancellable = cancellable };
  g_autoptr (GBytes) manifest = NULL;
  g_autoptr (GBytes) signature = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GError) missing = NULL;
  g_autoptr (LibArchive) archive = NULL;
  g_autofree guint8 *chunk = g_malloc (CHUNK);

  g_return_val_if_fail (TER_IS_PACK_FILES (files), FALSE);
  g_return_val_if_fail (fd >= 0, FALSE);

  manifest = ter_pack_files_load (files, TER_PACK_MANIFEST, TER_LIMIT_MANIFEST_BYTES, cancellable, error);
  if (manifest == NULL || (items = list_items (manifest, error)) == NULL)
    return FALSE;
  signature = ter_pack_files_load (files, TER_PACK_SIGNATURE, TER_LIMIT_TEXT_BYTES, cancellable, &missing);
  if (signature == NULL && !g_error_matches (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return FALSE;
    }
  self.total = g_bytes_get_size (manifest) + (signature != NULL ? g_bytes_get_size (signature) : 0);
  for (guint i = 0; i < items->len; i++)
    self.total += ((const Item *) g_ptr_array_index (items, i))->bytes;
  if (!check_limits (&self, 1 + (signature != NULL) + items->len, error))
    return FALSE;

  archive = archive_write_new ();
  self.archive = archive;
  self.chunk = chunk;
  if (write_all (&self, manifest, signature, items, error))
    return TRUE;
  /* Freeing it ends the archive: what is not whole is not to be ended. */
  self.failed = TRUE;
  return FALSE;
}
