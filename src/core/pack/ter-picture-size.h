/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No side of a pack's picture is longer (see docs/pack-format.md). */
#define TER_PICTURE_MAX_SIDE 4096

typedef enum
{
  TER_PICTURE_UNKNOWN,
  TER_PICTURE_PNG,
  TER_PICTURE_JPEG,
  TER_PICTURE_WEBP,
  TER_PICTURE_SVG
} TerPictureType;

/**
 * ter_picture_size_read:
 * @data: a whole file
 * @width: (out): pixels; 0 for an SVG, which has the size that one gives it
 * @height: (out): pixels
 *
 * Reads a picture's type and size from its header, so that nothing is decoded before they are known. Any thread.
 *
 * Returns: its type; %TER_PICTURE_UNKNOWN when it is none of ours or has no size
 */
TerPictureType ter_picture_size_read (const guint8 *data, gsize length, int *width, int *height);

G_END_DECLS
