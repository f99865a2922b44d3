/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-expression.h"

#include <math.h>
#include <string.h>

#include "ter-expression-private.h"
#include "ter-format-pattern.h"
#include "ter-number.h"

/* What is joined of texts is a label: more than this is none. */
#define MOST_TEXT 4096u
/* A double has no more that can be relied on. */
#define DIGITS 12

typedef TerExpressionValue Value;

typedef struct
{
  GStringChunk *text; /* nullable: what was made on the way */
} Made;

static const char *
keep (Made *made, char *text)
{
  const char *kept;

  if (made->text == NULL)
    made->text = g_string_chunk_new (256);
  kept = g_string_chunk_insert (made->text, strlen (text) <= MOST_TEXT ? text : "");
  g_free (text);
  return kept;
}

/* ---- As JavaScript converts ---- */

static Value
make_number (double number)
{
  return (Value) { .kind = TER_EXPRESSION_NUMBER, .number = number };
}

static Value
make_boolean (gboolean holds)
{
  return (Value) { .kind = TER_EXPRESSION_BOOLEAN, .number = holds };
}

/* Of a text without a number: NaN; of an empty one: 0. */
static double
parse_number (const char *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  char *end;
  double number;

  if (*bare == '\0')
    return 0;
  if (bare[strspn (bare, "+-.0123456789eE")] != '\0')
    return NAN;
  number = g_ascii_strtod (bare, &end);
  return *end == '\0' ? number : NAN;
}

static double
to_number (const Value *value)
{
  return value->kind == TER_EXPRESSION_NULL ? 0 : value->kind == TER_EXPRESSION_TEXT ? parse_number (value->text) : value->number;
}

static gboolean
is_true (const Value *value)
{
  if (value->kind == TER_EXPRESSION_TEXT)
    return *value->text != '\0';
  return value->kind != TER_EXPRESSION_NULL && value->number != 0 && !isnan (value->number);
}

/* Numbers as the reader's language has them. */
static const char *
to_text (Made *made, const Value *value)
{
  switch (value->kind)
    {
    case TER_EXPRESSION_TEXT: return value->text;
    case TER_EXPRESSION_BOOLEAN: return value->number != 0 ? "true" : "false";
    case TER_EXPRESSION_NUMBER: return isnan (value->number) ? "NaN" : keep (made, ter_number_format_year (value->number, DIGITS));
    case TER_EXPRESSION_NULL:
    default: return "null";
    }
}

/* ---- Operators ---- */

static gboolean
are_equal (const Value *a, const Value *b, gboolean strictly)
{
  if (strictly && a->kind != b->kind)
    return FALSE;
  if (a->kind == TER_EXPRESSION_NULL || b->kind == TER_EXPRESSION_NULL)
    return a->kind == b->kind;
  if (a->kind == TER_EXPRESSION_TEXT && b->kind == TER_EXPRESSION_TEXT)
    return strcmp (a->text, b->text) == 0;
  return to_number (a) == to_number (b);
}

static gboolean
compare (TerExpressionOp op, const Value *a, const Value *b)
{
  gboolean texts = a->kind == TER_EXPRESSION_TEXT && b->kind == TER_EXPRESSION_TEXT;
  double x = texts ? strcmp (a->text, b->text) : to_number (a), y = texts ? 0 : to_number (b);

  switch ((int) op)
    {
    case TER_EXPRESSION_LESS: return x < y;
    case TER_EXPRESSION_LESS_EQUAL: return x <= y;
    case TER_EXPRESSION_GREATER: return x > y;
    default: return x >= y;
    }
}

static Value
add (Made *made, const Value *a, const Value *b)
{
  if (a->kind != TER_EXPRESSION_TEXT && b->kind != TER_EXPRESSION_TEXT)
    return make_number (to_number (a) + to_number (b));
  return (Value) { .kind = TER_EXPRESSION_TEXT, .text = keep (made, g_strconcat (to_text (made, a), to_text (made, b), NULL)) };
}

static Value
compute (TerExpressionOp op, const Value *a, const Value *b)
{
  double x = to_number (a), y = to_number (b);

  switch ((int) op)
    {
    case TER_EXPRESSION_MINUS: return make_number (x - y);
    case TER_EXPRESSION_TIMES: return make_number (x * y);
    case TER_EXPRESSION_DIVIDE: return make_number (x / y);
    default: return make_number (fmod (x, y));
    }
}

/* ---- Functions ---- */

/* The year or the month, from 0, of a date that is written as one: "2020-05-28", or of a year. */
static Value
read_date (const Value *value, gboolean month)
{
  const char *text = value->kind == TER_EXPRESSION_TEXT ? value->text : "";
  gsize length = strlen (text);

  if (value->kind == TER_EXPRESSION_NUMBER)
    return make_number (month ? 0 : value->number);
  if (length < 4 || strspn (text, "0123456789-") != length || (length > 4 && (length < 7 || text[4] != '-')))
    return make_number (NAN);
  if (!month)
    return make_number (g_ascii_strtod (text, NULL));
  return make_number (length >= 7 ? g_ascii_strtod (text + 5, NULL) - 1 : 0);
}

static Value
call_with_text (Made *made, TerExpressionFunction function, const Value *value)
{
  const char *text = to_text (made, value);

  return (Value) { .kind = TER_EXPRESSION_TEXT,
                   .text = keep (made, function == TER_EXPRESSION_UPPER ? g_utf8_strup (text, -1) : g_utf8_strdown (text, -1)) };
}

static Value
call (Made *made, TerExpressionFunction function, const Value *value, const Value *pattern)
{
  double number = to_number (value);

  switch (function)
    {
    case TER_EXPRESSION_ABS: return make_number (fabs (number));
    case TER_EXPRESSION_CEIL: return make_number (ceil (number));
    case TER_EXPRESSION_FLOOR: return make_number (floor (number));
    case TER_EXPRESSION_ROUND: return make_number (floor (number + 0.5));
    case TER_EXPRESSION_UPPER:
    case TER_EXPRESSION_LOWER: return call_with_text (made, function, value);
    case TER_EXPRESSION_IS_VALID:
      return make_boolean (value->kind != TER_EXPRESSION_NULL && !(value->kind == TER_EXPRESSION_NUMBER && isnan (value->number)));
    case TER_EXPRESSION_YEAR:
    case TER_EXPRESSION_MONTH: return read_date (value, function == TER_EXPRESSION_MONTH);
    case TER_EXPRESSION_FORMAT:
    default:
      return (Value) { .kind = TER_EXPRESSION_TEXT, .text = keep (made, ter_format_pattern_dup_number (pattern->text, number)) };
    }
}

/* ---- Nodes ---- */

static Value
evaluate_node (Made *made, const TerExpressionNode *node, const Value *values, TerExpressionField get_field, gpointer user_data)
{
  const Value *a = &values[node->operands[0]], *b = &values[node->operands[1]];

  switch (node->op)
    {
    case TER_EXPRESSION_CONSTANT: return node->value;
    case TER_EXPRESSION_FIELD: return get_field (node->field, user_data);
    case TER_EXPRESSION_NOT: return make_boolean (!is_true (a));
    case TER_EXPRESSION_NEGATE: return make_number (-to_number (a));
    case TER_EXPRESSION_PLUS: return node->n_operands == 1 ? make_number (to_number (a)) : add (made, a, b);
    case TER_EXPRESSION_MINUS:
    case TER_EXPRESSION_TIMES:
    case TER_EXPRESSION_DIVIDE:
    case TER_EXPRESSION_REST: return compute (node->op, a, b);
    case TER_EXPRESSION_LESS:
    case TER_EXPRESSION_LESS_EQUAL:
    case TER_EXPRESSION_GREATER:
    case TER_EXPRESSION_GREATER_EQUAL: return make_boolean (compare (node->op, a, b));
    case TER_EXPRESSION_EQUAL: return make_boolean (are_equal (a, b, FALSE));
    case TER_EXPRESSION_SAME: return make_boolean (are_equal (a, b, TRUE));
    case TER_EXPRESSION_NOT_EQUAL: return make_boolean (!are_equal (a, b, FALSE));
    case TER_EXPRESSION_NOT_SAME: return make_boolean (!are_equal (a, b, TRUE));
    case TER_EXPRESSION_AND: return is_true (a) ? *b : *a;
    case TER_EXPRESSION_OR: return is_true (a) ? *a : *b;
    case TER_EXPRESSION_CHOOSE: return is_true (a) ? *b : values[node->operands[2]];
    case TER_EXPRESSION_CALL:
    default: return call (made, node->function, a, b);
    }
}

/* Operands stand before what they are of, so that one pass will do; nothing has an effect. */
static Value
evaluate (const TerExpression *self, Made *made, TerExpressionField get_field, gpointer user_data)
{
  Value values[TER_EXPRESSION_MOST_NODES];
  guint n = self->nodes->len;

  for (guint i = 0; i < n; i++)
    values[i] = evaluate_node (made, &g_array_index (self->nodes, TerExpressionNode, i), values, get_field, user_data);
  return values[n - 1];
}

static void
made_clear (Made *made)
{
  g_clear_pointer (&made->text, g_string_chunk_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Made, made_clear)

/* ---- Public functions ---- */

TerExpression *
ter_expression_new (const char *text)
{
  g_autoptr (TerExpression) self = g_new0 (TerExpression, 1);

  self->nodes = g_array_new (FALSE, TRUE, sizeof (TerExpressionNode));
  self->fields = g_ptr_array_new_with_free_func (g_free);
  self->text = g_string_chunk_new (64);
  return text != NULL && ter_expression_parse (self, text) ? g_steal_pointer (&self) : NULL;
}

void
ter_expression_free (TerExpression *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->nodes);
  g_ptr_array_unref (self->fields);
  g_string_chunk_free (self->text);
  g_free (self);
}

guint
ter_expression_get_n_fields (const TerExpression *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->fields->len;
}

const char *
ter_expression_get_field (const TerExpression *self, guint field)
{
  g_return_val_if_fail (self != NULL && field < self->fields->len, NULL);
  return self->fields->pdata[field];
}

gboolean
ter_expression_holds (const TerExpression *self, TerExpressionField get_field, gpointer user_data)
{
  g_auto (Made) made = { NULL };
  Value value;

  g_return_val_if_fail (self != NULL && get_field != NULL, FALSE);

  value = evaluate (self, &made, get_field, user_data);
  return is_true (&value);
}

char *
ter_expression_dup_text (const TerExpression *self, TerExpressionField get_field, gpointer user_data)
{
  g_auto (Made) made = { NULL };
  Value value;

  g_return_val_if_fail (self != NULL && get_field != NULL, g_strdup (""));

  value = evaluate (self, &made, get_field, user_data);
  return g_strdup (to_text (&made, &value));
}
