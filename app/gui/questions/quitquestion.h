// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/questions/draftsaving.h"

#include <QPointer>

class QMessageBox;
class QSessionManager;

namespace tokeni {

/*! Asks what to do with unsaved changes before Tokeni ends: Save, Discard or Cancel. */
class QuitQuestion : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void()>;

    /*! All arguments must outlive this object; \a window is the parent of the question. */
    QuitQuestion(const Drafts &drafts, const KeyRing &keyRing, DraftSaving &saving,
                 const ProductionGuard &guard, QWidget *window);

    /*! Calls \a leave: immediately if there are no unsaved changes; otherwise when they and their
     *  keys have been saved, or when the user discards them. Calls \a stay if the user cancels, or
     *  if something could not be saved; the problem is then shown where it can be corrected. */
    void ask(const Answer &leave, const Answer &stay);

Q_SIGNALS:
    /*! Emitted before the question opens, so that the window can be raised. */
    void asking();
    /*! A message for the status bar. */
    void message(const QString &text);

private:
    void answerSession(QSessionManager &manager);
    void saveNext();
    void awaitKeys();
    void end(const Answer &answer);

    const Drafts &m_drafts;
    const KeyRing &m_keyRing;
    DraftSaving &m_saving;
    QWidget *m_window;
    QPointer<QMessageBox> m_question; // Non-null while it is open.
    bool m_awaitsKeys = false; // Everything is saved except what is on its way into the keychain.
    Answer m_leave; // Empty unless changes are being saved.
    Answer m_stay;
    // Ids of the environments whose changes were saved because of this question.
    QStringList m_saved;
};

} // namespace tokeni
