/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-lint-private.h"

#include "ter-json.h"
#include "ter-limits.h"
#include "ter-outline-feature.h"

/* Outlines whose codes are French, against where France is: what was projected, or written latitude first, lies elsewhere. */

typedef struct
{
  double west, south, east, north;
} Box;

/* Whole degrees around each part, from the extents of its official projection. */
static const Box boxes[] = {
  { -6, 41, 10, 52 },       /* the mainland and Corsica */
  { -64, 14, -60, 19 },     /* Guadeloupe, Martinique, Saint-Martin, Saint-Barthélemy */
  { -55, 2, -51, 6 },       /* Guyane */
  { 55, -22, 56, -20 },     /* La Réunion */
  { 44, -14, 46, -12 },     /* Mayotte */
  { -57, 46, -56, 48 },     /* Saint-Pierre-et-Miquelon */
  { -155, -28, -134, -7 },  /* Polynésie française */
  { 157, -27, 173, -15 },   /* Nouvelle-Calédonie */
  { -179, -15, -176, -13 }, /* Wallis-et-Futuna */
};

static gboolean
is_in_france (const TerOutlineFeature *feature)
{
  double longitude = (feature->west + feature->east) / 2.0, latitude = (feature->south + feature->north) / 2.0;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (longitude >= boxes[i].west && longitude <= boxes[i].east && latitude >= boxes[i].south && latitude <= boxes[i].north)
      return TRUE;
  return FALSE;
}

static gboolean
is_french_level (const char *level)
{
  static const char *const levels[] = { "commune", "epci", "departement", "region", NULL };

  return level != NULL && g_strv_contains (levels, level);
}

typedef struct
{
  guint n, n_french, n_elsewhere;
  char *first; /* nullable: the code of the first that lies elsewhere */
} Counts;

static void
count_feature (TerLint *lint, const char *level, const TerOutlineFeature *feature, Counts *counts)
{
  counts->n++;
  if (feature->code == NULL || feature->wanted != NULL || !ter_known_codes_contains (lint->codes, level, feature->code))
    return;
  counts->n_french++;
  if (is_in_france (feature))
    return;
  counts->n_elsewhere++;
  if (counts->first == NULL)
    counts->first = g_strdup (feature->code);
}

/* A code or two may be those of another country: most of a file are not. */
void
ter_lint_outlines (TerLint *lint, JsonObject *resource)
{
  const char *level = ter_json_get_string (resource, "level"), *path = ter_json_get_string (resource, "path");
  g_autoptr (TerJsonScan) scan = NULL;
  g_auto (TerOutlineFeature) feature = { 0 };
  g_autofree char *count = NULL;
  Counts counts = { 0 };

  if (path == NULL || !is_french_level (level))
    return;
  ter_outline_feature_init (&feature);
  ter_check_begin (lint->check, path);
  scan = ter_check_scan_outlines (lint->check, path);
  for (guint i = 0; scan != NULL && i < ter_json_scan_get_n_records (scan) && !ter_check_is_cancelled (lint->check); i++)
    {
      gsize length;
      const char *text = ter_json_scan_get_record_text (scan, i, &length);

      ter_outline_feature_read (&feature, text, length);
      count_feature (lint, level, &feature, &counts);
    }
  count = g_strdup_printf ("%u", counts.n_elsewhere);
  if (counts.n_elsewhere > 0 && counts.n_french * 2 > counts.n)
    ter_check_add_at (lint->check, TER_ISSUE_OUTLINE_ELSEWHERE, 0, 0, "code", counts.first, "count", count, NULL);
  ter_check_end (lint->check, scan);
  g_free (counts.first);
}
