/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-home-webinar.h"

#include <glib/gi18n.h>

#include "ter-card.h"
#include "ter-date.h"
#include "ter-json.h"
#include "ter-webinar-choice.h"

GtkWidget *
ter_home_webinar_new (TerContext *context, TerPack *pack, const char *section_id)
{
  const TerSection *section = ter_pack_find_section (pack, section_id);
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *day = NULL;
  g_autofree char *eyebrow = NULL;
  g_autoptr (GDateTime) now = ter_context_now (context);
  g_autoptr (TerWebinar) webinar = NULL;
  gboolean ahead;

  if (section != NULL)
    entries = ter_library_list_section (ter_context_get_library (context), pack, section, NULL);
  webinar = entries != NULL ? ter_webinar_choice_find (entries, now, &ahead) : NULL;
  if (webinar == NULL)
    return NULL;

  day = ter_date_format (ter_webinar_get_start (webinar), TER_DATE_LONG);
  /* Translators: %s is a date in full. */
  eyebrow = g_strdup_printf (ahead ? _ ("Next webinar: %s") : _ ("Latest webinar: %s"), day);

  return ter_card_new_for_entry (ter_webinar_get_entry (webinar), eyebrow);
}
