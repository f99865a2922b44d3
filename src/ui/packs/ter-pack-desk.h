/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ter-context.h"

G_BEGIN_DECLS

/* Where packs come in and go out of a window: files chosen, dropped or given on the command line are imported one after the other,
 * interrupted imports are offered again, a removal can be undone. It gives the window the actions of ter-pack-actions.h. */
#define TER_TYPE_PACK_DESK (ter_pack_desk_get_type ())
G_DECLARE_FINAL_TYPE (TerPackDesk, ter_pack_desk, TER, PACK_DESK, GObject)

/* @drop_hint: shown while something that could be imported is held over the window */
TerPackDesk *ter_pack_desk_new (GtkWindow *window, AdwToastOverlay *toasts, GtkWidget *drop_hint, TerContext *context);
void ter_pack_desk_import (TerPackDesk *self, GFile **files, int n_files);

G_END_DECLS
