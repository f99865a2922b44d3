/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A sign and a sentence, in a box: never a colour alone. */
typedef enum
{
  TER_SIGN_GOOD,
  TER_SIGN_PLAIN,
  TER_SIGN_QUESTION,
  TER_SIGN_CAUTION,
  TER_SIGN_BAD,
} TerSign;

GtkWidget *ter_sign_new (TerSign sign, const char *text);

G_END_DECLS
