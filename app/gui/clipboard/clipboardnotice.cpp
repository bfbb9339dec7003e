// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/clipboard/clipboardnotice.h"

#include "core/environment/environment.h"
#include "core/text/visibletext.h"

#include <utility>

namespace tokeni {

namespace {

QString nameOf(const QString &program)
{
    return program.isEmpty() ? ClipboardNotice::tr("Another program") : isolated(program);
}

} // namespace

ClipboardNotice::ClipboardNotice(SecretClipboard &clipboard, const CopyAction &copying,
                                 QObject *parent)
    : QObject(parent), m_clipboard(clipboard)
{
    connect(&copying, &CopyAction::keyCopied, this, [this] { setState(State::Ours); });
    connect(&copying, &CopyAction::copied, this, [this](const Environment &environment) {
        setState(isProduction(environment) ? State::OursOfProduction : State::Ours);
    });
    connect(&clipboard, &SecretClipboard::clearing, this,
            [this] { Q_EMIT message(tr("Clearing the clipboard …")); });
    connect(&clipboard, &SecretClipboard::cleared, this, [this] {
        setState(State::Empty);
        Q_EMIT message(std::exchange(m_isRequested, false)
                           ? tr("Cleared the clipboard")
                           : tr("Cleared the clipboard: the time was up"));
    });
    connect(&clipboard, &SecretClipboard::givenBack, this, [this](const QString &program) {
        setState(State::Empty);
        Q_EMIT warning(
            tr("%1 put the copied text back, so Tokeni replaced it with a space. Delete the text "
               "from that program's history, or it may come back when Tokeni quits.")
                .arg(nameOf(program)));
    });
    connect(&clipboard, &SecretClipboard::keptThere, this, [this](const QString &program) {
        setState(State::Empty);
        Q_EMIT warning(
            tr("%1 keeps putting the copied text back on the clipboard, where it is now. "
               "Delete it from that program's history, then copy something else.")
                .arg(nameOf(program)));
    });
    connect(&clipboard, &SecretClipboard::unanswered, this, [this](const QString &program) {
        setState(State::Empty);
        Q_EMIT warning(tr("Tokeni removed the copied text from the clipboard, but %1 has the "
                          "clipboard now and does not respond, so it may have the text too. Copy "
                          "something else to be sure.")
                           .arg(program.isEmpty() ? tr("another program") : isolated(program)));
    });
    connect(&clipboard, &SecretClipboard::mayLinger, this, [this] {
        setState(State::Empty);
        Q_EMIT warning(
            tr("Tokeni removed the copied text from the clipboard. On Wayland this desktop may "
               "have kept a copy that only the active window can see: switch to the Tokeni window "
               "to clear it, or copy something else."));
    });
    connect(&clipboard, &SecretClipboard::replaced, this, [this] {
        setState(State::Empty);
        Q_EMIT message({});
    });
}

QString ClipboardNotice::productionWarning()
{
    return tr("PRODUCTION header in the clipboard");
}

void ClipboardNotice::clear()
{
    m_isRequested = true;
    m_clipboard.clear();
}

void ClipboardNotice::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT changed();
}

} // namespace tokeni
