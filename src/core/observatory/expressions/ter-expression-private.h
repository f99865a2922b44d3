/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-expression.h"

G_BEGIN_DECLS

/* For the files ter-expression*.c. */

typedef enum
{
  TER_EXPRESSION_CONSTANT,
  TER_EXPRESSION_FIELD,
  TER_EXPRESSION_NOT,
  TER_EXPRESSION_NEGATE,
  TER_EXPRESSION_PLUS, /* one or two operands */
  TER_EXPRESSION_MINUS,
  TER_EXPRESSION_TIMES,
  TER_EXPRESSION_DIVIDE,
  TER_EXPRESSION_REST,
  TER_EXPRESSION_LESS,
  TER_EXPRESSION_LESS_EQUAL,
  TER_EXPRESSION_GREATER,
  TER_EXPRESSION_GREATER_EQUAL,
  TER_EXPRESSION_EQUAL,
  TER_EXPRESSION_SAME,
  TER_EXPRESSION_NOT_EQUAL,
  TER_EXPRESSION_NOT_SAME,
  TER_EXPRESSION_AND,
  TER_EXPRESSION_OR,
  TER_EXPRESSION_CHOOSE,
  TER_EXPRESSION_CALL,
} TerExpressionOp;

typedef enum
{
  TER_EXPRESSION_ABS,
  TER_EXPRESSION_CEIL,
  TER_EXPRESSION_FLOOR,
  TER_EXPRESSION_ROUND,
  TER_EXPRESSION_UPPER,
  TER_EXPRESSION_LOWER,
  TER_EXPRESSION_IS_VALID,
  TER_EXPRESSION_YEAR,
  TER_EXPRESSION_MONTH,
  TER_EXPRESSION_FORMAT,
} TerExpressionFunction;

/* Operands are numbers of nodes; they stand before the node itself. */
typedef struct
{
  TerExpressionOp op;
  TerExpressionFunction function; /* of a call */
  guint operands[3];
  guint n_operands;
  guint field;              /* of a field */
  TerExpressionValue value; /* of a constant; its text belongs to the expression */
} TerExpressionNode;

struct _TerExpression
{
  GArray *nodes;      /* of TerExpressionNode; the last is the whole */
  GPtrArray *fields;  /* of char */
  GStringChunk *text; /* of constants */
};

/* %FALSE: not understood, or beyond the bounds. */
gboolean ter_expression_parse (TerExpression *self, const char *text);

G_END_DECLS
