/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ter-context.h"

G_BEGIN_DECLS

/* Asks whether to go back to the version that @pack had before, says what that changes, and does it. Tells what came of it in a toast. */
void ter_pack_rollback_ask (GtkWidget *widget, TerContext *context, TerPack *pack);

G_END_DECLS
