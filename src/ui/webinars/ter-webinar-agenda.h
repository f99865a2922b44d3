/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The agenda of a webinar (of TerAgendaItem) as a line of time. */
GtkWidget *ter_webinar_agenda_new (GPtrArray *items);

G_END_DECLS
