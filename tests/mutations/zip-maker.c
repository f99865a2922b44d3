/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "zip-maker.h"

#include <gio/gio.h>

static GString *
copy_string (const GString *string)
{
  return g_string_new_len (string->str, string->len);
}

static void
header_clear (ZipHeader *header)
{
  g_string_free (header->name, TRUE);
  g_string_free (header->extra, TRUE);
}

void
zip_entry_free (gpointer data)
{
  ZipEntry *entry = data;

  header_clear (&entry->local);
  header_clear (&entry->list);
  g_string_free (entry->data, TRUE);
  g_string_free (entry->gap, TRUE);
  g_string_free (entry->comment, TRUE);
  g_free (entry);
}

Zip *
zip_new (void)
{
  Zip *self = g_new0 (Zip, 1);

  self->entries = g_ptr_array_new_with_free_func (zip_entry_free);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->head = g_string_new (NULL);
  self->tail = g_string_new (NULL);
  self->comment = g_string_new (NULL);
  self->before_list = g_string_new (NULL);
  self->before_end = g_string_new (NULL);
  self->count = self->count_here = self->list_size = self->comment_length = -1;
  self->list_offset = -1;
  return self;
}

void
zip_free (Zip *self)
{
  g_ptr_array_unref (self->entries);
  g_array_unref (self->order);
  g_string_free (self->head, TRUE);
  g_string_free (self->tail, TRUE);
  g_string_free (self->comment, TRUE);
  g_string_free (self->before_list, TRUE);
  g_string_free (self->before_end, TRUE);
  g_free (self);
}

/* The reversed polynomial of ISO 3309, a bit at a time: packs of tests are small. */
guint32
zip_crc (const char *data, gsize length)
{
  static guint32 table[256];
  guint32 crc = 0xffffffff;

  if (table[1] == 0)
    for (guint i = 0; i < 256; i++)
      {
        table[i] = i;
        for (int bit = 0; bit < 8; bit++)
          table[i] = table[i] >> 1 ^ (table[i] & 1 ? 0xedb88320 : 0);
      }
  for (gsize i = 0; i < length; i++)
    crc = crc >> 8 ^ table[(crc ^ (guint8) data[i]) & 0xff];
  return ~crc;
}

static ZipHeader
make_header (const char *name, const char *data, gsize length)
{
  return (ZipHeader) {
    .version = 20,
    .flags = 0x0800,
    .date = 0x0021,
    .crc = zip_crc (data, length),
    .packed = length,
    .size = length,
    .name = g_string_new (name),
    .extra = g_string_new (NULL),
    .name_length = -1,
    .extra_length = -1,
  };
}

ZipEntry *
zip_add (Zip *self, const char *name, const char *data, gsize length)
{
  ZipEntry *entry = g_new0 (ZipEntry, 1);

  entry->local = make_header (name, data, length);
  entry->list = make_header (name, data, length);
  entry->data = g_string_new_len (data, length);
  entry->gap = g_string_new (NULL);
  entry->comment = g_string_new (NULL);
  entry->made_by = 3 << 8 | 20;
  entry->external = 0100644u << 16;
  entry->offset = -1;
  entry->signature = 0x04034b50;
  g_ptr_array_add (self->entries, entry);
  return entry;
}

ZipEntry *
zip_copy (const ZipEntry *entry)
{
  ZipEntry *copy = g_memdup2 (entry, sizeof *entry);

  copy->local.name = copy_string (entry->local.name);
  copy->local.extra = copy_string (entry->local.extra);
  copy->list.name = copy_string (entry->list.name);
  copy->list.extra = copy_string (entry->list.extra);
  copy->data = copy_string (entry->data);
  copy->gap = copy_string (entry->gap);
  copy->comment = copy_string (entry->comment);
  return copy;
}

void
zip_deflate (ZipEntry *entry)
{
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 6));
  g_autoptr (GBytes) bytes = g_bytes_new (entry->data->str, entry->data->len);
  g_autoptr (GBytes) packed = g_converter_convert_bytes (converter, bytes, NULL);
  gsize length;
  const char *data;

  if (entry->local.method != 0 || packed == NULL)
    return;
  data = g_bytes_get_data (packed, &length);
  g_string_truncate (entry->data, 0);
  g_string_append_len (entry->data, data, length);
  entry->local.method = entry->list.method = 8;
  entry->local.packed = entry->list.packed = length;
}

/* ---- Writing ---- */

static void
put2 (GString *out, guint32 value)
{
  g_string_append_c (out, value & 0xff);
  g_string_append_c (out, value >> 8 & 0xff);
}

static void
put4 (GString *out, guint32 value)
{
  put2 (out, value & 0xffff);
  put2 (out, value >> 16);
}

static void
put8 (GString *out, guint64 value)
{
  put4 (out, value & 0xffffffff);
  put4 (out, value >> 32);
}

static void
put (GString *out, const GString *string)
{
  g_string_append_len (out, string->str, string->len);
}

static void
put_header (GString *out, const ZipHeader *header, gboolean later)
{
  put2 (out, header->version);
  put2 (out, header->flags | (later ? 8 : 0));
  put2 (out, header->method);
  put2 (out, header->time);
  put2 (out, header->date);
  put4 (out, later ? 0 : header->crc);
  put4 (out, later ? 0 : header->packed);
  put4 (out, later ? 0 : header->size);
  put2 (out, header->name_length >= 0 ? (gsize) header->name_length : header->name->len);
  put2 (out, header->extra_length >= 0 ? (gsize) header->extra_length : header->extra->len);
}

static void
put_local (GString *out, ZipEntry *entry)
{
  put (out, entry->gap);
  entry->position = out->len;
  if (entry->missing)
    return;
  put4 (out, entry->signature);
  put_header (out, &entry->local, entry->descriptor);
  put (out, entry->local.name);
  put (out, entry->local.extra);
  put (out, entry->data);
  if (!entry->descriptor)
    return;
  put4 (out, 0x08074b50);
  put4 (out, entry->local.crc);
  put4 (out, entry->local.packed);
  put4 (out, entry->local.size);
}

static void
put_listed (GString *out, const ZipEntry *entry)
{
  if (entry->unlisted)
    return;
  put4 (out, 0x02014b50);
  put2 (out, entry->made_by);
  put_header (out, &entry->list, FALSE);
  put2 (out, entry->comment->len);
  put2 (out, entry->disk);
  put2 (out, entry->internal);
  put4 (out, entry->external);
  put4 (out, entry->offset >= 0 ? (guint64) entry->offset : entry->position);
  put (out, entry->list.name);
  put (out, entry->list.extra);
  put (out, entry->comment);
}

static guint
count_listed (const Zip *self)
{
  guint count = 0;

  for (guint i = 0; i < self->entries->len; i++)
    count += !((ZipEntry *) g_ptr_array_index (self->entries, i))->unlisted;
  return count;
}

static void
put_zip64 (GString *out, guint count, gsize list, gsize size)
{
  const gsize here = out->len;

  put4 (out, 0x06064b50);
  put8 (out, 44);
  put2 (out, 45);
  put2 (out, 45);
  put4 (out, 0);
  put4 (out, 0);
  put8 (out, count);
  put8 (out, count);
  put8 (out, size);
  put8 (out, list);
  put4 (out, 0x07064b50);
  put4 (out, 0);
  put8 (out, here);
  put4 (out, 1);
}

static void
put_end (const Zip *self, GString *out, gsize list, gsize size)
{
  const guint count = count_listed (self);

  if (self->zip64)
    put_zip64 (out, count, list, size);
  put4 (out, 0x06054b50);
  put2 (out, self->disk);
  put2 (out, self->list_disk);
  put2 (out, self->count_here >= 0 ? (guint) self->count_here : count);
  put2 (out, self->count >= 0 ? (guint) self->count : count);
  put4 (out, self->list_size >= 0 ? (gsize) self->list_size : size);
  put4 (out, self->list_offset >= 0 ? (gsize) self->list_offset : list);
  put2 (out, self->comment_length >= 0 ? (gsize) self->comment_length : self->comment->len);
  put (out, self->comment);
}

GString *
zip_write (Zip *self)
{
  GString *out = g_string_new (NULL);
  gsize list, end;

  put (out, self->head);
  for (guint i = 0; i < self->entries->len; i++)
    put_local (out, g_ptr_array_index (self->entries, i));
  put (out, self->before_list);
  list = out->len;
  for (guint i = 0; i < self->entries->len; i++)
    {
      const guint index = i < self->order->len ? g_array_index (self->order, guint, i) : i;

      put_listed (out, g_ptr_array_index (self->entries, index % self->entries->len));
    }
  end = out->len;
  put (out, self->before_end);
  put_end (self, out, list, end - list);
  put (out, self->tail);
  return out;
}
