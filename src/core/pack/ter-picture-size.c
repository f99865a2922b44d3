/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-picture-size.h"

#include <string.h>

/* How far an SVG's root may be from its beginning: comments and declarations come first. */
#define SVG_HEAD 4096

static guint32
read_big (const guint8 *data, guint n_bytes)
{
  guint32 value = 0;

  for (guint i = 0; i < n_bytes; i++)
    value = value << 8 | data[i];
  return value;
}

static guint32
read_little (const guint8 *data, guint n_bytes)
{
  guint32 value = 0;

  for (guint i = n_bytes; i > 0; i--)
    value = value << 8 | data[i - 1];
  return value;
}

/* PNG (ISO/IEC 15948), 11.2.2: IHDR comes first. */
static gboolean
read_png (const guint8 *data, gsize length, guint32 *width, guint32 *height)
{
  if (length < 24 || memcmp (data, "\x89PNG\r\n\x1a\n", 8) != 0 || memcmp (data + 12, "IHDR", 4) != 0)
    return FALSE;
  *width = read_big (data + 16, 4);
  *height = read_big (data + 20, 4);
  return TRUE;
}

/* A start of frame: C0 to CF, without DHT, JPG and DAC (ITU-T T.81, table B.1). */
static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

static gboolean
read_jpeg (const guint8 *data, gsize length, guint32 *width, guint32 *height)
{
  gsize at = 2;

  if (length < 4 || data[0] != 0xFF || data[1] != 0xD8)
    return FALSE;
  while (at + 9 <= length && data[at] == 0xFF)
    {
      guint8 marker = data[at + 1];

      if (marker == 0xFF)
        {
          at++;
          continue;
        }
      if (is_frame (marker))
        {
          *height = read_big (data + at + 5, 2);
          *width = read_big (data + at + 7, 2);
          return TRUE;
        }
      /* Markers without a segment, or the picture itself: no frame came before it. */
      if (marker >= 0xD0 && marker <= 0xDA)
        return FALSE;
      at += 2 + MAX (2, read_big (data + at + 2, 2));
    }
  return FALSE;
}

/* RFC 9649: three kinds of first chunk. */
static gboolean
read_webp (const guint8 *data, gsize length, guint32 *width, guint32 *height)
{
  if (length < 30 || memcmp (data, "RIFF", 4) != 0 || memcmp (data + 8, "WEBP", 4) != 0)
    return FALSE;
  if (memcmp (data + 12, "VP8X", 4) == 0)
    {
      *width = read_little (data + 24, 3) + 1;
      *height = read_little (data + 27, 3) + 1;
      return TRUE;
    }
  if (memcmp (data + 12, "VP8L", 4) == 0 && data[20] == 0x2F)
    {
      guint32 bits = read_little (data + 21, 4);

      *width = (bits & 0x3FFF) + 1;
      *height = (bits >> 14 & 0x3FFF) + 1;
      return TRUE;
    }
  if (memcmp (data + 12, "VP8 ", 4) == 0 && memcmp (data + 23, "\x9d\x01\x2a", 3) == 0)
    {
      *width = read_little (data + 26, 2) & 0x3FFF;
      *height = read_little (data + 28, 2) & 0x3FFF;
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_svg (const guint8 *data, gsize length)
{
  return length > 0 && g_strstr_len ((const char *) data, MIN (length, SVG_HEAD), "<svg") != NULL;
}

TerPictureType
ter_picture_size_read (const guint8 *data, gsize length, int *width, int *height)
{
  g_return_val_if_fail (data != NULL || length == 0, TER_PICTURE_UNKNOWN);
  g_return_val_if_fail (width != NULL && height != NULL, TER_PICTURE_UNKNOWN);

  TerPictureType type = TER_PICTURE_UNKNOWN;
  guint32 w = 0, h = 0;

  *width = *height = 0;
  if (read_png (data, length, &w, &h))
    type = TER_PICTURE_PNG;
  else if (read_jpeg (data, length, &w, &h))
    type = TER_PICTURE_JPEG;
  else if (read_webp (data, length, &w, &h))
    type = TER_PICTURE_WEBP;
  else
    return is_svg (data, length) ? TER_PICTURE_SVG : TER_PICTURE_UNKNOWN;
  if (w == 0 || h == 0 || w > G_MAXINT || h > G_MAXINT)
    return TER_PICTURE_UNKNOWN;
  *width = (int) w;
  *height = (int) h;
  return type;
}
