/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-color.h"

#include <math.h>

#include "ter-palette.h"

TerColor
ter_color_new (guint32 packed)
{
  return (TerColor) { (packed >> 16 & 0xff) / 255.0f, (packed >> 8 & 0xff) / 255.0f, (packed & 0xff) / 255.0f, 1.0f };
}

guint32
ter_color_pack (const TerColor *self)
{
  return (guint32) lround (self->red * 255) << 16 | (guint32) lround (self->green * 255) << 8 | (guint32) lround (self->blue * 255);
}

TerColor
ter_color_fade (const TerColor *self, double part)
{
  return (TerColor) { self->red, self->green, self->blue, self->alpha * (float) part };
}

TerColor
ter_color_mix (const TerColor *self, const TerColor *other, double part)
{
  float to = (float) part;

  return (TerColor) { self->red + (other->red - self->red) * to, self->green + (other->green - self->green) * to,
                      self->blue + (other->blue - self->blue) * to, 1.0f };
}

TerColor
ter_color_get_ink (const TerColor *self)
{
  return ter_color_new (ter_color_get_readable (ter_color_pack (self)));
}
