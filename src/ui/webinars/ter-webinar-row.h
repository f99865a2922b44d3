/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-webinar.h"

G_BEGIN_DECLS

/* (transfer full): "Thursday 28 May 2020, 13:00 to 14:00", as precise as it is. */
char *ter_webinar_row_dup_when (TerWebinar *webinar);
/* (transfer full): "13:00". */
char *ter_webinar_row_dup_hour (int hour, int minute);
/* (transfer full): "1 hour 30 minutes"; NULL when it is not known. */
char *ter_webinar_row_dup_duration (TerWebinar *webinar);
/* What is to be known before going: under way, cancelled, provisional; NULL when there is nothing. */
GtkWidget *ter_webinar_row_new_tag (TerWebinar *webinar, GDateTime *now);
/* (transfer full): the same and when it is, in one text. */
char *ter_webinar_row_dup_line (TerWebinar *webinar, GDateTime *now);
/* The day and its month as in a calendar. */
GtkWidget *ter_webinar_row_new_date_block (TerWebinar *webinar);
/* A row that opens the webinar. */
GtkWidget *ter_webinar_row_new (TerWebinar *webinar, GDateTime *now);
/* The same, to be seen first. */
GtkWidget *ter_webinar_row_new_card (TerWebinar *webinar, GDateTime *now);

G_END_DECLS
