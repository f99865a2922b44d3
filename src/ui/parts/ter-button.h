/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Lets a button's words take several lines where there is no room for one: in a narrow window, with large text. */
void ter_button_set_wrap (GtkButton *button);

G_END_DECLS
