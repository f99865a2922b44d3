/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-stored-zip.h"

#include <string.h>

#define VERSION 10  /* that is needed to unpack: 1.0 */
#define UTF8 0x0800 /* names are */
#define DAY 0x0021  /* 1 January 1980, where this calendar begins */

static void
put16 (GByteArray *out, guint value)
{
  const guint8 bytes[] = { value & 0xff, (value >> 8) & 0xff };

  g_byte_array_append (out, bytes, sizeof bytes);
}

static void
put32 (GByteArray *out, guint32 value)
{
  put16 (out, value & 0xffff);
  put16 (out, value >> 16);
}

/* The CRC-32 of ITU-T V.42, 8.1.1.6.2, bits reflected: polynomial 0xEDB88320. */
static guint32
compute_crc (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320u : 0);
    }
  return ~crc;
}

/* What the header before a file and the list at the end have in common. */
static void
put_entry (GByteArray *out, const TerStoredFile *file)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (file->bytes, &length);

  put16 (out, VERSION);
  put16 (out, UTF8);
  put16 (out, 0); /* stored */
  put16 (out, 0);
  put16 (out, DAY);
  put32 (out, compute_crc (data, length));
  put32 (out, (guint32) length);
  put32 (out, (guint32) length);
  put16 (out, (guint) strlen (file->name));
  put16 (out, 0); /* no extra field */
}

GBytes *
ter_stored_zip (const TerStoredFile *files)
{
  GByteArray *out = g_byte_array_new ();
  g_autoptr (GByteArray) list = g_byte_array_new ();
  guint n_files = 0;
  guint32 list_at;

  for (; files[n_files].name != NULL; n_files++)
    {
      const TerStoredFile *file = &files[n_files];
      guint32 at = out->len;

      put32 (out, 0x04034b50);
      put_entry (out, file);
      g_byte_array_append (out, (const guint8 *) file->name, (guint) strlen (file->name));
      g_byte_array_append (out, g_bytes_get_data (file->bytes, NULL), (guint) g_bytes_get_size (file->bytes));

      put32 (list, 0x02014b50);
      put16 (list, VERSION);
      put_entry (list, file);
      put16 (list, 0); /* no comment, on the first volume, no attributes */
      put16 (list, 0);
      put16 (list, 0);
      put32 (list, 0);
      put32 (list, at);
      g_byte_array_append (list, (const guint8 *) file->name, (guint) strlen (file->name));
    }
  list_at = out->len;
  g_byte_array_append (out, list->data, list->len);
  put32 (out, 0x06054b50);
  put32 (out, 0);
  put16 (out, n_files);
  put16 (out, n_files);
  put32 (out, list->len);
  put32 (out, list_at);
  put16 (out, 0);
  return g_byte_array_free_to_bytes (out);
}
