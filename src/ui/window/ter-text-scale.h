/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The size of the window's text: one for reading, another, larger, for the full screen. */
typedef enum
{
  TER_TEXT_NORMAL,
  TER_TEXT_LARGER,
  TER_TEXT_SMALLER
} TerTextStep;

typedef struct _TerTextScale TerTextScale;

TerTextScale *ter_text_scale_new (TerContext *context);
void ter_text_scale_free (TerTextScale *self);
void ter_text_scale_set_presentation (TerTextScale *self, gboolean presentation);
/* (transfer full): the size that it has now, as it is said: "110 %". */
char *ter_text_scale_step (TerTextScale *self, TerTextStep step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerTextScale, ter_text_scale_free)

G_END_DECLS
