/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>

#include "ter-expression.h"
#include "ter-format-pattern.h"

/* Any bytes as an expression, and as a pattern for numbers and days. What is understood has a value, whatever the row holds. */

static TerExpressionValue
get_field (guint field, gpointer user_data)
{
  const TerExpressionValue values[] = {
    { .kind = TER_EXPRESSION_NULL },
    { .kind = TER_EXPRESSION_NUMBER, .number = -1e300 },
    { .kind = TER_EXPRESSION_TEXT, .text = "2020-05-28" },
    { .kind = TER_EXPRESSION_TEXT, .text = "" },
    { .kind = TER_EXPRESSION_BOOLEAN, .number = 1 },
  };

  return values[(field + GPOINTER_TO_UINT (user_data)) % G_N_ELEMENTS (values)];
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (TerExpression) expression = ter_expression_new (text);

  if (expression != NULL)
    {
      g_assert_cmpuint (strlen (text), <=, TER_EXPRESSION_MOST_BYTES);
      for (guint i = 0; i < 5; i++)
        {
          g_autofree char *value = ter_expression_dup_text (expression, get_field, GUINT_TO_POINTER (i));

          g_assert_nonnull (value);
          ter_expression_holds (expression, get_field, GUINT_TO_POINTER (i));
        }
    }
  if (ter_format_pattern_is_number (text))
    g_free (ter_format_pattern_dup_number (text, -1234.5678));
  if (ter_format_pattern_is_time (text))
    g_free (ter_format_pattern_dup_time (text, 2020, 5, 28));
  return 0;
}
