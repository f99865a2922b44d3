/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* (transfer full) (nullable): the passphrase: the first line of @file, or, when that is %NULL, what is typed on the terminal, unseen; twice for a new one.
 * %NULL: what is wrong was printed. Free it with cli_passphrase_free(), which wipes it. */
char *cli_passphrase_read (const char *file, gboolean is_new);
void cli_passphrase_free (char *passphrase);
