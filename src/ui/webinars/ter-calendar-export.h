/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-webinar.h"

G_BEGIN_DECLS

/* Hands a webinar to the user's own calendar, through a file; offers to save it when no calendar takes it. */
void ter_calendar_export_open (GtkWidget *parent, TerWebinar *webinar, GDateTime *now);
/* Asks where, then saves it as .ics. */
void ter_calendar_export_save (GtkWidget *parent, TerWebinar *webinar, GDateTime *now);

G_END_DECLS
