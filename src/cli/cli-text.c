/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "cli.h"

#define ZERO_WIDTH_NON_JOINER 0x200c
#define ZERO_WIDTH_JOINER 0x200d

/* Of the characters that are not seen, two only shape their neighbours: letters of some languages, families of emoji. */
static gboolean
is_harmless (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_FORMAT: return c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR: return FALSE;
    default: return g_unichar_isprint (c);
    }
}

char *
cli_dup_shown (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *shown = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (shown, is_harmless (c) ? c : 0xfffd);
    }
  return g_string_free_and_steal (shown);
}

/* RFC 8259, 7: beyond the basic plane as two halves of a surrogate pair. */
static void
append_escape (GString *text, gunichar c)
{
  if (c < 0x10000)
    g_string_append_printf (text, "\\u%04x", c);
  else
    g_string_append_printf (text, "\\u%04x\\u%04x", 0xd800 + ((c - 0x10000) >> 10), 0xdc00 + ((c - 0x10000) & 0x3ff));
}

void
cli_print_json (JsonNode *root)
{
  g_autofree char *text = json_to_string (root, TRUE);
  g_autoptr (GString) shown = g_string_new (NULL);

  /* What is not ASCII stands in strings alone, and json-glib has escaped what is below U+0020 there. */
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || is_harmless (c))
        g_string_append_unichar (shown, c);
      else
        append_escape (shown, c);
    }
  g_print ("%s\n", shown->str);
}

void
cli_add_string (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}
