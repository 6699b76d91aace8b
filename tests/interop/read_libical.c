/* Prints every occurrence of a calendar file in [from, to), as libical sees
 * them: uid, start, end. Wall times are resolved with the file's own
 * VTIMEZONEs, which is what is being tested. */

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static icalcomponent *calendar;

static void print_moment(time_t moment, int is_date)
{
    char text[32];
    strftime(text, sizeof text, is_date ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%SZ", gmtime(&moment));
    printf("\t%s", text);
}

static time_t instant(struct icaltimetype time)
{
    return icaltime_as_timet_with_zone(time, time.zone);
}

/* Whether another component of the same series stands in for this instance. */
static int overridden(const char *uid, time_t start)
{
    for (icalcompiter at = icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT);
         icalcompiter_deref(&at) != NULL; icalcompiter_next(&at)) {
        icalcomponent *event = icalcompiter_deref(&at);
        icalproperty *stands_for = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY);
        if (stands_for != NULL && strcmp(icalcomponent_get_uid(event), uid) == 0
            && instant(icalproperty_get_datetime_with_component(stands_for, event)) == start)
            return 1;
    }
    return 0;
}

static void print_instance(icalcomponent *event, struct icaltime_span *span, void *unused)
{
    const char *uid = icalcomponent_get_uid(event);
    int is_date = icaltime_is_date(icalcomponent_get_dtstart(event));
    int stands_in = icalcomponent_get_first_property(event, ICAL_RECURRENCEID_PROPERTY) != NULL;
    (void)unused;
    if (!stands_in && overridden(uid, span->start))
        return;
    printf("%s", uid);
    print_moment(span->start, is_date);
    print_moment(span->end, is_date);
    printf("\n");
}

static char *read_all(const char *path)
{
    FILE *file = fopen(path, "rb");
    long size;
    char *text;
    if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0)
        return NULL;
    rewind(file);
    text = calloc((size_t)size + 1, 1);
    if (text == NULL || fread(text, 1, (size_t)size, file) != (size_t)size)
        return NULL;
    fclose(file);
    return text;
}

int main(int count, char **words)
{
    char *text = count == 4 ? read_all(words[1]) : NULL;
    calendar = text == NULL ? NULL : icalparser_parse_string(text);
    if (calendar == NULL) {
        fprintf(stderr, "usage: read_libical FILE FROM TO (dates as 20260901)\n");
        return 1;
    }
    struct icaltimetype from = icaltime_from_string(words[2]);
    struct icaltimetype to = icaltime_from_string(words[3]);
    for (icalcompiter at = icalcomponent_begin_component(calendar, ICAL_VEVENT_COMPONENT);
         icalcompiter_deref(&at) != NULL; icalcompiter_next(&at))
        icalcomponent_foreach_recurrence(icalcompiter_deref(&at), from, to, print_instance, NULL);
    return 0;
}
