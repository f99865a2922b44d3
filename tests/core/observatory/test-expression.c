/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-expression.h"

#include <math.h>
#include <string.h>


static TerExpressionValue
get_field (guint field, gpointer user_data)
{
  const char *name = ter_expression_get_field (user_data, field);

  if (strcmp (name, "n") == 0)
    return (TerExpressionValue) { .kind = TER_EXPRESSION_NUMBER, .number = 12.5 };
  if (strcmp (name, "s") == 0)
    return (TerExpressionValue) { .kind = TER_EXPRESSION_TEXT, .text = "Été" };
  if (strcmp (name, "d") == 0)
    return (TerExpressionValue) { .kind = TER_EXPRESSION_TEXT, .text = "2020-05-28" };
  if (strcmp (name, "yes") == 0)
    return (TerExpressionValue) { .kind = TER_EXPRESSION_BOOLEAN, .number = 1 };
  return (TerExpressionValue) { .kind = TER_EXPRESSION_NULL };
}

/* What JavaScript makes of the same. */
static void
test_values_are_those_of_javascript (void)
{
  static const struct
  {
    const char *text, *value;
  } cases[] = {
    { "1 + 2 * 3", "7" },
    { "(1 + 2) * 3", "9" },
    { "10 - 4 - 3", "3" },
    { "7 % 4", "3" },
    { "-7 % 4", "−3" },
    { "1 / 4", "0.25" },
    { "'a' + 1", "a1" },
    { "1 + 2 + 'a'", "3a" },
    { "'3' * '4'", "12" },
    { "'3' + 4", "34" },
    { "'x' - 1", "NaN" },
    { "null + 1", "1" },
    { "true + 1", "2" },
    { "!0", "true" },
    { "!!'a'", "true" },
    { "!''", "true" },
    { "1 < 2 && 2 < 3", "true" },
    { "0 || 'a'", "a" },
    { "1 && 'b'", "b" },
    { "'2' == 2", "true" },
    { "'2' === 2", "false" },
    { "null == 0", "false" },
    { "null >= 0", "true" },
    { "null == null", "true" },
    { "'b' > 'a'", "true" },
    { "'10' < '9'", "true" },
    { "10 < '9'", "false" },
    { "1 ? 'a' : 0 ? 'b' : 'c'", "a" },
    { "datum.n", "12.5" },
    { "datum['n'] > 12", "true" },
    { "datum.s + '!'", "Été!" },
    { "upper(datum.s)", "ÉTÉ" },
    { "datum.none", "null" },
    { "isValid(datum.none)", "false" },
    { "isValid(datum.n)", "true" },
    { "datum.yes", "true" },
    { "year(datum.d)", "2020" },
    { "month(datum.d)", "4" },
    { "format(datum.n, '.2f')", "12.50" },
    { "round(datum.n)", "13" },
    { "floor(-1.5) + ceil(1.2) + abs(-3)", "3" },
    { "'it\\'s'", "it's" },
    { " 1\t+\n1 ", "2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerExpression) expression = ter_expression_new (cases[i].text);
      g_autofree char *value = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (expression);
      value = ter_expression_dup_text (expression, get_field, expression);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static void
test_what_is_not_understood_is_none (void)
{
  static const char *const texts[] = {
    "",
    " ",
    "1 +",
    "(1",
    "1)",
    "datum",
    "datum.",
    "datum[n]",
    "datum['n'",
    "datum[0]",
    "n",
    "a.b",
    "1 2",
    "'a",
    "\"a'",
    "'a\\n'",
    "1e5",
    "0x10",
    "1..2",
    "a = 1",
    "1 = 1",
    "1 & 2",
    "1 | 2",
    "2 ** 3",
    "x++",
    "datum.n = 3",
    "datum.n.m",
    "f(1)",
    "eval('1')",
    "format(1)",
    "abs()",
    "abs(1, 2)",
    "abs(1",
    "format(1, 'x')",
    "format(1, datum.s)",
    "[1]",
    "{}",
    "1;2",
    "1 ? 2",
    "() => 1",
    "datum['a']['b']",
    "this",
    "undefined",
    "/a/",
    "`a`",
    "é",
    "datum.é",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("%s", texts[i]);
      g_assert_null (ter_expression_new (texts[i]));
    }
  g_assert_null (ter_expression_new (NULL));
}

static void
assert_bound (const char *before, const char *middle, const char *after, guint at_limit)
{
  for (guint above = 0; above <= 1; above++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (TerExpression) expression = NULL;

      for (guint i = 0; i < at_limit + above; i++)
        g_string_append (text, before);
      g_string_append (text, middle);
      for (guint i = 0; i < at_limit + above; i++)
        g_string_append (text, after);
      expression = ter_expression_new (text->str);
      g_assert_true ((expression == NULL) == (above == 1));
    }
}

/* However long, deep or branched: it ends at once. */
static void
test_strangers_are_bounded (void)
{
  g_autofree char *blanks = g_strnfill (TER_EXPRESSION_MOST_BYTES - 1, ' ');
  g_autofree char *at_limit = g_strconcat (blanks, "1", NULL);
  g_autofree char *above = g_strconcat (blanks, " 1", NULL);
  g_autoptr (TerExpression) expression = ter_expression_new (at_limit);

  g_assert_nonnull (expression);
  g_assert_null (ter_expression_new (above));
  assert_bound ("(", "1", ")", TER_EXPRESSION_MOST_DEPTH - 1);
  assert_bound ("!", "1", "", TER_EXPRESSION_MOST_DEPTH - 1);
  assert_bound ("1+", "1", "", TER_EXPRESSION_MOST_NODES / 2 - 1);
}

/* What is joined does not grow without end. */
static void
test_texts_are_bounded (void)
{
  g_autofree char *long_text = g_strnfill (900, 'x');
  g_autofree char *text = g_strdup_printf ("'%s' + '%s'", "a", long_text);
  g_autoptr (TerExpression) expression = ter_expression_new (text);
  g_autofree char *value = ter_expression_dup_text (expression, get_field, expression);

  g_assert_cmpuint (strlen (value), ==, 901);
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/expression/javascript", test_values_are_those_of_javascript);
  g_test_add_func ("/expression/not understood", test_what_is_not_understood_is_none);
  g_test_add_func ("/expression/bounds", test_strangers_are_bounded);
  g_test_add_func ("/expression/texts", test_texts_are_bounded);
  return g_test_run ();
}
