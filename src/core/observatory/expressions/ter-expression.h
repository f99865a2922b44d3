/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A part of Vega's expressions (https://vega.github.io/vega/docs/expressions/), for filters and labels: numbers, texts in quotes, true, false, null,
 * datum.NAME and datum['NAME'], the operators ! + - * / % < <= > >= == === != !== && || and ?:, and the functions abs, ceil, floor, round, upper, lower,
 * isValid, year, month and format. They are read from strangers: what they may be is bounded, nothing is ever called or assigned. What values are to
 * one another is what JavaScript says. Immutable; any thread. */
typedef struct _TerExpression TerExpression;

#define TER_EXPRESSION_MOST_BYTES 1000u
#define TER_EXPRESSION_MOST_NODES 300u
#define TER_EXPRESSION_MOST_DEPTH 32u

typedef enum
{
  TER_EXPRESSION_NULL,
  TER_EXPRESSION_NUMBER,
  TER_EXPRESSION_TEXT,
  TER_EXPRESSION_BOOLEAN, /* its number is 0 or 1 */
} TerExpressionKind;

typedef struct
{
  TerExpressionKind kind;
  double number;
  const char *text;
} TerExpressionValue;

/* The value of a field of the datum, by its number in the list of fields. */
typedef TerExpressionValue (*TerExpressionField) (guint field, gpointer user_data);

/**
 * ter_expression_new:
 *
 * Returns: (transfer full) (nullable): %NULL for what is not understood, or beyond the bounds above
 */
TerExpression *ter_expression_new (const char *text);
void ter_expression_free (TerExpression *self);

/* The fields of the datum that it asks for, each once. */
guint ter_expression_get_n_fields (const TerExpression *self);
/* (transfer none): one of them. */
const char *ter_expression_get_field (const TerExpression *self, guint field);

/* Whether it holds, as `if` would see it. */
gboolean ter_expression_holds (const TerExpression *self, TerExpressionField get_field, gpointer user_data);
/* (transfer full): its value as a text; numbers with the separators of the locale's language. */
char *ter_expression_dup_text (const TerExpression *self, TerExpressionField get_field, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerExpression, ter_expression_free)

G_END_DECLS
