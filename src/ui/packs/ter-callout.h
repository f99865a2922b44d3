/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A sign and a sentence, in a box: never a colour alone. */
typedef enum
{
  TER_CALLOUT_GOOD,
  TER_CALLOUT_PLAIN,
  TER_CALLOUT_QUESTION,
  TER_CALLOUT_CAUTION,
  TER_CALLOUT_BAD,
} TerCallout;

GtkWidget *ter_callout_new (TerCallout sign, const char *text);

G_END_DECLS
