/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A card for the webinar that comes next or, when none does, for the latest one. %NULL when there is none in the section. */
GtkWidget *ter_home_webinar_new (TerContext *context, TerPack *pack, const char *section_id);

G_END_DECLS
