/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n-lib.h>

#include "ter-mark.h"

/* One number, or one text (https://vega.github.io/vega-lite/docs/text.html). */

static char *
parse (TerFigureSpec *spec, JsonObject *mark)
{
  return spec->channels[TER_CHANNEL_TEXT].object == NULL ? g_strdup (_ ("a text without the channel “text”")) : NULL;
}

static char *
resolve (TerFigure *self)
{
  char *problem = ter_figure_find_column (self, &self->parsed.channels[TER_CHANNEL_TEXT], &self->value);

  if (problem != NULL)
    return problem;
  if (self->value == NULL)
    return g_strdup (_ ("a text without the channel “text”"));
  if (self->frame->n_rows > 1)
    return g_strdup (_ ("one text for several rows"));
  ter_figure_show_column (self, self->value);
  return NULL;
}

static char *
dup_count (TerFigure *figure, guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u value", "%u values", n), n);
}

const TerMarkType ter_mark_text = {
  .mark = TER_MARK_TEXT,
  .name = "text",
  .channels = TER_MARK_OFFSETS | TER_MARK_CHANNEL (TEXT) | TER_MARK_CHANNEL (SHAPE),
  .traits = TER_MARK_OWN_FORM,
  .parse = parse,
  .resolve = resolve,
  .dup_count = dup_count,
};
