/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-pack-files.h"

/* (transfer full) (nullable): the tree of a manifest without a fault; %NULL when it has one. */
JsonNode *cli_manifest_parse (GBytes *bytes);
/* (nullable): "publisher": {"key"} */
const char *cli_manifest_get_key (JsonNode *manifest);
/* (transfer full) (nullable): the text of a small file of the disk: a key, a signature. %NULL: what is wrong was printed. */
char *cli_manifest_read_file (const char *name);
/* Prints one line for each, "FILE: sentence [code]". (element-type TerIssue) */
void cli_manifest_print_issues (GPtrArray *issues);
