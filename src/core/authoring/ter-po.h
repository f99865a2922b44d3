/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The files of gettext's translators (.po), as far as texts of a pack need them: no plurals, always UTF-8. */
typedef struct
{
  char *context;     /* msgctxt; "" when there is none */
  char *source;      /* msgid */
  char *translation; /* msgstr; "" when there is none */
  char *previous;    /* nullable: the msgid that @translation was made for, when it is another one */
  gboolean fuzzy;    /* the translation has to be looked at before it is used */
} TerPoMessage;

/* (transfer full): copies its texts; @context and @translation may be %NULL. */
TerPoMessage *ter_po_message_new (const char *context, const char *source, const char *translation);
void ter_po_message_free (TerPoMessage *self);

/**
 * ter_po_write:
 * @messages: (element-type TerPoMessage): no two with the same context and source; neither source nor translation begins or ends
 *   with a line break (gettext wants them to agree)
 * @project: what the file translates
 * @language: its language, as a BCP 47 tag
 *
 * Returns: (transfer full): the file, which "msgfmt --check" accepts. The same messages always give the same bytes
 */
char *ter_po_write (GPtrArray *messages, const char *project, const char *language);

/**
 * ter_po_read:
 * @bytes: a .po file. Obsolete messages and those with plurals are left out
 * @language: (out): (nullable): what its head says, as a BCP 47 tag
 * @error: G_IO_ERROR_INVALID_DATA, with the line, in the locale's words
 *
 * Returns: (transfer full) (nullable) (element-type TerPoMessage):
 */
GPtrArray *ter_po_read (GBytes *bytes, char **language, GError **error);

G_END_DECLS
