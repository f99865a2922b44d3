/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The languages whose dates and numbers we write. */
typedef enum
{
  TER_LANGUAGE_ENGLISH,
  TER_LANGUAGE_FRENCH
} TerLanguage;

/* Sets the locale and the catalogue of translations: first of all in each program, before any thread. */
void ter_language_init (const char *locale_dir);
/* The interface's language (LANGUAGE, LC_ALL, LC_MESSAGES, LANG, in this order); English when it is neither. */
TerLanguage ter_language_get (void);
/* The same as a BCP 47 tag: "fr" or "en". */
const char *ter_language_get_tag (void);

G_END_DECLS
