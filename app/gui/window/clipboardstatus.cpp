// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/window/clipboardstatus.h"

#include "core/environment/environment.h"
#include "core/text/visibletext.h"
#include "gui/window/statusline.h"

#include <utility>

namespace tokeni {

namespace {

QString nameOf(const QString &program)
{
    return program.isEmpty() ? ClipboardStatus::tr("Another program") : isolated(program);
}

} // namespace

ClipboardStatus::ClipboardStatus(SecretClipboard &clipboard, const CopyAction &copying,
                                 StatusLine &line, QObject *parent)
    : QObject(parent), m_line(line)
{
    connect(&copying, &CopyAction::keyCopied, this, [this] {
        m_line.setClipboard(StatusLine::Clipboard::Ours);
        Q_EMIT noticeChanged({});
    });
    connect(&copying, &CopyAction::copied, this, [this](const Environment &environment) {
        m_line.setClipboard(isProduction(environment) ? StatusLine::Clipboard::OursOfProduction
                                                      : StatusLine::Clipboard::Ours);
        Q_EMIT noticeChanged(m_line.clipboardNotice());
    });
    connect(&m_line, &StatusLine::clearRequested, this, [this, &clipboard] {
        m_isRequested = true;
        clipboard.clear();
    });
    connect(&clipboard, &SecretClipboard::clearing, this,
            [this] { Q_EMIT message(tr("Clearing the clipboard …")); });
    connect(&clipboard, &SecretClipboard::cleared, this, [this] {
        setEmpty();
        Q_EMIT message(std::exchange(m_isRequested, false)
                           ? tr("Cleared the clipboard")
                           : tr("Cleared the clipboard: its time is over"));
    });
    connect(&clipboard, &SecretClipboard::givenBack, this, [this](const QString &program) {
        setEmpty();
        Q_EMIT warning(
            tr("%1 put the copied text back, so Tokeni put a space in its place. Delete the "
               "text from that program's history, or it may come back when Tokeni quits.")
                .arg(nameOf(program)));
    });
    connect(&clipboard, &SecretClipboard::keptThere, this, [this](const QString &program) {
        setEmpty();
        Q_EMIT warning(
            tr("%1 keeps putting the copied text back on the clipboard, where it is now. "
               "Delete it from that program's history, then copy something else.")
                .arg(nameOf(program)));
    });
    connect(&clipboard, &SecretClipboard::unanswered, this, [this](const QString &program) {
        setEmpty();
        Q_EMIT warning(tr("Took the copied text back, but %1 has the clipboard now and does not "
                          "answer, so it may have the text too. Copy something else to be sure.")
                           .arg(program.isEmpty() ? tr("another program") : isolated(program)));
    });
    connect(&clipboard, &SecretClipboard::mayLinger, this, [this] {
        setEmpty();
        Q_EMIT warning(
            tr("Took the copied text back from the clipboard. On Wayland this desktop may have "
               "kept a copy that only the window in front can see: come to the Tokeni window "
               "and it is cleared, or copy something else."));
    });
    connect(&clipboard, &SecretClipboard::replaced, this, [this] {
        setEmpty();
        Q_EMIT message({});
    });
}

void ClipboardStatus::setEmpty()
{
    m_line.setClipboard(StatusLine::Clipboard::Empty);
    Q_EMIT noticeChanged({});
}

} // namespace tokeni
