/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-theme.h"

#include "ter-hash.h"
#include "ter-kind.h"

void
ter_theme_free (TerTheme *self)
{
  for (guint i = 0; i < TER_THEME_N_GROUPS; i++)
    g_clear_pointer (&self->groups[i], g_ptr_array_unref);
  g_clear_pointer (&self->related, g_ptr_array_unref);
  g_free (self);
}

char **
ter_theme_dup_documents (TerEntry *theme)
{
  g_return_val_if_fail (TER_IS_ENTRY (theme), NULL);

  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  JsonNode *node = json_object_get_member (ter_entry_get_object (theme), "documents");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *id = json_node_get_string (json_array_get_element (array, i));

      if (id != NULL)
        g_strv_builder_add (ids, id);
    }
  return g_strv_builder_end (ids);
}

/* The group of what a theme lists itself. */
static TerThemeGroup
find_document_group (TerEntry *entry)
{
  const char *type = json_object_get_string_member_with_default (ter_entry_get_object (entry), "documentType", NULL);

  if (ter_kind_is (ter_entry_get_kind (entry), TER_KIND_KIT))
    return TER_THEME_KITS;
  if (g_strcmp0 (type, "reference") == 0)
    return TER_THEME_REFERENCES;
  if (g_strcmp0 (type, "method") == 0)
    return TER_THEME_METHODS;
  if (g_strcmp0 (type, "training") == 0)
    return TER_THEME_TRAININGS;
  return TER_THEME_OTHERS;
}

/* The group of what stands near a theme; %TER_THEME_N_GROUPS: none. */
static TerThemeGroup
find_near_group (TerEntry *entry)
{
  const char *kind = ter_entry_get_kind (entry);

  switch (ter_kind_find (kind))
    {
    case TER_KIND_WEBINAR: return TER_THEME_WEBINARS;
    case TER_KIND_EXAMPLE: return TER_THEME_EXAMPLES;
    case TER_KIND_KIT: return TER_THEME_KITS;
    case TER_KIND_DOCUMENT: return find_document_group (entry);
    default: return ter_kind_has (kind, TER_KIND_NEAR_THEME) ? TER_THEME_OTHERS : TER_THEME_N_GROUPS;
    }
}

/* Each entry once, in the first group that it came to. */
static void
add_near (TerTheme *self, GHashTable *seen, GPtrArray *entries, gboolean keeps_others)
{
  for (guint i = 0; i < entries->len; i++)
    {
      TerEntry *entry = g_ptr_array_index (entries, i);
      TerThemeGroup group = find_near_group (entry);

      if ((group == TER_THEME_N_GROUPS && !keeps_others) || !g_hash_table_add (seen, g_strdup (ter_entry_get_id (entry))))
        continue;
      g_ptr_array_add (group == TER_THEME_N_GROUPS ? self->related : self->groups[group], g_object_ref (entry));
    }
}

static gboolean
add_documents (TerTheme *self, GHashTable *seen, TerLibrary *library, TerEntry *theme, GError **error)
{
  g_auto (GStrv) ids = ter_theme_dup_documents (theme);
  g_autoptr (GPtrArray) documents =
    ter_library_list_entries (library, ter_entry_get_pack (theme), (const char *const *) ids, error);

  if (documents == NULL)
    return FALSE;
  for (guint i = 0; i < documents->len; i++)
    {
      TerEntry *document = g_ptr_array_index (documents, i);

      if (g_hash_table_add (seen, g_strdup (ter_entry_get_id (document))))
        g_ptr_array_add (self->groups[find_document_group (document)], g_object_ref (document));
    }
  return TRUE;
}

/* What shares a tag with the theme, for it is of this theme: "theme:mobilite", not a place or a year. */
static gboolean
add_tagged (TerTheme *self, GHashTable *seen, TerLibrary *library, TerEntry *theme, GError **error)
{
  const char *const *tags = ter_entry_get_tags (theme);

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      if (!g_str_has_prefix (tags[i], "theme:"))
        continue;
      g_autoptr (GPtrArray) tagged = ter_library_list_tagged (library, ter_entry_get_pack (theme), tags[i], error);

      if (tagged == NULL)
        return FALSE;
      add_near (self, seen, tagged, FALSE);
    }
  return TRUE;
}

TerTheme *
ter_theme_gather (TerLibrary *library, TerEntry *theme, GError **error)
{
  g_return_val_if_fail (TER_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (TER_IS_ENTRY (theme), NULL);

  g_autoptr (TerTheme) self = g_new0 (TerTheme, 1);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) related = NULL;
  g_autoptr (GPtrArray) referring = NULL;
  TerPack *pack = ter_entry_get_pack (theme);

  for (guint i = 0; i < TER_THEME_N_GROUPS; i++)
    self->groups[i] = g_ptr_array_new_with_free_func (g_object_unref);
  self->related = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_add (seen, g_strdup (ter_entry_get_id (theme)));
  related = ter_library_list_entries (library, pack, ter_entry_get_related (theme), error);
  if (related == NULL || !add_documents (self, seen, library, theme, error))
    return NULL;
  referring = ter_library_list_referring (library, pack, ter_entry_get_id (theme), error);
  if (referring == NULL)
    return NULL;
  add_near (self, seen, related, TRUE);
  add_near (self, seen, referring, TRUE);
  if (!add_tagged (self, seen, library, theme, error))
    return NULL;
  return g_steal_pointer (&self);
}
