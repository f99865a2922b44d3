/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-json-edit.h"

G_BEGIN_DECLS

/* How a value is laid out. */
typedef struct
{
  GString *out;
  const char *unit;
  const char *newline;
  const char *colon;
  gboolean flat; /* on one line */
} TerJsonLayout;

/* A new line, then @indent; nothing on one line. */
void ter_json_edit_break_line (const TerJsonLayout *layout, const char *indent);
/* Writes a value whose first line is indented by @indent already. */
void ter_json_edit_write_node (const TerJsonLayout *layout, JsonNode *node, const char *indent);

G_END_DECLS
