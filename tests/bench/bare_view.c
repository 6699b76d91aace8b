/* A window with a web view that shows the page named on the command line and
 * can be driven, as the planner's can: the least that could stand there. */

#include <webkit2/webkit2.h>

static GtkWidget *view;

static GtkWidget *give_view(WebKitAutomationSession *session, gpointer unused)
{
    (void)session;
    (void)unused;
    return view;
}

static void begin_session(WebKitWebContext *context, WebKitAutomationSession *session, gpointer unused)
{
    (void)context;
    WebKitApplicationInfo *about = webkit_application_info_new();
    webkit_application_info_set_name(about, "bare");
    webkit_application_info_set_version(about, 1, 0, 0);
    webkit_automation_session_set_application_info(session, about);
    g_signal_connect(session, "create-web-view", G_CALLBACK(give_view), unused);
}

int main(int count, char **words)
{
    gtk_init(&count, &words);
    WebKitWebContext *context = webkit_web_context_new();
    webkit_web_context_set_automation_allowed(context, TRUE);
    g_signal_connect(context, "automation-started", G_CALLBACK(begin_session), NULL);

    view = g_object_new(WEBKIT_TYPE_WEB_VIEW, "web-context", context, "is-controlled-by-automation", TRUE, NULL);
    GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
    gtk_window_set_title(GTK_WINDOW(window), "bare");
    gtk_window_set_default_size(GTK_WINDOW(window), 1280, 840);
    gtk_container_add(GTK_CONTAINER(window), view);
    g_signal_connect(window, "destroy", G_CALLBACK(gtk_main_quit), NULL);
    webkit_web_view_load_uri(WEBKIT_WEB_VIEW(view), count > 1 ? words[1] : "about:blank");
    gtk_widget_show_all(window);
    gtk_main();
    return 0;
}
