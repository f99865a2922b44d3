/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void ter_box_clear (GtkBox *box); /* gtk_box_remove_all() of GTK 4.20 */

G_END_DECLS
