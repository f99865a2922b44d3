/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The records of a ZIP, as bytes and as numbers. Source: APPNOTE.TXT 6.3.10, PKWARE. Pure functions; any thread. */

#define TER_ZIP_LOCAL_SIGNATURE 0x04034b50u
#define TER_ZIP_CENTRAL_SIGNATURE 0x02014b50u
#define TER_ZIP_END_SIGNATURE 0x06054b50u
#define TER_ZIP_END64_SIGNATURE 0x07064b50u /* of what leads to the end record of Zip64 */
#define TER_ZIP_DESCRIPTOR_SIGNATURE 0x08074b50u

/* Octets of the records, without what follows them. */
#define TER_ZIP_LOCAL_BYTES 30u
#define TER_ZIP_CENTRAL_BYTES 46u
#define TER_ZIP_END_BYTES 22u
#define TER_ZIP_DESCRIPTOR_BYTES 12u /* without its signature, which may be left out */

#define TER_ZIP_FLAG_ENCRYPTED (1u << 0)
#define TER_ZIP_FLAG_DESCRIPTOR (1u << 3) /* CRC and sizes follow the data */
#define TER_ZIP_FLAG_PATCH (1u << 5)
#define TER_ZIP_FLAG_STRONG (1u << 6)
#define TER_ZIP_FLAG_MASKED (1u << 13)

#define TER_ZIP_STORED 0u
#define TER_ZIP_DEFLATED 8u

/* An entry of the list, or a local header: that has no attributes, offset, disk or comment. */
typedef struct
{
  guint16 flags, method;
  guint32 crc, compressed, size;
  guint16 name_length, extra_length, comment_length, disk;
  guint32 attributes, offset;
} TerZipHeader;

typedef struct
{
  guint16 disk, list_disk;
  guint16 disk_entries, n_entries;
  guint32 list_bytes, list_offset;
  guint16 comment_length;
} TerZipEnd;

/* Two octets, the lower first. */
guint16 ter_zip_record_get16 (const guint8 *bytes);
/* Four octets, the lowest first. */
guint32 ter_zip_record_get32 (const guint8 *bytes);

/* %FALSE when the bytes, of which there are enough for the record, do not begin with its signature. */
gboolean ter_zip_record_parse_local (const guint8 *bytes, TerZipHeader *header);
/* The same for a header of the list. */
gboolean ter_zip_record_parse_central (const guint8 *bytes, TerZipHeader *header);
/* The same for the record at the end. */
gboolean ter_zip_record_parse_end (const guint8 *bytes, TerZipEnd *end);

typedef enum
{
  TER_ZIP_EXTRA_PLAIN,
  TER_ZIP_EXTRA_BROKEN, /* its fields do not fill it */
  TER_ZIP_EXTRA_ZIP64,
  TER_ZIP_EXTRA_ENCRYPTED,
  TER_ZIP_EXTRA_NAME, /* it gives the file a second name or other attributes */
} TerZipExtra;

/* What the extra fields of an entry are for: the worst of them. */
TerZipExtra ter_zip_record_judge_extra (const guint8 *bytes, gsize length);

/**
 * ter_zip_record_dup_envelope:
 * @end: (out) (transfer full): what follows the data
 *
 * What turns the packed data of one file into a whole ZIP of that file alone, called "file", whose numbers are these:
 * the local header that goes before them, and the list and end record that go after.
 *
 * Returns: (transfer full): what goes before the data
 */
GBytes *ter_zip_record_dup_envelope (guint16 method, guint32 crc, guint32 compressed, guint32 size, GBytes **end);

G_END_DECLS
