/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "ter-expression-private.h"
#include "ter-format-pattern.h"

/* A parser by descent. Each function leaves the number of its node in @node, and ends with %FALSE where it does not understand. */

typedef struct
{
  TerExpression *out;
  const char *p;
  guint depth;
} Parser;

typedef struct
{
  const char *text;
  TerExpressionOp op;
} Operator;

/* Loosest first; in a row, longer ones first. */
static const Operator levels[][4] = {
  { { "||", TER_EXPRESSION_OR } },
  { { "&&", TER_EXPRESSION_AND } },
  { { "===", TER_EXPRESSION_SAME },
    { "!==", TER_EXPRESSION_NOT_SAME },
    { "==", TER_EXPRESSION_EQUAL },
    { "!=", TER_EXPRESSION_NOT_EQUAL } },
  { { "<=", TER_EXPRESSION_LESS_EQUAL },
    { ">=", TER_EXPRESSION_GREATER_EQUAL },
    { "<", TER_EXPRESSION_LESS },
    { ">", TER_EXPRESSION_GREATER } },
  { { "+", TER_EXPRESSION_PLUS }, { "-", TER_EXPRESSION_MINUS } },
  { { "*", TER_EXPRESSION_TIMES }, { "/", TER_EXPRESSION_DIVIDE }, { "%", TER_EXPRESSION_REST } },
};

static const struct
{
  const char *name;
  TerExpressionFunction function;
  guint n_operands;
} functions[] = {
  { "abs", TER_EXPRESSION_ABS, 1 },          { "ceil", TER_EXPRESSION_CEIL, 1 },   { "floor", TER_EXPRESSION_FLOOR, 1 },
  { "round", TER_EXPRESSION_ROUND, 1 },      { "upper", TER_EXPRESSION_UPPER, 1 }, { "lower", TER_EXPRESSION_LOWER, 1 },
  { "isValid", TER_EXPRESSION_IS_VALID, 1 }, { "year", TER_EXPRESSION_YEAR, 1 },   { "month", TER_EXPRESSION_MONTH, 1 },
  { "format", TER_EXPRESSION_FORMAT, 2 },
};

static gboolean parse_whole (Parser *self, guint *node);

static void
skip_blanks (Parser *self)
{
  while (g_ascii_isspace (*self->p))
    self->p++;
}

static gboolean
accept (Parser *self, const char *text)
{
  skip_blanks (self);
  if (!g_str_has_prefix (self->p, text))
    return FALSE;
  self->p += strlen (text);
  return TRUE;
}

static gboolean
add (Parser *self, TerExpressionNode node, guint *number)
{
  if (self->out->nodes->len >= TER_EXPRESSION_MOST_NODES)
    return FALSE;
  *number = self->out->nodes->len;
  g_array_append_val (self->out->nodes, node);
  return TRUE;
}

/* ---- Words and constants ---- */

/* (transfer full) (nullable) */
static char *
read_name (Parser *self)
{
  const char *start = self->p;

  if (!g_ascii_isalpha (*start) && *start != '_')
    return NULL;
  while (g_ascii_isalnum (*self->p) || *self->p == '_')
    self->p++;
  return g_strndup (start, self->p - start);
}

/* (transfer full) (nullable): a text between two quotes; a backslash takes what stands behind it, no code. */
static char *
read_quoted (Parser *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char quote = *self->p++;

  for (; *self->p != quote; self->p++)
    {
      if (*self->p == '\\' && (self->p[1] == '\\' || self->p[1] == '\'' || self->p[1] == '"'))
        self->p++;
      else if (*self->p == '\0' || *self->p == '\\' || *self->p == '\n')
        return NULL;
      g_string_append_c (text, *self->p);
    }
  self->p++;
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
add_text (Parser *self, guint *node)
{
  g_autofree char *text = read_quoted (self);
  TerExpressionNode constant = { .op = TER_EXPRESSION_CONSTANT, .value = { .kind = TER_EXPRESSION_TEXT } };

  if (text == NULL)
    return FALSE;
  constant.value.text = g_string_chunk_insert (self->out->text, text);
  return add (self, constant, node);
}

static gboolean
add_number (Parser *self, guint *node)
{
  TerExpressionNode constant = { .op = TER_EXPRESSION_CONSTANT, .value = { .kind = TER_EXPRESSION_NUMBER } };
  g_autofree char *digits = g_strndup (self->p, strspn (self->p, "0123456789."));
  char *end;

  constant.value.number = g_ascii_strtod (digits, &end);
  if (*end != '\0' || *digits == '\0')
    return FALSE;
  self->p += strlen (digits);
  /* 1e5 and 2x are no numbers here. */
  return !g_ascii_isalpha (*self->p) && add (self, constant, node);
}

static guint
find_field (TerExpression *out, const char *name)
{
  guint i;

  for (i = 0; i < out->fields->len; i++)
    if (strcmp (out->fields->pdata[i], name) == 0)
      return i;
  g_ptr_array_add (out->fields, g_strdup (name));
  return i;
}

/* Behind "datum". */
static gboolean
add_field (Parser *self, guint *node)
{
  TerExpressionNode field = { .op = TER_EXPRESSION_FIELD };
  g_autofree char *name = NULL;

  if (accept (self, "."))
    name = read_name (self);
  else if (accept (self, "["))
    {
      skip_blanks (self);
      name = *self->p == '\'' || *self->p == '"' ? read_quoted (self) : NULL;
      if (name == NULL || !accept (self, "]"))
        return FALSE;
    }
  if (name == NULL)
    return FALSE;
  field.field = find_field (self->out, name);
  return add (self, field, node);
}

/* ---- Operands ---- */

static gboolean
is_pattern (Parser *self, guint node)
{
  const TerExpressionNode *constant = &g_array_index (self->out->nodes, TerExpressionNode, node);

  return constant->op == TER_EXPRESSION_CONSTANT && constant->value.kind == TER_EXPRESSION_TEXT &&
         ter_format_pattern_is_number (constant->value.text);
}

static gboolean
add_call (Parser *self, const char *name, guint *node)
{
  TerExpressionNode call = { .op = TER_EXPRESSION_CALL };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (functions) && strcmp (functions[i].name, name) != 0; i++)
    ;
  if (i == G_N_ELEMENTS (functions) || !accept (self, "("))
    return FALSE;
  call.function = functions[i].function;
  call.n_operands = functions[i].n_operands;
  for (guint j = 0; j < call.n_operands; j++)
    if ((j > 0 && !accept (self, ",")) || !parse_whole (self, &call.operands[j]))
      return FALSE;
  if (call.function == TER_EXPRESSION_FORMAT && !is_pattern (self, call.operands[1]))
    return FALSE;
  return accept (self, ")") && add (self, call, node);
}

static gboolean
add_word (Parser *self, guint *node)
{
  g_autofree char *name = read_name (self);
  TerExpressionNode constant = { .op = TER_EXPRESSION_CONSTANT, .value = { .kind = TER_EXPRESSION_BOOLEAN } };

  if (name == NULL)
    return FALSE;
  if (strcmp (name, "datum") == 0)
    return add_field (self, node);
  if (strcmp (name, "null") == 0)
    constant.value.kind = TER_EXPRESSION_NULL;
  else if (strcmp (name, "true") == 0)
    constant.value.number = 1;
  else if (strcmp (name, "false") != 0)
    return add_call (self, name, node);
  return add (self, constant, node);
}

static gboolean
parse_operand (Parser *self, guint *node)
{
  skip_blanks (self);
  if (*self->p == '\'' || *self->p == '"')
    return add_text (self, node);
  if (g_ascii_isdigit (*self->p) || *self->p == '.')
    return add_number (self, node);
  if (accept (self, "("))
    return parse_whole (self, node) && accept (self, ")");
  return add_word (self, node);
}

static gboolean
parse_signed (Parser *self, guint *node)
{
  TerExpressionNode sign = { .n_operands = 1 };
  gboolean understood;

  if (accept (self, "!"))
    sign.op = TER_EXPRESSION_NOT;
  else if (accept (self, "-"))
    sign.op = TER_EXPRESSION_NEGATE;
  else if (accept (self, "+"))
    sign.op = TER_EXPRESSION_PLUS;
  else
    return parse_operand (self, node);
  if (++self->depth > TER_EXPRESSION_MOST_DEPTH)
    return FALSE;
  understood = parse_signed (self, &sign.operands[0]) && add (self, sign, node);
  self->depth--;
  return understood;
}

static gboolean
parse_level (Parser *self, guint level, guint *node)
{
  if (level == G_N_ELEMENTS (levels))
    return parse_signed (self, node);
  if (!parse_level (self, level + 1, node))
    return FALSE;
  while (TRUE)
    {
      TerExpressionNode both = { .n_operands = 2, .operands = { *node } };
      guint i;

      for (i = 0; i < G_N_ELEMENTS (levels[level]) && (levels[level][i].text == NULL || !accept (self, levels[level][i].text)); i++)
        ;
      if (i == G_N_ELEMENTS (levels[level]))
        return TRUE;
      both.op = levels[level][i].op;
      if (!parse_level (self, level + 1, &both.operands[1]) || !add (self, both, node))
        return FALSE;
    }
}

static gboolean
parse_choice (Parser *self, guint *node)
{
  TerExpressionNode choice = { .op = TER_EXPRESSION_CHOOSE, .n_operands = 3 };

  if (!parse_level (self, 0, node))
    return FALSE;
  if (!accept (self, "?"))
    return TRUE;
  choice.operands[0] = *node;
  return parse_whole (self, &choice.operands[1]) && accept (self, ":") && parse_whole (self, &choice.operands[2]) &&
         add (self, choice, node);
}

static gboolean
parse_whole (Parser *self, guint *node)
{
  gboolean understood;

  if (++self->depth > TER_EXPRESSION_MOST_DEPTH)
    return FALSE;
  understood = parse_choice (self, node);
  self->depth--;
  return understood;
}

gboolean
ter_expression_parse (TerExpression *self, const char *text)
{
  Parser parser = { self, text, 0 };
  guint node;

  if (strlen (text) > TER_EXPRESSION_MOST_BYTES || !parse_whole (&parser, &node))
    return FALSE;
  skip_blanks (&parser);
  return *parser.p == '\0';
}
