// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/clipboard/foreignclipboard.h"

#include "core/text/visibletext.h"

#include <QGuiApplication>

#include <utility>

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include <cstdlib>
#include <memory>
#include <span>

#include <xcb/xcb.h>
#endif

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

bool qtHas(const QClipboard &clipboard, QClipboard::Mode mode)
{
    return mode == QClipboard::Selection ? clipboard.ownsSelection() : clipboard.ownsClipboard();
}

} // namespace

ForeignClipboard::ForeignClipboard(QClipboard &clipboard, QClipboard::Mode mode)
    : m_clipboard(clipboard), m_mode(mode)
{
    qApp->installNativeEventFilter(this);
}

ForeignClipboard::~ForeignClipboard()
{
    stop();
}

void ForeignClipboard::read(qsizetype longest, Done done)
{
    stop();
    m_program.clear();
    m_longest = longest;
    m_done = std::move(done);
    if (isOurs(m_clipboard, m_mode)) {
        finish({});
        return;
    }
    if (askOwner())
        return;
    Secret text = Secret::taking(m_clipboard.text(m_mode));
    if (text.isEmpty() || text.size() > longest)
        finish({});
    else
        finish(std::move(text));
}

void ForeignClipboard::finish(std::optional<Secret> text)
{
    const Done done = std::exchange(m_done, {});
    stop();
    done(std::move(text));
}

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)

namespace {

// X11 protocol, appendix B: the highest bit of an event's code is set if another client sent the
// event.
constexpr quint8 sentBit = 0x80;
constexpr qsizetype maxName = 40;

struct Freed
{
    void operator()(void *reply) const { std::free(reply); }
};
template <typename T> using Reply = std::unique_ptr<T, Freed>;

xcb_connection_t *connection()
{
    auto *x11 = qApp->nativeInterface<QNativeInterface::QX11Application>();
    return x11 ? x11->connection() : nullptr;
}

xcb_atom_t atom(xcb_connection_t *x, QByteArrayView name)
{
    const auto cookie = xcb_intern_atom(x, false, quint16(name.size()), name.data());
    const Reply<xcb_intern_atom_reply_t> reply(xcb_intern_atom_reply(x, cookie, nullptr));
    return reply ? reply->atom : xcb_atom_t(XCB_ATOM_NONE);
}

xcb_atom_t selection(xcb_connection_t *x, QClipboard::Mode mode)
{
    return mode == QClipboard::Selection ? xcb_atom_t(XCB_ATOM_PRIMARY) : atom(x, "CLIPBOARD");
}

xcb_window_t ownerOf(xcb_connection_t *x, xcb_atom_t what)
{
    const auto cookie = xcb_get_selection_owner(x, what);
    const Reply<xcb_get_selection_owner_reply_t> reply(
        xcb_get_selection_owner_reply(x, cookie, nullptr));
    return reply ? reply->owner : xcb_window_t(XCB_WINDOW_NONE);
}

// In X11, the ids of all windows of one program are equal except for the bits of a mask.
bool areOfOneProgram(xcb_connection_t *x, quint32 window, quint32 other)
{
    const quint32 programBits = ~xcb_get_setup(x)->resource_id_mask;
    return (window & programBits) == (other & programBits);
}

xcb_window_t root(xcb_connection_t *x)
{
    return xcb_setup_roots_iterator(xcb_get_setup(x)).data->root;
}

QByteArray property(xcb_connection_t *x, xcb_window_t window, xcb_atom_t name, xcb_atom_t type)
{
    constexpr quint32 most = 64; // In units of four bytes.
    const auto cookie = xcb_get_property(x, false, window, name, type, 0, most);
    const Reply<xcb_get_property_reply_t> reply(xcb_get_property_reply(x, cookie, nullptr));
    if (!reply)
        return {};
    return {static_cast<const char *>(xcb_get_property_value(reply.get())),
            xcb_get_property_value_length(reply.get())};
}

// ICCCM 4.1.2.5: the name of the window, then the name of the program's class, each terminated by a
// NUL.
QString programClass(xcb_connection_t *x, xcb_window_t window)
{
    const QByteArray names = property(x, window, XCB_ATOM_WM_CLASS, XCB_ATOM_STRING);
    return QString::fromLatin1(names.split('\0').value(1));
}

// For programs made with Qt: the window that owns a selection has no class there, but a title.
QString programInTitle(xcb_connection_t *x, xcb_window_t window)
{
    QString title
        = QString::fromUtf8(property(x, window, atom(x, "_NET_WM_NAME"), atom(x, "UTF8_STRING")));
    return title.remove(u"Qt Selection Owner for "_s);
}

// The window that owns a selection rarely has a name, but other windows of the same program do.
QString programOf(xcb_connection_t *x, xcb_window_t owner)
{
    if (const QString name = programClass(x, owner); !name.isEmpty())
        return name;
    const auto cookie = xcb_query_tree(x, root(x));
    const Reply<xcb_query_tree_reply_t> tree(xcb_query_tree_reply(x, cookie, nullptr));
    if (!tree)
        return {};
    const std::span windows(xcb_query_tree_children(tree.get()), tree->children_len);
    for (const xcb_window_t window : windows) {
        if (!areOfOneProgram(x, window, owner))
            continue;
        if (const QString found = programClass(x, window); !found.isEmpty())
            return found;
    }
    return programInTitle(x, owner);
}

} // namespace

bool ForeignClipboard::isOurs(const QClipboard &clipboard, QClipboard::Mode mode)
{
    xcb_connection_t *x = connection();
    if (!x)
        return qtHas(clipboard, mode);
    const xcb_window_t owner = ownerOf(x, selection(x, mode));
    return owner != XCB_WINDOW_NONE
        && areOfOneProgram(x, owner, xcb_get_setup(x)->resource_id_base);
}

bool ForeignClipboard::askOwner()
{
    xcb_connection_t *x = connection();
    if (!x)
        return false;
    const xcb_atom_t what = selection(x, m_mode);
    const xcb_window_t owner = ownerOf(x, what);
    if (owner == XCB_WINDOW_NONE) {
        finish({});
        return true;
    }
    m_program = visibleText(shortened(programOf(x, owner), maxName));
    m_window = xcb_generate_id(x);
    xcb_create_window(x, XCB_COPY_FROM_PARENT, m_window, root(x), 0, 0, 1, 1, 0,
                      XCB_WINDOW_CLASS_INPUT_ONLY, XCB_COPY_FROM_PARENT, 0, nullptr);
    xcb_convert_selection(x, m_window, what, atom(x, "UTF8_STRING"), what, XCB_CURRENT_TIME);
    xcb_flush(x);
    return true;
}

bool ForeignClipboard::nativeEventFilter(const QByteArray &eventType, void *message,
                                         qintptr * /*result*/)
{
    if (!m_window || eventType != "xcb_generic_event_t")
        return false;
    const auto *event = static_cast<const xcb_generic_event_t *>(message);
    if ((event->response_type & ~sentBit) != XCB_SELECTION_NOTIFY)
        return false;
    const auto *notice = reinterpret_cast<const xcb_selection_notify_event_t *>(event);
    if (notice->requestor != m_window)
        return false;
    if (notice->property == XCB_ATOM_NONE) { // The clipboard contains no text.
        finish({});
        return true;
    }
    xcb_connection_t *x = connection();
    const auto cookie = xcb_get_property(x, true, m_window, notice->property, XCB_ATOM_ANY, 0,
                                         quint32(m_longest / 4 + 1));
    const Reply<xcb_get_property_reply_t> reply(xcb_get_property_reply(x, cookie, nullptr));
    // A text that is sent in parts (ICCCM 2.7.2) is much longer than any of ours.
    if (!reply || reply->bytes_after > 0 || reply->type != atom(x, "UTF8_STRING")) {
        finish({});
        return true;
    }
    char *bytes = static_cast<char *>(xcb_get_property_value(reply.get()));
    const auto size = std::size_t(xcb_get_property_value_length(reply.get()));
    Secret text(QByteArrayView(bytes, qsizetype(size)));
    overwrite(bytes, size);
    finish(std::move(text));
    return true;
}

void ForeignClipboard::stop()
{
    m_done = {};
    if (const quint32 window = std::exchange(m_window, 0)) {
        // This also deletes the text that is, or will be, stored in the window.
        xcb_destroy_window(connection(), window);
        xcb_flush(connection());
    }
}

#else

bool ForeignClipboard::isOurs(const QClipboard &clipboard, QClipboard::Mode mode)
{
    return qtHas(clipboard, mode);
}

bool ForeignClipboard::askOwner()
{
    return false;
}

bool ForeignClipboard::nativeEventFilter(const QByteArray &, void *, qintptr *)
{
    return false;
}

void ForeignClipboard::stop()
{
    m_done = {};
}

#endif

} // namespace tokeni
