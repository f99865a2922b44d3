/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer none): the icons that a section may have, %NULL at the end: of GTK and libadwaita, there on every desktop, and ours. */
const char *const *ter_icon_list (void);

G_END_DECLS
