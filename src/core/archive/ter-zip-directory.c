/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-zip-directory.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ter-limits.h"
#include "ter-pack-path.h"
#include "ter-zip-record.h"

/* The end record and the longest comment that it can announce. */
#define MAX_TAIL (TER_ZIP_END_BYTES + G_MAXUINT16)
/* A name that is valid, the slash of a folder, and the longest extra fields. */
#define MAX_LOCAL (TER_ZIP_LOCAL_BYTES + TER_LIMIT_PATH_LEVELS * (TER_LIMIT_NAME_CHARS + 1) + TER_LIMIT_ARCHIVE_NOTE_BYTES)

typedef struct
{
  int fd;
  guint64 size; /* of the file */
  guint64 list_offset;
  TerZipEnd end;
  gboolean document; /* of another program: its paths are none that a pack may have */
  GPtrArray *entries;
  guint n_files;
  guint64 packed, unpacked;
  GPtrArray *issues;
  GCancellable *cancellable;
  GError **error;
} Reader;

static void
ter_zip_entry_free (gpointer data)
{
  TerZipEntry *entry = data;

  g_free (entry->path);
  g_free (entry);
}

gssize
ter_zip_directory_read_at (int fd, gpointer buffer, gsize length, guint64 offset, GError **error)
{
  gsize done = 0;

  while (done < length)
    {
      gssize n = pread (fd, (guint8 *) buffer + done, length - done, offset + done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          int code = errno;

          g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
          return -1;
        }
      if (n == 0)
        break;
      done += n;
    }
  return done;
}

/* Always %FALSE, so that a check can return it. @path and @other: nullable. */
static gboolean
refuse (Reader *self, TerIssueCode code, const char *path, const char *name, const char *value)
{
  if (name != NULL)
    g_ptr_array_add (self->issues, ter_issue_new (code, "", NULL, 0, 0, "path", path, name, value, NULL));
  else
    g_ptr_array_add (self->issues, ter_issue_new (code, "", NULL, 0, 0, "path", path, NULL));
  return FALSE;
}

static gboolean
refuse_size (Reader *self, TerIssueCode code, guint64 limit)
{
  g_autofree char *text = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);

  return refuse (self, code, NULL, "limit", text);
}

static gboolean
refuse_number (Reader *self, TerIssueCode code, const char *path, const char *name, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  return refuse (self, code, path, name, text);
}

/* Exactly @length bytes: the file was measured before. It may have been cut meanwhile. */
static gboolean
read_exactly (Reader *self, gpointer buffer, gsize length, guint64 offset)
{
  gssize n = ter_zip_directory_read_at (self->fd, buffer, length, offset, self->error);

  if (n < 0)
    return FALSE;
  return (gsize) n == length || refuse (self, TER_ISSUE_ARCHIVE_TRUNCATED, NULL, NULL, NULL);
}

/* ---- The end record ---- */

/* There is none at the end of the file: was it cut, has something been added, or was it never a ZIP? */
static gboolean
refuse_endless (Reader *self, const guint8 *tail, gsize length)
{
  guint8 start[4] = { 0 };
  TerZipEnd end;

  for (gsize at = length < TER_ZIP_END_BYTES ? 0 : length - TER_ZIP_END_BYTES + 1; at-- > 0;)
    if (ter_zip_record_parse_end (tail + at, &end) && (guint64) end.list_offset + end.list_bytes == self->size - length + at)
      {
        gboolean cut = at + TER_ZIP_END_BYTES + end.comment_length > length;

        return refuse (self, cut ? TER_ISSUE_ARCHIVE_TRUNCATED : TER_ISSUE_ARCHIVE_HIDDEN_DATA, NULL, NULL, NULL);
      }
  if (ter_zip_directory_read_at (self->fd, start, sizeof start, 0, self->error) < 0)
    return FALSE;
  return refuse (self,
                 ter_zip_record_get32 (start) == TER_ZIP_LOCAL_SIGNATURE ? TER_ISSUE_ARCHIVE_TRUNCATED : TER_ISSUE_ARCHIVE_NOT_ZIP,
                 NULL, NULL, NULL);
}

/* The list ends where the end record, at @offset, begins. */
static gboolean
check_end (Reader *self, guint64 offset)
{
  const TerZipEnd *end = &self->end;
  guint64 list_end = (guint64) end->list_offset + end->list_bytes;
  guint8 locator[20];

  if (end->n_entries == G_MAXUINT16 || end->list_bytes == G_MAXUINT32 || end->list_offset == G_MAXUINT32)
    return refuse (self, TER_ISSUE_ARCHIVE_ZIP64, NULL, NULL, NULL);
  if (end->disk != 0 || end->list_disk != 0 || end->disk_entries != end->n_entries)
    return refuse (self, TER_ISSUE_ARCHIVE_SPLIT, NULL, NULL, NULL);
  if (list_end > offset)
    return refuse (self, TER_ISSUE_ARCHIVE_DAMAGED, NULL, NULL, NULL);
  if (end->list_bytes > TER_LIMIT_ARCHIVE_LIST_BYTES)
    return refuse_size (self, TER_ISSUE_ARCHIVE_LIST_TOO_LARGE, TER_LIMIT_ARCHIVE_LIST_BYTES);
  if (end->comment_length > TER_LIMIT_ARCHIVE_NOTE_BYTES)
    return refuse_size (self, TER_ISSUE_ARCHIVE_LIST_TOO_LARGE, TER_LIMIT_ARCHIVE_NOTE_BYTES);
  if (list_end == offset)
    return TRUE;
  if (offset - list_end >= sizeof locator)
    {
      if (!read_exactly (self, locator, sizeof locator, offset - sizeof locator))
        return FALSE;
      if (ter_zip_record_get32 (locator) == TER_ZIP_END64_SIGNATURE)
        return refuse (self, TER_ISSUE_ARCHIVE_ZIP64, NULL, NULL, NULL);
    }
  return refuse (self, TER_ISSUE_ARCHIVE_HIDDEN_DATA, NULL, NULL, NULL);
}

/* One record, and one only, whose comment ends with the file: readers that look from the front and from the back must find the same.
 * A ZIP among the files, stored as it is, has one too, whose comment ends elsewhere. */
static gboolean
find_end (Reader *self)
{
  gsize length = MIN (self->size, MAX_TAIL);
  g_autofree guint8 *tail = g_malloc (length + 1);
  guint64 offset = 0;
  guint n_found = 0;
  gboolean in_comment = FALSE;

  if (!read_exactly (self, tail, length, self->size - length))
    return FALSE;
  for (gsize at = length < TER_ZIP_END_BYTES ? 0 : length - TER_ZIP_END_BYTES + 1; at-- > 0;)
    {
      TerZipEnd end;

      if (!ter_zip_record_parse_end (tail + at, &end))
        continue;
      if (at + TER_ZIP_END_BYTES + end.comment_length != length)
        in_comment |= n_found == 0;
      else if (n_found++ == 0)
        {
          self->end = end;
          offset = self->size - length + at;
        }
    }
  if (n_found == 0)
    return refuse_endless (self, tail, length);
  if (n_found > 1 || in_comment)
    return refuse (self, TER_ISSUE_ARCHIVE_HIDDEN_DATA, NULL, NULL, NULL);
  self->list_offset = self->end.list_offset;
  return check_end (self, offset);
}

/* ---- One entry of the list ---- */

static gboolean
check_extra (Reader *self, const char *path, const guint8 *extra, gsize length)
{
  if (length > TER_LIMIT_ARCHIVE_NOTE_BYTES)
    return refuse_size (self, TER_ISSUE_ARCHIVE_LIST_TOO_LARGE, TER_LIMIT_ARCHIVE_NOTE_BYTES);
  switch (ter_zip_record_judge_extra (extra, length))
    {
    case TER_ZIP_EXTRA_BROKEN: return refuse (self, TER_ISSUE_ARCHIVE_DAMAGED, NULL, NULL, NULL);
    case TER_ZIP_EXTRA_ZIP64: return refuse (self, TER_ISSUE_ARCHIVE_ZIP64, NULL, NULL, NULL);
    case TER_ZIP_EXTRA_ENCRYPTED: return refuse (self, TER_ISSUE_ARCHIVE_ENCRYPTED, path, NULL, NULL);
    case TER_ZIP_EXTRA_NAME: return refuse (self, TER_ISSUE_ARCHIVE_HEADER_DIFFERS, path, NULL, NULL);
    case TER_ZIP_EXTRA_PLAIN:
    default: return TRUE;
    }
}

static gboolean
check_method (Reader *self, const char *path, const TerZipHeader *header)
{
  if (header->flags & (TER_ZIP_FLAG_ENCRYPTED | TER_ZIP_FLAG_STRONG | TER_ZIP_FLAG_MASKED))
    return refuse (self, TER_ISSUE_ARCHIVE_ENCRYPTED, path, NULL, NULL);
  if (header->method != TER_ZIP_STORED && header->method != TER_ZIP_DEFLATED)
    return refuse_number (self, TER_ISSUE_ARCHIVE_METHOD, path, "method", header->method);
  if (header->flags & TER_ZIP_FLAG_PATCH)
    return refuse (self, TER_ISSUE_ARCHIVE_METHOD, path, "method", "patch");
  return TRUE;
}

/* The mode of Unix stands in the upper half of the attributes, whichever system made the archive; without one, the name decides. */
static gboolean
check_type (Reader *self, const TerZipEntry *entry, const TerZipHeader *header)
{
  guint type = (header->attributes >> 16) & S_IFMT;

  if (type != 0 && type != S_IFREG && type != S_IFDIR)
    return refuse (self, TER_ISSUE_FILE_NOT_REGULAR, entry->path, NULL, NULL);
  if (type != 0 && (type == S_IFDIR) != entry->folder)
    return refuse (self, TER_ISSUE_ARCHIVE_HEADER_DIFFERS, entry->path, NULL, NULL);
  return TRUE;
}

static gboolean
check_sizes (Reader *self, const TerZipEntry *entry)
{
  if (entry->compressed == G_MAXUINT32 || entry->size == G_MAXUINT32 || entry->header == G_MAXUINT32)
    return refuse (self, TER_ISSUE_ARCHIVE_ZIP64, NULL, NULL, NULL);
  if (entry->method == TER_ZIP_STORED && entry->compressed != entry->size)
    return refuse (self, TER_ISSUE_ARCHIVE_HEADER_DIFFERS, entry->path, NULL, NULL);
  if (entry->folder && (entry->size != 0 || entry->crc != 0 || entry->compressed > 2))
    return refuse (self, TER_ISSUE_ARCHIVE_HIDDEN_DATA, NULL, NULL, NULL);
  if (entry->size > TER_LIMIT_ARCHIVE_RATIO_FROM && entry->size > (guint64) entry->compressed * TER_LIMIT_ARCHIVE_RATIO)
    return refuse_number (self, TER_ISSUE_ARCHIVE_RATIO, entry->path, "limit", TER_LIMIT_ARCHIVE_RATIO);
  return TRUE;
}

static gboolean
check_total (Reader *self, const TerZipEntry *entry)
{
  self->n_files += !entry->folder;
  self->packed += entry->compressed;
  self->unpacked += entry->size;
  if (self->n_files > TER_LIMIT_FILES)
    return refuse_number (self, TER_ISSUE_FILES_TOO_MANY, NULL, "limit", TER_LIMIT_FILES);
  if (self->unpacked > TER_LIMIT_PACK_BYTES)
    return refuse_size (self, TER_ISSUE_PACK_TOO_LARGE, TER_LIMIT_PACK_BYTES);
  return TRUE;
}

/* (transfer full): the name as it can be told, cut at no NUL. */
static char *
dup_name (const guint8 *bytes, gsize length)
{
  GString *name = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (bytes[i] == '\0')
      g_string_append (name, "\ufffd");
    else
      g_string_append_c (name, bytes[i]);
  return g_string_free_and_steal (name);
}

/* Nothing of a document is written to a disk: its paths only have to be texts of a length that is read. */
static gboolean
is_document_path (const char *path)
{
  return strlen (path) < TER_LIMIT_PATH_LEVELS * TER_LIMIT_NAME_CHARS && *path != '/' && strchr (path, '\\') == NULL &&
         strstr (path, "..") == NULL && g_utf8_validate (path, -1, NULL);
}

static gboolean
add_entry (Reader *self, const TerZipHeader *header, const guint8 *name)
{
  TerZipEntry *entry = g_new0 (TerZipEntry, 1);
  const guint8 *extra = name + header->name_length;

  g_ptr_array_add (self->entries, entry);
  entry->path = dup_name (name, header->name_length);
  entry->crc = header->crc;
  entry->compressed = header->compressed;
  entry->size = header->size;
  entry->method = header->method;
  entry->header = header->offset;
  entry->flags = header->flags;
  entry->described = (header->flags & TER_ZIP_FLAG_DESCRIPTOR) != 0;
  entry->folder = g_str_has_suffix (entry->path, "/");
  if (entry->folder)
    entry->path[strlen (entry->path) - 1] = '\0';

  if (!(self->document ? is_document_path (entry->path) : ter_pack_path_is_valid (entry->path)))
    return refuse (self, TER_ISSUE_PATH_INVALID, entry->path, NULL, NULL);
  if (header->disk != 0)
    return refuse (self, TER_ISSUE_ARCHIVE_SPLIT, NULL, NULL, NULL);
  if (header->comment_length > TER_LIMIT_ARCHIVE_NOTE_BYTES)
    return refuse_size (self, TER_ISSUE_ARCHIVE_LIST_TOO_LARGE, TER_LIMIT_ARCHIVE_NOTE_BYTES);
  return check_extra (self, entry->path, extra, header->extra_length) && check_method (self, entry->path, header) &&
         check_type (self, entry, header) && check_sizes (self, entry) && check_total (self, entry);
}

/* ---- The whole list ---- */

/* Names are compared as a computer that does not tell capitals apart would: they are ASCII, and so their own normal form. */
static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return g_ascii_strcasecmp ((*(TerZipEntry *const *) a)->path, (*(TerZipEntry *const *) b)->path);
}

/* (nullable): the entry of that path, among sorted ones. */
static const TerZipEntry *
find_path (GPtrArray *sorted, char *path)
{
  const TerZipEntry key = { .path = path };
  const TerZipEntry *pointer = &key;
  TerZipEntry **found = bsearch (&pointer, sorted->pdata, sorted->len, sizeof pointer, compare_paths);

  return found != NULL ? *found : NULL;
}

/* A path that is a file here and a folder there could never be written to a disk. */
static gboolean
check_parents (Reader *self, GPtrArray *sorted, const TerZipEntry *entry)
{
  g_autofree char *parent = g_strdup (entry->path);
  char *slash;

  while ((slash = strrchr (parent, '/')) != NULL)
    {
      const TerZipEntry *other;

      *slash = '\0';
      other = find_path (sorted, parent);
      if (other != NULL && !other->folder)
        return refuse (self, TER_ISSUE_PATH_DUPLICATE, other->path, NULL, NULL);
    }
  return TRUE;
}

/* By sorting: names made to fall into one slot of a hash table would take minutes. */
static gboolean
check_paths (Reader *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (self->entries, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_paths);
  for (guint i = 0; i < sorted->len; i++)
    {
      const TerZipEntry *entry = g_ptr_array_index (sorted, i);
      const TerZipEntry *next = i + 1 < sorted->len ? g_ptr_array_index (sorted, i + 1) : NULL;

      if (next != NULL && g_str_equal (entry->path, next->path))
        return refuse (self, TER_ISSUE_PATH_DUPLICATE, entry->path, NULL, NULL);
      if (next != NULL && g_ascii_strcasecmp (entry->path, next->path) == 0)
        return refuse (self, TER_ISSUE_PATH_TWIN, entry->path, "other", next->path);
      if (!check_parents (self, sorted, entry))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_list (Reader *self)
{
  gsize length = self->end.list_bytes, at = 0;
  g_autofree guint8 *list = g_malloc (length + 1);

  if (!read_exactly (self, list, length, self->list_offset))
    return FALSE;
  for (guint i = 0; i < self->end.n_entries; i++)
    {
      TerZipHeader header;
      gsize whole;

      if (length - at < TER_ZIP_CENTRAL_BYTES || !ter_zip_record_parse_central (list + at, &header))
        return refuse (self, TER_ISSUE_ARCHIVE_DAMAGED, NULL, NULL, NULL);
      whole = (gsize) TER_ZIP_CENTRAL_BYTES + header.name_length + header.extra_length + header.comment_length;
      if (whole > length - at)
        return refuse (self, TER_ISSUE_ARCHIVE_DAMAGED, NULL, NULL, NULL);
      if (!add_entry (self, &header, list + at + TER_ZIP_CENTRAL_BYTES))
        return FALSE;
      at += whole;
    }
  if (at != length)
    return refuse (self, TER_ISSUE_ARCHIVE_DAMAGED, NULL, NULL, NULL);
  if (self->unpacked > TER_LIMIT_ARCHIVE_RATIO_FROM && self->unpacked > self->packed * TER_LIMIT_ARCHIVE_RATIO)
    return refuse_number (self, TER_ISSUE_ARCHIVE_RATIO, NULL, "limit", TER_LIMIT_ARCHIVE_RATIO);
  return check_paths (self);
}

/* ---- The local headers ---- */

static gboolean
is_same_header (const TerZipEntry *entry, const TerZipHeader *local, const guint8 *name)
{
  gsize length = strlen (entry->path);
  gboolean later = entry->described;

  return local->name_length == length + entry->folder && memcmp (name, entry->path, length) == 0 &&
         (!entry->folder || name[length] == '/') && local->flags == entry->flags && local->method == entry->method &&
         (local->crc == entry->crc || (later && local->crc == 0)) &&
         (local->compressed == entry->compressed || (later && local->compressed == 0)) &&
         (local->size == entry->size || (later && local->size == 0));
}

/* Sets where the data begin. */
static gboolean
check_local (Reader *self, TerZipEntry *entry)
{
  guint8 bytes[MAX_LOCAL];
  gsize length = MIN (sizeof bytes, self->list_offset - entry->header);
  TerZipHeader local;

  if (!read_exactly (self, bytes, length, entry->header))
    return FALSE;
  if (length < TER_ZIP_LOCAL_BYTES || !ter_zip_record_parse_local (bytes, &local))
    return refuse (self, TER_ISSUE_ARCHIVE_DAMAGED, NULL, NULL, NULL);
  if (local.extra_length > TER_LIMIT_ARCHIVE_NOTE_BYTES)
    return refuse_size (self, TER_ISSUE_ARCHIVE_LIST_TOO_LARGE, TER_LIMIT_ARCHIVE_NOTE_BYTES);
  if (local.name_length != strlen (entry->path) + entry->folder)
    return refuse (self, TER_ISSUE_ARCHIVE_HEADER_DIFFERS, entry->path, NULL, NULL);
  entry->data = entry->header + TER_ZIP_LOCAL_BYTES + local.name_length + local.extra_length;
  if (entry->data > entry->header + length)
    return refuse (self, TER_ISSUE_ARCHIVE_OVERLAP, entry->path, NULL, NULL);
  if (!check_extra (self, entry->path, bytes + TER_ZIP_LOCAL_BYTES + local.name_length, local.extra_length))
    return FALSE;
  return is_same_header (entry, &local, bytes + TER_ZIP_LOCAL_BYTES) ||
         refuse (self, TER_ISSUE_ARCHIVE_HEADER_DIFFERS, entry->path, NULL, NULL);
}

/* What stands between the data and the next header, @length bytes from @offset on: nothing, or the descriptor. */
static gboolean
check_descriptor (Reader *self, const TerZipEntry *entry, guint64 offset, guint64 length)
{
  guint8 bytes[4 + TER_ZIP_DESCRIPTOR_BYTES];
  const guint8 *record = bytes;

  if (!entry->described)
    return length == 0 || refuse (self, TER_ISSUE_ARCHIVE_HIDDEN_DATA, NULL, NULL, NULL);
  if (length < TER_ZIP_DESCRIPTOR_BYTES)
    return refuse (self, TER_ISSUE_ARCHIVE_HEADER_DIFFERS, entry->path, NULL, NULL);
  if (length != TER_ZIP_DESCRIPTOR_BYTES && length != sizeof bytes)
    return refuse (self, TER_ISSUE_ARCHIVE_HIDDEN_DATA, NULL, NULL, NULL);
  if (!read_exactly (self, bytes, length, offset))
    return FALSE;
  if (length == sizeof bytes)
    {
      if (ter_zip_record_get32 (bytes) != TER_ZIP_DESCRIPTOR_SIGNATURE)
        return refuse (self, TER_ISSUE_ARCHIVE_HIDDEN_DATA, NULL, NULL, NULL);
      record += 4;
    }
  if (ter_zip_record_get32 (record) != entry->crc || ter_zip_record_get32 (record + 4) != entry->compressed ||
      ter_zip_record_get32 (record + 8) != entry->size)
    return refuse (self, TER_ISSUE_ARCHIVE_HEADER_DIFFERS, entry->path, NULL, NULL);
  return TRUE;
}

/* An empty folder, deflated, is an empty block. */
static gboolean
check_folder (Reader *self, const TerZipEntry *entry)
{
  static const guint8 empty[2] = { 0x03, 0x00 };
  guint8 bytes[sizeof empty] = { 0 };

  if (!entry->folder || entry->compressed == 0)
    return TRUE;
  if (!read_exactly (self, bytes, entry->compressed, entry->data))
    return FALSE;
  return (entry->compressed == sizeof empty && memcmp (bytes, empty, sizeof empty) == 0) ||
         refuse (self, TER_ISSUE_ARCHIVE_HIDDEN_DATA, NULL, NULL, NULL);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const TerZipEntry *one = *(TerZipEntry *const *) a;
  const TerZipEntry *other = *(TerZipEntry *const *) b;

  return (one->header > other->header) - (one->header < other->header);
}

/* From the first byte to the list, header follows data and data follow header. */
static gboolean
check_places (Reader *self)
{
  guint64 first;

  g_ptr_array_sort (self->entries, compare_places);
  first = self->entries->len > 0 ? ((TerZipEntry *) g_ptr_array_index (self->entries, 0))->header : self->list_offset;
  if (first > self->list_offset)
    return refuse (self, TER_ISSUE_ARCHIVE_DAMAGED, NULL, NULL, NULL);
  if (first != 0)
    return refuse (self, TER_ISSUE_ARCHIVE_HIDDEN_DATA, NULL, NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      TerZipEntry *entry = g_ptr_array_index (self->entries, i);
      guint64 next = self->list_offset, end;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, self->error))
        return FALSE;
      if (i + 1 < self->entries->len)
        next = ((TerZipEntry *) g_ptr_array_index (self->entries, i + 1))->header;
      if (next > self->list_offset)
        return refuse (self, TER_ISSUE_ARCHIVE_DAMAGED, NULL, NULL, NULL);
      if (!check_local (self, entry))
        return FALSE;
      end = entry->data + entry->compressed;
      if (end > next)
        return refuse (self, TER_ISSUE_ARCHIVE_OVERLAP, entry->path, NULL, NULL);
      if (!check_descriptor (self, entry, end, next - end) || !check_folder (self, entry))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
read_directory (int fd, gboolean document, GPtrArray *issues, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (ter_zip_entry_free);
  Reader self = {
    .fd = fd, .document = document, .entries = entries, .issues = issues, .cancellable = cancellable, .error = error
  };
  struct stat info;

  if (fstat (fd, &info) != 0)
    {
      int code = errno;

      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
      return NULL;
    }
  self.size = info.st_size;
  if (self.size > TER_LIMIT_ARCHIVE_BYTES)
    {
      refuse_size (&self, TER_ISSUE_ARCHIVE_TOO_LARGE, TER_LIMIT_ARCHIVE_BYTES);
      return NULL;
    }
  return find_end (&self) && read_list (&self) && check_places (&self) ? g_steal_pointer (&entries) : NULL;
}

GPtrArray *
ter_zip_directory_read (int fd, GPtrArray *issues, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (issues != NULL, NULL);

  return read_directory (fd, FALSE, issues, cancellable, error);
}

GPtrArray *
ter_zip_directory_read_document (int fd, GPtrArray *issues, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (issues != NULL, NULL);

  return read_directory (fd, TRUE, issues, cancellable, error);
}
