/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-path.h"

#include "ter-value.h"

#include <string.h>

#include "ter-limits.h"

/* Longer ones are not worth a regular expression's time. */
#define MAX_BYTES (TER_LIMIT_PATH_LEVELS * (TER_LIMIT_NAME_CHARS + 1))

gboolean
ter_pack_path_is_valid (const char *path)
{
  static GRegex *regex;

  g_return_val_if_fail (path != NULL, FALSE);

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (&regex, g_regex_new (TER_VALUE_PATH_PATTERN, G_REGEX_OPTIMIZE | G_REGEX_DOLLAR_ENDONLY | G_REGEX_RAW,
                                                    0, NULL));
  return strlen (path) < MAX_BYTES && g_regex_match (regex, path, 0, NULL);
}
