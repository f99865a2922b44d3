/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-lint-private.h"

#include <string.h>

#include "ter-json.h"
#include "ter-kind.h"
#include "ter-palette.h"

/* Colours that an author chose, against the pages on which the app shows them: WCAG 2.2, 1.4.11, asks 3:1 of what has to be
 * seen. (Text on such a colour is not looked at: the app writes it in black or white, whichever has the greater contrast, and
 * that one has 4.58:1 or more on any colour.) */

#define PAGE_LIGHT 0xffffff
#define PAGE_DARK 0x222226
#define ENOUGH 3.0

static void
look_at_color (TerLint *lint, const char *text, guint32 page, const char *word)
{
  g_autofree char *ratio = NULL;
  guint32 color;
  double contrast;

  if (text == NULL || !ter_color_parse (text, &color))
    return;
  contrast = ter_color_get_contrast (color, page);
  if (contrast >= ENOUGH)
    return;
  ratio = g_strdup_printf ("%.1f", contrast);
  ter_check_add (lint->check, TER_ISSUE_CONTRAST_WEAK, "value", text, "ratio", ratio, "@page", word, NULL);
}

typedef struct
{
  TerLint *lint;
  gsize mark;
} Walk;

static void
color_cb (JsonObject *object, const char *name, const char *language, const TerMember *member, JsonNode *node, const char *pointer,
          gpointer user_data)
{
  Walk *walk = user_data;

  if (member->type != TER_VALUE_COLOR)
    return;
  g_string_append (walk->lint->check->pointer, pointer);
  look_at_color (walk->lint, ter_json_node_string (node), PAGE_LIGHT, "page-light");
  ter_check_leave (walk->lint->check, walk->mark);
}

/* The colours of bars, in the range of a scale. Those of a map stand side by side in an order, from faint to strong. */
static void
look_at_figure (TerLint *lint, JsonObject *figure)
{
  JsonObject *spec = ter_json_get_object (figure, "spec");
  JsonObject *mark = ter_json_get_object (spec, "mark");
  const char *type = mark != NULL ? ter_json_get_string (mark, "type") : ter_json_get_string (spec, "mark");
  JsonObject *color = ter_json_get_object (ter_json_get_object (spec, "encoding"), "color");
  JsonArray *range = ter_json_get_array (ter_json_get_object (color, "scale"), "range");

  for (guint i = 0; g_strcmp0 (type, "geoshape") != 0 && i < ter_json_array_length (range); i++)
    {
      gsize start = ter_check_enter (lint->check, "spec");

      ter_check_enter (lint->check, "encoding");
      ter_check_enter (lint->check, "color");
      ter_check_enter (lint->check, "scale");
      ter_check_enter (lint->check, "range");
      ter_check_enter_index (lint->check, i);
      look_at_color (lint, ter_json_array_string (range, i), PAGE_LIGHT, "page-light");
      look_at_color (lint, ter_json_array_string (range, i), PAGE_DARK, "page-dark");
      ter_check_leave (lint->check, start);
    }
}

void
ter_lint_colors (TerLint *lint, JsonObject *object, const TerShape *shape)
{
  Walk walk = { lint, lint->check->pointer->len };
  GString *pointer = g_string_new (NULL);

  ter_shape_walk (object, shape, pointer, color_cb, &walk);
  g_string_free (pointer, TRUE);
  if (ter_kind_has (ter_json_get_string (object, "kind"), TER_KIND_HOLDS_FIGURES))
    ter_lint_foreach_figure (lint, object, look_at_figure);
}
