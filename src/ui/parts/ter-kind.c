/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-kind.h"

#include <glib/gi18n.h>

static const struct
{
  const char *kind;
  const char *title;
  const char *plural;
  const char *icon;
} kinds[] = {
  { "theme", NC_ ("kind", "Theme"), NC_ ("kind", "Themes"), "view-grid-symbolic" },
  { "document", NC_ ("kind", "Document"), NC_ ("kind", "Documents"), "text-x-generic-symbolic" },
  { "webinar", NC_ ("kind", "Webinar"), NC_ ("kind", "Webinars"), "camera-video-symbolic" },
  { "kit", NC_ ("kind", "Kit"), NC_ ("kind", "Kits"), "package-x-generic-symbolic" },
  { "example", NC_ ("kind", "Example"), NC_ ("kind", "Examples"), "starred-symbolic" },
  { "page", NC_ ("kind", "Page"), NC_ ("kind", "Pages"), "x-office-document-symbolic" },
  { "dashboard", NC_ ("kind", "Dashboard"), NC_ ("kind", "Dashboards"), "x-office-spreadsheet-symbolic" },
  { "organisation", NC_ ("kind", "Organisation"), NC_ ("kind", "Organisations"), "system-users-symbolic" },
  { "goal", NC_ ("kind", "Goal"), NC_ ("kind", "Goals"), "emblem-ok-symbolic" },
};

static gsize
find_kind (const char *kind)
{
  gsize i = 0;

  while (i < G_N_ELEMENTS (kinds) && g_strcmp0 (kinds[i].kind, kind) != 0)
    i++;

  return i;
}

const char *
ter_kind_get_title (const char *kind)
{
  gsize i = find_kind (kind);

  return i < G_N_ELEMENTS (kinds) ? g_dpgettext2 (NULL, "kind", kinds[i].title) : _ ("Other");
}

const char *
ter_kind_get_plural (const char *kind)
{
  gsize i = find_kind (kind);

  return i < G_N_ELEMENTS (kinds) ? g_dpgettext2 (NULL, "kind", kinds[i].plural) : _ ("Others");
}

const char *
ter_kind_get_icon (const char *kind)
{
  gsize i = find_kind (kind);

  return i < G_N_ELEMENTS (kinds) ? kinds[i].icon : "folder-symbolic";
}
