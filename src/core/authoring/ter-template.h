/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ter-date.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;       /* nullable: made of the folder's name */
  const char *title;    /* nullable: "My pack" */
  const char *language; /* "fr" or "en": the default one; the other is the translation */
  TerDate today;
} TerTemplateOptions;

/**
 * ter_template_write:
 * @folder: a local folder: made when it is not there, otherwise empty
 * @error: in the locale's words: G_IO_ERROR_NOT_EMPTY, G_IO_ERROR_INVALID_ARGUMENT (no id can be made of the name; the id or the title is
 *   not one that a pack may have), or the disk's: then nothing is left
 *
 * Writes a small pack for an author to start from: sound, with one entry of each common kind, and a page that explains it. Blocks;
 * any thread.
 *
 * Returns: (transfer full) (nullable): the pack's id
 */
char *ter_template_write (GFile *folder, const TerTemplateOptions *options, GError **error);

/* (transfer full): "Ma commune 2026" → "ma-commune-2026", of at most @length letters; "" when nothing of @text (nullable) can stand in an
 * id. */
char *ter_template_dup_id (const char *text, gsize length);

G_END_DECLS
