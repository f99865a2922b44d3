/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-zip-record.h"

#include <string.h>
#include <sys/stat.h>

#define VERSION_NEEDED 20u /* 2.0: deflate */
#define MADE_BY_UNIX (3u << 8)
#define FIRST_DAY 0x0021u /* 1980-01-01 */
#define FRAME_NAME "file"

guint16
ter_zip_record_get16 (const guint8 *bytes)
{
  return (guint16) (bytes[0] | bytes[1] << 8);
}

guint32
ter_zip_record_get32 (const guint8 *bytes)
{
  return ter_zip_record_get16 (bytes) | (guint32) ter_zip_record_get16 (bytes + 2) << 16;
}

/* From the flags to the length of the extra fields, local headers and entries of the list are written alike. */
static void
parse_common (const guint8 *bytes, TerZipHeader *header)
{
  header->flags = ter_zip_record_get16 (bytes);
  header->method = ter_zip_record_get16 (bytes + 2);
  header->crc = ter_zip_record_get32 (bytes + 8);
  header->compressed = ter_zip_record_get32 (bytes + 12);
  header->size = ter_zip_record_get32 (bytes + 16);
  header->name_length = ter_zip_record_get16 (bytes + 20);
  header->extra_length = ter_zip_record_get16 (bytes + 22);
}

gboolean
ter_zip_record_parse_local (const guint8 *bytes, TerZipHeader *header)
{
  *header = (TerZipHeader) { 0 };
  parse_common (bytes + 6, header);
  return ter_zip_record_get32 (bytes) == TER_ZIP_LOCAL_SIGNATURE;
}

gboolean
ter_zip_record_parse_central (const guint8 *bytes, TerZipHeader *header)
{
  *header = (TerZipHeader) { 0 };
  parse_common (bytes + 8, header);
  header->comment_length = ter_zip_record_get16 (bytes + 32);
  header->disk = ter_zip_record_get16 (bytes + 34);
  header->attributes = ter_zip_record_get32 (bytes + 38);
  header->offset = ter_zip_record_get32 (bytes + 42);
  return ter_zip_record_get32 (bytes) == TER_ZIP_CENTRAL_SIGNATURE;
}

gboolean
ter_zip_record_parse_end (const guint8 *bytes, TerZipEnd *end)
{
  end->disk = ter_zip_record_get16 (bytes + 4);
  end->list_disk = ter_zip_record_get16 (bytes + 6);
  end->disk_entries = ter_zip_record_get16 (bytes + 8);
  end->n_entries = ter_zip_record_get16 (bytes + 10);
  end->list_bytes = ter_zip_record_get32 (bytes + 12);
  end->list_offset = ter_zip_record_get32 (bytes + 16);
  end->comment_length = ter_zip_record_get16 (bytes + 20);
  return ter_zip_record_get32 (bytes) == TER_ZIP_END_SIGNATURE;
}

static TerZipExtra
judge_field (guint16 id)
{
  switch (id)
    {
    case 0x0001: /* Zip64 */ return TER_ZIP_EXTRA_ZIP64;
    case 0x0014: /* PKCS#7, X.509, strong encryption … */
    case 0x0015:
    case 0x0016:
    case 0x0017:
    case 0x9901: /* AES of WinZip */ return TER_ZIP_EXTRA_ENCRYPTED;
    case 0x7075: /* Info-ZIP: the name in UTF-8 */
    case 0x6c78: /* libarchive: the list's attributes, in the local header */
    case 0x756e: /* ASi: mode, link, device */ return TER_ZIP_EXTRA_NAME;
    default: return TER_ZIP_EXTRA_PLAIN;
    }
}

TerZipExtra
ter_zip_record_judge_extra (const guint8 *bytes, gsize length)
{
  TerZipExtra worst = TER_ZIP_EXTRA_PLAIN;

  while (length >= 4)
    {
      gsize field = 4 + (gsize) ter_zip_record_get16 (bytes + 2);
      TerZipExtra found = judge_field (ter_zip_record_get16 (bytes));

      if (field > length)
        return TER_ZIP_EXTRA_BROKEN;
      worst = MAX (worst, found);
      bytes += field;
      length -= field;
    }
  return length == 0 ? worst : TER_ZIP_EXTRA_BROKEN;
}

static void
put16 (GByteArray *bytes, guint16 value)
{
  guint8 octets[2] = { value & 0xff, value >> 8 };

  g_byte_array_append (bytes, octets, sizeof octets);
}

static void
put32 (GByteArray *bytes, guint32 value)
{
  put16 (bytes, value & 0xffff);
  put16 (bytes, value >> 16);
}

/* What parse_common() reads, with the version before it. */
static void
put_common (GByteArray *bytes, guint16 method, guint32 crc, guint32 compressed, guint32 size)
{
  put16 (bytes, VERSION_NEEDED);
  put16 (bytes, 0);
  put16 (bytes, method);
  put16 (bytes, 0);
  put16 (bytes, FIRST_DAY);
  put32 (bytes, crc);
  put32 (bytes, compressed);
  put32 (bytes, size);
  put16 (bytes, strlen (FRAME_NAME));
  put16 (bytes, 0);
}

GBytes *
ter_zip_record_dup_envelope (guint16 method, guint32 crc, guint32 compressed, guint32 size, GBytes **end)
{
  GByteArray *before = g_byte_array_new ();
  GByteArray *after = g_byte_array_new ();
  gsize list_bytes;

  put32 (before, TER_ZIP_LOCAL_SIGNATURE);
  put_common (before, method, crc, compressed, size);
  g_byte_array_append (before, (const guint8 *) FRAME_NAME, strlen (FRAME_NAME));

  put32 (after, TER_ZIP_CENTRAL_SIGNATURE);
  put16 (after, MADE_BY_UNIX | VERSION_NEEDED);
  put_common (after, method, crc, compressed, size);
  put16 (after, 0); /* comment */
  put16 (after, 0); /* disk */
  put16 (after, 0); /* internal attributes */
  put32 (after, (S_IFREG | 0600u) << 16);
  put32 (after, 0); /* offset */
  g_byte_array_append (after, (const guint8 *) FRAME_NAME, strlen (FRAME_NAME));
  list_bytes = after->len;

  put32 (after, TER_ZIP_END_SIGNATURE);
  put16 (after, 0);
  put16 (after, 0);
  put16 (after, 1);
  put16 (after, 1);
  put32 (after, list_bytes);
  put32 (after, before->len + compressed);
  put16 (after, 0);

  *end = g_byte_array_free_to_bytes (after);
  return g_byte_array_free_to_bytes (before);
}
