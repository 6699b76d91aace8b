"""A small window that offers one file for dragging, as a file manager does, and
ends when the drag is over."""

import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

FILE = pathlib.Path(sys.argv[1]).resolve()


def hand_over(_widget, _context, selection, _info, _time):
    selection.set_uris([FILE.as_uri()])


window = Gtk.Window(title="drop-source")
window.set_default_size(120, 120)
handle = Gtk.EventBox()
handle.add(Gtk.Label(label=FILE.name))
handle.drag_source_set(
    Gdk.ModifierType.BUTTON1_MASK,
    [Gtk.TargetEntry.new("text/uri-list", 0, 0)],
    Gdk.DragAction.COPY,
)
handle.connect("drag-data-get", hand_over)
handle.connect("drag-end", lambda *_: Gtk.main_quit())
window.add(handle)
window.connect("destroy", Gtk.main_quit)
window.show_all()
window.move(0, 0)
Gtk.main()
