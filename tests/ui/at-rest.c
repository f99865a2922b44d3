/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For tests only, put in the program by LD_PRELOAD. Answers one question on the message bus, Rest(everything, seconds): has the program come
 * to rest? That is when all keys and clicks that reached it have been handled and their effects laid out and drawn; with @everything also
 * when no thread of a GTask is at work and no short timeout is open. Beside the answer it gives a number that is another one after each
 * change of what is shown or told to assistive tools: who has looked at the same number before need not look again.
 *
 * The program runs in its main loop's thread only; what other threads may call is locked.
 */

#include <dlfcn.h>
#include <gtk/gtk.h>

/* Milliseconds: GTK lets a button that was activated wait 250; a longer timeout is no answer to what was just done. */
#define SHORT 260
#define PATIENCE 300 /* milliseconds: a window that is covered draws no frame */
#define PAUSE 3      /* milliseconds between two looks at threads and timeouts */

static GMutex mutex;
static GArray *timers;    /* of Timer, those that may be open */
static int running_tasks; /* atomic */
static gint64 changes;    /* atomic; begins anywhere, so that two starts of the program have no number in common */

typedef struct
{
  guint source;
  gint64 end; /* monotonic */
} Timer;

typedef struct
{
  GDBusMethodInvocation *invocation;
  gboolean everything;
  gboolean synced; /* the compositor has answered what it was asked until then: who has the keyboard */
  gint64 end;      /* monotonic */
  gint64 before;   /* the number of changes when the frame was asked for */
  GdkFrameClock *clock;
  gulong drawn_handler;
  guint patience;
} Question;

static void ask_later (Question *question);

static void
note_change (void)
{
  __atomic_add_fetch (&changes, 1, __ATOMIC_RELAXED);
}

/* ---- What is under way ---- */

static void
completed_cb (GObject *task, GParamSpec *pspec, gpointer user_data)
{
  g_atomic_int_dec_and_test (&running_tasks);
}

void
g_task_run_in_thread (GTask *task, GTaskThreadFunc func)
{
  static void (*next) (GTask *, GTaskThreadFunc) = NULL;

  if (next == NULL)
    *(void **) &next = dlsym (RTLD_NEXT, "g_task_run_in_thread");
  g_atomic_int_inc (&running_tasks);
  g_signal_connect (task, "notify::completed", G_CALLBACK (completed_cb), NULL);
  next (task, func);
}

static guint
note_timer (guint interval, guint source)
{
  if (interval <= SHORT)
    {
      Timer timer = { source, g_get_monotonic_time () + interval * 1000 };

      g_mutex_lock (&mutex);
      if (timers == NULL)
        timers = g_array_new (FALSE, FALSE, sizeof (Timer));
      g_array_append_val (timers, timer);
      g_mutex_unlock (&mutex);
    }
  return source;
}

guint
g_timeout_add (guint interval, GSourceFunc function, gpointer data)
{
  return g_timeout_add_full (G_PRIORITY_DEFAULT, interval, function, data, NULL);
}

guint
g_timeout_add_full (int priority, guint interval, GSourceFunc function, gpointer data, GDestroyNotify notify)
{
  static guint (*next) (int, guint, GSourceFunc, gpointer, GDestroyNotify) = NULL;

  if (next == NULL)
    *(void **) &next = dlsym (RTLD_NEXT, "g_timeout_add_full");
  return note_timer (interval, next (priority, interval, function, data, notify));
}

guint
g_timeout_add_once (guint interval, GSourceOnceFunc function, gpointer data)
{
  static guint (*next) (guint, GSourceOnceFunc, gpointer) = NULL;

  if (next == NULL)
    *(void **) &next = dlsym (RTLD_NEXT, "g_timeout_add_once");
  return note_timer (interval, next (interval, function, data));
}

gboolean
g_dbus_connection_emit_signal (GDBusConnection *bus, const char *destination, const char *path, const char *interface,
                               const char *signal, GVariant *parameters, GError **error)
{
  static gboolean (*next) (GDBusConnection *, const char *, const char *, const char *, const char *, GVariant *, GError **) = NULL;

  if (next == NULL)
    *(void **) &next = dlsym (RTLD_NEXT, "g_dbus_connection_emit_signal");
  note_change ();
  return next (bus, destination, path, interface, signal, parameters, error);
}

/* Those whose time has come or that were removed are no longer open: one that repeats counts once. */
static gboolean
has_open_timer (void)
{
  gint64 now = g_get_monotonic_time ();
  gboolean found;

  g_mutex_lock (&mutex);
  for (guint i = timers != NULL ? timers->len : 0; i > 0; i--)
    {
      Timer *timer = &g_array_index (timers, Timer, i - 1);

      if (timer->end < now || g_main_context_find_source_by_id (NULL, timer->source) == NULL)
        g_array_remove_index_fast (timers, i - 1);
    }
  found = timers != NULL && timers->len > 0;
  g_mutex_unlock (&mutex);
  return found;
}

/* ---- Frames ---- */

static void
watch (GdkFrameClock *clock)
{
  if (g_object_get_data (G_OBJECT (clock), "ter-watched") != NULL)
    return;
  g_object_set_data (G_OBJECT (clock), "ter-watched", clock);
  g_signal_connect (clock, "update", G_CALLBACK (note_change), NULL);
  g_signal_connect (clock, "layout", G_CALLBACK (note_change), NULL);
  g_signal_connect (clock, "paint", G_CALLBACK (note_change), NULL);
}

/* (transfer none) (nullable): that of the window which has the keyboard, or of any that shows. */
static GdkFrameClock *
find_clock (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *shown = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (!gtk_widget_get_mapped (GTK_WIDGET (window)))
        continue;
      watch (gtk_widget_get_frame_clock (GTK_WIDGET (window)));
      if (shown == NULL || gtk_window_is_active (window))
        shown = window;
    }
  return shown != NULL ? gtk_widget_get_frame_clock (GTK_WIDGET (shown)) : NULL;
}

/* ---- The question ---- */

static void
answer (Question *question, gboolean at_rest)
{
  g_dbus_method_invocation_return_value (question->invocation,
                                         g_variant_new ("(bx)", at_rest, __atomic_load_n (&changes, __ATOMIC_RELAXED)));
  g_free (question);
}

static void
forget_frame (Question *question)
{
  g_signal_handler_disconnect (question->clock, question->drawn_handler);
  g_clear_object (&question->clock);
  g_source_remove (question->patience);
}

static gboolean
is_late (Question *question)
{
  return g_get_monotonic_time () > question->end;
}

/* A frame in which nothing was laid out or painted leaves nothing to be done. */
static void
drawn_cb (GdkFrameClock *clock, gpointer user_data)
{
  Question *question = user_data;

  forget_frame (question);
  if (question->before == __atomic_load_n (&changes, __ATOMIC_RELAXED))
    answer (question, TRUE);
  else
    ask_later (question);
}

static gboolean
no_frame_cb (gpointer user_data)
{
  Question *question = user_data;

  forget_frame (question);
  answer (question, FALSE);
  return G_SOURCE_REMOVE;
}

static gboolean
again_cb (gpointer user_data)
{
  ask_later (user_data);
  return G_SOURCE_REMOVE;
}

static guint
add_pause (guint interval, GSourceFunc function, Question *question)
{
  g_autoptr (GSource) source = g_timeout_source_new (interval);

  g_source_set_callback (source, function, question, NULL);
  return g_source_attach (source, NULL);
}

/* Runs when nothing else is to be run. */
static gboolean
idle_cb (gpointer user_data)
{
  Question *question = user_data;
  GdkFrameClock *clock = find_clock ();

  if (clock == NULL || is_late (question))
    answer (question, FALSE);
  else if (!question->synced)
    {
      question->synced = TRUE;
      gdk_display_sync (gdk_display_get_default ());
      ask_later (question);
    }
  else if (question->everything && (g_atomic_int_get (&running_tasks) > 0 || has_open_timer ()))
    add_pause (PAUSE, again_cb, question);
  else
    {
      question->clock = g_object_ref (clock);
      question->before = __atomic_load_n (&changes, __ATOMIC_RELAXED);
      question->patience = add_pause (PATIENCE, no_frame_cb, question);
      question->drawn_handler = g_signal_connect (clock, "after-paint", G_CALLBACK (drawn_cb), question);
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
    }
  return G_SOURCE_REMOVE;
}

static void
ask_later (Question *question)
{
  g_idle_add_full (G_PRIORITY_LOW + 100, idle_cb, question, NULL);
}

static void
called_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *method,
           GVariant *arguments, GDBusMethodInvocation *invocation, gpointer user_data)
{
  Question *question = g_new0 (Question, 1);
  double seconds;

  question->invocation = invocation;
  g_variant_get (arguments, "(bd)", &question->everything, &seconds);
  question->end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);
  ask_later (question);
}

/* The name is given by the driver: a sandbox lets a program have names below its own. A second start of the program is none that answers. */
static gboolean
export_cb (gpointer user_data)
{
  static const GDBusInterfaceVTable table = { .method_call = called_cb };
  static const char xml[] = "<node><interface name='territoires.Test'><method name='Rest'>"
                            "<arg type='b' direction='in'/><arg type='d' direction='in'/>"
                            "<arg type='b' direction='out'/><arg type='x' direction='out'/></method></interface></node>";
  GApplication *application = g_application_get_default ();
  const char *name = g_getenv ("TER_TEST_NAME");
  GDBusConnection *bus;
  GDBusNodeInfo *node;

  if (application == NULL || !g_application_get_is_registered (application))
    return G_SOURCE_CONTINUE;
  bus = g_application_get_dbus_connection (application);
  if (name == NULL || bus == NULL || g_application_get_is_remote (application) || !GTK_IS_APPLICATION (application))
    return G_SOURCE_REMOVE;
  node = g_dbus_node_info_new_for_xml (xml, NULL);
  g_dbus_connection_register_object (bus, "/territoires/test", node->interfaces[0], &table, NULL, NULL, NULL);
  g_bus_own_name_on_connection (bus, name, G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);
  g_dbus_node_info_unref (node);
  return G_SOURCE_REMOVE;
}

__attribute__ ((constructor)) static void
begin (void)
{
  changes = g_get_monotonic_time ();
  add_pause (20, export_cb, NULL);
}
