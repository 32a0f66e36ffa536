"""A window from which files can be dragged, as from a file browser. Arguments: x, y, files."""
import sys
import gi
gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk

x, y, files = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
taken = []

# A popup is placed where it says, without a window manager.
window = Gtk.Window(type=Gtk.WindowType.POPUP)
window.set_default_size(80, 80)
window.move(x - 40, y - 40)
window.add_events(Gdk.EventMask.BUTTON_PRESS_MASK)
window.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
window.drag_source_add_uri_targets()


def give(_window, _context, data, _info, _time):
    data.set_uris([GLib.filename_to_uri(path, None) for path in files])


def failed(_window, _context, _result):
    taken.append(False)
    return False


window.connect("drag-data-get", give)
window.connect("drag-failed", failed)
window.connect("drag-end", lambda *_: Gtk.main_quit())
window.show_all()
GLib.idle_add(lambda: print("ready", flush=True))
Gtk.main()
sys.exit(1 if taken else 0)
