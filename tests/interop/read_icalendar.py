"""Prints every occurrence of a calendar file in [from, to), as the Python
libraries icalendar and recurring-ical-events see them: uid, start, end, title."""

import datetime
import sys

import icalendar
import recurring_ical_events

UTC = datetime.timezone.utc


def moment(value):
    """A date as it is, an instant in UTC."""
    if isinstance(value, datetime.datetime):
        if value.tzinfo is None:
            return "floating " + value.isoformat()
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat()


def main(path, first, after):
    with open(path, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    span = [datetime.datetime.fromisoformat(day).replace(tzinfo=UTC) for day in (first, after)]
    for event in recurring_ical_events.of(calendar).between(*span):
        title = str(event.get("SUMMARY", "")).replace("\n", " ")
        print(event["UID"], moment(event.start), moment(event.end), title, sep="\t")


main(*sys.argv[1:])
