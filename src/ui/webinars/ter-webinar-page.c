/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-webinar-page.h"

#include <glib/gi18n.h>

#include "ter-actions.h"
#include "ter-calendar-export.h"
#include "ter-date.h"
#include "ter-file-opener.h"
#include "ter-heading.h"
#include "ter-icalendar.h"
#include "ter-list.h"
#include "ter-row.h"
#include "ter-toast.h"
#include "ter-webinar-agenda.h"
#include "ter-webinar-row.h"

struct _TerWebinarPage
{
  TerDetailPage parent_instance;

  TerWebinar *webinar;
};

G_DEFINE_FINAL_TYPE (TerWebinarPage, ter_webinar_page, TER_TYPE_DETAIL_PAGE)

static GDateTime *
get_now (TerWebinarPage *self)
{
  return ter_context_now (ter_page_get_context (TER_PAGE (self)));
}

static void
add_to_calendar_cb (TerWebinarPage *self)
{
  g_autoptr (GDateTime) now = get_now (self);

  ter_calendar_export_open (GTK_WIDGET (self), self->webinar, now);
}

static void
save_calendar_cb (TerWebinarPage *self)
{
  g_autoptr (GDateTime) now = get_now (self);

  ter_calendar_export_save (GTK_WIDGET (self), self->webinar, now);
}

/* "Europe/Paris" → "Paris time" */
static char *
dup_zone (TerWebinar *webinar)
{
  const char *name = ter_webinar_get_zone_name (webinar);
  g_autofree char *city = NULL;

  if (name == NULL || !ter_webinar_has_hour (webinar))
    return NULL;
  city = g_strdup (strrchr (name, '/') != NULL ? strrchr (name, '/') + 1 : name);
  /* Translators: a time zone, after the name of its main city. */
  return g_strdup_printf (_ ("%s time"), g_strdelimit (city, "_", ' '));
}

/* The hour on the clock of who reads, when it is another one. */
static char *
dup_local_hour (TerWebinar *webinar, GDateTime *now)
{
  g_autoptr (GDateTime) start = ter_webinar_dup_start_time (webinar);
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *hour = NULL;

  if (start == NULL || ter_webinar_get_zone_name (webinar) == NULL)
    return NULL;
  local = g_date_time_to_timezone (start, g_date_time_get_timezone (now));
  if (g_date_time_get_utc_offset (local) == g_date_time_get_utc_offset (start))
    return NULL;
  hour = ter_webinar_row_dup_hour (g_date_time_get_hour (local), g_date_time_get_minute (local));
  /* Translators: an hour, such as "07:00". */
  return g_strdup_printf (_ ("%s by your computer’s clock"), hour);
}

static char *
dup_details (TerWebinar *webinar, GDateTime *now)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  char *part;

  if ((part = dup_zone (webinar)) != NULL)
    g_strv_builder_take (builder, part);
  if ((part = ter_webinar_row_dup_duration (webinar)) != NULL)
    g_strv_builder_take (builder, part);
  if ((part = dup_local_hour (webinar, now)) != NULL)
    g_strv_builder_take (builder, part);
  if (!ter_webinar_has_hour (webinar) && ter_webinar_get_start (webinar)->day > 0)
    g_strv_builder_add (builder, _ ("The hour is not known"));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static const char *
phase_text (TerWebinar *webinar, GDateTime *now)
{
  switch (ter_webinar_get_phase (webinar, now))
    {
    case TER_WEBINAR_UPCOMING: return _ ("Upcoming");
    case TER_WEBINAR_LIVE: return _ ("Under way");
    case TER_WEBINAR_PAST:
    default: return _ ("This webinar is over");
    }
}

static GtkWidget *
when_new (TerWebinarPage *self, GDateTime *now)
{
  g_autofree char *when = ter_webinar_row_dup_when (self->webinar);
  g_autofree char *details = dup_details (self->webinar, now);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *tag = ter_webinar_row_new_tag (self->webinar, now);

  gtk_box_append (GTK_BOX (text), ter_heading_new_text (when, "title-4"));
  if (*details != '\0')
    gtk_box_append (GTK_BOX (text), ter_heading_new_text (details, "body"));
  if (tag != NULL)
    gtk_box_append (GTK_BOX (text), tag);
  else
    gtk_box_append (GTK_BOX (text), ter_heading_new_text (phase_text (self->webinar, now), "dimmed"));
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), ter_webinar_row_new_date_block (self->webinar));
  gtk_box_append (GTK_BOX (box), text);
  return box;
}

static GtkWidget *
pill_new (const char *label, const char *icon_name, GCallback callback, gpointer data)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon_name);
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  g_signal_connect_swapped (button, "clicked", callback, data);
  return button;
}

static GtkWidget *
calendar_buttons_new (TerWebinarPage *self, GDateTime *now)
{
  GtkWidget *box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 9, "line-spacing", 9, NULL);
  GtkWidget *add = pill_new (_ ("_Add to My Calendar"), "x-office-calendar-symbolic", G_CALLBACK (add_to_calendar_cb), self);
  GtkWidget *save = pill_new (_ ("_Save as a Calendar File…"), "document-save-symbolic", G_CALLBACK (save_calendar_cb), self);

  if (ter_webinar_get_phase (self->webinar, now) != TER_WEBINAR_PAST)
    gtk_widget_add_css_class (add, "suggested-action");
  adw_wrap_box_append (ADW_WRAP_BOX (box), add);
  adw_wrap_box_append (ADW_WRAP_BOX (box), save);
  return box;
}

/* Registering for what is over would be of no use. */
static GtkWidget *
links_new (TerWebinarPage *self, GDateTime *now)
{
  const char *registration = ter_webinar_get_registration (self->webinar);
  const char *replay = ter_webinar_get_replay (self->webinar);
  GtkWidget *list;

  if (ter_webinar_get_phase (self->webinar, now) == TER_WEBINAR_PAST)
    registration = NULL;
  if (registration == NULL && replay == NULL)
    return NULL;
  list = ter_list_new (NULL);
  if (registration != NULL)
    ter_list_append (list, ter_row_new_for_action (_ ("Register (needs the network)"), registration, "contact-new-symbolic",
                                                   TER_ACTION_OPEN_LINK, g_variant_new_string (registration)));
  if (replay != NULL)
    ter_list_append (list,
                     ter_row_new_for_action (_ ("Watch the recording (needs the network)"), replay, "media-playback-start-symbolic",
                                             TER_ACTION_OPEN_LINK, g_variant_new_string (replay)));
  return list;
}

static void
ter_webinar_page_add_before (TerDetailPage *page, GtkBox *content)
{
  TerWebinarPage *self = TER_WEBINAR_PAGE (page);
  g_autoptr (GDateTime) now = get_now (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *links = links_new (self, now);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "webinar-when");
  gtk_box_append (GTK_BOX (box), when_new (self, now));
  if (ter_icalendar_can_write (self->webinar))
    gtk_box_append (GTK_BOX (box), calendar_buttons_new (self, now));
  gtk_box_append (content, box);
  if (links != NULL)
    gtk_box_append (content, links);
}

static void
add_agenda (TerWebinarPage *self, GtkBox *content)
{
  GPtrArray *items = ter_webinar_get_agenda (self->webinar);
  GtkWidget *box;

  if (items->len == 0)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (box), ter_heading_new (_ ("Agenda"), 3));
  gtk_box_append (GTK_BOX (box), ter_webinar_agenda_new (items));
  gtk_box_append (content, box);
}

static GtkWidget *
speaker_row_new (const TerSpeaker *speaker)
{
  g_autofree char *subtitle = NULL;
  GtkWidget *avatar = g_object_new (ADW_TYPE_AVATAR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "size", 36, "text",
                                    speaker->name, "show-initials", TRUE, NULL);
  GtkWidget *row;

  /* An organisation that speaks for itself is not said twice. */
  if (speaker->role != NULL && speaker->organisation != NULL && g_strcmp0 (speaker->organisation, speaker->name) != 0)
    subtitle = g_strdup_printf ("%s · %s", speaker->role, speaker->organisation);
  else
    subtitle = g_strdup (speaker->role != NULL ? speaker->role : speaker->organisation);
  row = ter_row_new (speaker->name, subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  return row;
}

static void
add_speakers (TerWebinarPage *self, GtkBox *content)
{
  GPtrArray *speakers = ter_webinar_get_speakers (self->webinar);
  GtkWidget *list;

  if (speakers->len == 0)
    return;
  list = ter_list_new (_ ("Speakers"));
  for (guint i = 0; i < speakers->len; i++)
    ter_list_append (list, speaker_row_new (speakers->pdata[i]));
  gtk_box_append (content, list);
}

static GtkWidget *
resource_row_new (TerWebinarPage *self, const TerWebinarResource *resource)
{
  TerPack *pack = ter_entry_get_pack (ter_webinar_get_entry (self->webinar));
  const char *icon = resource->is_event ? "x-office-calendar-symbolic" : "text-x-generic-symbolic";
  TerDate date;
  g_autofree char *day =
    resource->date != NULL && ter_date_parse (resource->date, &date) ? ter_date_format (&date, TER_DATE_MEDIUM) : NULL;
  GtkWidget *row;

  if (resource->entry_id != NULL)
    {
      g_autoptr (TerPlace) place = ter_place_new_entry (ter_pack_get_id (pack), resource->entry_id);

      return ter_row_new_for_action (resource->title, day, icon, TER_ACTION_GO_TO, ter_actions_place_target (place));
    }
  if (resource->url != NULL)
    {
      g_autofree char *subtitle = day != NULL ? g_strdup_printf ("%s\n%s", day, resource->url) : g_strdup (resource->url);

      return ter_row_new_for_action (resource->title, subtitle, icon, TER_ACTION_OPEN_LINK, g_variant_new_string (resource->url));
    }
  if (resource->path != NULL)
    return ter_row_new_for_action (resource->title, day, icon, "page.open-file", g_variant_new_string (resource->path));
  row = ter_row_new (resource->title, day);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  return row;
}

static void
add_resources (TerWebinarPage *self, GtkBox *content, gboolean events, const char *heading)
{
  GPtrArray *resources = ter_webinar_get_resources (self->webinar);
  GtkWidget *list = NULL;

  for (guint i = 0; i < resources->len; i++)
    {
      const TerWebinarResource *resource = resources->pdata[i];

      if (resource->is_event != events)
        continue;
      if (list == NULL)
        {
          list = ter_list_new (heading);
          gtk_box_append (content, list);
        }
      ter_list_append (list, resource_row_new (self, resource));
    }
}

static void
ter_webinar_page_add_after (TerDetailPage *page, GtkBox *content)
{
  TerWebinarPage *self = TER_WEBINAR_PAGE (page);

  add_agenda (self, content);
  add_speakers (self, content);
  add_resources (self, content, FALSE, _ ("Resources"));
  add_resources (self, content, TRUE, _ ("Events of This Time"));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TerWebinarPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ter_file_opener_open_finish (result, &error) && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
      gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ter_toast_show (GTK_WIDGET (self), _ ("No application opened this file"));
}

static void
open_file_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TerWebinarPage *self = TER_WEBINAR_PAGE (widget);
  g_autoptr (GFile) file =
    ter_pack_dup_file (ter_entry_get_pack (ter_webinar_get_entry (self->webinar)), g_variant_get_string (parameter, NULL));
  g_autofree char *name = g_path_get_basename (g_variant_get_string (parameter, NULL));

  if (file == NULL)
    {
      ter_toast_show (widget, _ ("The pack does not hold this file"));
      return;
    }
  ter_file_opener_open_async (file, name, GTK_WINDOW (gtk_widget_get_root (widget)), opened_cb, g_object_ref (self));
}

static void
ter_webinar_page_dispose (GObject *object)
{
  g_clear_object (&TER_WEBINAR_PAGE (object)->webinar);

  G_OBJECT_CLASS (ter_webinar_page_parent_class)->dispose (object);
}

static void
ter_webinar_page_class_init (TerWebinarPageClass *klass)
{
  TerDetailPageClass *detail_class = TER_DETAIL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_webinar_page_dispose;
  detail_class->add_before = ter_webinar_page_add_before;
  detail_class->add_after = ter_webinar_page_add_after;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.open-file", "s", open_file_cb);
}

static void
ter_webinar_page_init (TerWebinarPage *self)
{
}

TerPage *
ter_webinar_page_new (TerContext *context, TerEntry *entry)
{
  TerPage *page = ter_detail_page_new (TER_TYPE_WEBINAR_PAGE, context, entry);

  TER_WEBINAR_PAGE (page)->webinar = ter_webinar_new (entry);
  return page;
}
