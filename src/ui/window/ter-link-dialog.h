/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows the whole address, asks, then opens it in the browser. */
void ter_link_dialog_ask (GtkWindow *parent, const char *address);

G_END_DECLS
