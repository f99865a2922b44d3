/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the first start asks, once: which territory is the reader's. Its answer is the window's action that chooses one, or nothing. */
#define TER_TYPE_WELCOME_DIALOG (ter_welcome_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TerWelcomeDialog, ter_welcome_dialog, TER, WELCOME_DIALOG, AdwDialog)

AdwDialog *ter_welcome_dialog_new (void);

G_END_DECLS
