/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The one table of shortcuts: it sets the accelerators and fills the dialog that tells them. */
void ter_shortcuts_set_accels (GtkApplication *application);
AdwDialog *ter_shortcuts_dialog_new (void);

G_END_DECLS
