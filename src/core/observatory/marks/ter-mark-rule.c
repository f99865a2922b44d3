/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n-lib.h>

#include "ter-mark-guide.h"

/* Lines across the whole chart (https://vega.github.io/vega-lite/docs/rule.html). */

static char *
parse (TerFigureSpec *spec, JsonObject *mark)
{
  spec->zero = TRUE;
  return ter_mark_guide_parse (spec);
}

static char *
dup_count (TerFigure *figure, guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line", "%u lines", n), n);
}

const TerMarkType ter_mark_rule = {
  .mark = TER_MARK_RULE,
  .name = "rule",
  .traits = TER_MARK_OVER_TIME | TER_MARK_CURVED | TER_MARK_DATUM | TER_MARK_GUIDE,
  .parse = parse,
  .resolve = ter_mark_guide_resolve,
  .dup_count = dup_count,
  .lay_out = ter_mark_guide_lay_out,
};
